#include "run/step.hpp"

#include <algorithm>
#include <bit>

#include "model/names.hpp"
#include "run/mood_ledger.hpp"

namespace huashu::scenarios {
namespace {

using Why = OwnerLine::Why;

// A variant that was used comes again only when all were; the one that closed a round does not open the next.
const std::string& pick(const Variants& variants, Wording* wording) {
    const auto count = static_cast<std::uint32_t>(variants.texts.size());
    if (count == 1 || wording == nullptr) return variants.texts.front();
    std::uint32_t& used = wording->used[variants.slot];
    const std::uint32_t all = count == 32 ? ~0u : (1u << count) - 1;
    const auto left = static_cast<std::uint32_t>(std::popcount(all & ~used));
    std::uint32_t nth = left > 1 ? wording->random.below(left) : 0;
    std::uint32_t index = 0;
    for (;; ++index) {
        if ((used >> index & 1u) != 0) continue;
        if (nth-- == 0) break;
    }
    used |= 1u << index;
    if (used == all) used = 1u << index;
    return variants.texts[index];
}

class Turner {
public:
    Turner(const ScenarioData& data, State& state, Wording* wording, const Reply& reply, ScoreSource& score,
           Outcome& out)
        : data_(data), state_(state), wording_(wording), reply_(reply), out_(out), view_{data, state, reply, score} {}

    void open() {
        for (const Returning& returning : data_.household.returning) {
            if (!holds(returning.when, view_)) continue;
            apply_change({Change::Cause::memory, 0, &returning.id, returning.mood}, state_, out_.changes);
            assign(returning.set);
        }
        enter(data_.start);
    }

    void play() {
        ++state_.turn;
        ++state_.stage_turn;
        state_.did |= reply_.heard->acts;
        note_said();
        apply_effects(data_.persona, reply_, state_, out_.changes);
        tell_asked_facts();
        int jump = react();
        speak_facts();
        const int moved_by_event = happen();
        if (moved_by_event != no_jump) jump = moved_by_event;
        if (end_early()) return;
        go_on(jump);
    }

private:
    [[nodiscard]] const StageData& stage() const { return data_.stages[state_.stage]; }

    void speak(Why why, const Lines& lines, const std::string& from) {
        for (const Lines::Guarded& guarded : lines.guarded)
            if (holds(guarded.when, view_)) {
                out_.spoken.push_back({why, &pick(guarded.variants, wording_), &from});
                return;
            }
        out_.spoken.push_back({why, &pick(lines.plain, wording_), &from});
    }

    void note_said() {
        if (reply_.choice_index >= 0) {
            const auto all = static_cast<std::uint32_t>((1u << stage().choices.size()) - 1);
            if (state_.used_choices == all) state_.used_choices = 0;
            state_.used_choices |= 1u << reply_.choice_index;
        }
        if (reply_.note_words) state_.said.insert(reply_.heard->words_hash);
    }

    void tell(int fact) {
        if (state_.told[fact] != 0) return;
        state_.told[fact] = 1;
        out_.told.push_back(fact);
    }

    void tell_asked_facts() {
        if (reply_.heard->worst >= static_cast<int>(scoring::Severity::major)) return;
        for (const int fact : reply_.heard->asked)
            if (static_cast<int>(out_.told.size()) < most_asked_facts_a_turn) tell(fact);
    }

    void speak_facts() {
        for (const int fact : out_.told) speak(Why::fact, data_.facts[fact].tell, data_.facts[fact].id);
    }

    void assign(const std::vector<Assignment>& assignments) {
        for (const Assignment& a : assignments) state_.variables[a.variable] = static_cast<std::int8_t>(a.value);
    }

    // What a reply brings besides its acts: the answer to a choice, or the first reaction that fits.
    int react() {
        int jump = no_jump;
        if (const ChoiceData* choice = reply_.choice) {
            apply_change({Change::Cause::choice, 0, &choice->card.id, choice->mood}, state_, out_.changes);
            assign(choice->set);
            jump = choice->next;
            if (choice->answer) {
                speak(Why::answer, *choice->answer, choice->card.id);
                return jump;
            }
        }
        const Rule* reaction = first_reaction();
        if (reaction == nullptr) return jump;
        const int moved = fire(*reaction, Change::Cause::reaction, Why::reaction);
        return jump != no_jump ? jump : moved;
    }

