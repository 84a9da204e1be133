// Reports as tables: attempts, replies, the ledger, sittings. One source for CSV and for the sheets of a workbook, so
// that they can't say different things.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "desktop/views/speech.hpp"
#include "reports/facts.hpp"
#include "reports/sitting_facts.hpp"

namespace huashu::app {

/// A time for a table, in milliseconds since 1970 UTC.
struct Moment {
    std::int64_t ms = 0;
    bool operator==(const Moment&) const = default;
};

/// Nothing, words, a number, a time.
using Cell = std::variant<std::monostate, std::string, double, Moment>;

struct Column {
    std::string heading;
    int width = 12;  ///< characters of a sheet
};

struct Table {
    std::string name;  ///< of the sheet
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  ///< each as long as columns
};

enum class TableKind : std::uint8_t { attempts, replies, ledger, sittings };
inline constexpr std::size_t table_count = 4;
[[nodiscard]] std::string_view name_of(TableKind value);
[[nodiscard]] std::optional<TableKind> parse_table_kind(std::string_view name);

/// What tables are made of; both must outlive the call.
struct TableSource {
    const std::vector<AttemptFacts>& attempts;
    const std::vector<SittingFacts>& sittings;
};

/// Content in the reader's script; what was typed as it was typed (and masked).
[[nodiscard]] Table make_table(TableKind kind, const TableSource& source, const desktop::Speech& speech);
/// One of each kind, in their order: the sheets of a workbook.
[[nodiscard]] std::vector<Table> make_tables(const TableSource& source, const desktop::Speech& speech);

/// RFC 4180: CRLF, quotes doubled; a byte order mark first, by which Excel knows that it is UTF-8. Words that a
/// spreadsheet would take for a formula (= + - @ and their full-width forms, tab, return at the beginning) get an
/// apostrophe before them; numbers don't. Times as "2026-05-03 14:05:10" in UTC.
[[nodiscard]] std::string to_csv(const Table& table);

/// "2026-05-03 14:05:10", UTC.
[[nodiscard]] std::string utc_text(std::int64_t ms_since_1970);

}  // namespace huashu::app
