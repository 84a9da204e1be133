// A Twine story as a draft of a scenario: passages become stages, links choices, passages without links endings.
//
// The draft loads, and every place that a story can't fill holds a comment that begins with TODO, which `huashu check`
// lists. What of the story was not carried over is said in `notes`, with its line.
#pragma once

#include <string>

#include "import/twee.hpp"

namespace huashu::app {

struct ScenarioDraft {
    std::string json;   ///< with a line break at its end
    Diagnostics notes;  ///< warnings
};

/// `id`: of the scenario, and its file's name. Error (content): no passage with a link, so there is no talk.
[[nodiscard]] Result<ScenarioDraft> draft_of(const TweeStory& story, const std::string& file, const std::string& id);

}  // namespace huashu::app
