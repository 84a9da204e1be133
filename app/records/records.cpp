#include "records/records.hpp"

#include <utility>

#include "records/opening.hpp"
#include "records/records_impl.hpp"
#include "records/turn_json.hpp"
#include "records/uuid.hpp"
#include "scenarios/session_json.hpp"
#include "version.hpp"

namespace huashu::app {
namespace {

/// A running attempt, as a writer needs it.
struct Running {
    std::int64_t local = 0;
    std::int64_t turns = 0;
};

struct Event {
    std::int64_t attempt = 0;
    std::int64_t number = 0;  ///< 0: started; n: turn n - 1, or what came after the last turn
    std::int64_t at_ms = 0;
    const char* kind = "";
    std::string body;
};

tl::unexpected<Error> refuse(const Database& database, const char* code, std::string text, const char* remedy) {
    return fail(
        Error::Cause::usage,
        {.code = code, .text = std::move(text), .remedy = remedy, .place = {.file = database.file()}, .excerpt = {}});
}

Result<std::int64_t> add_event(const Database& database, const Event& event) {
    auto statement = database.prepare("INSERT INTO event (attempt, number, at_ms, kind, body) VALUES (?, ?, ?, ?, ?)");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, event.attempt).bind(2, event.number).bind(3, event.at_ms).bind(4, event.kind);
    statement->bind(5, event.body);
    if (auto done = statement->run(); !done) return tl::unexpected(done.error());
    return database.last_row();
}

Result<Running> find_running(const Database& database, const std::string& id) {
    auto statement = database.prepare("SELECT local, turns, status FROM attempt WHERE id = ?");
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->bind(1, id).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return refuse(database, "unknown-attempt", "there is no attempt with the id '" + id + "'", "");
    if (statement->text(2) != "running")
        return refuse(database, "attempt-over", "this attempt is over", "start a new one");
    return Running{statement->integer(0), statement->integer(1)};
}

Result<void> sum_up(const Database& database, const Running& attempt, std::int64_t last_event, std::int64_t now,
                    AttemptStatus status) {
    auto statement =
        database.prepare("UPDATE attempt SET turns = ?, last_event = ?, changed_ms = ?, status = ? WHERE local = ?");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, attempt.turns).bind(2, last_event).bind(3, now).bind(4, name_of(status));
    return statement->bind(5, attempt.local).run();
}

Result<void> sum_up_end(const Database& database, std::int64_t local, const EndRecord& end) {
    auto statement = database.prepare(
        "UPDATE attempt SET ending = ?, rank = ?, score = ?, has_critical = ?, memories = ? WHERE local = ?");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, end.ending).bind(2, end.rank).bind(3, std::int64_t{end.score});
    if (end.memories.empty())
        statement->bind_null(5);
    else
        statement->bind(5, scenarios::to_json(end.memories));
    return statement->bind(4, std::int64_t{end.has_critical}).bind(6, local).run();
}

Result<std::int64_t> add_attempt(const Database& database, const AttemptStart& start, const std::string& id,
                                 std::int64_t now) {
    auto statement = database.prepare(
        "INSERT INTO attempt (id, scenario_id, scenario_hash, packs_hash, seed, program, rewinds, started_ms, "
        "changed_ms, history, status, turns, last_event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', 0, 0)");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, id).bind(2, start.scenario_id).bind(3, start.scenario_hash).bind(4, start.packs_hash);
    statement->bind(5, static_cast<std::int64_t>(start.seed)).bind(6, version());  // SQLite has no unsigned numbers
    if (start.rewinds.empty())
        statement->bind_null(7);
    else
        statement->bind(7, start.rewinds);
    if (start.history.empty())
        statement->bind_null(10);
    else
        statement->bind(10, scenarios::to_json(start.history));
    if (auto done = statement->bind(8, now).bind(9, now).run(); !done) return tl::unexpected(done.error());
    return database.last_row();
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
    return Records(std::make_unique<Impl>(Impl{std::move(opened->database), std::move(opened->notices),
                                               std::move(options.now_ms), std::move(options.new_id)}));
}

