#include "judge/judge_kinds.hpp"

namespace huashu::scoring {

// docs/scoring.md, "The order of judging", says why.
void judge_all_kinds(Judging& judging) {
    judge_acts(judging, 1);
    judge_acts(judging, 2);
    judge_limits(judging);
    judge_forbids(judging, false);
    judge_forbids(judging, true);
    judge_acts(judging, 3);
    judge_doubts(judging);
    judge_learned(judging);
    judge_spoiled_acts(judging);
    judge_model_acts(judging);
    judge_orders(judging);
    judge_pairs(judging);
    judge_prefers(judging);
    judge_echoes(judging);
    judge_memories(judging);
}

ActSet acts_in(const Program& program, std::string_view text) {
    const Moment nothing;
    Scratch scratch;
    Judging judging(program, nothing, scratch);
    judging.read(text);
    judge_acts(judging, 1);
    judge_acts(judging, 2);
    judge_limits(judging);
    return judging.act_set();
}

}  // namespace huashu::scoring
