#include "model/features.hpp"

#include <algorithm>
#include <array>

#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

// Outside Unicode, so that no text can spell them.
constexpr char32_t edge = 0x110000, question_edge = 0x110001, reply_edge = 0x110002, length_mark = 0x110003,
                   clauses_mark = 0x110004, alone_mark = 0x110005;

bool counts(char32_t c) {
    const CharClass kind = class_of(c);
    return kind == CharClass::han || kind == CharClass::digit || kind == CharClass::letter || kind == CharClass::other;
}

/// Each character's part of a gram's hash depends on its place in it, so that 派師 and 師派 differ.
constexpr std::uint64_t last_factor = 0xC2B2AE3D27D4EB4Full, middle_factor = 0xD6E8FEB86659FD93ull,
                        first_factor = 0x9E3779B97F4A7C15ull;

std::uint32_t bucket_of(std::uint64_t hash) {
    hash ^= hash >> 29;
    hash *= 0x9FB21C651E98DF25ull;
    return static_cast<std::uint32_t>(hash >> 40) % feature_buckets;
}

std::uint32_t bucket_of(char32_t first, char32_t middle, char32_t last) {
    return bucket_of((last + 1) * last_factor ^ (middle + 1) * middle_factor ^ (first + 1) * first_factor);
}

/// Adds the grams that end in each character as it comes.
class Window {
public:
    explicit Window(std::vector<Feature>& out) : out_(out) {}

    void push(char32_t c, CharSpan span) {
        const std::uint64_t last = (c + 1) * last_factor;
        if (c < edge) out_.push_back({bucket_of(last), span});
        const std::uint64_t two = last ^ (before_ + 1) * middle_factor;
        if (seen_ >= 1) out_.push_back({bucket_of(two), {begin_before_, span.end}});
        const std::uint64_t three = two ^ (before_that_ + 1) * first_factor;
        if (seen_ >= 2) out_.push_back({bucket_of(three), {begin_before_that_, span.end}});
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

char32_t length_class(std::uint32_t words) {
    constexpr std::array<std::uint32_t, 5> bounds{4, 8, 15, 30, 60};
    return static_cast<char32_t>(std::ranges::lower_bound(bounds, words) - bounds.begin());
}

}  // namespace

FeatureMaker::FeatureMaker(std::u32string_view canonical, const std::vector<Clause>& clauses)
    : canonical_(canonical), clauses_(clauses) {
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

void FeatureMaker::append_all(std::vector<Feature>& out) const {
    for (std::size_t i = 0; i < clauses_.size(); ++i) append(i, out);
}

void FeatureMaker::append(std::size_t index, std::vector<Feature>& out) const {
    const Clause& clause = clauses_[index];
    const CharSpan begin{clause.span.begin, clause.span.begin}, end{clause.span.end, clause.span.end};
    const std::size_t before = out.size();
    Window window(out);
    window.push(edge, begin);
    std::array<char32_t, 2> head{}, tail{};  // the first two, the last two that count
    std::size_t words = 0;
    for (std::uint32_t i = clause.span.begin; i < clause.span.end; ++i) {
        if (!counts(canonical_[i])) continue;
        const char32_t c = class_of(canonical_[i]) == CharClass::digit ? U'0' : canonical_[i];
        window.push(c, {i, i + 1});
        if (words < 2) head[words] = c;
        tail = {tail[1], c};
        ++words;
    }
    if (words == 0) {
        out.resize(before);
        return;
    }
    window.push(clause.ended_by == U'?' ? question_edge : edge, end);
    if (index == first_) {
        out.push_back({bucket_of(0, reply_edge, head[0]), begin});
        if (words > 1) out.push_back({bucket_of(reply_edge, head[0], head[1]), begin});
    }
    if (index == last_) {
        out.push_back({bucket_of(0, tail[1], reply_edge), end});
        if (words > 1) out.push_back({bucket_of(tail[0], tail[1], reply_edge), end});
    }
    if (spoken_ == 1) out.push_back({bucket_of(0, 0, alone_mark), end});
    out.push_back({bucket_of(0, length_class(words_), length_mark), end});
    out.push_back({bucket_of(0, static_cast<char32_t>(std::min<std::size_t>(spoken_, 5)), clauses_mark), end});
}

}  // namespace huashu::scoring
