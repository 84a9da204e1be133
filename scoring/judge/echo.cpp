#include "judge/judge_kinds.hpp"

namespace huashu::scoring {

void judge_echoes(Judging& judging) {
    if (!judging.lines().has_owner()) return;
    std::vector<Spot>& spots = judging.scratch().spots;
    for (const CompiledEcho& echo : judging.program().echoes) {
        if (!judging.lines().owner_has(echo.owner) || judging.reading().matches().has(echo.match)) continue;
        const Speaker& speaker = judging.program().speakers[echo.speaker];
        spots.assign(1, {judging.reading().whole()});
        judging.apply_guard(speaker.rule, speaker.guard, spots);
        if (!spots.empty()) judging.add_candidate(echo.speaker, {}, false);
    }
}

}  // namespace huashu::scoring
