#include "integrity/erasure.hpp"

#include <sqlite3.h>

#include "records/chain.hpp"
#include "records/hashing.hpp"
#include "records/sqlite.hpp"

namespace huashu::app {
namespace {

// Which are meant is put into a table of this connection, so that one statement fits every choice.
constexpr const char* make_lists =
    "CREATE TEMP TABLE IF NOT EXISTS chosen_attempt (local INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE IF NOT EXISTS chosen_document (local INTEGER PRIMARY KEY);"
    "DELETE FROM chosen_attempt; DELETE FROM chosen_document";

// proof(salt, body) in SQL: a hundred thousand bodies are replaced by one statement, without a way out and back for
// each.
void proof_in_sql(sqlite3_context* context, int, sqlite3_value** values) {
    const auto bytes = [](sqlite3_value* value) {
        const void* const data = sqlite3_value_blob(value);
        return std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_value_bytes(value)));
    };
    const std::string proof = proof_of(bytes(values[0]), bytes(values[1]));
    sqlite3_result_blob(context, proof.data(), static_cast<int>(proof.size()), SQLITE_TRANSIENT);
}

Result<void> teach_proofs(Database& database) {
    const int made = sqlite3_create_function(database.handle(), "proof", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                             proof_in_sql, nullptr, nullptr);
    if (made != SQLITE_OK) return tl::unexpected(database.failure());
    return {};
}

Result<void> sum_up_erased(const Database& database, const AttemptEnd& attempt, std::int64_t now) {
    auto sum = database.prepare(
        "UPDATE attempt SET status = 'dropped', ending = NULL, rank = NULL, score = NULL, has_critical = NULL, "
        "history = NULL, memories = NULL, record_score = NULL, salt = NULL, head = ?, last_event = ?, "
        "changed_ms = ?, erased_ms = ? WHERE local = ?");
    if (!sum) return tl::unexpected(sum.error());
    sum->bind_bytes(1, attempt.head).bind(2, attempt.last_local).bind(3, now).bind(4, now).bind(5, attempt.local);
    return sum->run();
}

// The erasure is an event of its own; then every body gives way to its proof, while the salts are still there.
Result<std::int64_t> erase_chosen_attempts(Database& database, std::int64_t now) {
    auto row = database.prepare(
        "SELECT a.local, a.salt, a.head, (SELECT max(number) + 1 FROM event WHERE attempt = a.local) "
        "FROM temp.chosen_attempt c JOIN attempt a ON a.local = c.local WHERE a.erased_ms IS NULL");
    if (!row) return tl::unexpected(row.error());
    auto chain = ChainWriter::begin(database, "event");
    if (!chain) return tl::unexpected(chain.error());
    std::vector<AttemptEnd> attempts;
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        attempts.push_back({row->integer(0), row->text(1), row->text(2), row->integer(3), 0});
    }
    for (AttemptEnd& attempt : attempts)
        if (auto added = chain->add_event(attempt, now, "erased", "{}"); !added) return tl::unexpected(added.error());
    if (auto erased = database.execute(
            "UPDATE event SET body = proof((SELECT salt FROM attempt a WHERE a.local = event.attempt), body) "
            "WHERE attempt IN (SELECT local FROM temp.chosen_attempt) AND typeof(body) = 'text'");
        !erased)
        return tl::unexpected(erased.error());
    for (const AttemptEnd& attempt : attempts)
        if (auto summed = sum_up_erased(database, attempt, now); !summed) return tl::unexpected(summed.error());
    if (auto done = chain->finish(); !done) return tl::unexpected(done.error());
    return static_cast<std::int64_t>(attempts.size());
}

Result<std::int64_t> erase_chosen_documents(const Database& database) {
    auto row = database.prepare(
        "SELECT d.local, d.salt, d.body FROM temp.chosen_document c JOIN document d ON d.local = c.local "
        "WHERE typeof(d.body) = 'text'");
    if (!row) return tl::unexpected(row.error());
    std::vector<std::pair<std::int64_t, std::string>> proofs;
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        proofs.emplace_back(row->integer(0), proof_of(row->text(1), row->text(2)));
    }
    auto erase = database.prepare("UPDATE document SET body = ?, salt = NULL WHERE local = ?");
    if (!erase) return tl::unexpected(erase.error());
    for (const auto& [local, proof] : proofs) {
        erase->reset();
        if (auto done = erase->bind_bytes(1, proof).bind(2, local).run(); !done) return tl::unexpected(done.error());
    }
    return static_cast<std::int64_t>(proofs.size());
}

