// Documents of Records: keeping and listing them.
#include <nlohmann/json.hpp>

#include "records/chain.hpp"
#include "records/hashing.hpp"
#include "records/records_impl.hpp"

namespace huashu::app {
namespace {

tl::unexpected<Error> refuse_document(const Database& database, const char* code, std::string text,
                                      const char* remedy) {
    return fail(
        Error::Cause::usage,
        {.code = code, .text = std::move(text), .remedy = remedy, .place = {.file = database.file()}, .excerpt = {}});
}

Result<void> check_document(const Database& database, const NewDocument& fresh) {
    if (fresh.kind.empty() || fresh.subject.empty())
        return refuse_document(database, "document-incomplete", "a document needs a kind and a subject", "");
    if (!nlohmann::json::accept(fresh.body))
        return refuse_document(database, "document-not-json", "the body of a '" + fresh.kind + "' is no JSON", "");
    if (!fresh.seen) return {};
    auto statement = database.prepare("SELECT count(*) FROM document WHERE subject = ?");
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->bind(1, fresh.subject).step();
    if (!row) return tl::unexpected(row.error());
    if (statement->integer(0) != *fresh.seen)
        return refuse_document(database, "continued-elsewhere", "this has been continued in another window",
                               "open it again, look at what is new, then decide");
    return {};
}

Result<void> add_document(const Database& database, ChainWriter& chain, Document& document) {
    const std::string salt = make_salt();
    const std::string proof = proof_of(salt, document.body);
    const std::string hash = hash_of({document.id, document.kind, document.subject, document.at_ms, proof});
    const ChainWriter::Place place = chain.take(hash);
    document.hash = to_hex(hash);
    auto statement = database.prepare(
        "INSERT INTO document (local, id, kind, subject, at_ms, body, salt, hash, link) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement) return tl::unexpected(statement.error());
    statement->bind(1, place.local).bind(2, document.id).bind(3, document.kind).bind(4, document.subject);
    statement->bind(5, document.at_ms).bind(6, document.body).bind_bytes(7, salt).bind_bytes(8, hash);
    return statement->bind_bytes(9, place.link).run();
}

}  // namespace

Result<std::vector<Document>> Records::keep(const std::vector<NewDocument>& fresh) {
    Database& database = impl_->database;
    auto transaction = Transaction::begin(database);
    if (!transaction) return tl::unexpected(transaction.error());
    auto chain = ChainWriter::begin(database, "document");
    if (!chain) return tl::unexpected(chain.error());
    for (const NewDocument& document : fresh)
        if (auto fits = check_document(database, document); !fits) return tl::unexpected(fits.error());
    std::vector<Document> kept;
    for (const NewDocument& document : fresh) {
        kept.push_back({impl_->new_id(), document.kind, document.subject, impl_->now_ms(), document.body, false, {}});
        if (auto added = add_document(database, *chain, kept.back()); !added) return tl::unexpected(added.error());
    }
    if (auto done = chain->finish(); !done) return tl::unexpected(done.error());
    if (auto done = transaction->commit(); !done) return tl::unexpected(done.error());
    return kept;
}

Result<std::vector<Document>> Records::documents(const DocumentQuery& query) const {
    // One text for each form, so that each has the index that fits it.
    std::string sql = "SELECT id, kind, subject, at_ms, body, hash FROM document";
    if (!query.subject.empty()) sql += " WHERE subject = ?1";
    if (!query.kind.empty()) sql += query.subject.empty() ? " WHERE kind = ?1" : " AND kind = ?2";
    auto statement = impl_->database.prepare(sql + " ORDER BY local");
    if (!statement) return tl::unexpected(statement.error());
    int position = 0;
    if (!query.subject.empty()) statement->bind(++position, query.subject);
    if (!query.kind.empty()) statement->bind(++position, query.kind);
    std::vector<Document> found;
    while (true) {
        const auto row = statement->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return found;
        const bool is_erased = statement->is_bytes(4);
        found.push_back({statement->text(0), statement->text(1), statement->text(2), statement->integer(3),
                         is_erased ? std::string() : statement->text(4), is_erased, to_hex(statement->text(5))});
    }
}

}  // namespace huashu::app
