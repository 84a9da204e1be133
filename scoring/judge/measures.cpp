#include "judge/measures.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace huashu::scoring {
namespace {

/// The characters that count, with their positions.
struct Words {
    std::u32string chars;
    std::vector<std::uint32_t> position;
};

Words words_of(const FoldedText& text, CharSpan span) {
    Words words;
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
        if (!is_wordlike(text.chars[i])) continue;
        words.chars.push_back(text.chars[i]);
        words.position.push_back(i);
    }
    return words;
}

Words words_of(const FoldedText& text) { return words_of(text, {0, static_cast<std::uint32_t>(text.chars.size())}); }

/// A fingerprint of the characters of a clause that count.
std::uint64_t fingerprint(const Reading& reading, CharSpan span) {
    const std::u32string& chars = reading.canonical().chars;
    std::uint64_t hash = 0;
    for (std::uint32_t i = span.begin; i < span.end; ++i)
        if (reading.words_in({i, i + 1}) != 0) hash = (hash ^ chars[i]) * 0xD6E8FEB86659FD93ull;
    return hash;
}

bool same_words(const Reading& reading, CharSpan a, CharSpan b) {
    return words_of(reading.canonical(), a).chars == words_of(reading.canonical(), b).chars;
}

}  // namespace

int count_chars(const Reading& reading) { return reading.words_in(reading.whole()); }

int count_questions(const Reading& reading) {
    return static_cast<int>(std::ranges::count_if(reading.clauses(), [](const Clause& clause) {
        return clause.ended_by == U'?' || clause.ended_by == U'\uFF1F';
    }));
}

int longest_sentence(const Reading& reading) {
    int longest = 0, here = 0;
    std::uint32_t sentence = 0;
    for (const Clause& clause : reading.clauses()) {
        if (clause.sentence != sentence) here = 0;
        sentence = clause.sentence;
        here += reading.words_in(clause.span);
        longest = std::max(longest, here);
    }
    return longest;
}

// Sorted by fingerprint, the same clauses are neighbours, in the order in which they were said.
Measure repeats(const Reading& reading) {
    Measure measure;
    std::vector<std::pair<std::uint64_t, CharSpan>> said;
    for (const Clause& clause : reading.clauses())
        if (reading.words_in(clause.span) >= min_repeat)
            said.emplace_back(fingerprint(reading, clause.span), clause.span);
    std::ranges::sort(said);
    for (std::size_t i = 1; i < said.size(); ++i) {
        if (said[i].first != said[i - 1].first || !same_words(reading, said[i].second, said[i - 1].second)) continue;
        ++measure.value;
        measure.spans.push_back(said[i].second);
    }
    std::ranges::sort(measure.spans);
    return measure;
}

Measure copied(const Reading& reading, const FoldedText& original) {
    Measure measure;
    const Words mine = words_of(reading.canonical()), theirs = words_of(original);
    if (mine.chars.size() < min_copy || theirs.chars.size() < min_copy) return measure;
    const std::u32string_view their_chars = theirs.chars, my_chars = mine.chars;
    std::unordered_set<std::u32string_view> runs;
    for (std::size_t i = 0; i + min_copy <= their_chars.size(); ++i) runs.insert(their_chars.substr(i, min_copy));
    std::size_t covered = 0, total = 0;  // characters before `covered` are accounted for
    for (std::size_t i = 0; i + min_copy <= my_chars.size(); ++i) {
        if (!runs.contains(my_chars.substr(i, min_copy))) continue;
        const std::size_t end = i + min_copy;
        const CharSpan span{mine.position[i], mine.position[end - 1] + 1};
        if (i < covered && !measure.spans.empty())
            measure.spans.back().end = span.end;
        else
            measure.spans.push_back(span);
        total += end - std::max(covered, i);
        covered = end;
    }
    measure.value = static_cast<int>(total * 100 / my_chars.size());
    return measure;
}

}  // namespace huashu::scoring
