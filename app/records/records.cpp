#include "records/records.hpp"

#include <utility>

#include "records/chain.hpp"
#include "records/hashing.hpp"
#include "records/opening.hpp"
#include "records/program_identity.hpp"
#include "records/records_impl.hpp"
#include "records/turn_json.hpp"
#include "records/uuid.hpp"
#include "scenarios/session_json.hpp"

namespace huashu::app {
namespace {

/// A running attempt, as a writer needs it.
struct Running {
    AttemptEnd end;
    std::int64_t turns = 0;
};

tl::unexpected<Error> refuse(const Database& database, const char* code, std::string text, const char* remedy) {
    return fail(
        Error::Cause::usage,
        {.code = code, .text = std::move(text), .remedy = remedy, .place = {.file = database.file()}, .excerpt = {}});
}

Result<Running> find_running(const Database& database, const std::string& id) {
    auto statement = database.prepare("SELECT local, turns, status, salt, head FROM attempt WHERE id = ?");
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->bind(1, id).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return refuse(database, "unknown-attempt", "there is no attempt with the id '" + id + "'", "");
    if (statement->text(2) != "running")
        return refuse(database, "attempt-over", "this attempt is over", "start a new one");
    const std::int64_t turns = statement->integer(1);  // of a running attempt: its events but for the first
    return Running{{statement->integer(0), statement->text(3), statement->text(4), turns + 1, 0}, turns};
}

// Between its begin and its end an attempt changes none of the columns that lists are looked up by: an index that is
// written with each turn would cost as much as the turn.
Result<void> sum_up(const Database& database, const Running& attempt, std::int64_t now, AttemptStatus status) {
    const bool runs = status == AttemptStatus::running;
    auto statement =
        database.prepare(runs ? "UPDATE attempt SET turns = ?1, changed_ms = ?2, head = ?3 WHERE local = ?4"
                              : "UPDATE attempt SET turns = ?1, changed_ms = ?2, head = ?3, last_event = ?5, status = "
                                "?6 WHERE local = ?4");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, attempt.turns).bind(2, now).bind_bytes(3, attempt.end.head).bind(4, attempt.end.local);
    if (!runs) statement->bind(5, attempt.end.last_local).bind(6, name_of(status));
    return statement->run();
}

Result<void> sum_up_end(const Database& database, const AttemptEnd& attempt, const EndRecord& end) {
    auto statement = database.prepare(
        "UPDATE attempt SET ending = ?, rank = ?, score = ?, has_critical = ?, memories = ?, seal = ? WHERE local = ?");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, end.ending).bind(2, end.rank).bind(3, std::int64_t{end.score});
    if (end.memories.empty())
        statement->bind_null(5);
    else
        statement->bind(5, scenarios::to_json(end.memories));
    statement->bind(4, std::int64_t{end.has_critical}).bind_bytes(6, attempt.head);
    return statement->bind(7, attempt.local).run();
}

Result<AttemptEnd> add_attempt(const Database& database, const AttemptStart& start, const std::string& id,
                               std::int64_t now) {
    auto statement = database.prepare(
        "INSERT INTO attempt (id, scenario_id, scenario_hash, packs_hash, seed, program, rewinds, started_ms, "
        "changed_ms, history, salt, status, turns, last_event) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', 0, 0)");
    if (!statement) return tl::unexpected(statement.error());
    const auto seed = static_cast<std::int64_t>(start.seed);  // SQLite has no unsigned numbers
    statement->bind(1, id).bind(2, start.scenario_id).bind(3, start.scenario_hash).bind(4, start.packs_hash);
    statement->bind(5, seed).bind(6, program_identity()).bind(8, now).bind(9, now);
    if (start.rewinds.empty())
        statement->bind_null(7);
    else
        statement->bind(7, start.rewinds);
    if (start.history.empty())
        statement->bind_null(10);
    else
        statement->bind(10, scenarios::to_json(start.history));
    AttemptEnd attempt{0, make_salt(), {}, 0, 0};
    if (auto done = statement->bind_bytes(11, attempt.salt).run(); !done) return tl::unexpected(done.error());
    attempt.local = database.last_row();
    attempt.head = hash_of(
        {id, start.scenario_id, start.scenario_hash, start.packs_hash, seed, program_identity(), start.rewinds, now});
    return attempt;
}

}  // namespace

