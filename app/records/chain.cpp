#include "records/chain.hpp"

#include <utility>

#include "records/hashing.hpp"

namespace huashu::app {

Result<ChainWriter> ChainWriter::begin(const Database& database, const char* name) {
    auto statement = database.prepare("SELECT count, head FROM chain WHERE name = ?");
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->bind(1, name).step();
    if (!row) return tl::unexpected(row.error());
    ChainWriter writer(database, name);
    if (*row) writer.count_ = statement->integer(0), writer.head_ = statement->text(1);
    return writer;
}

ChainWriter::Place ChainWriter::take(std::string_view hash) {
    head_ = next_link(head_, hash);
    return {++count_, head_};
}

Result<void> ChainWriter::add_event(AttemptEnd& attempt, std::int64_t at_ms, std::string_view kind,
                                    std::string_view body) {
    const std::string proof = proof_of(attempt.salt, body);
    std::string hash = hash_of(attempt.head, {attempt.next, at_ms, kind, proof});
    const Place place = take(hash);
    auto statement = database_->prepare(
        "INSERT INTO event (local, attempt, number, at_ms, kind, body, hash, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, place.local).bind(2, attempt.local).bind(3, attempt.next).bind(4, at_ms).bind(5, kind);
    statement->bind(6, body).bind_bytes(7, hash).bind_bytes(8, place.link);
    if (auto done = statement->run(); !done) return done;
    attempt.head = std::move(hash);
    attempt.last_local = place.local;
    ++attempt.next;
    return {};
}

Result<void> ChainWriter::finish() {
    auto statement = database_->prepare("UPDATE chain SET count = ?, head = ? WHERE name = ?");
    if (!statement) return tl::unexpected(statement.error());
    return statement->bind(1, count_).bind_bytes(2, head_).bind(3, name_).run();
}

}  // namespace huashu::app
