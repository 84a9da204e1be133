#include "run/state.hpp"

#include <algorithm>

namespace huashu::scenarios {

Remembered recall(const ScenarioData& data, const History& history) {
    Remembered past;
    for (const std::vector<std::string>* ids : {&history.kept, &history.broken, &history.said})
        for (const std::string& id : *ids)
            for (std::size_t i = 0; i < data.memory_names.size(); ++i)
                if (data.memory_names[i] == id) past.ids |= std::uint64_t{1} << i;
    constexpr std::size_t most = 64;  // of what conditions can ask for
    past.kept = static_cast<std::uint8_t>(std::min(history.kept.size(), most));
    past.broken = static_cast<std::uint8_t>(std::min(history.broken.size(), most));
    if (history.last) past.last = static_cast<std::int8_t>(*history.last);
    return past;
}

State initial_state(const ScenarioData& data, const History& history) {
    State state;
    state.past = recall(data, history);
    state.mood = data.mood;
    state.stage = data.start;
    state.told = SmallBytes(data.facts.size());
    state.variables = SmallBytes(data.variables.size());
    state.fired = SmallBytes(static_cast<std::size_t>(data.once_count));
    state.visits = SmallBytes(data.stages.size());
    return state;
}

int turn_bound(const ScenarioData& data) {
    int turns = 0;
    for (const StageData& stage : data.stages) turns += stage.turns;
    return turns * most_visits_of_a_stage;
}

bool is_offered(const StageData& stage, const State& state, std::size_t choice) {
    const std::uint32_t all = (1u << stage.choices.size()) - 1;
    return state.used_choices == all || (state.used_choices >> choice & 1u) == 0;
}

}  // namespace huashu::scenarios
