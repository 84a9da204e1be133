// What a choice is worth and does, known when the scenario loads.
#pragma once

#include <cstdint>
#include <vector>

#include "model/condition.hpp"
#include "scoring/judgement.hpp"

namespace huashu::scenarios {

/// The parts of a judgement that the owner reacts to, ready to be tested by conditions.
struct Heard {
    scoring::ActSet acts;
    scoring::FamilySet families;   ///< of all findings
    scoring::FamilySet charged;    ///< of findings of severity minor or worse: these move the mood
    int worst = -1;                ///< severity of the worst finding, as a number; -1: none
    InputSorts inputs = 0;         ///< without `repeat` and `copied`, which depend on what was said before
    std::vector<int> groups;       ///< pattern groups that match, ascending
    std::vector<int> asked;        ///< facts that it asks for, ascending
    std::uint64_t words_hash = 0;  ///< equal for replies that say the same words; 0: no words
};

struct Verdict {
    scoring::Judgement judgement;
    Heard heard;
};

}  // namespace huashu::scenarios
