#include "run/mood_ledger.hpp"

#include <algorithm>

namespace huashu::scenarios {
namespace {

Delta half(const Delta& d) { return {d.anger / 2, d.trust / 2, d.patience / 2}; }  // towards zero

void add(Delta& sum, const Delta& more) {
    sum.anger += more.anger;
    sum.trust += more.trust;
    sum.patience += more.patience;
}

int excess(int value, int lowest, int highest) { return std::clamp(value, lowest, highest) - value; }

// One correction a turn, however often a bound was met.
void note_range(const Delta& correction, std::vector<Change>& changes) {
    if (correction.none()) return;
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [](const Change& change) { return change.cause == Change::Cause::range; });
    if (found == changes.end())
        changes.push_back({Change::Cause::range, 0, nullptr, correction});
    else
        add(found->delta, correction);
}

void move(const Delta& delta, State& state, std::vector<Change>& changes) {
    Mood& mood = state.mood;
    const Delta correction{excess(mood.anger + delta.anger, 0, 100), excess(mood.trust + delta.trust, 0, 100),
                           excess(mood.patience + delta.patience, 0, 100)};
    mood.anger += delta.anger + correction.anger;
    mood.trust += delta.trust + correction.trust;
    mood.patience += delta.patience + correction.patience;
    note_range(correction, changes);
}

class Effects {
public:
    Effects(std::vector<Change>& changes) : changes_(changes) {}

    void take(Change::Cause cause, std::size_t index, const Delta& delta) {
        if (delta.none()) return;
        changes_.push_back({cause, static_cast<int>(index), nullptr, delta});
        add(sum_, delta);
    }

    Delta bounded() {
        const Delta cut{excess(sum_.anger, -mood_bound, mood_bound), excess(sum_.trust, -mood_bound, mood_bound),
                        excess(sum_.patience, -mood_bound, mood_bound)};
        if (!cut.none()) changes_.push_back({Change::Cause::bound, 0, nullptr, cut});
        add(sum_, cut);
        return sum_;
    }

private:
    std::vector<Change>& changes_;
    Delta sum_;
};

}  // namespace

void apply_effects(const PersonaData& persona, const Reply& reply, State& state, std::vector<Change>& changes) {
    Effects effects(changes);
    for (std::size_t i = 0; i < scoring::act_count; ++i) {
        if (!reply.heard->acts.test(i)) continue;
        std::uint8_t& times = state.stage_acts[i];
        if (times < 2)
            effects.take(Change::Cause::act, i, times == 0 ? persona.act_effects[i] : half(persona.act_effects[i]));
        times = static_cast<std::uint8_t>(std::min(times + 1, 2));
    }
    for (std::size_t i = 0; i < scoring::family_count; ++i)
        if (reply.heard->charged.test(i)) effects.take(Change::Cause::family, i, persona.family_effects[i]);
    for (std::size_t i = 0; i < input_sort_count; ++i)
        if ((reply.inputs & bit(static_cast<InputSort>(i))) != 0)
            effects.take(Change::Cause::input, i, persona.input_effects[i]);
    move(effects.bounded(), state, changes);
}

void apply_change(const Change& change, State& state, std::vector<Change>& changes) {
    if (change.delta.none()) return;
    changes.push_back(change);
    move(change.delta, state, changes);
}

}  // namespace huashu::scenarios
