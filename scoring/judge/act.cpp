#include <algorithm>

#include "judge/judge_kinds.hpp"

namespace huashu::scoring {

namespace {

/// Matches that are not among the spots that count.
void deny_others(Judging& judging, const CompiledAct& act, const std::vector<Spot>& spots) {
    for (const PatternMatch& match : judging.reading().matches().of(act.match)) {
        const auto same = [&](const Spot& spot) { return spot.span == match.span; };
        if (std::ranges::none_of(spots, same)) judging.deny(act.act, match.span);
    }
}

}  // namespace

void judge_acts(Judging& judging, std::uint8_t phase) {
    std::vector<FoundAct> found;
    std::vector<Spot>& spots = judging.scratch().spots;
    for (const std::uint32_t index : judging.scratch().hit_acts) {
        const CompiledAct& act = judging.program().acts[index];
        if (act.phase != phase) continue;
        judging.find(act.rule, act.match, act.except, spots);
        judging.apply_guard(act.rule, act.guard, spots);
        if (judging.asks_model()) deny_others(judging, act, spots);
        for (const Spot& spot : spots) {
            judging.trace({TraceStep::What::act, act.rule, spot.span});
            found.push_back({act.act, spot, judging.reading().clause_at(spot.span.begin), index, 1.0, {}});
        }
    }
    judging.add_acts(found);
}

}  // namespace huashu::scoring
