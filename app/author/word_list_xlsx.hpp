// The first sheet of an Excel workbook (ECMA-376), read and written: texts alone, which is all that a word list has.
#pragma once

#include <string>
#include <vector>

#include "author/word_list_table.hpp"

namespace huashu::app {

/// Rows with their number in the sheet; what a formula came to counts as its text. The archive is read within the
/// limits of bundle_zip.hpp. Error (content): it is no workbook.
[[nodiscard]] Result<std::vector<TableRow>> read_xlsx(const std::string& file);

/// The first row stands out as a heading. The same rows give the same bytes.
[[nodiscard]] Result<std::string> xlsx_bytes(const std::vector<std::vector<std::string>>& rows);

}  // namespace huashu::app
