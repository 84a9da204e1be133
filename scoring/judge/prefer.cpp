#include "judge/judge_kinds.hpp"

namespace huashu::scoring {

void judge_prefers(Judging& judging) {
    std::vector<Spot>& spots = judging.scratch().spots;
    for (const std::uint32_t index : judging.scratch().hit_prefers) {
        const CompiledWords& words = judging.program().prefers[index];
        const Speaker& speaker = judging.program().speakers[words.speaker];
        judging.find(speaker.rule, words.match, words.except, spots);
        judging.apply_guard(speaker.rule, speaker.guard, spots);
        for (const Spot& spot : spots) judging.add_candidate(words.speaker, spot);
    }
}

}  // namespace huashu::scoring
