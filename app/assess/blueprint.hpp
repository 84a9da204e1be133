// What an assessment draws and how it is taken and marked: docs/assessment.md as plain values, checked.
//
// A blueprint is a JSON file that a supervisor writes. Loading is strict and reports all problems at once with their
// places. Whether the library can fill it is another question: see draw.hpp.
//
//     Result<Blueprint> exam = load_blueprint("assets/blueprints/onboarding-exam.json");
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/scenario.hpp"
#include "scoring/diagnostic.hpp"
#include "scoring/types.hpp"

namespace huashu::assess {

/// How a reply may be given.
enum class Replies : std::uint8_t { either, choice, typed };
[[nodiscard]] std::string_view name_of(Replies value);
[[nodiscard]] std::optional<Replies> parse_replies(std::string_view name);

/// "So many scenarios of these kinds." Empty lists: any.
struct DrawRule {
    std::string id;
    int count = 1;
    std::vector<scoring::Complaint> complaints;
    std::vector<std::string> kinds;  ///< "§2.2.1"
    std::vector<scenarios::Channel> channels;
    std::vector<std::string> personas;
    std::vector<std::string> scenarios;  ///< by id
    int easiest = 1, hardest = 5;        ///< declared levels, both included
    Replies replies = Replies::either;
    int weight = 1;   ///< of each scenario in the result, 1..10
    int minutes = 0;  ///< for each scenario; 0: only the whole is limited
    Place place;      ///< of the rule in its file
    std::string excerpt;
};

/// What fails an assessment by itself, whatever the score (一票否決). A critical finding always does.
struct FatalRules {
    std::vector<scoring::Family> families;
    std::vector<std::string> rules;
    std::vector<scenarios::Rank> endings;
    bool operator==(const FatalRules&) const = default;
};

/// A talk is what an assessment is about: its record never counts for more.
inline constexpr int most_record_percent = 50;

/// What decides about a result; copied into every sitting, so that a later edit of the blueprint changes nothing.
struct Marking {
    int pass_mark = 80;          ///< of the whole, 1..100
    int least_per_scenario = 0;  ///< no scenario may be below; 0: no such rule
    int record_percent = 0;  ///< of a scenario's score that its complaint record counts, 0..50; 0: none is asked for
    FatalRules fatal;
    bool operator==(const Marking&) const = default;
};

struct Blueprint {
    std::string id, title, about;
    std::vector<DrawRule> draws;
    int minutes = 60;          ///< for the whole sitting; the clock goes on when the program does not
    bool reply_clock = true;   ///< the owner waits for each reply only as long as his scenario says
    int attempts = 1;          ///< that a person has
    int days_between = 0;      ///< between two of them
    int forms = 3;             ///< parallel forms that are drawn
    int tolerance_centi = 25;  ///< hundredths of a level that the forms' mean difficulties may differ
    Marking marking;
    std::string hash;  ///< of the file's bytes; hex
    std::string file;
    Place forms_place;

    [[nodiscard]] int scenario_count() const;
    /// Points that a form is worth before it is brought to 100: a hundred for each scenario times its weight.
    [[nodiscard]] int maximum() const;
};

inline constexpr int most_scenarios = 20;
inline constexpr int most_forms = 12;

/// Error (content): everything that is wrong with the text. `file` names it in messages, and its id with it.
[[nodiscard]] Result<Blueprint> parse_blueprint(const std::string& file, std::string text);
/// Errors as parse_blueprint; or (system) the file can't be read.
[[nodiscard]] Result<Blueprint> load_blueprint(const std::string& file);

/// The shipped ones, then the department's own: <share>/assets/blueprints, <data>/blueprints.
[[nodiscard]] std::vector<std::string> blueprint_folders(const std::string& share, const std::string& data);
/// Every blueprint of the folders, by id; one in a later folder takes the place of one of the same id in an earlier. A
/// folder that is missing holds none. What is unsound is left out and told in `problems`.
[[nodiscard]] Loaded<std::vector<Blueprint>> load_blueprints(const std::vector<std::string>& folders);

/// What a draw rule asks for, for messages: "complaint facility, difficulty 3 to 5".
[[nodiscard]] std::string describe(const DrawRule& rule);

}  // namespace huashu::assess
