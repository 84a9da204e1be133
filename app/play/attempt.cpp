#include "play/attempt.hpp"

#include <algorithm>
#include <utility>

#include "records/hashing.hpp"
#include "scenarios/session_json.hpp"
#include "scenarios/what_if.hpp"
#include "scoring/text.hpp"
#include "words/utf8.hpp"

namespace huashu::app {
namespace {

using scenarios::Input;
using scenarios::SavedSession;
using scenarios::Session;

constexpr const char* hint_kind = "attempt.hint";  // a document, whose subject is the attempt (docs/records.md)

// What is judged, shown and recorded must be one and the same text, and JSON and SQLite hold UTF-8 only.
Input repaired(const Input& input) {
    if (scoring::is_valid_utf8(input.value)) return input;
    return {input.kind, repair_utf8(input.value)};
}

// The rungs taken for reply `turn`.
std::vector<int> rungs_of(const std::vector<HintTaken>& hints, std::size_t turn) {
    std::vector<int> rungs;
    for (const HintTaken& hint : hints)
        if (hint.turn == static_cast<int>(turn)) rungs.push_back(hint.rung);
    return rungs;
}

}  // namespace

std::string fingerprint_of(const scenarios::Turn& turn) {
    constexpr std::size_t digits = 32;
    return fingerprint(scenarios::to_json(turn)).substr(0, digits);
}

TurnRecord record_of(const scenarios::Turn& turn, std::vector<int> hints) {
    TurnRecord record;
    record.input = turn.input;
    record.stage = turn.stage;
    record.score = turn.judgement->score;
    record.mood = turn.after;
    for (const scoring::Finding& finding : turn.judgement->findings) record.findings.push_back(finding.rule);
    for (const scoring::EarnedAct& act : turn.judgement->acts) record.acts.emplace_back(name_of(act.act));
    record.hints = std::move(hints);
    record.ledger = fingerprint_of(turn);
    return record;
}

std::optional<EndRecord> end_of(const Session& session, const std::vector<HintTaken>& hints) {
    if (!session.ending()) return std::nullopt;
    const scoring::Scorecard card = session.scorecard();
    return EndRecord{session.ending()->id, std::string(name_of(session.ending()->rank)),
                     score_after_hints(card.score, hints), card.has_critical, session.memories()};
}

namespace {

AttemptStart start_of(const SavedSession& saved, std::string rewinds) {
    return {saved.scenario_id, saved.scenario_hash, saved.packs_hash, saved.seed, std::move(rewinds), saved.history};
}

tl::unexpected<Error> refuse(const char* code, std::string text, const char* remedy) {
    return fail(Error::Cause::usage,
                {.code = code, .text = std::move(text), .remedy = remedy, .place = {}, .excerpt = {}});
}

Diagnostic changed_since(const char* code, const char* text) {
    return {.level = Level::warning,
            .code = code,
            .text = text,
            .remedy = "scores of the turns before may differ from what was shown then",
            .place = {},
            .excerpt = {}};
}

}  // namespace

Attempt::Attempt(Session session, const scoring::Engine& engine, Records* records, std::string id)
    : session_(std::move(session)), engine_(&engine), records_(records), id_(std::move(id)) {}

Result<Attempt> Attempt::start(const scenarios::Scenario& scenario, const scoring::Engine& engine, std::uint64_t seed,
                               Records* records, const scenarios::History& history) {
    scenarios::History past = history;
    if (records != nullptr && !scenario.card().after.empty()) {
        auto remembered = records->remembered(scenario.card().after);
        if (!remembered) return tl::unexpected(remembered.error());
        past = std::move(*remembered);
    }
    Session session = Session::start(scenario, engine, seed, past);
    std::string id;
    if (records != nullptr) {
        auto begun = records->begin(start_of(session.save(), {}));
        if (!begun) return tl::unexpected(begun.error());
        id = std::move(*begun);
    }
    return Attempt(std::move(session), engine, records, std::move(id));
}

Result<Attempt> Attempt::resume(const std::string& id, const scenarios::Scenario& scenario,
                                const scoring::Engine& engine, Records& records) {
    auto stored = records.read(id);
    if (!stored) return tl::unexpected(stored.error());
    if (stored->summary.status != AttemptStatus::running)
        return refuse("attempt-over", "this attempt is over", "start a new one");
    return look_back(id, scenario, engine, records);
}

Result<Attempt> Attempt::resume_what_fits(const std::string& id, const scenarios::Scenario& scenario,
                                          const scoring::Engine& engine, Records& records) {
    auto stored = records.read(id);
    if (!stored) return tl::unexpected(stored.error());
    if (stored->summary.status != AttemptStatus::running)
        return refuse("attempt-over", "this attempt is over", "start a new one");
    auto rescued = scenarios::rescue(scenario, engine, stored->session);
    if (!rescued) return tl::unexpected(rescued.error());
    if (rescued->session.waits_for() == Session::Waits::nothing) {  // it ends sooner now: the last turn is open again
        scenarios::SavedSession before = rescued->session.save();
        before.inputs.pop_back();
        auto session = Session::restore(scenario, engine, before);
        if (!session) return tl::unexpected(session.error());
        rescued->session = std::move(*session);
        ++rescued->lost;
    }
    std::vector<TurnRecord> kept;
    const std::vector<scenarios::Turn>& turns = rescued->session.turns();
    for (std::size_t i = 0; i < turns.size(); ++i) kept.push_back(record_of(turns[i], stored->turns[i].hints));
    auto begun = records.begin(start_of(rescued->session.save(), id), kept);
    if (!begun) return tl::unexpected(begun.error());
    if (auto dropped = records.drop(id); !dropped) return tl::unexpected(dropped.error());
    Attempt attempt(std::move(rescued->session), engine, &records, std::move(*begun));
    for (std::size_t i = 0; i < kept.size(); ++i)
        for (const int rung : kept[i].hints) attempt.hints_.push_back({static_cast<int>(i), rung});
    if (rescued->lost > 0)
        attempt.notices_.push_back(
            {.level = Level::warning,
             .code = "turns-lost",
             .text = "the scenario has changed: " + rescued->why + "; turns lost: " + std::to_string(rescued->lost),
             .remedy = "the conversation goes on after the turns that still fit",
             .place = {},
             .excerpt = {}});
    return attempt;
}

Result<Attempt> Attempt::look_back(const std::string& id, const scenarios::Scenario& scenario,
                                   const scoring::Engine& engine, Records& records) {
    auto stored = records.read(id);
    if (!stored) return tl::unexpected(stored.error());
    auto session = Session::restore(scenario, engine, stored->session);
    if (!session) return tl::unexpected(session.error());
    Attempt attempt(std::move(*session), engine, &records, id);
    for (std::size_t i = 0; i < stored->turns.size(); ++i)
        for (const int rung : stored->turns[i].hints) attempt.hints_.push_back({static_cast<int>(i), rung});
    if (auto recalled = attempt.recall_hints(); !recalled) return tl::unexpected(recalled.error());
    attempt.record_ = stored->record;
    const SavedSession now = attempt.session_.save();
    if (now.scenario_hash != stored->session.scenario_hash)
        attempt.notices_.push_back(
            changed_since("scenario-changed", "the scenario has been changed since this attempt was begun"));
    if (now.packs_hash != stored->session.packs_hash)
        attempt.notices_.push_back(
            changed_since("rules-changed", "the rules have been changed since this attempt was begun"));
    return attempt;
}

Result<Attempt> Attempt::rewind(int turns) const {
    SavedSession saved = session_.save();
    if (turns < 0 || static_cast<std::size_t>(turns) > saved.inputs.size())
        return refuse("no-such-turn", "this attempt has " + std::to_string(saved.inputs.size()) + " turns", "");
    saved.inputs.resize(static_cast<std::size_t>(turns));
    auto session = Session::restore(session_.scenario(), *engine_, saved);
    if (!session) return tl::unexpected(session.error());
    std::string id;
    if (records_ != nullptr) {
        std::vector<TurnRecord> kept;
        for (const scenarios::Turn& turn : session->turns())
            kept.push_back(record_of(turn, rungs_of(hints_, kept.size())));
        auto begun = records_->begin(start_of(saved, id_), kept);
        if (!begun) return tl::unexpected(begun.error());
        id = std::move(*begun);
    }
    Attempt again(std::move(*session), *engine_, records_, std::move(id));
    for (const HintTaken& hint : hints_)
        if (hint.turn < turns) again.hints_.push_back(hint);
    return again;
}

// A turn holds the hints that were taken for it; those for the reply that never came stand beside it.
Result<void> Attempt::recall_hints() {
    auto notes = records_->documents({.kind = hint_kind, .subject = id_});
    if (!notes) return tl::unexpected(notes.error());
    const int coming = static_cast<int>(session_.turns().size());
    for (const Document& note : *notes) {
        const std::optional<HintTaken> hint = parse_hint(note.body);
        if (hint && hint->turn == coming && std::find(hints_.begin(), hints_.end(), *hint) == hints_.end())
            hints_.push_back(*hint);
    }
    return {};
}

Result<void> Attempt::take_hint(int rung) {
    const HintTaken hint{static_cast<int>(session_.turns().size()), rung};
    if (hint_cost(rung) == 0 || std::find(hints_.begin(), hints_.end(), hint) != hints_.end()) return {};
    hints_.push_back(hint);
    if (records_ == nullptr) return {};
    auto kept = records_->keep({{.kind = hint_kind, .subject = id_, .body = to_json(hint)}});
    if (!kept) return tl::unexpected(kept.error());
    return {};
}

Result<scenarios::Turn> Attempt::answer(const Input& input) {
    const SavedSession before = session_.save();
    auto turn = session_.answer(repaired(input));
    if (!turn || records_ == nullptr) return turn;
    const auto kept =
        records_->append(id_, static_cast<int>(before.inputs.size()),
                         record_of(*turn, rungs_of(hints_, before.inputs.size())), end_of(session_, hints_));
    if (kept) return turn;
    // Nobody has seen the turn yet: take the conversation back to where the record stands.
    auto restored = Session::restore(session_.scenario(), *engine_, before);
    if (restored) session_ = std::move(*restored);
    return tl::unexpected(kept.error());
}

Result<scenarios::RecordScore> Attempt::fill_in(const scenarios::RecordForm& form) {
    if (session_.waits_for() == Session::Waits::reply)
        return refuse("attempt-not-over", "a record is filled in when the talk is over", "play it to its end");
    if (!scenarios::has_record(session_.scenario())) return refuse("no-record", "this scenario asks for no record", "");
    scenarios::RecordScore score = scenarios::score_record(session_, form, *engine_);
    const FilledRecord filled{form, score.score};
    if (records_ != nullptr)
        if (auto kept = records_->fill_in(id_, filled); !kept) return tl::unexpected(kept.error());
    record_ = filled;
    return score;
}

}  // namespace huashu::app
