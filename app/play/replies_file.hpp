// A file of replies to be played: a line a reply.
//
//     # comments and blank lines are passed over
//     =a                     chooses the choice with the id a
//     =+                     chooses the best of those offered
//     =                      says nothing until the time is up
//     =a =c = =+             several of these in one line, as `huashu check --deep` prints plays
//     非常抱歉，……             is said as typed
//     \=a                    a leading backslash takes =, # and @ literally
//     @{"kind": "§2.2.1", …}   after the last reply: the complaint record (scenarios/record_form.hpp)
#pragma once

#include <string>
#include <vector>

#include "scenarios/record_form.hpp"
#include "scenarios/session.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct ScriptedReply {
    scenarios::Input input;  ///< unless `is_best_choice`
    Place place;             ///< of its line
    bool is_best_choice = false;
    std::optional<scenarios::RecordForm> record;  ///< then it is no reply
};

/// What the reply comes to where the talk stands now. `=+` where no choice is offered says the model reply.
[[nodiscard]] scenarios::Input input_of(const ScriptedReply& reply, const scenarios::Session& session);

/// Error (content): a line that is not UTF-8 or longer than a reply may be, a record that can't be read; all of them,
/// each with its place.
[[nodiscard]] Result<std::vector<ScriptedReply>> parse_replies(const std::string& file, const std::string& text);

}  // namespace huashu::app
