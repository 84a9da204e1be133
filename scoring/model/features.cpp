#include "model/features.hpp"

#include <algorithm>
#include <array>

#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

// Outside Unicode, so that no text can spell them.
constexpr char32_t edge = 0x110000, question_edge = 0x110001, reply_edge = 0x110002, length_mark = 0x110003,
                   clauses_mark = 0x110004, alone_mark = 0x110005, list_mark = 0x110006;

bool counts(char32_t c) {
    const CharClass kind = class_of(c);
    return kind == CharClass::han || kind == CharClass::digit || kind == CharClass::letter || kind == CharClass::other;
}

char32_t as_read(char32_t c) { return class_of(c) == CharClass::digit ? U'0' : c; }

/// Each character's part of a gram's hash depends on its place in it, so that 派師 and 師派 differ.
constexpr std::uint64_t last_factor = 0xC2B2AE3D27D4EB4Full, middle_factor = 0xD6E8FEB86659FD93ull,
                        first_factor = 0x9E3779B97F4A7C15ull;

std::uint32_t key_of(std::uint64_t hash) {
    hash ^= hash >> 29;
    hash *= 0x9FB21C651E98DF25ull;
    return static_cast<std::uint32_t>(hash >> 32);
}

std::uint64_t part_of(char32_t c, std::uint64_t factor) { return (std::uint64_t{c} + 1) * factor; }

std::uint32_t key_of(char32_t first, char32_t middle, char32_t last) {
    return key_of(part_of(last, last_factor) ^ part_of(middle, middle_factor) ^ part_of(first, first_factor));
}

/// Adds the grams that end in each character as it comes.
class Window {
public:
    explicit Window(std::vector<Feature>& out) : out_(out) {}

    void push(char32_t c, CharSpan span) {
        const std::uint64_t last = part_of(c, last_factor);
        if (c < edge) out_.push_back({key_of(last), span});
        const std::uint64_t two = last ^ part_of(before_, middle_factor);
        if (seen_ >= 1) out_.push_back({key_of(two), {begin_before_, span.end}});
        const std::uint64_t three = two ^ part_of(before_that_, first_factor);
        if (seen_ >= 2) out_.push_back({key_of(three), {begin_before_that_, span.end}});
        before_that_ = before_;
        begin_before_that_ = begin_before_;
        before_ = c;
        begin_before_ = span.begin;
        ++seen_;
    }

private:
    std::vector<Feature>& out_;
    char32_t before_ = 0, before_that_ = 0;
    std::uint32_t begin_before_ = 0, begin_before_that_ = 0;
    std::uint32_t seen_ = 0;
};

/// The same where words of lists stand as one; only grams that have such a word in them, the others are known already.
class ListWindow {
public:
    explicit ListWindow(std::vector<Feature>& out) : out_(out) {}

    void push(char32_t c, CharSpan span, bool listed) {
        const std::uint64_t two = part_of(c, last_factor) ^ part_of(last_[1].c, middle_factor);
        const bool two_listed = listed || last_[1].listed;
        if (seen_ >= 1 && two_listed) out_.push_back({key_of(two), {last_[1].begin, span.end}});
        if (seen_ >= 2 && (two_listed || last_[0].listed))
            out_.push_back({key_of(two ^ part_of(last_[0].c, first_factor)), {last_[0].begin, span.end}});
        last_ = {last_[1], {c, span.begin, listed}};
        ++seen_;
    }

private:
    struct Item {
        char32_t c = 0;
        std::uint32_t begin = 0;
        bool listed = false;
    };
    std::vector<Feature>& out_;
    std::array<Item, 2> last_{};
    std::uint32_t seen_ = 0;
};

char32_t length_class(std::uint32_t words) {
    constexpr std::array<std::uint32_t, 5> bounds{4, 8, 15, 30, 60};
    return static_cast<char32_t>(std::ranges::lower_bound(bounds, words) - bounds.begin());
}

