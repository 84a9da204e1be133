// What Records tells: one attempt whole, and the lists. None of it orders by the clock.
#include <array>

#include "records/hashing.hpp"
#include "records/records.hpp"
#include "records/records_impl.hpp"
#include "records/turn_json.hpp"
#include "scenarios/session_json.hpp"

namespace huashu::app {
namespace {

constexpr std::array<std::string_view, 3> status_names{"running", "ended", "dropped"};

const std::string summary_columns =
    "SELECT a.id, a.scenario_id, a.status, a.turns, a.started_ms, a.changed_ms, a.rewinds, a.ending, a.rank, a.score, "
    "a.has_critical, a.record_score, a.local, a.head, a.seal, a.program, a.erased_ms FROM attempt a ";
constexpr int local_column = 12;
constexpr int erased_column = 16;

AttemptSummary summary_of(const Statement& row) {
    AttemptSummary summary;
    summary.id = row.text(0);
    summary.scenario_id = row.text(1);
    const std::string status = row.text(2);
    for (std::size_t i = 0; i < status_names.size(); ++i)
        if (status_names[i] == status) summary.status = static_cast<AttemptStatus>(i);
    summary.turns = static_cast<int>(row.integer(3));
    summary.started_ms = row.integer(4);
    summary.changed_ms = row.integer(5);
    summary.rewinds = row.text(6);
    if (!row.is_null(7))
        summary.end = EndRecord{row.text(7), row.text(8), static_cast<int>(row.integer(9)), row.integer(10) != 0, {}};
    if (!row.is_null(11)) summary.record_score = static_cast<int>(row.integer(11));
    summary.head = to_hex(row.text(13));
    summary.seal = to_hex(row.text(14));
    summary.program = row.text(15);
    return summary;
}

Result<std::vector<AttemptSummary>> summaries(Result<Statement> statement) {
    if (!statement) return tl::unexpected(statement.error());
    std::vector<AttemptSummary> found;
    while (true) {
        const auto row = statement->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return found;
        found.push_back(summary_of(*statement));
    }
}

std::optional<scenarios::Rank> rank_named(const std::string& name) {
    using scenarios::Rank;
    for (const Rank rank : {Rank::best, Rank::good, Rank::mixed, Rank::bad, Rank::worst})
        if (scenarios::name_of(rank) == name) return rank;
    return std::nullopt;
}

tl::unexpected<Error> no_attempt(const Database& database, const std::string& id) {
    return fail(Error::Cause::usage, {.code = "unknown-attempt",
                                      .text = "there is no attempt with the id '" + id + "'",
                                      .remedy = "",
                                      .place = {.file = database.file()},
                                      .excerpt = {}});
}

tl::unexpected<Error> unreadable(const Database& database, const std::string& what) {
    return fail(Error::Cause::content, {.code = "record-unreadable",
                                        .text = what + " of this attempt can't be read",
                                        .remedy = "the file was changed by another program; begin a new attempt",
                                        .place = {.file = database.file()},
                                        .excerpt = {}});
}

Result<std::optional<FilledRecord>> record_of(const Database& database, std::int64_t local) {
    auto statement =
        database.prepare("SELECT body FROM event WHERE attempt = ? AND kind = 'record' ORDER BY number DESC LIMIT 1");
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->bind(1, local).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::optional<FilledRecord>();
    auto record = parse_record(statement->text(0));
    if (!record) return unreadable(database, "the complaint record");
    return record;
}

Result<std::vector<TurnRecord>> turns_of(const Database& database, std::int64_t local) {
    auto statement = database.prepare("SELECT body FROM event WHERE attempt = ? AND kind = 'turn' ORDER BY number");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, local);
    std::vector<TurnRecord> turns;
    while (true) {
        const auto row = statement->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return turns;
        auto turn = parse_turn(statement->text(0));
        if (!turn) return unreadable(database, "turn " + std::to_string(turns.size() + 1));
        turns.push_back(std::move(*turn));
    }
}

}  // namespace

std::string_view name_of(AttemptStatus value) { return status_names[static_cast<std::size_t>(value)]; }