Records::Records(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Records::Records(Records&&) noexcept = default;
Records& Records::operator=(Records&&) noexcept = default;
Records::~Records() = default;

Result<Records> Records::open(RecordsOptions options) {
    auto opened = open_records(options.folder);
    if (!opened) return tl::unexpected(opened.error());
    if (!options.now_ms) options.now_ms = clock_ms;
    if (!options.new_id) options.new_id = [now = options.now_ms] { return make_uuid(now()); };
    const std::optional<Rescued> rescued = opened->rescued;
    Records records(std::make_unique<Impl>(Impl{std::move(opened->database), std::move(opened->notices),
                                                std::move(options.now_ms), std::move(options.new_id)}));
    if (!rescued) return records;
    const std::string body = "{\"attempts\":" + std::to_string(rescued->attempts) +
                             ",\"turns\":" + std::to_string(rescued->turns) +
                             ",\"lost\":" + std::to_string(rescued->lost) + "}";
    if (auto kept = records.keep({{"site.rescued", "records", body}}); !kept) return tl::unexpected(kept.error());
    return records;
}

const Diagnostics& Records::notices() const { return impl_->notices; }
const std::string& Records::file() const { return impl_->database.file(); }
Database& Records::database() { return impl_->database; }
std::int64_t Records::now_ms() const { return impl_->now_ms(); }

Result<std::string> Records::begin(const AttemptStart& start, const std::vector<TurnRecord>& kept) {
    const std::string id = impl_->new_id();
    const std::int64_t now = impl_->now_ms();
    auto transaction = Transaction::begin(impl_->database);
    if (!transaction) return tl::unexpected(transaction.error());
    auto chain = ChainWriter::begin(impl_->database, "event");
    if (!chain) return tl::unexpected(chain.error());
    const auto begun = add_attempt(impl_->database, start, id, now);
    if (!begun) return tl::unexpected(begun.error());
    Running attempt{*begun, 0};
    auto added = chain->add_event(attempt.end, now, "started", to_json(start));
    for (const TurnRecord& turn : kept) {
        if (!added) break;
        added = chain->add_event(attempt.end, now, "turn", to_json(turn));
        ++attempt.turns;
    }
    if (added) added = sum_up(impl_->database, attempt, now, AttemptStatus::running);
    if (added) added = chain->finish();
    if (added) added = transaction->commit();
    if (!added) return tl::unexpected(added.error());
    return id;
}

Result<void> Records::append(const std::string& id, int index, const TurnRecord& turn,
                             const std::optional<EndRecord>& end) {
    const std::int64_t now = impl_->now_ms();
    auto transaction = Transaction::begin(impl_->database);
    if (!transaction) return tl::unexpected(transaction.error());
    auto attempt = find_running(impl_->database, id);
    if (!attempt) return tl::unexpected(attempt.error());
    if (attempt->turns != index)
        return refuse(impl_->database, "continued-elsewhere", "this attempt has been continued in another window",
                      "go on there, or open it again from the list of unfinished ones");
    auto chain = ChainWriter::begin(impl_->database, "event");
    if (!chain) return tl::unexpected(chain.error());
    auto added = chain->add_event(attempt->end, now, "turn", to_json(turn));
    ++attempt->turns;
    if (added && end) {
        added = chain->add_event(attempt->end, now, "ended", to_json(*end));
        if (added) added = sum_up_end(impl_->database, attempt->end, *end);
    }
    if (added) added = sum_up(impl_->database, *attempt, now, end ? AttemptStatus::ended : AttemptStatus::running);
    if (added) added = chain->finish();
    if (!added) return added;
    return transaction->commit();
}

Result<void> Records::fill_in(const std::string& id, const FilledRecord& record) {
    const std::int64_t now = impl_->now_ms();
    auto transaction = Transaction::begin(impl_->database);
    if (!transaction) return tl::unexpected(transaction.error());
    auto row = impl_->database.prepare(
        "SELECT local, salt, head, status, (SELECT max(number) FROM event WHERE attempt = a.local) "
        "FROM attempt a WHERE id = ?");
    if (!row) return tl::unexpected(row.error());
    const auto found = row->bind(1, id).step();
    if (!found) return tl::unexpected(found.error());
    if (!*found) return refuse(impl_->database, "unknown-attempt", "there is no attempt with the id '" + id + "'", "");
    if (row->text(3) != "ended")
        return refuse(impl_->database, "attempt-not-over", "a record is filled in when the talk is over",
                      "play it to its end");
    AttemptEnd attempt{row->integer(0), row->text(1), row->text(2), row->integer(4) + 1, 0};
    auto chain = ChainWriter::begin(impl_->database, "event");
    if (!chain) return tl::unexpected(chain.error());
    if (auto added = chain->add_event(attempt, now, "record", to_json(record)); !added) return added;
    auto sum = impl_->database.prepare("UPDATE attempt SET record_score = ?, changed_ms = ?, head = ? WHERE local = ?");
    if (!sum) return tl::unexpected(sum.error());
    sum->bind(1, std::int64_t{record.score}).bind(2, now).bind_bytes(3, attempt.head).bind(4, attempt.local);
    if (auto done = sum->run(); !done) return done;
    if (auto done = chain->finish(); !done) return done;
    return transaction->commit();
}

Result<void> Records::drop(const std::string& id) {
    const std::int64_t now = impl_->now_ms();
    auto transaction = Transaction::begin(impl_->database);
    if (!transaction) return tl::unexpected(transaction.error());
    auto attempt = find_running(impl_->database, id);
    if (!attempt) return tl::unexpected(attempt.error());
    auto chain = ChainWriter::begin(impl_->database, "event");
    if (!chain) return tl::unexpected(chain.error());
    if (auto added = chain->add_event(attempt->end, now, "dropped", "{}"); !added) return added;
    if (auto done = sum_up(impl_->database, *attempt, now, AttemptStatus::dropped); !done) return done;
    if (auto done = chain->finish(); !done) return done;
    return transaction->commit();
}

}  // namespace huashu::app
