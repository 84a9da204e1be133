// The kinds of rule at work, one file each. Each looks at the reply through Judging and puts in what it finds.
#pragma once

#include "judge/judging.hpp"

namespace huashu::scoring {

/// Acts of rules of that phase (CompiledAct::phase).
void judge_acts(Judging& judging, std::uint8_t phase);
/// Takes out what rules found and the model, which sees the whole reply, all but rules out.
void judge_doubts(Judging& judging);
/// Faults that the model sees where no rule found them.
void judge_learned(Judging& judging);
/// Takes out acts in whose clause a fault stands: what is said with it does the owner no good.
void judge_spoiled_acts(Judging& judging);
/// Acts that the model sees where no rule found them, in clauses without a fault.
void judge_model_acts(Judging& judging);
void judge_limits(Judging& judging);
/// Forbidding rules that do or do not ask for other findings.
void judge_forbids(Judging& judging, bool asking_families);
void judge_orders(Judging& judging);
void judge_pairs(Judging& judging);
void judge_prefers(Judging& judging);
void judge_echoes(Judging& judging);
void judge_memories(Judging& judging);

/// All of the above, in their order.
void judge_all_kinds(Judging& judging);

}  // namespace huashu::scoring