// Erased text may linger in pages that are free, in gaps of those that are not, and in the log: the file is written
// anew from what is left, and the log cut to nothing.
Result<void> leave_no_residue(Database& database) {
    if (auto done = database.execute("DELETE FROM temp.chosen_attempt; DELETE FROM temp.chosen_document; VACUUM");
        !done)
        return done;
    const auto is_busy = database.integer("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!is_busy) return tl::unexpected(is_busy.error());
    if (*is_busy == 0) return {};
    return fail(Error::Cause::system, {.code = "residue-in-log",
                                       .text = "the text was erased, but its log can't be emptied: another window has "
                                               "these records open",
                                       .remedy = "close every other window of huashu, then give the command again",
                                       .place = {.file = database.file()},
                                       .excerpt = {}});
}

// What somebody still works on (a review, an appeal) stays, whatever its age.
std::string older_attempts(std::int64_t before_ms) {
    const std::string before = std::to_string(before_ms);
    return "SELECT local FROM attempt a WHERE erased_ms IS NULL AND changed_ms < " + before +
           " AND NOT EXISTS (SELECT 1 FROM document d WHERE d.subject = a.id AND d.at_ms >= " + before + ")";
}
std::string older_documents(std::int64_t before_ms) {
    return "SELECT local FROM document WHERE typeof(body) = 'text' AND substr(kind, 1, 5) <> 'site.' AND subject IN "
           "(SELECT subject FROM document GROUP BY subject HAVING max(at_ms) < " +
           std::to_string(before_ms) + ")";
}

// `choose` fills the lists, inside the transaction.
template <class Choose>
Result<Erased> erase_chosen(Records& records, const Choose& choose) {
    Database& database = records.database();
    if (auto ready =
            database.execute(std::string("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; ") + make_lists);
        !ready)
        return tl::unexpected(ready.error());
    if (auto taught = teach_proofs(database); !taught) return tl::unexpected(taught.error());
    auto transaction = Transaction::begin(database);
    if (!transaction) return tl::unexpected(transaction.error());
    if (auto chosen = choose(database); !chosen) return tl::unexpected(chosen.error());
    const auto attempts = erase_chosen_attempts(database, records.now_ms());
    if (!attempts) return tl::unexpected(attempts.error());
    const auto documents = erase_chosen_documents(database);
    if (!documents) return tl::unexpected(documents.error());
    if (auto done = transaction->commit(); !done) return tl::unexpected(done.error());
    if (auto clean = leave_no_residue(database); !clean) return tl::unexpected(clean.error());
    return Erased{*attempts, *documents};
}

}  // namespace

Result<Erased> erase_all(Records& records) {
    return erase_chosen(records, [](Database& database) {
        return database.execute(
            "INSERT INTO chosen_attempt SELECT local FROM attempt;"
            "INSERT INTO chosen_document SELECT local FROM document WHERE substr(kind, 1, 5) <> 'site.'");
    });
}

Result<Erased> erase_older(Records& records, std::int64_t before_ms) {
    return erase_chosen(records, [before_ms](Database& database) {
        return database.execute("INSERT INTO chosen_attempt " + older_attempts(before_ms) +
                                "; INSERT INTO chosen_document " + older_documents(before_ms));
    });
}

Result<Erased> count_older(Records& records, std::int64_t before_ms) {
    const Database& database = records.database();
    const auto attempts = database.integer("SELECT count(*) FROM (" + older_attempts(before_ms) + ")");
    const auto documents = database.integer("SELECT count(*) FROM (" + older_documents(before_ms) + ")");
    if (!attempts) return tl::unexpected(attempts.error());
    if (!documents) return tl::unexpected(documents.error());
    return Erased{*attempts, *documents};
}

Result<Erased> erase_documents(Records& records, const std::vector<std::string>& subjects) {
    return erase_chosen(records, [&subjects](Database& database) -> Result<void> {
        auto choose = database.prepare(
            "INSERT OR IGNORE INTO chosen_document SELECT local FROM document WHERE subject = ? AND "
            "substr(kind, 1, 5) <> 'site.'");
        if (!choose) return tl::unexpected(choose.error());
        for (const std::string& subject : subjects) {
            choose->reset();
            if (auto done = choose->bind(1, subject).run(); !done) return done;
        }
        return {};
    });
}

Result<std::vector<std::string>> ids_in(Records& records) {
    auto row = records.database().prepare(
        "SELECT id FROM attempt UNION SELECT subject FROM document WHERE substr(kind, 1, 5) <> 'site.' "
        "UNION SELECT id FROM document WHERE substr(kind, 1, 5) <> 'site.'");
    if (!row) return tl::unexpected(row.error());
    std::vector<std::string> ids;
    while (true) {
        const auto more = row->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return ids;
        ids.push_back(row->text(0));
    }
}

}  // namespace huashu::app
