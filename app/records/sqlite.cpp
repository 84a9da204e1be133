#include "records/sqlite.hpp"

#include <sqlite3.h>

#include <utility>

namespace huashu::app {
namespace {

constexpr int patience_ms = 5000;  // how long to wait for another process that is writing

struct Meaning {
    const char* code;
    const char* text;
    const char* remedy;
};

Meaning meaning_of(int result) {
    switch (result & 0xff) {
        case SQLITE_FULL:
            return {"disk-full", "the disk is full",
                    "free some space and try again; everything shown so far is on record"};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_READONLY:
        case SQLITE_AUTH:
            return {"records-not-writable", "the records can't be written here",
                    "make the folder and the file writable for you, or choose another folder with --data DIR"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {"records-busy", "another program has been holding the records for too long",
                    "close it, then try again"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {"records-damaged", "the file of records is damaged",
                    "start the program again: it sets the damaged file aside and begins a new one"};
        case SQLITE_IOERR:
            return {"disk-failed", "the disk refused to read or write",
                    "check the disk and its free space, then try again"};
        case SQLITE_NOMEM:
            return {"out-of-memory", "there is no memory left", "close other programs, then try again"};
        default:
            return {"records-failed", "the records could not be used", "report this message"};
    }
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
void Database::Finalize::operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }

Result<Database> Database::open(const std::string& file) { return open_with(file, SQLITE_OPEN_CREATE); }
Result<Database> Database::open_existing(const std::string& file) { return open_with(file, 0); }

Result<Database> Database::open_with(const std::string& file, int flags) {
    Database database;
    database.idle_ = std::make_unique<Idle>();
    database.file_ = file;
    sqlite3* handle = nullptr;
    const int result =
        sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | flags, nullptr);
    database.handle_.reset(handle);  // even a failed open gives a handle, which knows why
    if (result != SQLITE_OK) return tl::unexpected(database.failure());
    sqlite3_busy_timeout(handle, patience_ms);
    return database;
}

Error Database::failure() const {
    const int result = handle_ ? sqlite3_extended_errcode(handle_.get()) : SQLITE_NOMEM;
    const Meaning meaning = meaning_of(result);
    std::string text = meaning.text;
    text += " (SQLite ";
    text += std::to_string(result) + ": " + (handle_ ? sqlite3_errmsg(handle_.get()) : "out of memory") + ")";
    return {Error::Cause::system,
            {{.code = meaning.code,
              .text = std::move(text),
              .remedy = meaning.remedy,
              .place = {.file = file_},
              .excerpt = {}}}};
}

bool is_damage(const Error& error) {
    for (const Diagnostic& diagnostic : error.diagnostics)
        if (diagnostic.code == "records-damaged") return true;
    return false;
}

Result<void> Database::execute(const std::string& sql) {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(failure());
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) const {
    if (const auto idle = idle_->find(sql); idle != idle_->end()) {
        auto node = idle_->extract(idle);
        return Statement(*this, std::move(node.key()), std::move(node.mapped()));
    }
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle,
                           nullptr) != SQLITE_OK)
        return tl::unexpected(failure());
    return Statement(*this, std::string(sql), StatementHandle(handle));
}

Statement::Statement(const Database& database, std::string sql, Database::StatementHandle handle)
    : handle_(std::move(handle)), sql_(std::move(sql)), database_(&database) {}

Statement::~Statement() {
    if (!handle_) return;
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
    database_->idle_->emplace(std::move(sql_), std::move(handle_));
}

Result<std::int64_t> Database::integer(std::string_view sql) const {
    auto statement = prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

Result<std::string> Database::text(std::string_view sql) const {
    auto statement = prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    return *row ? statement->text(0) : std::string();
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }

// Binding fails only for want of memory or a wrong position; step() then fails too, and says so.
Statement& Statement::bind(int position, std::string_view value) {
    sqlite3_bind_text64(handle_.get(), position, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}
Statement& Statement::bind(int position, std::int64_t value) {
    sqlite3_bind_int64(handle_.get(), position, value);
    return *this;
}
Statement& Statement::bind_bytes(int position, std::string_view bytes) {
    sqlite3_bind_blob64(handle_.get(), position, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    return *this;
}
Statement& Statement::bind_null(int position) {
    sqlite3_bind_null(handle_.get(), position);
    return *this;
}

Result<bool> Statement::step() {
    const int result = sqlite3_step(handle_.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    return tl::unexpected(database_->failure());
}

Result<void> Statement::run() {
    const auto row = step();
    if (!row) return tl::unexpected(row.error());
    return {};
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    const int size = sqlite3_column_bytes(handle_.get(), column);
    return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
}
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
bool Statement::is_bytes(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_BLOB; }
void Statement::reset() { sqlite3_reset(handle_.get()); }
bool Statement::is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

Result<Transaction> Transaction::begin(Database& database) {
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return tl::unexpected(begun.error());
    return Transaction(database);
}

Result<void> Transaction::commit() {
    if (auto done = database_->execute("COMMIT"); !done) return done;
    database_ = nullptr;
    return {};
}

Transaction::~Transaction() {
    // Some failures have rolled back already; then this one has nothing to do and its answer means nothing.
    if (database_ != nullptr) static_cast<void>(database_->execute("ROLLBACK"));
}

}  // namespace huashu::app
