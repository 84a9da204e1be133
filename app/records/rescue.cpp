#include "records/rescue.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "records/chain.hpp"
#include "records/hashing.hpp"
#include "records/schema.hpp"
#include "records/turn_json.hpp"
#include "scenarios/session_json.hpp"

namespace huashu::app {
namespace {

// A row number that is out of reach may only sit behind a damaged page; so many in a row are the end of the table.
constexpr std::int64_t longest_gap = 5000;
// When not one of the first so many can be read, the way into the table is lost, and so is all of it.
constexpr std::int64_t longest_blind_start = 1000;
// Files of before are not chained: what can be read is taken into the chain now, and said to be from before.
constexpr std::int64_t first_chained_version = 3, first_version_with_history = 2;

struct SavedEvent {
    std::int64_t number = 0, at_ms = 0;
    std::string kind, body, hash;
    bool is_erased = false;
};

struct SavedAttempt {
    Binding binding;
    std::string salt, history;
    std::optional<std::int64_t> erased_ms;
    std::vector<SavedEvent> events;
};

/// Reads rows one by one, by their number: a damaged page costs those that lie on it and no others.
class RowReader {
public:
    RowReader(const Database& database, std::string sql, Rescued& rescued)
        : database_(database), sql_(std::move(sql)), rescued_(rescued) {}

    template <class Take>
    void each(const Take& take) {
        std::int64_t missed = 0;
        for (std::int64_t local = 1; missed < longest_gap; ++local) {
            if (failed_ == longest_blind_start && local == longest_blind_start + 1) break;
            const auto found = read(local, take);
            missed = found.value_or(false) ? 0 : missed + 1;
            if (!found) ++failed_;
            if (found.value_or(false)) rescued_.lost += std::exchange(failed_, 0);
        }
        rescued_.lost += std::min<std::int64_t>(failed_, 1);  // behind the last good row: how many, nobody knows
    }

private:
    // Nothing: there is something, and it can't be read.
    template <class Take>
    std::optional<bool> read(std::int64_t local, const Take& take) {
        auto row = database_.prepare(sql_);
        if (!row) return std::nullopt;
        const auto more = row->bind(1, local).step();
        if (!more) return std::nullopt;
        if (*more) take(*row);
        return *more;
    }

