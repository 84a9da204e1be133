// The plain twin of the matcher: each pattern is walked over each start of the text by sets of positions.
// Slow and obvious on purpose. It stands in until the automaton arrives, and then moves to the tests as its oracle.
#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "scoring/pattern.hpp"
#include "text/boundaries.hpp"
#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

struct Node {
    enum class Kind { literal, sequence, choice, repeat, gap, anchor };
    Kind kind = Kind::sequence;
    char32_t character = 0;          // literal
    std::string name;                // repeat: the class; anchor: ^ $ < >
    std::uint32_t min = 1, max = 1;  // repeat
    bool crosses_commas = false;     // gap
    std::vector<Node> parts;         // sequence, choice
};

using Positions = std::set<std::uint32_t>;

class Parser {
public:
    Parser(std::u32string text, const WordLists& lists, std::vector<PatternProblem>& problems)
        : text_(std::move(text)), lists_(lists), problems_(problems) {}

    Node parse() {
        Node node = alternatives(0);
        if (at_ < text_.size()) problem("unopened-group", "this bracket closes nothing");
        return node;
    }

private:
    Node alternatives(char32_t close) {
        Node choice{.kind = Node::Kind::choice};
        choice.parts.push_back(sequence(close));
        while (close != 0 && at_ < text_.size() && text_[at_] == U'|') {
            ++at_;
            choice.parts.push_back(sequence(close));
        }
        return choice;
    }

    Node sequence(char32_t close) {
        Node sequence{.kind = Node::Kind::sequence};
        while (at_ < text_.size() && text_[at_] != U')' && text_[at_] != U']' && !(close != 0 && text_[at_] == U'|'))
            element(sequence);
        return sequence;
    }

    void element(Node& into) {
        const char32_t c = text_[at_++];
        if (c == U'(' || c == U'[') return group(into, c);
        if (c == U'{') return list(into);
        if (c == U'<') return angle(into);
        if (c == U'~') return gap(into);
        if (c == U'^' || c == U'$')
            return into.parts.push_back({.kind = Node::Kind::anchor, .name = std::string(1, static_cast<char>(c))});
        if (c == U'\\' && at_ < text_.size()) return literal(into, text_[at_++]);
        literal(into, c);
    }

    void literal(Node& into, char32_t c) {
        for (const char32_t folded : canonicalise(to_utf8(std::u32string(1, c))).chars)
            into.parts.push_back({.kind = Node::Kind::literal, .character = folded});
    }

    void group(Node& into, char32_t open) {
        const char32_t close = open == U'(' ? U')' : U']';
        Node inside = alternatives(close);
        if (at_ >= text_.size() || text_[at_] != close) return problem("unclosed-group", "this group is not closed");
        ++at_;
        if (open == U'[') inside.parts.push_back({.kind = Node::Kind::sequence});
        into.parts.push_back(std::move(inside));
    }

    std::string up_to(char32_t close) {
        const std::size_t end = text_.find(close, at_);
        if (end == std::u32string::npos) {
            problem("unclosed-group", "this bracket is not closed");
            at_ = text_.size();
            return {};
        }
        const std::string inside = to_utf8(text_.substr(at_, end - at_));
        at_ = end + 1;
        return inside;
    }

    void list(Node& into) {
        const std::string name = up_to(U'}');
        const auto found = lists_.find(name);
        if (found == lists_.end()) return problem("unknown-list", "there is no word list \"" + name + "\"");
        Node choice{.kind = Node::Kind::choice};
        for (const std::string& entry : found->second)
            choice.parts.push_back(Parser(decode(entry), lists_, problems_).parse());
        into.parts.push_back(std::move(choice));
    }