Result<StoredAttempt> Records::read(const std::string& id) const {
    const Database& database = impl_->database;
    auto summary = database.prepare(summary_columns + "WHERE a.id = ?");
    if (!summary) return tl::unexpected(summary.error());
    const auto row = summary->bind(1, id).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return no_attempt(database, id);
    if (!summary->is_null(erased_column))
        return fail(Error::Cause::usage, {.code = "attempt-erased",
                                          .text = "what was said in this attempt has been erased",
                                          .remedy = "",
                                          .place = {.file = database.file()},
                                          .excerpt = {}});
    StoredAttempt stored;
    stored.summary = summary_of(*summary);
    auto start =
        database.prepare("SELECT scenario_hash, packs_hash, seed, history, memories FROM attempt WHERE id = ?");
    if (!start) return tl::unexpected(start.error());
    if (const auto found = start->bind(1, id).step(); !found) return tl::unexpected(found.error());
    stored.session.scenario_id = stored.summary.scenario_id;
    stored.session.scenario_hash = start->text(0);
    stored.session.packs_hash = start->text(1);
    stored.session.seed = static_cast<std::uint64_t>(start->integer(2));
    if (!start->is_null(3)) {
        auto history = scenarios::history_from_json(start->text(3));
        if (!history) return unreadable(database, "what the household remembered");
        stored.session.history = std::move(*history);
    }
    if (stored.summary.end && !start->is_null(4)) {
        auto memories = scenarios::memories_from_json(start->text(4));
        if (!memories) return unreadable(database, "what the household remembers");
        stored.summary.end->memories = std::move(*memories);
    }
    auto turns = turns_of(database, summary->integer(local_column));
    if (!turns) return tl::unexpected(turns.error());
    stored.turns = std::move(*turns);
    auto record = record_of(database, summary->integer(local_column));
    if (!record) return tl::unexpected(record.error());
    stored.record = std::move(*record);
    for (const TurnRecord& turn : stored.turns) stored.session.inputs.push_back(turn.input);
    return stored;
}

Result<scenarios::History> Records::remembered(const std::vector<std::string>& scenario_ids) const {
    scenarios::History history;
    for (const std::string& id : scenario_ids) {
        auto statement = impl_->database.prepare(
            "SELECT memories, rank FROM attempt WHERE scenario_id = ? AND status = 'ended' "
            "ORDER BY last_event DESC LIMIT 1");
        if (!statement) return tl::unexpected(statement.error());
        const auto row = statement->bind(1, id).step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) continue;
        std::vector<scenarios::Memory> memories;
        if (!statement->is_null(0)) {
            auto left = scenarios::memories_from_json(statement->text(0));
            if (!left) return unreadable(impl_->database, "what the household remembers");
            memories = std::move(*left);
        }
        history = scenarios::remember(std::move(history), memories, rank_named(statement->text(1)));
    }
    return history;
}

Result<std::vector<AttemptSummary>> Records::unfinished() const {
    return summaries(
        impl_->database.prepare(summary_columns + "WHERE a.status = 'running' AND a.turns > 0 ORDER BY a.local DESC"));
}

Result<std::map<std::string, AttemptSummary>> Records::last_results() const {
    // Steps through the scenarios by index, so that the time does not grow with the number of attempts.
    auto found = summaries(impl_->database.prepare(
        "WITH RECURSIVE s (id) AS (SELECT min(scenario_id) FROM attempt UNION ALL "
        "SELECT (SELECT min(scenario_id) FROM attempt WHERE scenario_id > s.id) FROM s WHERE s.id IS NOT NULL) " +
        summary_columns +
        "JOIN s ON a.local = (SELECT local FROM attempt WHERE scenario_id = s.id AND status = 'ended' "
        "ORDER BY last_event DESC LIMIT 1)"));
    if (!found) return tl::unexpected(found.error());
    std::map<std::string, AttemptSummary> results;
    for (AttemptSummary& summary : *found) results.emplace(summary.scenario_id, std::move(summary));
    return results;
}

Result<std::vector<AttemptSummary>> Records::history(const std::string& scenario_id, int limit) const {
    auto statement = impl_->database.prepare(
        summary_columns + "WHERE a.scenario_id = ? AND a.erased_ms IS NULL ORDER BY a.local DESC LIMIT ?");
    if (statement) statement->bind(1, scenario_id).bind(2, std::int64_t{limit});
    return summaries(std::move(statement));
}

}  // namespace huashu::app