    // Whether a condition holds, noted for whoever wants to know why.
    bool ask(const std::optional<Condition>& when, const View& view, AskedRule::What what, const std::string& id,
             std::size_t index, AskedRule::Owner owner = AskedRule::Owner::stage, bool spent = false) const {
        const bool held = !spent && holds(when, view);
        if (out_.asked != nullptr)
            out_.asked->push_back({what, owner, id, static_cast<int>(index), held, spent,
                                   when && !held && !spent ? keys_against(*when, view) : std::vector<std::string>{}});
        return held;
    }

    [[nodiscard]] const Rule* first_of(const std::vector<Rule>& rules, AskedRule::What what,
                                       AskedRule::Owner owner) const {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const Rule& rule = rules[i];
            const bool spent = rule.once && state_.fired[rule.once_slot] != 0;
            if (ask(rule.when, view_, what, rule.id, i, owner, spent)) return &rule;
        }
        return nullptr;
    }

    [[nodiscard]] const Rule* first_reaction() const {
        using Owner = AskedRule::Owner;
        constexpr AskedRule::What what = AskedRule::What::reaction;
        if (const Rule* found = first_of(stage().reactions, what, Owner::stage)) return found;
        if (const Rule* found = first_of(data_.reactions, what, Owner::scenario)) return found;
        const Rule* found = first_of(data_.persona.reactions, what, Owner::persona);
        // "Go on then" would be out of place where he is just telling what he was asked.
        const bool catch_all = found != nullptr && !found->when;
        return catch_all && !out_.told.empty() ? nullptr : found;
    }

    int fire(const Rule& rule, Change::Cause cause, Why why) {
        if (rule.once) state_.fired[rule.once_slot] = 1;
        speak(why, rule.say, rule.id);
        apply_change({cause, 0, &rule.id, rule.mood}, state_, out_.changes);
        assign(rule.set);
        for (const int fact : rule.tell) tell(fact);
        return rule.to;
    }

    int happen() {
        const Rule* event = first_of(data_.events, AskedRule::What::event, AskedRule::Owner::scenario);
        if (event == nullptr) return no_jump;
        const std::size_t told_before = out_.told.size();
        const int moved = fire(*event, Change::Cause::event, Why::event);
        for (std::size_t i = told_before; i < out_.told.size(); ++i) {
            const FactData& fact = data_.facts[out_.told[i]];
            speak(Why::fact, fact.tell, fact.id);
        }
        return moved;
    }

    void end_with(int ending) {
        state_.ended = ending;
        speak(Why::ending, data_.endings[ending].say, data_.endings[ending].card.id);
    }

    [[nodiscard]] bool ask_ending(std::size_t i) const {
        const EndingData& ending = data_.endings[i];
        return ask(ending.when, view_, AskedRule::What::ending, ending.card.id, i, AskedRule::Owner::scenario);
    }

    bool end_early() {
        for (std::size_t i = 0; i < data_.endings.size(); ++i)
            if (data_.endings[i].at_any_time && ask_ending(i)) {
                end_with(static_cast<int>(i));
                return true;
            }
        if (state_.mood.anger < 100 && state_.mood.patience > 0) return false;
        static const std::string left(left_id);
        state_.ended = State::left;
        speak(Why::ending, data_.persona.leaves, left);
        return true;
    }

    void end_at_the_end() {
        for (std::size_t i = 0; i < data_.endings.size(); ++i)
            if (!data_.endings[i].at_any_time && ask_ending(i)) {
                end_with(static_cast<int>(i));
                return;
            }
    }

    // Goals are asked most of all: nothing is copied unless it is noted.
    [[nodiscard]] bool ask_goal(const Condition& goal, const View& as_goal, std::size_t i) const {
        const bool held = holds(goal, as_goal);
        if (out_.asked != nullptr)
            out_.asked->push_back({AskedRule::What::goal,
                                   AskedRule::Owner::stage,
                                   {},
                                   static_cast<int>(i),
                                   held,
                                   false,
                                   held ? std::vector<std::string>{} : keys_against(goal, as_goal)});
        return held;
    }