const Diagnostics& Records::notices() const { return impl_->notices; }
const std::string& Records::file() const { return impl_->database.file(); }

Result<std::string> Records::begin(const AttemptStart& start, const std::vector<TurnRecord>& kept) {
    const std::string id = impl_->new_id();
    const std::int64_t now = impl_->now_ms();
    auto transaction = Transaction::begin(impl_->database);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto local = add_attempt(impl_->database, start, id, now);
    if (!local) return tl::unexpected(local.error());
    auto last_event = add_event(impl_->database, {*local, 0, now, "started", to_json(start)});
    Running attempt{*local, 0};
    for (const TurnRecord& turn : kept) {
        if (!last_event) break;
        last_event = add_event(impl_->database, {*local, ++attempt.turns, now, "turn", to_json(turn)});
    }
    if (!last_event) return tl::unexpected(last_event.error());
    if (auto done = sum_up(impl_->database, attempt, *last_event, now, AttemptStatus::running); !done)
        return tl::unexpected(done.error());
    if (auto done = transaction->commit(); !done) return tl::unexpected(done.error());
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
    auto last_event = add_event(impl_->database, {attempt->local, ++attempt->turns, now, "turn", to_json(turn)});
    if (last_event && end)
        last_event = add_event(impl_->database, {attempt->local, attempt->turns + 1, now, "ended", to_json(*end)});
    if (!last_event) return tl::unexpected(last_event.error());
    const AttemptStatus status = end ? AttemptStatus::ended : AttemptStatus::running;
    if (auto done = sum_up(impl_->database, *attempt, *last_event, now, status); !done) return done;
    if (end)
        if (auto done = sum_up_end(impl_->database, attempt->local, *end); !done) return done;
    return transaction->commit();
}

Result<void> Records::fill_in(const std::string& id, const FilledRecord& record) {
    const std::int64_t now = impl_->now_ms();
    auto transaction = Transaction::begin(impl_->database);
    if (!transaction) return tl::unexpected(transaction.error());
    auto attempt = impl_->database.prepare(
        "SELECT local, status, (SELECT max(number) FROM event WHERE attempt = a.local) FROM attempt a WHERE id = ?");
    if (!attempt) return tl::unexpected(attempt.error());
    const auto row = attempt->bind(1, id).step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return refuse(impl_->database, "unknown-attempt", "there is no attempt with the id '" + id + "'", "");
    if (attempt->text(1) != "ended")
        return refuse(impl_->database, "attempt-not-over", "a record is filled in when the talk is over",
                      "play it to its end");
    const std::int64_t local = attempt->integer(0);
    const auto event = add_event(impl_->database, {local, attempt->integer(2) + 1, now, "record", to_json(record)});
    if (!event) return tl::unexpected(event.error());
    auto sum = impl_->database.prepare("UPDATE attempt SET record_score = ?, changed_ms = ? WHERE local = ?");
    if (!sum) return tl::unexpected(sum.error());
    if (auto done = sum->bind(1, std::int64_t{record.score}).bind(2, now).bind(3, local).run(); !done) return done;
    return transaction->commit();
}

Result<void> Records::drop(const std::string& id) {
    const std::int64_t now = impl_->now_ms();
    auto transaction = Transaction::begin(impl_->database);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto attempt = find_running(impl_->database, id);
    if (!attempt) return tl::unexpected(attempt.error());
    const auto last_event = add_event(impl_->database, {attempt->local, attempt->turns + 1, now, "dropped", "{}"});
    if (!last_event) return tl::unexpected(last_event.error());
    if (auto done = sum_up(impl_->database, *attempt, *last_event, now, AttemptStatus::dropped); !done) return done;
    return transaction->commit();
}

}  // namespace huashu::app
