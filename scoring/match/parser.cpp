#include "match/parser.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"
#include "match/limits.hpp"
#include "match/measure.hpp"
#include "scoring/text.hpp"
#include "text/fold_table.hpp"

namespace huashu::scoring::match {
namespace {

constexpr std::array<std::pair<std::string_view, ClassName>, 5> class_names{{{"digit", ClassName::digit},
                                                                             {"num", ClassName::num},
                                                                             {"letter", ClassName::letter},
                                                                             {"han", ClassName::han},
                                                                             {"any", ClassName::any}}};
constexpr std::array<std::string_view, 7> angle_names{"digit", "num", "letter", "han", "any", "start", "end"};

bool is_special(char32_t c) { return std::u32string_view(U"()[]{}<>|~^$\\").find(c) != std::u32string_view::npos; }

std::u32string decode(std::string_view text) {
    std::u32string out;
    out.reserve(text.size() / 3 + 1);
    for (std::size_t at = 0; at < text.size();) {
        const DecodedChar c = decode_utf8(text, at);
        out.push_back(c.value);
        at += c.size;
    }
    return out;
}

/// The canonical form of a stretch that is Han alone, as nearly all are: each character becomes one, whatever stands
/// beside it.
std::optional<std::u32string> canonical_han(std::u32string_view raw) {
    using namespace fold_table;
    std::u32string out(raw);
    for (char32_t& c : out) {
        if (c < han_first || c >= han_first + han_count || han_direct[c - han_first] == 0) return std::nullopt;
        c = han_direct[c - han_first];
    }
    return out;
}

/// The canonical form of a stretch of a pattern. Letters on both sides keep a blank at its edges, which would vanish at
/// the edges of a whole text.
std::u32string canonical_stretch(std::u32string_view raw) {
    if (std::optional<std::u32string> han = canonical_han(raw)) return *std::move(han);
    std::u32string framed = canonicalise("x" + to_utf8(raw) + "x").chars;
    if (framed.size() >= 2 && framed.front() == U'x' && framed.back() == U'x')
        return framed.substr(1, framed.size() - 2);
    return canonicalise(to_utf8(raw)).chars;
}

/// Recursive descent; each level of groups is one level of recursion, and those are few.
class Parser {
public:
    Parser(std::u32string text, Lists& lists, Role role) : text_(std::move(text)), lists_(lists), role_(role) {}

    Node parse_all() {
        Node root = choice();
        if (at_ < text_.size())
            report(at_, "unexpected-close", "\"" + shown(at_) + "\" closes a group that was never opened",
                   "remove it, or write \\" + shown(at_) + " for the character itself");
        return root;
    }
    std::vector<PatternProblem> problems;

private:
    [[nodiscard]] bool more() const { return at_ < text_.size(); }
    [[nodiscard]] bool is(char32_t c) const { return more() && text_[at_] == c; }
    [[nodiscard]] std::string shown(std::size_t at) const { return to_utf8(std::u32string_view(text_).substr(at, 1)); }

    void report(std::size_t column, std::string code, std::string text, std::string remedy) {
        problems.push_back({static_cast<std::uint32_t>(column), std::move(code), std::move(text), std::move(remedy)});
    }

    Node make(Node::Kind kind) const {
        Node node;
        node.kind = kind;
        node.column = static_cast<std::uint32_t>(at_);
        return node;
    }

    Node choice() {
        Node node = make(Node::Kind::choice);
        node.children.push_back(sequence());
        while (is(U'|')) {
            ++at_;
            node.children.push_back(sequence());
        }
        if (node.children.size() == 1) return std::move(node.children.front());
        for (const Node& child : node.children)
            if (child.children.empty())
                report(child.column, "empty-alternative", "one of the alternatives is empty",
                       "put what may be left out in [ ]");
        return node;
    }

    Node sequence() {
        Node node = make(Node::Kind::sequence);
        while (more() && !is(U'|') && !is(U')') && !is(U']') && !is(U'}') && !is(U'>')) {
            const std::size_t before = at_;
            Node child = element();
            if (at_ == before) break;
            if (child.kind == Node::Kind::literal && child.literal.empty()) continue;
            node.children.push_back(std::move(child));
        }
        return node;
    }

