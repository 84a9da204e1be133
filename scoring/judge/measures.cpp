#include "judge/measures.hpp"

#include <algorithm>
#include <unordered_set>

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

int count_in(const Reading& reading, CharSpan span) {
    const std::u32string_view chars = reading.canonical().chars;
    return static_cast<int>(std::ranges::count_if(chars.substr(span.begin, span.end - span.begin), is_wordlike));
}

}  // namespace

int count_chars(const Reading& reading) { return count_in(reading, reading.whole()); }

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
        here += count_in(reading, clause.span);
        longest = std::max(longest, here);
    }
    return longest;
}

Measure repeats(const Reading& reading) {
    Measure measure;
    std::unordered_set<std::u32string> said;
    for (const Clause& clause : reading.clauses()) {
        Words words = words_of(reading.canonical(), clause.span);
        if (words.chars.size() < min_repeat || said.insert(std::move(words.chars)).second) continue;
        ++measure.value;
        measure.spans.push_back(clause.span);
    }
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
