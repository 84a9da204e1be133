#include "model/grams.hpp"

#include "text/fold_table.hpp"

namespace huashu::scoring {
namespace {

// Outside Unicode, so that no text can spell them.
constexpr char32_t edge = 0x110000;
constexpr char32_t question_edge = 0x110001;

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
    return static_cast<std::uint32_t>(hash >> 40) % gram_buckets;
}

/// Adds the grams that end in each character as it comes.
class Window {
public:
    explicit Window(std::vector<Gram>& out) : out_(out) {}

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
    std::vector<Gram>& out_;
    char32_t before_ = 0, before_that_ = 0;
    std::uint32_t begin_before_ = 0, begin_before_that_ = 0;
    std::uint32_t seen_ = 0;
};

}  // namespace

void append_grams(std::u32string_view canonical, const Clause& clause, std::vector<Gram>& out) {
    Window window(out);
    window.push(edge, {clause.span.begin, clause.span.begin});
    for (std::uint32_t i = clause.span.begin; i < clause.span.end; ++i) {
        const char32_t c = canonical[i];
        if (!counts(c)) continue;
        window.push(class_of(c) == CharClass::digit ? U'0' : c, {i, i + 1});
    }
    window.push(clause.ended_by == U'?' ? question_edge : edge, {clause.span.end, clause.span.end});
}

}  // namespace huashu::scoring