    Node element() {
        switch (text_[at_]) {
            case U'(':
                return group(U')', Node::Kind::sequence);
            case U'[':
                return group(U']', Node::Kind::optional);
            case U'{':
                return list();
            case U'<':
                return angle();
            case U'~':
                return gap();
            case U'^':
                return anchor(Anchor::reply_start);
            case U'$':
                return anchor(Anchor::reply_end);
            default:
                return literal();
        }
    }

    Node group(char32_t close, Node::Kind kind) {
        const std::size_t open = at_;
        Node node = make(kind);
        if (++depth_ > max_group_depth) {
            report(open, "too-deep", "groups nest deeper than " + std::to_string(max_group_depth) + " levels",
                   "use a word list for the inner part");
            at_ = text_.size();
            return node;
        }
        ++at_;
        Node inner = choice();
        --depth_;
        if (!is(close)) {
            if (problems.empty())
                report(open, "unclosed-group", "\"" + shown(open) + "\" is never closed",
                       "add \"" + to_utf8(std::u32string_view(&close, 1)) + "\"");
            at_ = text_.size();
            return node;
        }
        ++at_;
        if (inner.kind == Node::Kind::sequence && inner.children.empty())
            report(open, "empty-group", "there is nothing in this group", "remove it");
        node.children.push_back(std::move(inner));
        return node;
    }

    /// The text between the bracket here and the closing one; nullopt (and a report) when it is never closed.
    std::optional<std::u32string> enclosed(char32_t close) {
        const std::size_t end = text_.find(close, at_);
        if (end == std::u32string::npos) {
            report(at_, "unclosed-group", "\"" + shown(at_) + "\" is never closed",
                   "add \"" + to_utf8(std::u32string_view(&close, 1)) + "\"");
            at_ = text_.size();
            return std::nullopt;
        }
        std::u32string inner = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return inner;
    }

    Node list() {
        Node node = make(Node::Kind::list);
        const std::optional<std::u32string> name = enclosed(U'}');
        if (!name) return node;
        node.name = to_utf8(*name);
        const Lists::List* found = lists_.find(node.name);
        if (found == nullptr) {
            const std::string near = lists_.nearest_name(node.name);
            report(node.column, "unknown-list", "there is no word list \"" + node.name + "\"",
                   near.empty() ? "define it under \"lists\" in a rules file of the pack"
                                : "did you mean {" + near + "}?");
        } else if (found->problem) {
            PatternProblem problem = *found->problem;
            problem.column = node.column;
            problems.push_back(std::move(problem));
        }
        return node;
    }

    Node angle() {
        Node node = make(Node::Kind::char_class);
        const std::optional<std::u32string> inner = enclosed(U'>');
        if (!inner) return node;
        const std::string text = to_utf8(*inner);
        const std::string name = text.substr(0, text.find(':'));
        if (text == "start" || text == "end") {
            node.kind = Node::Kind::anchor;
            node.anchor = text == "start" ? Anchor::clause_start : Anchor::clause_end;
            return no_anchor_in_list(std::move(node));
        }
        const auto found = std::find_if(class_names.begin(), class_names.end(),
                                        [&name](const auto& known) { return known.first == name; });
        if (found == class_names.end()) {
            const std::string_view near = nearest_word(name, angle_names);
            report(node.column, "unknown-class", "there is no character class <" + name + ">",
                   near.empty() ? "the classes are <digit> <num> <letter> <han> <any>, the anchors <start> <end>"
                                : "did you mean <" + std::string(near) + ">?");
            return node;
        }
        node.class_name = found->second;
        node.min = node.max = 1;
        if (name.size() < text.size()) read_range(text.substr(name.size() + 1), node);
        return node;
    }

    static std::optional<std::uint32_t> number(std::string_view text) {
        if (text.empty() || text.size() > 4) return std::nullopt;
        std::uint32_t value = 0;
        for (char c : text) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + static_cast<std::uint32_t>(c - '0');
        }
        return value;
    }

