// From a reply to its Judgement: all of judging, with or without a record of its steps.
#pragma once

#include "judge/judging.hpp"
#include "scoring/judgement.hpp"

namespace huashu::scoring {

[[nodiscard]] Judgement judge_reply(const Program& program, std::string_view reply, const Moment& moment,
                                    Scratch& scratch, Trace* trace = nullptr, bool ask_model = true);

}  // namespace huashu::scoring