char32_t edge_after(const Clause& clause) { return clause.ended_by == U'?' ? question_edge : edge; }

}  // namespace

FeatureMaker::FeatureMaker(std::u32string_view canonical, std::span<const Clause> clauses, const Concepts& concepts)
    : canonical_(canonical), clauses_(clauses), concepts_(concepts), taken_(clauses.size()) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        std::uint32_t words = 0;
        for (std::uint32_t at = clauses[i].span.begin; at < clauses[i].span.end; ++at)
            words += counts(canonical[at]) ? 1 : 0;
        if (words == 0) continue;
        if (spoken_++ == 0) first_ = i;
        last_ = i;
        words_ += words;
    }
}

void FeatureMaker::append_all(std::vector<Feature>& out) {
    for (std::size_t i = 0; i < clauses_.size(); ++i) append(i, out);
}

void FeatureMaker::take(std::size_t index) {
    if (taken_ == index) return;
    taken_ = index;
    const Clause& clause = clauses_[index];
    chars_.clear();
    places_.clear();
    for (std::uint32_t i = clause.span.begin; i < clause.span.end; ++i) {
        if (!counts(canonical_[i])) continue;
        chars_.push_back(canonical_[i]);
        places_.push_back(i);
    }
}

void FeatureMaker::append_words(std::size_t index, std::vector<Feature>& out) {
    take(index);
    if (chars_.empty()) return;
    append_grams(clauses_[index], out);
    append_concepts(clauses_[index], out);
}

void FeatureMaker::append_grams(const Clause& clause, std::vector<Feature>& out) const {
    Window window(out);
    window.push(edge, {clause.span.begin, clause.span.begin});
    for (std::size_t i = 0; i < chars_.size(); ++i) window.push(as_read(chars_[i]), {places_[i], places_[i] + 1});
    window.push(edge_after(clause), {clause.span.end, clause.span.end});
}

void FeatureMaker::append_concepts(const Clause& clause, std::vector<Feature>& out) const {
    if (concepts_.empty()) return;
    ListWindow window(out);
    window.push(edge, {clause.span.begin, clause.span.begin}, false);
    for (std::size_t i = 0; i < chars_.size();) {
        const Concepts::Word word = concepts_.longest(std::u32string_view(chars_).substr(i));
        if (word.length == 0) {
            window.push(as_read(chars_[i]), {places_[i], places_[i] + 1}, false);
            ++i;
            continue;
        }
        const CharSpan span{places_[i], places_[i + word.length - 1] + 1};
        for (std::uint32_t name = word.names; name < word.names_end; ++name)
            out.push_back({key_of(0, concepts_.name_at(name), list_mark), span});
        window.push(concepts_.name_at(word.names), span, true);
        i += word.length;
    }
    window.push(edge_after(clause), {clause.span.end, clause.span.end}, false);
}

void FeatureMaker::append_place(std::size_t index, std::vector<Feature>& out) {
    take(index);
    if (chars_.empty()) return;
    const CharSpan begin{clauses_[index].span.begin, clauses_[index].span.begin},
        end{clauses_[index].span.end, clauses_[index].span.end};
    const std::size_t count = chars_.size();
    if (index == first_) {
        out.push_back({key_of(0, reply_edge, as_read(chars_[0])), begin});
        if (count > 1) out.push_back({key_of(reply_edge, as_read(chars_[0]), as_read(chars_[1])), begin});
    }
    if (index == last_) {
        out.push_back({key_of(0, as_read(chars_[count - 1]), reply_edge), end});
        if (count > 1) out.push_back({key_of(as_read(chars_[count - 2]), as_read(chars_[count - 1]), reply_edge), end});
    }
    if (spoken_ == 1) out.push_back({key_of(0, 0, alone_mark), end});
    out.push_back({key_of(0, length_class(words_), length_mark), end});
    out.push_back({key_of(0, static_cast<char32_t>(std::min<std::size_t>(spoken_, 5)), clauses_mark), end});
}

}  // namespace huashu::scoring
