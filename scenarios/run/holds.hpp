// Asks a condition of the present moment.
#pragma once

#include "model/scenario_data.hpp"
#include "run/state.hpp"

namespace huashu::scenarios {

/// What the trainee did, as the owner takes it. Points to values that outlive the turn.
struct Reply {
    const Heard* heard = nullptr;
    InputSorts inputs = 0;               ///< of `heard`, and whether it was said before or copied
    const ChoiceData* choice = nullptr;  ///< null: typed or silent
    int choice_index = -1;
    bool note_words = true;  ///< false: this talk will not be asked whether they were said before
};

/// Knows the per cent of the points possible so far; asked only by conditions on `score`.
class ScoreSource {
public:
    [[nodiscard]] virtual int per_cent() = 0;
    virtual ~ScoreSource() = default;
};

struct View {
    const ScenarioData& data;
    const State& state;
    const Reply& reply;
    ScoreSource& score;
    /// A goal counts what was done at any turn so far as done; everything else asks for this reply.
    bool as_goal = false;
    /// By promise of the record, whether it was given; null while the talk runs.
    const std::vector<bool>* promised = nullptr;
};

[[nodiscard]] bool holds(const Condition& condition, const View& view);
[[nodiscard]] inline bool holds(const std::optional<Condition>& condition, const View& view) {
    return !condition || holds(*condition, view);
}
/// The keys that keep it from holding, as the format spells them, for those who ask why. Not for searches.
[[nodiscard]] std::vector<std::string> keys_against(const Condition& condition, const View& view);

}  // namespace huashu::scenarios
