#include "scenarios/session.hpp"

#include <algorithm>

#include "model/hash.hpp"
#include "model/hear.hpp"
#include "run/recognise.hpp"
#include "run/session_state.hpp"
#include "run/step.hpp"

namespace huashu::scenarios {
namespace {

tl::unexpected<Error> refuse(Error::Cause cause, std::string code, std::string text, std::string remedy) {
    Diagnostic problem;
    problem.code = std::move(code);
    problem.text = std::move(text);
    problem.remedy = std::move(remedy);
    return fail(cause, std::move(problem));
}

std::string hash_of(const std::vector<scoring::Pack>& packs) {
    std::uint64_t hash = hash_seed;
    for (const scoring::Pack& pack : packs) hash = hash_text(pack.content_hash(), hash_text(pack.id(), hash));
    return to_hex(finish_hash(hash));
}

}  // namespace

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Session Session::start(const Scenario& scenario, const scoring::Engine& engine, std::uint64_t seed,
                       const History& history) {
    return Session(std::make_unique<Impl>(scenario, engine, seed, history));
}

Result<Session> Session::restore(const Scenario& scenario, const scoring::Engine& engine, const SavedSession& saved) {
    if (saved.scenario_id != scenario.card().id)
        return refuse(
            Error::Cause::content, "other-scenario",
            "this talk was saved in the scenario \"" + saved.scenario_id + "\", not in \"" + scenario.card().id + "\"",
            "open it with its own scenario");
    Session session = start(scenario, engine, saved.seed, saved.history);
    for (std::size_t i = 0; i < saved.inputs.size(); ++i) {
        const Result<void> taken = session.take(saved.inputs[i]);
        if (taken) continue;
        return refuse(
            Error::Cause::content, "save-does-not-fit",
            "the scenario has changed: at turn " + std::to_string(i + 1) + " " + taken.error().diagnostics.front().text,
            i == 0 ? "start the scenario anew" : "start the scenario anew, or go on after turn " + std::to_string(i));
    }
    return session;
}

Session::Waits Session::waits_for() const {
    return impl_->state.ended == State::talking ? Waits::reply : Waits::nothing;
}

std::vector<Choice> Session::choices() const {
    std::vector<Choice> offered;
    if (waits_for() == Waits::nothing) return offered;
    const StageData& stage = impl_->stage();
    for (std::size_t i = 0; i < stage.choices.size(); ++i)
        if (is_offered(stage, impl_->state, i)) offered.push_back(stage.choices[i].card);
    return offered;
}

Result<void> Session::take(const Input& input) {
    if (waits_for() == Waits::nothing)
        return refuse(Error::Cause::usage, "talk-over", "the talk is over", "start a new one, or rewind");
    switch (input.kind) {
        case Input::Kind::choice:
            return impl_->take_choice(input);
        case Input::Kind::typed:
            impl_->take_typed(input);
            break;
        case Input::Kind::silence:
            impl_->take_silence();
            break;
    }
    return {};
}

Result<Turn> Session::answer(const Input& input) {
    const Result<void> taken = take(input);
    if (!taken) return tl::unexpected(taken.error());
    return impl_->written_turns().back();
}

const std::vector<OwnerLine>& Session::opening() const { return impl_->opening; }
const std::vector<Turn>& Session::turns() const { return impl_->written_turns(); }
Mood Session::mood() const { return impl_->state.mood; }
const std::vector<MoodChange>& Session::opening_changes() const { return impl_->opening_changes; }
const History& Session::history() const { return impl_->history; }
Mood Session::initial_mood() const { return impl_->opened; }
std::string Session::stage_id() const { return impl_->stage().id; }
std::string Session::stage_title() const { return impl_->stage().title; }
scoring::Step Session::step() const { return impl_->stage().step; }
std::string Session::model_reply() const { return impl_->stage().model; }
const std::optional<Ending>& Session::ending() const { return impl_->ending; }
std::string Session::last_owner_line() const { return impl_->last_owner_line(); }
const Scenario& Session::scenario() const { return impl_->scenario; }
int Session::turn_bound() const { return scenarios::turn_bound(impl_->data); }

std::vector<FactNote> Session::facts() const {
    std::vector<FactNote> notes;
    for (std::size_t i = 0; i < impl_->data.facts.size(); ++i) {
        const FactData& fact = impl_->data.facts[i];
        notes.push_back({fact.id, fact.label, fact.note, impl_->state.told[i] != 0});
    }
    return notes;
}

// Picked by the number of the turn, not by the talk's own chance: asking for it must change nothing.
std::string Session::nudge(int nth) const {
    if (waits_for() == Waits::nothing) return {};
    const std::vector<std::string>& lines = impl_->data.persona.silence.plain.texts;
    return lines[static_cast<std::size_t>(impl_->state.turn + nth) % lines.size()];
}

std::optional<int> Session::seconds_for_reply() const {
    if (waits_for() == Waits::nothing) return std::nullopt;
    const int seconds = impl_->stage().seconds > 0 ? impl_->stage().seconds : impl_->data.persona.seconds;
    return seconds > 0 ? std::optional(seconds) : std::nullopt;
}

std::vector<Memory> Session::memories() const {
    std::vector<Memory> memories;
    if (waits_for() == Waits::reply) return memories;
    static const Heard nothing;
    const Reply none{&nothing, 0, nullptr, -1};
    std::vector<bool> promised(impl_->data.record ? impl_->data.record->promises.size() : 0, false);
    for (const GivenPromise& promise : promises_given(*this))
        for (std::size_t i = 0; i < promised.size(); ++i)
            if (impl_->data.record->promises[i].id == promise.id) promised[i] = true;
    View view{impl_->data, impl_->state, none, *impl_};
    view.promised = &promised;
    for (const MemoryData& memory : impl_->data.household.memories)
        if (holds(memory.when, view)) memories.push_back({memory.id, memory.sort, memory.note});
    return memories;
}

scoring::Moment Session::moment() const {
    impl_->refresh_moment();
    return impl_->moment;
}

scoring::Scorecard Session::scorecard() const { return impl_->score(impl_->data.plan.size()); }

SavedSession Session::save() const {
    SavedSession saved{
        impl_->scenario.card().id, impl_->data.hash, hash_of(impl_->engine->packs()), impl_->seed, {}, impl_->history};
    for (std::size_t i = 0; i < impl_->trail.size(); ++i) saved.inputs.push_back(impl_->trail.input_of(i));
    return saved;
}

}  // namespace huashu::scenarios