    void read_range(std::string_view text, Node& node) {
        const std::size_t dash = text.find('-');
        const auto low = number(text.substr(0, dash));
        const auto high = dash == std::string_view::npos ? low : number(text.substr(dash + 1));
        if (!low || !high || *low < 1 || *high < *low || *high > max_class_count) {
            report(node.column, "bad-range", "a class is repeated 1 to " + std::to_string(max_class_count) + " times",
                   "write <digit:3> or <digit:3-8>; for \"may be there or not\" use [ ]");
            return;
        }
        node.min = static_cast<std::uint16_t>(*low);
        node.max = static_cast<std::uint16_t>(*high);
    }

    Node gap() {
        Node node = make(Node::Kind::gap);
        ++at_;
        if (is(U'~')) {
            node.crosses_clauses = true;
            ++at_;
        }
        std::string digits;
        while (more() && text_[at_] >= U'0' && text_[at_] <= U'9' && digits.size() < 5)
            digits.push_back(static_cast<char>(text_[at_++]));
        const auto width = number(digits);
        if (!width || *width == 0 || *width > max_gap)
            report(node.column, "bad-gap", "a gap needs its greatest width, 1 to " + std::to_string(max_gap),
                   "write ~4 for up to four characters; \\~ is the character itself");
        else
            node.max = static_cast<std::uint16_t>(*width);
        if (role_ == Role::list_entry)
            report(node.column, "gap-in-list", "an entry of a word list can't hold a gap",
                   "put the gap into the pattern that uses the list");
        return node;
    }

    Node anchor(Anchor kind) {
        Node node = make(Node::Kind::anchor);
        node.anchor = kind;
        ++at_;
        return no_anchor_in_list(std::move(node));
    }

    Node no_anchor_in_list(Node node) {
        if (role_ == Role::list_entry)
            report(node.column, "anchor-in-list", "an entry of a word list can't hold an anchor",
                   "put the anchor into the pattern that uses the list");
        return node;
    }

    Node literal() {
        Node node = make(Node::Kind::literal);
        std::u32string raw;
        while (more()) {
            char32_t c = text_[at_];
            if (c == U'\\') {
                if (at_ + 1 >= text_.size()) {
                    report(at_, "dangling-escape", "a backslash ends the pattern", "write \\\\ for a backslash");
                    ++at_;
                    break;
                }
                c = text_[++at_];
            } else if (is_special(c)) {
                break;
            }
            raw.push_back(c);
            ++at_;
        }
        node.literal = canonical_stretch(raw);
        return node;
    }

    std::u32string text_;
    Lists& lists_;
    Role role_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
};

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

Parsed parse_pattern(std::string_view pattern, Lists& lists, Role role) {
    Parsed parsed;
    if (const std::size_t bad = find_invalid_utf8(pattern); bad != std::string_view::npos) {
        const auto column = static_cast<std::uint32_t>(decode(pattern.substr(0, bad)).size());
        parsed.problems.push_back({column, "invalid-utf8", "the pattern is not valid UTF-8", "save the file as UTF-8"});
        return parsed;
    }
    const std::string_view text = trimmed(pattern);
    if (text.empty()) {
        parsed.problems.push_back({0, "empty-pattern", "the pattern is empty", "write what should be found"});
        return parsed;
    }
    std::u32string chars = decode(text);
    if (chars.size() > max_pattern_chars) {
        parsed.problems.push_back({max_pattern_chars, "too-long",
                                   "the pattern is longer than " + std::to_string(max_pattern_chars) + " characters",
                                   "split it into several, or use word lists"});
        return parsed;
    }
    Parser parser(std::move(chars), lists, role);
    parsed.root = parser.parse_all();
    parsed.problems = std::move(parser.problems);
    if (parsed.problems.empty()) check_shape(parsed.root, lists, parsed.problems);
    // Leading blanks were cut off before counting.
    const auto cut = static_cast<std::uint32_t>(
        decode(pattern.substr(0, static_cast<std::size_t>(text.data() - pattern.data()))).size());
    for (PatternProblem& problem : parsed.problems) problem.column += cut;
    return parsed;
}

}  // namespace huashu::scoring::match
