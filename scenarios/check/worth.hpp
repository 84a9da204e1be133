// What makes rudeness pay: a choice that the rules rate clearly worse than another of its stage, and that leads to more
// points in the end.
#pragma once

#include "model/verdict.hpp"
#include "scoring/judgement.hpp"

namespace huashu::scenarios {

struct Worth {
    int by_itself = 0;    ///< what the rules give the choice; nothing is worse than a critical finding
    int in_the_end = 0;   ///< the points of the talk that it leads to
    bool faulty = false;  ///< it breaks a rule, and does not merely fall short
};

[[nodiscard]] inline Worth worth_of(const scoring::Judgement& judgement, int in_the_end) {
    const bool critical = judgement.worst() == scoring::Severity::critical;
    return {critical ? 0 : judgement.score, in_the_end, judgement.worst() >= scoring::Severity::minor};
}

/// A choice that merely says nothing useful may come out a little ahead, one that breaks a rule not at all.
[[nodiscard]] inline bool outdoes(const Worth& worse, const Worth& better) {
    constexpr int clearly_worse = 10;  // points between two choices by themselves
    constexpr int clearly_more = 3;    // points in the end
    return better.by_itself >= worse.by_itself + clearly_worse && better.in_the_end < worse.in_the_end &&
           (worse.faulty || better.in_the_end + clearly_more <= worse.in_the_end);
}

}  // namespace huashu::scenarios