    void angle(Node& into) {
        const std::string inside = up_to(U'>');
        if (inside == "start" || inside == "end")
            return into.parts.push_back({.kind = Node::Kind::anchor, .name = inside == "start" ? "<" : ">"});
        Node repeat{.kind = Node::Kind::repeat, .name = inside.substr(0, inside.find(':'))};
        if (const std::size_t colon = inside.find(':'); colon != std::string::npos) {
            repeat.min = static_cast<std::uint32_t>(std::strtoul(inside.c_str() + colon + 1, nullptr, 10));
            const std::size_t dash = inside.find('-', colon);
            repeat.max = dash == std::string::npos
                             ? repeat.min
                             : static_cast<std::uint32_t>(std::strtoul(inside.c_str() + dash + 1, nullptr, 10));
        }
        static const std::set<std::string> known{"digit", "num", "letter", "han", "any"};
        if (!known.contains(repeat.name)) return problem("unknown-class", "there is no class <" + inside + ">");
        into.parts.push_back(std::move(repeat));
    }

    void gap(Node& into) {
        Node gap{.kind = Node::Kind::gap, .min = 0, .max = 0};
        if (at_ < text_.size() && text_[at_] == U'~') ++at_, gap.crosses_commas = true;
        const std::size_t first = at_;
        while (at_ < text_.size() && text_[at_] >= U'0' && text_[at_] <= U'9')
            gap.max = gap.max * 10 + (text_[at_++] - U'0');
        if (at_ == first) problem("gap-without-length", "~ is followed by the most characters of the gap");
        into.parts.push_back(std::move(gap));
    }

    void problem(std::string code, std::string text) {
        problems_.push_back({static_cast<std::uint32_t>(at_), std::move(code), std::move(text), {}});
    }

public:
    static std::u32string decode(std::string_view utf8) {
        std::u32string out;
        for (std::size_t i = 0; i < utf8.size();) {
            const auto lead = static_cast<unsigned char>(utf8[i]);
            const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            char32_t c = length == 1 ? lead : lead & (0xFF >> (length + 1));
            for (int k = 1; k < length && i + k < utf8.size(); ++k)
                c = (c << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3F);
            out.push_back(c);
            i += length;
        }
        return out;
    }

private:
    std::u32string text_;
    const WordLists& lists_;
    std::vector<PatternProblem>& problems_;
    std::size_t at_ = 0;
};

class Walker {
public:
    Walker(const std::u32string& text, const std::set<std::uint32_t>& starts, const std::set<std::uint32_t>& ends)
        : text_(text), starts_(starts), ends_(ends) {}

    [[nodiscard]] Positions walk(const Node& node, const Positions& from) const {
        switch (node.kind) {
            case Node::Kind::sequence: {
                Positions at = from;
                for (const Node& part : node.parts) {
                    if (at.empty()) break;
                    at = walk(part, at);
                }
                return at;
            }
            case Node::Kind::choice: {
                Positions all;
                for (const Node& part : node.parts) all.merge(walk(part, from));
                return all;
            }
            default:
                break;
        }
        Positions out;
        for (const std::uint32_t at : from) step(node, at, out);
        return out;
    }

private:
    void step(const Node& node, std::uint32_t at, Positions& out) const {
        if (node.kind == Node::Kind::literal) {
            if (at < text_.size() && text_[at] == node.character) out.insert(at + 1);
        } else if (node.kind == Node::Kind::anchor) {
            if (holds(node.name, at)) out.insert(at);
        } else {
            const bool gap = node.kind == Node::Kind::gap;
            for (std::uint32_t n = 0; n <= node.max; ++n) {
                if (n >= node.min) out.insert(at + n);
                if (at + n >= text_.size() || !(gap ? crosses(node, at + n) : in_class(node.name, at + n))) break;
            }
        }
    }

    [[nodiscard]] bool crosses(const Node& gap, std::uint32_t at) const {
        const Boundary boundary = boundary_at(text_, at);
        return boundary == Boundary::none || (gap.crosses_commas && boundary == Boundary::clause);
    }

