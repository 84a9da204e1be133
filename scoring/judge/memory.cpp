#include "judge/judge_kinds.hpp"

namespace huashu::scoring {

void judge_memories(Judging& judging) {
    std::vector<Spot>& spots = judging.scratch().spots;
    for (const std::uint32_t index : judging.scratch().hit_memories) {
        const CompiledMemory& memory = judging.program().memories[index];
        const Speaker& speaker = judging.program().speakers[memory.words.speaker];
        judging.find(speaker.rule, memory.words.match, memory.words.except, spots);
        judging.apply_guard(speaker.rule, speaker.guard, spots);
        if (spots.empty()) continue;
        const bool remembered =
            judging.lines().owner_ever_has(memory.known) || judging.lines().earlier_has(memory.earlier, 0);
        if (!remembered) continue;
        for (const Spot& spot : spots) judging.add_candidate(memory.words.speaker, spot);
    }
}

}  // namespace huashu::scoring
