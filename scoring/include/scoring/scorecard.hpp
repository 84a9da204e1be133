// The worth of a whole conversation: a pure function of its judged turns and of the stages that its
// scenario plans. The plan, not the path taken, makes the denominator: a talk that breaks off early
// has missed what the later stages asked for. Lines add up to the score exactly.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "scoring/engine.hpp"
#include "scoring/shared_judgement.hpp"

namespace huashu::scoring {

/// One stage of the plan, in order. Each step of a plan weighs the same.
struct PlannedStage {
    std::string id;
    Step step = Step::unknown;
};

struct JudgedTurn {
    int stage = 0;  ///< index into the plan; -1: a stage outside the plan
    SharedJudgement judgement;
    std::optional<int> anger_before;
};

struct DimensionScore {
    Dimension dimension = Dimension::forbidden;
    int earned_centipoints = 0;    ///< credits of this dimension
    int possible_centipoints = 0;  ///< 0: not applicable in this conversation
    int lost_centipoints = 0;      ///< by findings, >= 0
};

struct Scorecard {
    int score = 0;                           ///< 0..100, the ledger's sum rounded half up
    std::vector<DimensionScore> dimensions;  ///< all eight, in their fixed order
    std::vector<LedgerLine> ledger;
    bool has_critical = false;
};

/// An act counts for the stage in which it was said and for later ones; each requirement is credited once,
/// to the first turn that met it.
[[nodiscard]] Scorecard make_scorecard(const Engine& engine, Complaint complaint, const std::vector<PlannedStage>& plan,
                                       const std::vector<JudgedTurn>& turns);

}  // namespace huashu::scoring
