// A blueprint's draft in words: what can be chosen, what is wrong, the forms that it gives.
#pragma once

#include <string>
#include <vector>

#include "desktop/views/supervise_view.hpp"

namespace huashu::desktop {

/// One of a list, by the id that the file has for it.
struct DraftOption {
    std::string id, label;
    bool on = false;
};

struct DraftDrawView {
    std::string title;   ///< "抽題 1"
    std::string fits;    ///< "符合 12 題"
    bool enough = true;  ///< it can be filled
    std::vector<DraftOption> complaints, kinds, channels, personas, scenarios;
};

struct BlueprintView {
    std::string title;    ///< of the page
    std::string verdict;  ///< what stands beside the button: sound, or how much is wrong
    bool is_sound = false, is_checked = false;
    std::vector<std::string> problems;  ///< a sentence each
    std::string note;                   ///< what saving does; may be empty
    std::vector<DraftOption> families, endings;
    std::vector<DraftDrawView> draws;
    FormsView forms;
};
[[nodiscard]] BlueprintView make_blueprint_view(const ExamsState& exams, const Speech& speech);

}  // namespace huashu::desktop
