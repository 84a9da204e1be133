// Tables as the sheets of an Excel workbook (.xlsx): frozen headings with filters, real numbers and times, words never
// taken for formulas.
#pragma once

#include <string>
#include <vector>

#include "reports/tables.hpp"

namespace huashu::app {

/// Writes a new file and renames it. `title`: of the document's properties. `made_ms`: when it was made, UTC; the same
/// tables and the same time give the same bytes. Error (system): it can't be written.
[[nodiscard]] Result<void> write_workbook(const std::string& file, const std::string& title,
                                          const std::vector<Table>& tables, std::int64_t made_ms);

}  // namespace huashu::app
