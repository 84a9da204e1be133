// What is different between two versions of a scenario or persona, by its parts: a stage is the stage of the same id
// wherever it stands, a choice the choice of the same id within its stage. What the differences come to for whoever
// plays it is told by diff_consequences.hpp.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "author/scenario_text.hpp"

namespace huashu::app {

struct ContentChange {
    enum class Kind { added, removed, changed, moved };
    Kind kind = Kind::changed;
    /// Keys, ids and, in lists whose items have no id, places counted from 1: {"stages", "receive", "choices", "a",
    /// "text"}.
    std::vector<std::string> path;
    std::string before, after;  ///< as JSON; empty: was not there, is not there; of `moved` both are
    bool operator==(const ContentChange&) const = default;
};
[[nodiscard]] std::string_view name_of(ContentChange::Kind value);

/// In the order of the new version; what was removed stands where it stood.
[[nodiscard]] std::vector<ContentChange> diff_content(const ContentJson& before, const ContentJson& after);

/// Equal but for the order of keys.
[[nodiscard]] bool same_content(const ContentJson& one, const ContentJson& other);
/// True for a list of objects that all have an id of their own, none of them twice.
[[nodiscard]] bool has_ids(const ContentJson& list);
[[nodiscard]] const std::string& id_of(const ContentJson& item);
/// The items of such a list by their ids; valid as long as the list is not changed.
[[nodiscard]] std::map<std::string_view, const ContentJson*> by_id(const ContentJson& list);

}  // namespace huashu::app
