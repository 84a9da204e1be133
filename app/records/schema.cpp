#include "records/schema.hpp"

#include <array>

#include "records/tie_old_events.hpp"

namespace huashu::app {
namespace {

// `local` numbers rows of this one file and gives the order of writing; it never leaves the file. What leaves it goes
// by (attempt id, number).
constexpr const char* version_1 = R"sql(
CREATE TABLE attempt (
    local         INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    scenario_id   TEXT NOT NULL,
    scenario_hash TEXT NOT NULL,
    packs_hash    TEXT NOT NULL,
    seed          INTEGER NOT NULL,
    program       TEXT NOT NULL,
    rewinds       TEXT REFERENCES attempt (id),
    started_ms    INTEGER NOT NULL,
    changed_ms    INTEGER NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('running', 'ended', 'dropped')),
    turns         INTEGER NOT NULL,
    last_event    INTEGER NOT NULL,
    ending        TEXT,
    rank          TEXT,
    score         INTEGER,
    has_critical  INTEGER
) STRICT;
CREATE INDEX attempt_by_status ON attempt (status, local);
CREATE INDEX attempt_by_scenario ON attempt (scenario_id, status, last_event);

CREATE TABLE event (
    local   INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL REFERENCES attempt (local),
    number  INTEGER NOT NULL,
    at_ms   INTEGER NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('started', 'turn', 'ended', 'dropped')),
    body    TEXT NOT NULL,
    UNIQUE (attempt, number)
) STRICT;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
)sql";

// A complaint record after the talk is an event of its own kind, and SQLite can't widen a CHECK: the table is made
// anew. `history`: what the household remembered when the attempt began; `memories`: what it remembers since, both as
// JSON.
constexpr const char* version_2 = R"sql(
ALTER TABLE attempt ADD COLUMN history TEXT;
ALTER TABLE attempt ADD COLUMN memories TEXT;
ALTER TABLE attempt ADD COLUMN record_score INTEGER;

DROP TRIGGER event_is_never_changed;
DROP TRIGGER event_is_never_removed;
ALTER TABLE event RENAME TO event_of_version_1;
CREATE TABLE event (
    local   INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL REFERENCES attempt (local),
    number  INTEGER NOT NULL,
    at_ms   INTEGER NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('started', 'turn', 'ended', 'dropped', 'record')),
    body    TEXT NOT NULL,
    UNIQUE (attempt, number)
) STRICT;
INSERT INTO event SELECT local, attempt, number, at_ms, kind, body FROM event_of_version_1 ORDER BY local;
DROP TABLE event_of_version_1;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
)sql";

// Records are chained by hash (chain.hpp); documents beside attempts; a body can be erased, and then holds its proof,
// as a blob. `untied`: how many records were there before the chain was begun, which it can't vouch for. The columns of
// `attempt` are not NOT NULL only because SQLite can't add such ones.
constexpr const char* version_3 = R"sql(
ALTER TABLE attempt ADD COLUMN salt BLOB;
ALTER TABLE attempt ADD COLUMN head BLOB;
ALTER TABLE attempt ADD COLUMN seal BLOB;
ALTER TABLE attempt ADD COLUMN erased_ms INTEGER;
CREATE INDEX attempt_in_order ON attempt (scenario_id, local);
UPDATE attempt SET last_event = 0 WHERE status = 'running';

DROP TRIGGER event_is_never_changed;
DROP TRIGGER event_is_never_removed;
ALTER TABLE event RENAME TO event_of_version_2;
CREATE TABLE event (
    local   INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL REFERENCES attempt (local),
    number  INTEGER NOT NULL,
    at_ms   INTEGER NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('started', 'turn', 'ended', 'dropped', 'record', 'erased')),
    body    ANY NOT NULL,
    hash    BLOB NOT NULL,
    link    BLOB NOT NULL,
    UNIQUE (attempt, number)
) STRICT;

