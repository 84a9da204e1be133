// Lines from a file descriptor, in batches: as many whole lines as are there already, so that a script which waits for
// each answer gets it, and a large file is read in large pieces. Memory is bounded by the longest line allowed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct ByteLine {
    std::size_t number = 0;    ///< from 1; blank lines count
    std::string text;          ///< without its line break (LF or CRLF)
    bool is_too_long = false;  ///< longer than allowed; `text` is empty
};

class ByteLines {
public:
    /// `max_line_bytes`: longer lines are skipped and marked. The descriptor stays the caller's.
    ByteLines(int descriptor, std::size_t max_line_bytes);

    /// The next lines that are not blank; empty at the end. A byte order mark at the start is dropped.
    /// Error (system): the descriptor can't be read.
    [[nodiscard]] Result<std::vector<ByteLine>> next_batch();

private:
    void take_lines(std::vector<ByteLine>& lines, bool at_end);
    void add(std::vector<ByteLine>& lines, std::string text);

    int descriptor_;
    std::size_t max_line_bytes_;
    std::string pending_;
    std::size_t number_ = 0;
    bool skips_rest_of_line_ = false;
    bool is_at_start_ = true;
    bool is_at_end_ = false;
};

}  // namespace huashu::app
