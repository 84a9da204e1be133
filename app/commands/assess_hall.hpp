// What the assess commands stand on: content, blueprints, everybody's records.
#pragma once

#include <string>
#include <vector>

#include "assess/archive.hpp"
#include "assess/department.hpp"
#include "assess/first_attempts.hpp"
#include "commands/assess_command.hpp"
#include "commands/setting.hpp"

namespace huashu::app {

struct AssessHall {
    Setting setting;
    Content content;
    std::string data;
    assess::Department department;
};
[[nodiscard]] Result<AssessHall> open_hall(const GlobalOptions& globals, Io& io);

/// By id, or by the path of a file. Errors: (usage) there is none of that id; (content) as of load_blueprint.
[[nodiscard]] Result<assess::Blueprint> find_blueprint(const AssessHall& hall, const std::string& name);
[[nodiscard]] Result<std::vector<assess::Candidate>> candidates_in(const AssessHall& hall);

/// A sitting by the first characters of its id, with where it is kept.
struct FoundSitting {
    assess::Filed filed;
    Records* records = nullptr;
};
/// Error (usage): none, or several.
[[nodiscard]] Result<FoundSitting> find_sitting(const AssessHall& hall, const std::string& id);

/// The first row of a table, in the language of the page.
[[nodiscard]] std::vector<std::string> heads(const Page& page, const std::vector<std::string>& names);
/// "running", "provisional", …: an id, for JSON and for words.
[[nodiscard]] std::string state_of(const assess::Filed& filed);

/// Fine when no passphrase is set, or when the next line of the input is it. Error (usage): it is not.
[[nodiscard]] Result<void> ask_for_supervisor(const AssessHall& hall, Io& io);

/// "A", "B", …
[[nodiscard]] std::string form_name(int form);

}  // namespace huashu::app
