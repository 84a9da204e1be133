// huashu whatif SCENARIO --replies FILE --turn N --reply REPLY [--format text|json]: what would have become of a talk
// if one reply had been another.
#pragma once

#include <cstdint>
#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct WhatIfOptions {
    std::string scenario;
    std::string replies;  ///< a file, or "-" for standard input
    int turn = 0;         ///< from 1
    std::string reply;    ///< as in a file of replies: "=b", "=", or words
    std::uint64_t seed = 1;
    Format format = Format::text;
};

[[nodiscard]] CommandResult whatif_command(const WhatIfOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
