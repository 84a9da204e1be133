#include <algorithm>

#include "judge/judge_kinds.hpp"

namespace huashu::scoring {
namespace {

/// Matches that are not among the spots that count.
void excuse_others(Judging& judging, const CompiledWords& words, Family family, const std::vector<Spot>& spots) {
    for (const PatternMatch& match : judging.reading().matches().of(words.match)) {
        const auto same = [&](const Spot& spot) { return spot.span == match.span; };
        if (std::ranges::none_of(spots, same)) judging.excuse(family, match.span);
    }
}

}  // namespace

void judge_forbids(Judging& judging, bool asking_families) {
    std::vector<Spot>& spots = judging.scratch().spots;
    std::vector<Candidate> found;  // put in at the end: rules that ask for findings do not see each other's
    for (const std::uint32_t index : judging.scratch().hit_forbids) {
        const CompiledWords& words = judging.program().forbids[index];
        if (words.asks_families != asking_families) continue;
        const Speaker& speaker = judging.program().speakers[words.speaker];
        judging.find(speaker.rule, words.match, words.except, spots);
        judging.apply_guard(speaker.rule, speaker.guard, spots);
        if (judging.asks_model()) excuse_others(judging, words, *speaker.family, spots);
        for (const Spot& spot : spots) found.push_back({words.speaker, spot, true});
    }
    for (const Candidate& one : found) judging.add_candidate(one.speaker, one.spot);
}

}  // namespace huashu::scoring
