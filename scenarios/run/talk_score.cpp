#include "run/talk_score.hpp"

namespace huashu::scenarios {

scoring::Scorecard scorecard_of(const ScenarioData& data, const scoring::Engine& engine,
                                const std::vector<SaidTurn>& turns, std::size_t planned) {
    std::vector<scoring::PlannedStage> plan;
    for (std::size_t i = 0; i < planned; ++i) {
        const StageData& at = data.stages[data.plan[i]];
        plan.push_back({at.id, at.step});
    }
    std::vector<scoring::JudgedTurn> judged;
    judged.reserve(turns.size());
    for (const SaidTurn& turn : turns) {
        const int index = data.stages[turn.stage].planned;
        judged.push_back({index < static_cast<int>(planned) ? index : -1, turn.judgement, turn.anger_before});
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