    [[nodiscard]] bool in_class(const std::string& name, std::uint32_t at) const {
        const char32_t c = text_[at];
        const CharClass kind = class_of(c);
        if (name == "digit") return c >= U'0' && c <= U'9';
        if (name == "num")
            return (c >= U'0' && c <= U'9') ||
                   std::u32string_view(U"〇零一二两三四五六七八九十百千半").find(c) != std::u32string_view::npos;
        if (name == "letter") return kind == CharClass::letter;
        if (name == "han") return kind == CharClass::han;
        return boundary_at(text_, at) == Boundary::none;
    }

    [[nodiscard]] bool is_word(std::uint32_t at) const {
        const CharClass kind = class_of(text_[at]);
        return kind == CharClass::han || kind == CharClass::digit || kind == CharClass::letter ||
               kind == CharClass::other;
    }

    [[nodiscard]] bool holds(const std::string& anchor, std::uint32_t at) const {
        if (anchor == "^")
            return std::none_of(text_.begin(), text_.begin() + at, [&](const char32_t& c) {
                return is_word(static_cast<std::uint32_t>(&c - text_.data()));
            });
        if (anchor == "$")
            return std::none_of(text_.begin() + at, text_.end(), [&](const char32_t& c) {
                return is_word(static_cast<std::uint32_t>(&c - text_.data()));
            });
        // A clause's start or end, punctuation between it and `at` being no word.
        if (anchor == "<") {
            for (std::uint32_t i = at;; --i) {
                if (starts_.contains(i)) return true;
                if (i == 0 || is_word(i - 1)) return i == 0;
            }
        }
        for (std::uint32_t i = at;; ++i) {
            if (ends_.contains(i) || i >= text_.size()) return true;
            if (is_word(i)) return false;
        }
    }

    const std::u32string& text_;
    const std::set<std::uint32_t>& starts_;
    const std::set<std::uint32_t>& ends_;
};

void first_characters(const Node& node, std::optional<std::set<char32_t>>& first, bool& empty) {
    // Whether the node may match nothing, and which characters it may start with (nullopt: any).
    switch (node.kind) {
        case Node::Kind::literal:
            if (first) first->insert(node.character);
            empty = false;
            return;
        case Node::Kind::anchor:
            empty = true;
            return;
        case Node::Kind::gap:
            first.reset();
            empty = true;
            return;
        case Node::Kind::repeat:
            first.reset();
            empty = node.min == 0;
            return;
        case Node::Kind::sequence:
            empty = true;
            for (const Node& part : node.parts) {
                first_characters(part, first, empty);
                if (!empty) return;
            }
            return;
        case Node::Kind::choice: {
            bool any_empty = false;
            for (const Node& part : node.parts) {
                bool part_empty = true;
                first_characters(part, first, part_empty);
                any_empty |= part_empty;
            }
            empty = any_empty;
            return;
        }
    }
}

struct Plain {
    PatternId id;
    Node node;
    bool evasion;
    std::optional<std::set<char32_t>> first;
};

}  // namespace

struct PatternSet::Compiled {
    std::vector<Plain> patterns;
};
struct PatternSetBuilder::State {
    const WordLists* lists;
    std::vector<Plain> patterns;
};

PatternSet::PatternSet() = default;
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
std::size_t PatternSet::size() const { return compiled_ ? compiled_->patterns.size() : 0; }
std::size_t PatternSet::memory_bytes() const { return size() * sizeof(Plain); }

namespace {
void match_over(const Plain& pattern, const FoldedText& text, const std::vector<std::uint32_t>* from,
                const std::set<std::uint32_t>& starts, const std::set<std::uint32_t>& ends,
                std::vector<PatternMatch>& out) {
    const Walker walker(text.chars, starts, ends);
    for (std::uint32_t begin = 0; begin < text.chars.size(); ++begin) {
        if (pattern.first && !pattern.first->contains(text.chars[begin])) continue;
        const Positions reached = walker.walk(pattern.node, {begin});
        if (reached.empty() || *reached.rbegin() <= begin) continue;
        CharSpan span{begin, *reached.rbegin()};
        const FoldSteps steps = text.steps_of(span);
        if (from) span = {(*from)[span.begin], (*from)[span.end - 1] + 1};
        out.push_back({pattern.id, span, steps, from != nullptr});
    }
}
}  // namespace

