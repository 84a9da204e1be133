#include "judge/scope.hpp"

namespace huashu::scoring {
namespace {

/// From the first character of the first clause to the last of the last, with the punctuation that closes it.
CharSpan chars_of_clauses(const Reading& reading, IndexRange range) {
    const std::vector<Clause>& clauses = reading.clauses();
    if (clauses.empty()) return reading.whole();
    const std::uint32_t end = range.last + 1 < clauses.size() ? clauses[range.last + 1].span.begin : reading.length();
    return {clauses[range.first].span.begin, end};
}

CharSpan sentence_around(const Reading& reading, CharSpan spot) {
    const std::vector<Clause>& clauses = reading.clauses();
    if (clauses.empty()) return reading.whole();
    IndexRange range = reading.clauses_of(spot);
    while (range.first > 0 && clauses[range.first - 1].sentence == clauses[range.first].sentence) --range.first;
    while (range.last + 1 < clauses.size() && clauses[range.last + 1].sentence == clauses[range.last].sentence)
        ++range.last;
    return chars_of_clauses(reading, range);
}

CharSpan next_clause(const Reading& reading, CharSpan spot) {
    const std::uint32_t next = reading.clauses_of(spot).last + 1;
    if (next >= reading.clauses().size()) return {reading.length(), reading.length()};
    return chars_of_clauses(reading, {next, next});
}

}  // namespace

CharSpan stretch_of(const Reading& reading, Scope scope, std::uint32_t within, CharSpan spot) {
    switch (scope) {
        case Scope::clause:
            return chars_of_clauses(reading, reading.clauses_of(spot));
        case Scope::sentence:
            return sentence_around(reading, spot);
        case Scope::next:
            return next_clause(reading, spot);
        case Scope::before:
            return {0, spot.begin};
        case Scope::after:
            return {spot.end, reading.length()};
        case Scope::around:
            return {spot.begin > within ? spot.begin - within : 0, std::min(spot.end + within, reading.length())};
        case Scope::reply:
        case Scope::owner:
        case Scope::earlier:
            return reading.whole();
    }
    return reading.whole();
}

bool in_stretch(Scope scope, CharSpan stretch, CharSpan thing) {
    if (scope == Scope::before || scope == Scope::after)
        return thing.begin >= stretch.begin && thing.end <= stretch.end;
    return thing.begin < stretch.end && thing.end > stretch.begin;
}

}  // namespace huashu::scoring