    const Database& database_;
    std::string sql_;
    Rescued& rescued_;
    std::int64_t failed_ = 0;
};

std::string columns_of_attempt(std::int64_t version) {
    const std::string all =
        "SELECT local, id, scenario_id, scenario_hash, packs_hash, seed, program, coalesce(rewinds, ''), started_ms, ";
    const std::string salt = version >= first_chained_version ? "salt" : "x''",
                      history = version >= first_version_with_history ? "coalesce(history, '')" : "''",
                      erased = version >= first_chained_version ? "erased_ms" : "NULL";
    return all + salt + ", " + history + ", " + erased + " FROM attempt NOT INDEXED WHERE local = ?";
}

std::map<std::int64_t, SavedAttempt> read_attempts(const Database& damaged, std::int64_t version, Rescued& rescued) {
    std::map<std::int64_t, SavedAttempt> attempts;
    RowReader rows(damaged, columns_of_attempt(version), rescued);
    rows.each([&attempts](const Statement& row) {
        SavedAttempt attempt{{row.text(1), row.text(2), row.text(3), row.text(4), row.integer(5), row.text(6),
                              row.text(7), row.integer(8)},
                             row.text(9),
                             row.text(10),
                             {},
                             {}};
        if (!row.is_null(11)) attempt.erased_ms = row.integer(11);
        attempts.emplace(row.integer(0), std::move(attempt));
    });
    return attempts;
}

void read_events(const Database& damaged, std::int64_t version, std::map<std::int64_t, SavedAttempt>& attempts,
                 Rescued& rescued) {
    const std::string hash = version >= first_chained_version ? "hash" : "x''";
    RowReader rows(damaged,
                   "SELECT attempt, number, at_ms, kind, body, " + hash + " FROM event NOT INDEXED WHERE local = ?",
                   rescued);
    rows.each([&attempts, &rescued](const Statement& row) {
        const auto attempt = attempts.find(row.integer(0));
        if (attempt == attempts.end())
            ++rescued.lost;
        else
            attempt->second.events.push_back(
                {row.integer(1), row.integer(2), row.text(3), row.text(4), row.text(5), row.is_bytes(4)});
    });
}

// Whether a body that no hash vouches for is at least what the program writes.
bool is_readable(const SavedEvent& event) {
    if (event.kind == "turn") return parse_turn(event.body).has_value();
    if (event.kind == "ended") return parse_end(event.body).has_value();
    if (event.kind == "record") return parse_record(event.body).has_value();
    return event.number == 0 ? event.kind == "started" : event.kind == "dropped";
}

// Of a file from before the chain: the events up to the first that is missing or can't be read, hashed now.
void tie_old(SavedAttempt& attempt, Rescued& rescued) {
    attempt.salt = make_salt();
    std::string head = hash_of(attempt.binding);
    std::size_t sound = 0;
    for (SavedEvent& event : attempt.events) {
        if (event.number != static_cast<std::int64_t>(sound) || !is_readable(event)) break;
        head = hash_of(head, {event.number, event.at_ms, event.kind, proof_of(attempt.salt, event.body)});
        event.hash = head;
        ++sound;
    }
    rescued.lost += static_cast<std::int64_t>(attempt.events.size() - sound);
    attempt.events.resize(sound);
}

// Leaves the events up to the first that is missing or not as it was written.
void keep_sound(SavedAttempt& attempt, std::int64_t version, Rescued& rescued) {
    std::sort(attempt.events.begin(), attempt.events.end(),
              [](const SavedEvent& a, const SavedEvent& b) { return a.number < b.number; });
    if (version < first_chained_version) return tie_old(attempt, rescued);
    std::string head = hash_of(attempt.binding);
    std::size_t sound = 0;
    for (const SavedEvent& event : attempt.events) {
        const std::string proof = event.is_erased ? event.body : proof_of(attempt.salt, event.body);
        head = hash_of(head, {event.number, event.at_ms, event.kind, proof});
        if (event.number != static_cast<std::int64_t>(sound) || head != event.hash) break;
        ++sound;
    }
    rescued.lost += static_cast<std::int64_t>(attempt.events.size() - sound);
    attempt.events.resize(sound);
}

Result<AttemptEnd> write_events(const Database& fresh, ChainWriter& chain, std::int64_t local,
                                const SavedAttempt& attempt) {
    AttemptEnd end{local, attempt.salt, {}, 0, 0};
    auto insert = fresh.prepare(
        "INSERT INTO event (local, attempt, number, at_ms, kind, body, hash, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert) return tl::unexpected(insert.error());
    for (const SavedEvent& event : attempt.events) {
        const ChainWriter::Place place = chain.take(event.hash);
        insert->reset();
        insert->bind(1, place.local).bind(2, local).bind(3, event.number).bind(4, event.at_ms).bind(5, event.kind);
        if (event.is_erased)
            insert->bind_bytes(6, event.body);
        else
            insert->bind(6, event.body);
        if (auto done = insert->bind_bytes(7, event.hash).bind_bytes(8, place.link).run(); !done)
            return tl::unexpected(done.error());
        if (event.kind != "record") end.last_local = place.local;
        end.head = event.hash;
    }
    return end;
}

void bind_text_or_null(Statement& statement, int position, const std::string& text) {
    if (text.empty())
        statement.bind_null(position);
    else
        statement.bind(position, text);
}
void bind_bytes_or_null(Statement& statement, int position, const std::string& bytes) {
    if (bytes.empty())
        statement.bind_null(position);
    else
        statement.bind_bytes(position, bytes);
}
template <class Number>
void bind_or_null(Statement& statement, int position, const std::optional<Number>& number) {
    if (number)
        statement.bind(position, static_cast<std::int64_t>(*number));
    else
        statement.bind_null(position);
}

/// The line of the lists, from the events that are left: an attempt whose end was lost runs again.
struct Line {
    std::string status = "running", seal;
    std::int64_t turns = 0;
    std::optional<EndRecord> end;
    std::optional<int> record_score;
};

Line line_of(const SavedAttempt& attempt) {
    Line line;
    for (const SavedEvent& event : attempt.events) {
        if (event.kind == "turn") ++line.turns;
        if (event.kind == "dropped" || event.kind == "erased") line.status = "dropped";
        if (event.kind == "ended") line.status = "ended", line.seal = event.hash;
        if (event.is_erased) continue;
        if (event.kind == "ended") line.end = parse_end(event.body);
        if (event.kind == "record")
            if (const auto record = parse_record(event.body)) line.record_score = record->score;
    }
    return line;
}

Result<void> write_line(const Database& fresh, std::int64_t local, const SavedAttempt& attempt, const AttemptEnd& end) {
    const Line line = line_of(attempt);
    auto update = fresh.prepare(
        "UPDATE attempt SET changed_ms = ?1, status = ?2, turns = ?3, last_event = ?4, head = ?5, seal = ?6, "
        "ending = ?7, rank = ?8, score = ?9, has_critical = ?10, memories = ?11, record_score = ?12 WHERE local = ?13");
    if (!update) return tl::unexpected(update.error());
    update->bind(1, attempt.events.back().at_ms).bind(2, line.status).bind(3, line.turns);
    update->bind(4, line.status == "running" ? 0 : end.last_local);
    update->bind_bytes(5, end.head);
    bind_bytes_or_null(*update, 6, line.seal);
    for (int position = 7; position <= 11; ++position) update->bind_null(position);
    if (line.end) {
        update->bind(7, line.end->ending).bind(8, line.end->rank).bind(9, std::int64_t{line.end->score});
        update->bind(10, std::int64_t{line.end->has_critical});
        if (!line.end->memories.empty()) update->bind(11, scenarios::to_json(line.end->memories));
    }
    bind_or_null(*update, 12, line.record_score);
    return update->bind(13, local).run();
}

Result<void> write_attempt(const Database& fresh, ChainWriter& chain, const SavedAttempt& attempt) {
    auto insert = fresh.prepare(
        "INSERT INTO attempt (id, scenario_id, scenario_hash, packs_hash, seed, program, rewinds, started_ms, "
        "changed_ms, status, turns, last_event, history, salt, erased_ms) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, 'running', 0, 0, ?9, ?10, ?11)");
    if (!insert) return tl::unexpected(insert.error());
    const Binding& bound = attempt.binding;
    insert->bind(1, bound.id).bind(2, bound.scenario_id).bind(3, bound.scenario_hash).bind(4, bound.packs_hash);
    insert->bind(5, bound.seed).bind(6, bound.program).bind(8, bound.started_ms);
    bind_text_or_null(*insert, 7, bound.rewinds);
    bind_text_or_null(*insert, 9, attempt.history);
    bind_bytes_or_null(*insert, 10, attempt.salt);
    bind_or_null(*insert, 11, attempt.erased_ms);
    if (auto done = insert->run(); !done) return done;
    const std::int64_t local = fresh.last_row();
    const auto end = write_events(fresh, chain, local, attempt);
    if (!end) return tl::unexpected(end.error());
    return write_line(fresh, local, attempt, *end);
}

Result<void> copy_documents(const Database& damaged, const Database& fresh, Rescued& rescued) {
    auto chain = ChainWriter::begin(fresh, "document");
    if (!chain) return tl::unexpected(chain.error());
    Result<void> written;
    std::set<std::string> ids;  // a damaged table may show a row twice
    RowReader rows(damaged,
                   "SELECT id, kind, subject, at_ms, body, salt, hash FROM document NOT INDEXED WHERE local = ?",
                   rescued);
    rows.each([&](const Statement& row) {
        const std::string proof = row.is_bytes(4) ? row.text(4) : proof_of(row.text(5), row.text(4));
        const std::string id = row.text(0), kind = row.text(1), subject = row.text(2), hash = row.text(6);
        if (!written || !ids.insert(id).second || hash_of({id, kind, subject, row.integer(3), proof}) != hash) {
            ++rescued.lost;
            return;
        }
        const ChainWriter::Place place = chain->take(hash);
        auto insert = fresh.prepare("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!insert) return void(written = tl::unexpected(insert.error()));
        insert->bind(1, place.local).bind(2, id).bind(3, kind).bind(4, subject).bind(5, row.integer(3));
        if (row.is_bytes(4))
            insert->bind_bytes(6, row.text(4)).bind_null(7);
        else
            insert->bind(6, row.text(4)).bind_bytes(7, row.text(5));
        written = insert->bind_bytes(8, hash).bind_bytes(9, place.link).run();
        ++rescued.documents;
    });
    if (!written) return written;
    return chain->finish();
}

Result<void> copy_attempts(const Database& damaged, std::int64_t version, const Database& fresh, Rescued& rescued) {
    auto attempts = read_attempts(damaged, version, rescued);
    read_events(damaged, version, attempts, rescued);
    auto chain = ChainWriter::begin(fresh, "event");
    if (!chain) return tl::unexpected(chain.error());
    for (auto& [local, attempt] : attempts) {
        keep_sound(attempt, version, rescued);
        if (attempt.events.empty()) continue;
        if (auto written = write_attempt(fresh, *chain, attempt); !written) return written;
        ++rescued.attempts;
        rescued.turns += line_of(attempt).turns;
    }
    if (auto done = chain->finish(); !done || version >= first_chained_version) return done;
    auto untied = fresh.prepare("UPDATE chain SET untied = (SELECT count(*) FROM event) WHERE name = 'event'");
    if (!untied) return tl::unexpected(untied.error());
    return untied->run();
}

}  // namespace

Result<Rescued> rescue_records(const std::string& damaged, Database& fresh) {
    Rescued rescued;
    auto source = Database::open_existing(damaged);
    if (!source) return rescued;
    // Its log stays with it, as it was found.
    std::error_code unknown;
    if (std::filesystem::exists(damaged + "-wal", unknown))
        sqlite3_db_config(source->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // Without this SQLite reads nothing at all from a file that was cut off.
    if (auto lenient = source->execute("PRAGMA writable_schema = ON"); !lenient) return rescued;
    const auto version = source->integer("PRAGMA user_version");
    if (!version || *version < 1 || *version > schema_version) return rescued;
    // What an attempt rewinds may be lost: its name stays, as its chain is bound to it.
    if (auto off = fresh.execute("PRAGMA foreign_keys = OFF"); !off) return tl::unexpected(off.error());
    auto transaction = Transaction::begin(fresh);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto copied = copy_attempts(*source, *version, fresh, rescued); !copied) return tl::unexpected(copied.error());
    if (*version >= first_chained_version)
        if (auto copied = copy_documents(*source, fresh, rescued); !copied) return tl::unexpected(copied.error());
    if (auto done = transaction->commit(); !done) return tl::unexpected(done.error());
    if (auto on = fresh.execute("PRAGMA foreign_keys = ON"); !on) return tl::unexpected(on.error());
    return rescued;
}

}  // namespace huashu::app