CREATE TABLE document (
    local   INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    at_ms   INTEGER NOT NULL,
    body    ANY NOT NULL,
    salt    BLOB,
    hash    BLOB NOT NULL,
    link    BLOB NOT NULL
) STRICT;
CREATE INDEX document_by_subject ON document (subject, local);
CREATE INDEX document_by_kind ON document (kind, local);

CREATE TABLE chain (
    name   TEXT PRIMARY KEY CHECK (name IN ('event', 'document')),
    count  INTEGER NOT NULL,
    head   BLOB NOT NULL,
    untied INTEGER NOT NULL
) STRICT;
INSERT INTO chain SELECT 'event', 0, zeroblob(32), count(*) FROM event_of_version_2;
INSERT INTO chain VALUES ('document', 0, zeroblob(32), 0);
)sql";

// After the old events have been taken into the chain. Erasing puts a proof in the place of a body and nothing else.
constexpr const char* version_3_at_last = R"sql(
DROP TABLE event_of_version_2;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE OF local, attempt, number, at_ms, kind, hash, link ON event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_only_erased BEFORE UPDATE OF body ON event
WHEN typeof(NEW.body) <> 'blob' OR length(NEW.body) <> 32
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER document_is_never_changed BEFORE UPDATE OF local, id, kind, subject, at_ms, hash, link ON document
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER document_is_only_erased BEFORE UPDATE OF body ON document
WHEN typeof(NEW.body) <> 'blob' OR length(NEW.body) <> 32
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
CREATE TRIGGER document_is_never_removed BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
)sql";

// What leads from version n to n + 1: statements, and for some a step that SQL can't do.
struct Migration {
    const char* sql;
    Result<void> (*step)(Database&) = nullptr;
    const char* at_last = "";
};
constexpr std::array<Migration, schema_version> migrations{
    {{version_1}, {version_2}, {version_3, tie_old_events, version_3_at_last}}};

tl::unexpected<Error> unusable(const Database& database, const char* code, std::string text, const char* remedy) {
    return fail(
        Error::Cause::system,
        {.code = code, .text = std::move(text), .remedy = remedy, .place = {.file = database.file()}, .excerpt = {}});
}

Result<std::int64_t> checked_version(Database& database) {
    const auto version = database.integer("PRAGMA user_version");
    const auto owner = database.integer("PRAGMA application_id");
    const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!version) return version;
    if (!owner) return owner;
    if (!tables) return tables;
    const bool is_new = *version == 0 && *owner == 0 && *tables == 0;
    if (!is_new && *owner != application_id)
        return unusable(database, "records-of-another-program", "this file is a database of another program",
                        "choose another folder with --data DIR; the file was left as it is");
    if (*version > schema_version)
        return unusable(
            database, "records-newer",
            "these records were written by a newer version of huashu (format " + std::to_string(*version) +
                "; this one knows up to " + std::to_string(schema_version) + ")",
            "install the newer version, or choose another folder with --data DIR; the file was left as it is");
    return version;
}

Result<void> migrate_one(Database& database, std::int64_t version) {
    const std::string stamp = "PRAGMA application_id = " + std::to_string(application_id) +
                              "; PRAGMA user_version = " + std::to_string(version + 1);
    const Migration& migration = migrations.at(static_cast<std::size_t>(version));
    if (auto done = database.execute(migration.sql); !done) return done;
    if (migration.step != nullptr)
        if (auto done = migration.step(database); !done) return done;
    return database.execute(migration.at_last + stamp);
}

}  // namespace

Result<void> refuse_foreign(Database& database) {
    const auto version = checked_version(database);
    if (!version) return tl::unexpected(version.error());
    return {};
}

Result<void> migrate(Database& database) {
    const auto version = checked_version(database);
    if (!version) return tl::unexpected(version.error());
    if (*version == schema_version) return {};
    auto transaction = Transaction::begin(database);
    if (!transaction) return tl::unexpected(transaction.error());
    while (true) {
        const auto now = checked_version(database);  // again: another process may have been faster
        if (!now) return tl::unexpected(now.error());
        if (*now == schema_version) return transaction->commit();
        if (auto done = migrate_one(database, *now); !done) return done;
    }
}

}  // namespace huashu::app