void PatternSet::match(const PreparedText& text, std::vector<PatternMatch>& out) const {
    out.clear();
    if (!compiled_) return;
    std::set<std::uint32_t> starts, ends, skeleton_starts{0}, skeleton_ends;
    for (const Clause& clause : text.clauses) {
        starts.insert(clause.span.begin);
        ends.insert(clause.span.end);
    }
    for (std::uint32_t i = 0; i < text.skeleton.from.size(); ++i) {
        if (starts.contains(text.skeleton.from[i])) skeleton_starts.insert(i);
        if (ends.contains(text.skeleton.from[i] + 1)) skeleton_ends.insert(i + 1);
    }
    for (const Plain& pattern : compiled_->patterns) {
        match_over(pattern, text.canonical, nullptr, starts, ends, out);
        if (!pattern.evasion) continue;
        std::vector<PatternMatch> hidden;
        match_over(pattern, text.skeleton.text, &text.skeleton.from, skeleton_starts, skeleton_ends, hidden);
        for (const PatternMatch& match : hidden)
            if (std::none_of(out.begin(), out.end(), [&](const PatternMatch& seen) {
                    return seen.pattern == match.pattern && seen.span == match.span;
                }))
                out.push_back(match);
    }
    std::sort(out.begin(), out.end(), [](const PatternMatch& a, const PatternMatch& b) {
        return std::tie(a.span, a.pattern) < std::tie(b.span, b.pattern);
    });
    // several patterns may stand for one id: the longest at a start stands for it
    std::vector<PatternMatch> longest;
    for (const PatternMatch& match : out) {
        auto same = std::find_if(longest.begin(), longest.end(), [&](const PatternMatch& seen) {
            return seen.pattern == match.pattern && seen.span.begin == match.span.begin;
        });
        if (same == longest.end())
            longest.push_back(match);
        else if (match.span.end > same->span.end)
            *same = match;
    }
    out = std::move(longest);
    std::sort(out.begin(), out.end(), [](const PatternMatch& a, const PatternMatch& b) {
        return std::tie(a.span, a.pattern) < std::tie(b.span, b.pattern);
    });
}

std::vector<PatternMatch> PatternSet::match(const PreparedText& text) const {
    std::vector<PatternMatch> out;
    match(text, out);
    return out;
}
bool PatternSet::matches_any(const PreparedText& text) const { return !match(text).empty(); }

PatternSetBuilder::PatternSetBuilder(const WordLists& lists) : state_(std::make_unique<State>(State{&lists, {}})) {}
PatternSetBuilder::~PatternSetBuilder() = default;

std::vector<PatternProblem> PatternSetBuilder::add(PatternId id, std::string_view pattern, bool evasion) {
    std::vector<PatternProblem> problems;
    Plain plain{id, Parser(Parser::decode(pattern), *state_->lists, problems).parse(), evasion, std::set<char32_t>{}};
    bool empty = true;
    first_characters(plain.node, plain.first, empty);
    if (empty && problems.empty())
        problems.push_back(
            {0, "matches-empty", "the pattern matches the empty string", "make a part of it not optional"});
    if (problems.empty()) state_->patterns.push_back(std::move(plain));
    return problems;
}

PatternSet PatternSetBuilder::build() {
    PatternSet set;
    set.compiled_ = std::make_unique<PatternSet::Compiled>(PatternSet::Compiled{std::move(state_->patterns)});
    return set;
}

}  // namespace huashu::scoring

namespace huashu::scoring {
PreparedText prepare(std::string_view text) {
    PreparedText prepared;
    prepared.canonical = canonicalise(text);
    prepared.clauses = split_clauses(prepared.canonical);
    prepared.skeleton = make_skeleton(prepared.canonical);
    return prepared;
}
}  // namespace huashu::scoring
