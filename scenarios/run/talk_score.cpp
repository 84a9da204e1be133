#include "run/talk_score.hpp"

namespace huashu::scenarios {

scoring::Scorecard scorecard_of(const ScenarioData& data, const scoring::Engine& engine, const std::vector<Turn>& turns,
                                std::size_t planned) {
    std::vector<scoring::PlannedStage> plan;
    for (std::size_t i = 0; i < planned; ++i) {
        const StageData& at = data.stages[data.plan[i]];
        plan.push_back({at.id, at.step});
    }
    std::vector<scoring::JudgedTurn> judged;
    for (const Turn& turn : turns) {
        int index = -1;
        for (std::size_t i = 0; i < planned; ++i)
            if (plan[i].id == turn.stage) index = static_cast<int>(i);
        judged.push_back({index, turn.judgement, turn.before.anger});
    }
    return make_scorecard(engine, data.card.complaint, plan, judged);
}

std::size_t planned_so_far(const ScenarioData& data, const State& state) {
    std::size_t planned = 0;
    for (std::size_t i = 0; i < data.plan.size(); ++i)
        if (state.visits[data.plan[i]] > 0) planned = i + 1;
    return planned;
}

}  // namespace huashu::scenarios
