// Text measured and broken for a terminal, where a Han character takes two columns and others one.
//
// Widths follow Unicode's East Asian Width (wide and full width: 2; combining marks and invisible controls: 0; all
// else: 1). Lines break where Unicode's line breaking rules allow, so that no line begins with a closing mark.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huashu::app {

/// How many columns valid UTF-8 without line breaks takes.
[[nodiscard]] int columns_of(std::string_view text);

/// So many blanks; none where the count is negative.
[[nodiscard]] std::string blanks(int count);

/// A line as a range of bytes of the text it was broken from, without its trailing blanks and line break.
struct TextLine {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const TextLine&) const = default;
};

/// Breaks a text into lines of at most `columns` (2 where fewer are asked for). A word that is longer is cut. An empty
/// text gives one empty line.
[[nodiscard]] std::vector<TextLine> break_lines(std::string_view text, int columns);

/// The text with every line wrapped and all lines but the first indented by `indent` blanks; no line break at the end.
/// `columns` counts the indent; the first line is taken to start after `indent` columns too.
[[nodiscard]] std::string wrap(std::string_view text, int columns, int indent = 0);

/// Filled with blanks on the right up to `columns`; a longer text stays as it is.
[[nodiscard]] std::string pad(std::string_view text, int columns);

/// Valid UTF-8 that can't command a terminal: control characters other than line breaks become their pictures (␛),
/// tabs become blanks, what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace huashu::app
