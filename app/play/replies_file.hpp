// A file of replies to be played: a line a reply.
//
//     # comments and blank lines are passed over
//     =a                     chooses the choice with the id a
//     =                      says nothing until the time is up
//     非常抱歉，……             is said as typed
//     \=a                    a leading backslash takes = and # literally
#pragma once

#include <string>
#include <vector>

#include "scenarios/session.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct ScriptedReply {
    scenarios::Input input;
    Place place;  ///< of its line
};

/// Error (content): a line that is not UTF-8, or longer than a reply may be; all of them, each with its place.
[[nodiscard]] Result<std::vector<ScriptedReply>> parse_replies(const std::string& file, const std::string& text);

}  // namespace huashu::app
