// A blueprint while somebody writes it: the text that it is saved as, and what is still wrong with it, in a form that
// can be told in any language. Pure.
//
//     Blueprint b = new_blueprint("autumn-check");
//     DraftCheck check = check_draft(b, candidates, rules, {});
//     if (check.problems.empty()) replace_file("autumn-check.json", to_text(b));
#pragma once

#include <set>
#include <string>
#include <vector>

#include "assess/draw.hpp"

namespace huashu::assess {

/// Sound, and with one draw of anything.
[[nodiscard]] Blueprint new_blueprint(const std::string& id);

/// JSON as it is saved: what has its default value is left out, as somebody would write it.
[[nodiscard]] std::string to_text(const Blueprint& blueprint);

struct DraftProblem {
    std::string code;  ///< "no-title", "draw-not-filled", …: the words have a text for each
    int draw = -1;     ///< that it is about; -1: the whole
    std::vector<std::pair<std::string, std::string>> details;  ///< placeholders of the text
    bool operator==(const DraftProblem&) const = default;
};

struct DraftCheck {
    std::vector<int> fitting;            ///< scenarios that fit each draw
    std::vector<DraftProblem> problems;  ///< none: it can be saved and sat
    std::optional<Drawn> drawn;          ///< the forms, also where they differ by more than the blueprint tolerates
};

/// `rules`: ids of the rules there are; `taken`: ids of other blueprints that may not be written over. The forms are
/// those that the saved file will have.
[[nodiscard]] DraftCheck check_draft(const Blueprint& blueprint, const std::vector<Candidate>& candidates,
                                     const std::set<std::string>& rules, const std::set<std::string>& taken);

/// Small letters, digits and single hyphens, a letter first; at most 60.
[[nodiscard]] bool is_blueprint_id(std::string_view id);

}  // namespace huashu::assess
