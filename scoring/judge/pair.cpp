#include <algorithm>

#include "judge/judge_kinds.hpp"

namespace huashu::scoring {

void judge_pairs(Judging& judging) {
    std::vector<Spot>& spots = judging.scratch().spots;
    for (const CompiledPair& pair : judging.program().pairs) {
        judging.occurrences(pair.trigger, spots, true);
        const Speaker& speaker = judging.program().speakers[pair.speaker];
        judging.apply_guard(speaker.rule, speaker.guard, spots);
        std::erase_if(spots, [&](const Spot& trigger) { return judging.any_holds(pair.with, trigger.span); });
        for (const Spot& trigger : spots) judging.add_candidate(pair.speaker, trigger);
    }
}

}  // namespace huashu::scoring
