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

std::uint32_t bucket_of(char32_t a, char32_t b, char32_t c) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ull;
    for (const char32_t one : {a, b, c}) {
        hash ^= one + 1;
        hash *= 0xD6E8FEB86659FD93ull;
        hash ^= hash >> 32;
    }
    return static_cast<std::uint32_t>(hash >> 20) % gram_buckets;
}

/// The last three characters seen, and where they stand.
class Window {
public:
    explicit Window(std::vector<Gram>& out) : out_(out) {}

    void push(char32_t c, CharSpan span) {
        chars_[0] = chars_[1];
        chars_[1] = chars_[2];
        chars_[2] = c;
        spans_[0] = spans_[1];
        spans_[1] = spans_[2];
        spans_[2] = span;
        ++seen_;
        const bool is_edge = c >= edge;
        if (!is_edge) add(0, 0, c, 2);
        if (seen_ >= 2) add(0, chars_[1], c, 1);
        if (seen_ >= 3) add(chars_[0], chars_[1], c, 0);
    }

private:
    void add(char32_t a, char32_t b, char32_t c, std::size_t first) {
        out_.push_back({bucket_of(a, b, c), {spans_[first].begin, spans_[2].end}});
    }

    std::vector<Gram>& out_;
    char32_t chars_[3]{};
    CharSpan spans_[3];
    std::size_t seen_ = 0;
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
