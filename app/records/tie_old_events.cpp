#include "records/tie_old_events.hpp"

#include <map>

#include "records/chain.hpp"
#include "records/hashing.hpp"

namespace huashu::app {
namespace {

struct OldAttempt {
    AttemptEnd end;
    std::string seal;
};
using OldAttempts = std::map<std::int64_t, OldAttempt>;  // by their row

Result<OldAttempts> read_old_attempts(const Database& database) {
    auto row = database.prepare(
        "SELECT local, id, scenario_id, scenario_hash, packs_hash, seed, program, coalesce(rewinds, ''), started_ms "
        "FROM attempt");
    if (!row) return tl::unexpected(row.error());
    OldAttempts attempts;
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return attempts;
        const std::string head = hash_of({row->text(1), row->text(2), row->text(3), row->text(4), row->integer(5),
                                          row->text(6), row->text(7), row->integer(8)});
        attempts.emplace(row->integer(0), OldAttempt{{row->integer(0), make_salt(), head, 0, 0}, {}});
    }
}

Result<void> write_old_attempts(const Database& database, const OldAttempts& attempts) {
    auto statement = database.prepare("UPDATE attempt SET salt = ?, head = ?, seal = ? WHERE local = ?");
    if (!statement) return tl::unexpected(statement.error());
    for (const auto& [local, attempt] : attempts) {
        statement->bind_bytes(1, attempt.end.salt).bind_bytes(2, attempt.end.head).bind(4, local);
        if (attempt.seal.empty())
            statement->bind_null(3);
        else
            statement->bind_bytes(3, attempt.seal);
        if (auto done = statement->run(); !done) return done;
        statement->reset();
    }
    return {};
}

}  // namespace

Result<void> tie_old_events(Database& database) {
    auto attempts = read_old_attempts(database);
    if (!attempts) return tl::unexpected(attempts.error());
    auto chain = ChainWriter::begin(database, "event");
    if (!chain) return tl::unexpected(chain.error());
    auto row = database.prepare("SELECT attempt, at_ms, kind, body FROM event_of_version_2 ORDER BY local");
    if (!row) return tl::unexpected(row.error());
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        OldAttempt& attempt = (*attempts)[row->integer(0)];
        if (auto added = chain->add_event(attempt.end, row->integer(1), row->text(2), row->text(3)); !added)
            return added;
        if (row->text(2) == "ended") attempt.seal = attempt.end.head;
    }
    if (auto written = write_old_attempts(database, *attempts); !written) return written;
    return chain->finish();
}

}  // namespace huashu::app
