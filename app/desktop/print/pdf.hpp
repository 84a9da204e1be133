// A Paper as a PDF file: A4, embedded subset fonts, selectable Chinese, laid out by Pango on Cairo.
#pragma once

#include <string>

#include "desktop/print/paper.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::desktop {

/// Writes a new file beside it and renames it. Error (system): the folder can't be made or written, the disk is full.
[[nodiscard]] Result<void> write_pdf(const std::string& file, const Paper& paper);

/// `name` with everything taken out that a file name may not hold; never empty.
[[nodiscard]] std::string file_name_of(const std::string& name);

}  // namespace huashu::desktop
