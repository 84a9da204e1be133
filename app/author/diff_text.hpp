// Differences and their consequences, told in words and as JSON.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "author/diff.hpp"
#include "author/diff_consequences.hpp"
#include "json/json_writer.hpp"
#include "play/page.hpp"

namespace huashu::app {

/// {"stages", "receive", "choices", "a", "text"} as "stage receive › choice a › text".
[[nodiscard]] std::string place_text(const Words& words, const std::vector<std::string>& path);
/// Two values as they are shown beside each other: what both begin and end with is cut down to a few characters.
[[nodiscard]] std::pair<std::string, std::string> side_by_side(const std::string& before, const std::string& after);

/// How things are called: by their places in the file, or by their titles.
struct DiffNames {
    std::function<std::string(const std::vector<std::string>& path)> place;
    std::function<std::string(const std::string& id)> ending;
    std::function<std::string(const std::string& code, const std::string& text)> problem;
};
/// What the change comes to, a line each, but for what the check has to say.
[[nodiscard]] std::vector<std::string> consequence_lines(const Words& words, const Consequences& consequences,
                                                         const DiffNames& names);

/// A line each, by places in the file.
[[nodiscard]] std::string changes_text(const Page& page, const std::vector<ContentChange>& changes);
[[nodiscard]] std::string consequences_text(const Page& page, const Consequences& consequences);

/// A list: [{"kind", "path": […], "before"?, "after"?}].
void write_changes(JsonWriter& json, const std::vector<ContentChange>& changes);
void write_consequences(JsonWriter& json, const Consequences& consequences);

}  // namespace huashu::app
