// What a line that a person typed during a conversation means.
#pragma once

#include <string>
#include <vector>

#include "scenarios/session.hpp"

namespace huashu::app {

struct TypedLine {
    enum class Kind : std::uint8_t {
        nothing,  ///< a blank line
        answer,   ///< `input`: a choice by its number, own words, or silence (":s")
        help,     ///< ":?" or "?"
        facts,    ///< ":f"
        model,    ///< ":m"
        leave,    ///< ":q"
        unknown,  ///< a colon and something else
    };
    Kind kind = Kind::nothing;
    scenarios::Input input;
    bool operator==(const TypedLine&) const = default;
};

/// A number counts as a choice when there is one of that number; a full-width colon counts as a colon.
[[nodiscard]] TypedLine read_typed_line(const std::string& line, const std::vector<scenarios::Choice>& choices);

}  // namespace huashu::app
