// A thin, safe skin over SQLite: handles that close themselves, and every failure as an Error with a remedy.
// Nothing outside records/ uses it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "scoring/diagnostic.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace huashu::app {

class Statement;

class Database {
public:
    /// Opens or makes the file for reading and writing. Errors (system) as SQLite has them.
    [[nodiscard]] static Result<Database> open(const std::string& file);

    [[nodiscard]] const std::string& file() const { return file_; }
    /// The same, but a file that is not there is not made. Error (system): it is not there.
    [[nodiscard]] static Result<Database> open_existing(const std::string& file);
    /// Runs statements that give no rows.
    [[nodiscard]] Result<void> execute(const std::string& sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
    /// The first column of the first row; 0 or "" when there is no row.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql) const;
    [[nodiscard]] Result<std::string> text(std::string_view sql) const;
    [[nodiscard]] std::int64_t last_row() const;
    /// What just went wrong on this handle, in words.
    [[nodiscard]] Error failure() const;
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

private:
    friend class Statement;
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const;
    };
    using StatementHandle = std::unique_ptr<sqlite3_stmt, Finalize>;
    /// Compiled statements that nobody is using, by their text: compiling costs more than running most of them.
    using Idle = std::multimap<std::string, StatementHandle, std::less<>>;

    [[nodiscard]] static Result<Database> open_with(const std::string& file, int flags);
    std::unique_ptr<sqlite3, Close> handle_;
    std::unique_ptr<Idle> idle_;  ///< closed before the handle; at an address that moving does not change
    std::string file_;
};

/// True when the error means that the file itself is damaged or is no database.
[[nodiscard]] bool is_damage(const Error& error);

/// Must not outlive its database. Values are bound by position from 1, columns read by position from 0, as SQLite
/// counts.
class Statement {
public:
    Statement& bind(int position, std::string_view value);
    Statement& bind(int position, std::int64_t value);
    Statement& bind_bytes(int position, std::string_view bytes);  ///< a blob
    Statement& bind_null(int position);
    /// True: there is a row. False: the statement is done.
    [[nodiscard]] Result<bool> step();
    /// Runs a statement that gives no rows.
    [[nodiscard]] Result<void> run();
    [[nodiscard]] std::string text(int column) const;  ///< of a blob: its bytes
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] bool is_bytes(int column) const;  ///< a blob
    /// Ready for the next values.
    void reset();

    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) = delete;
    ~Statement();  ///< gives the compiled statement back

private:
    friend class Database;
    Statement(const Database& database, std::string sql, Database::StatementHandle handle);
    Database::StatementHandle handle_;
    std::string sql_;
    const Database* database_;
};

/// Rolls back unless it was committed. Takes the writer's lock at once, so that what is read in it stays true.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);
    [[nodiscard]] Result<void> commit();
    Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace huashu::app
