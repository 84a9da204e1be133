// What every text on the terminal is drawn with: words, script, colours, width. Makes strings, prints nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "terminal/columns.hpp"
#include "terminal/style.hpp"
#include "words/script.hpp"
#include "words/words.hpp"

namespace huashu::app {

struct Page {
    Words words;
    Script script;
    Style style{false};
    int columns = 80;  ///< of the terminal, or of the file that is written

    /// "── Title ──────────" over the whole width, with a line break.
    [[nodiscard]] std::string heading(std::string_view title) const;
    /// A paragraph wrapped behind so many blanks, with a line break.
    [[nodiscard]] std::string paragraph(std::string_view text, int indent = 0) const;
    /// The label in a column of its own and the text wrapped beside it, with a line break.
    [[nodiscard]] std::string labelled(std::string_view label, int label_columns, std::string_view text) const;
    /// Rows in columns as wide as their widest cell, two blanks apart; the first row is the heading.
    [[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& rows) const;
    /// "███████░░░" for a value of 0..`full` in ten cells.
    [[nodiscard]] std::string bar(int value, int full) const;
};

/// "12.50", "−3.00": hundredths of a point as points. `signed_always`: "+12.50".
[[nodiscard]] std::string points(int centipoints, bool signed_always = false);

}  // namespace huashu::app
