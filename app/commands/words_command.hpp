// huashu words import|export|template [FILE|LIST…] [--list NAME] [--out FILE] [--encoding E] [--patterns] [--format …]
#pragma once

#include <string>
#include <vector>

#include "commands/io.hpp"

namespace huashu::app {

struct WordsOptions {
    std::string action;             ///< import export template
    std::vector<std::string> what;  ///< of `import` one file, of `export` lists; none: all of the pack
    std::string list;               ///< of `import`, for rows that name none
    std::string out;                ///< of `import` a rules file, new or to be added to; of the others a table
    std::string encoding;           ///< utf-8 utf-16 gbk big5; empty: found out, or UTF-8
    bool patterns = false;          ///< words are patterns
    Format format = Format::text;
};

/// Word lists out of tables into the pack that --pack names, and back (author/word_list.hpp). Without --out an import
/// only tells what it would do. Status 1: the table can't be read; clashes are told and are no failure.
[[nodiscard]] CommandResult words_command(const WordsOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