    [[nodiscard]] bool goal_met() {
        View as_goal = view_;
        as_goal.as_goal = true;
        const auto& goals = stage().goal;
        for (std::size_t i = 0; i < goals.size(); ++i)
            if ((state_.goals >> i & 1u) == 0 && ask_goal(goals[i], as_goal, i)) state_.goals |= 1u << i;
        return static_cast<std::size_t>(std::popcount(state_.goals)) == goals.size();
    }

    void get_stuck() {
        out_.stuck = true;
        if (stage().stuck) speak(Why::stuck, *stage().stuck, stage().id);
        apply_change({Change::Cause::stuck, 0, nullptr, {0, 0, stuck_patience}}, state_, out_.changes);
    }

    void go_on(int jump) {
        const bool met = goal_met();
        if (jump == no_jump && !met) {
            if (state_.stage_turn < stage().turns) return;
            get_stuck();
            if (end_early()) return;
        }
        if (jump == no_jump) jump = way_out();
        if (jump >= 0 && state_.visits[jump] < most_visits_of_a_stage)
            enter(jump);
        else
            end_at_the_end();
    }

    [[nodiscard]] int way_out() const {
        static const std::string no_id;
        const auto& ways = stage().next;
        for (std::size_t i = 0; i < ways.size(); ++i)
            if (ask(ways[i].when, view_, AskedRule::What::way, no_id, i)) return ways[i].to;
        return to_end;
    }

    // Days take the heat out of anger and give some patience back; trust comes back by deeds only.
    void calm_down(int days) {
        if (days == 0) return;
        const Mood& mood = state_.mood;
        const int share = std::min(days, days_to_calm);
        const int cooled = mood.anger * share / (2 * days_to_calm);
        const int rested = (100 - mood.patience) * share / (4 * days_to_calm);
        apply_change({Change::Cause::days, 0, nullptr, {-cooled, 0, rested}}, state_, out_.changes);
    }

    void enter(int stage) {
        state_.stage = stage;
        state_.stage_turn = 0;
        state_.used_choices = 0;
        state_.goals = 0;
        state_.stage_acts.fill(0);
        ++state_.visits[stage];
        calm_down(data_.stages[stage].days_later);
        speak(Why::enter, data_.stages[stage].enter, data_.stages[stage].id);
    }

    const ScenarioData& data_;
    State& state_;
    Wording* wording_;
    const Reply& reply_;
    Outcome& out_;
    View view_;
};

void begin(Outcome& out, const State& state) {
    out.changes.clear();
    out.spoken.clear();
    out.told.clear();
    out.stuck = false;
    out.before = state.mood;
}

}  // namespace

void open_talk(const ScenarioData& data, State& state, Wording* wording, ScoreSource& score, Outcome& out) {
    static const Heard nothing;
    const Reply none{&nothing, 0, nullptr, -1};
    begin(out, state);
    Turner(data, state, wording, none, score, out).open();
    out.after = state.mood;
}

void step(const ScenarioData& data, State& state, Wording* wording, const Reply& reply, ScoreSource& score,
          Outcome& out) {
    begin(out, state);
    Turner(data, state, wording, reply, score, out).play();
    out.after = state.mood;
}

std::string name_of_cause(const Change& change) {
    using Cause = Change::Cause;
    switch (change.cause) {
        case Cause::act:
            return std::string(scoring::name_of(static_cast<scoring::Act>(change.index)));
        case Cause::family:
            return std::string(scoring::name_of(static_cast<scoring::Family>(change.index)));
        case Cause::input:
            return std::string(name_of(static_cast<InputSort>(change.index)));
        case Cause::choice:
            return "choice " + *change.id;
        case Cause::reaction:
            return "reaction " + *change.id;
        case Cause::event:
            return "event " + *change.id;
        case Cause::memory:
            return "memory " + *change.id;
        case Cause::days:
            return "days";
        case Cause::stuck:
            return "stuck";
        case Cause::bound:
            return "bound";
        case Cause::range:
            return "range";
    }
    return {};
}

}  // namespace huashu::scenarios
