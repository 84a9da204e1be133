// What the sheet of publishing shows: how far a scenario or a rule pack is on its way, what its publishing would
// change, its history. Changed by update_publish() only.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "author/diff.hpp"
#include "author/diff_consequences.hpp"
#include "author/document_tree.hpp"
#include "author/impact_task.hpp"
#include "author/pack_in_use.hpp"
#include "author/versions_history.hpp"

namespace huashu::desktop {

/// What is to be published.
struct PublishItem {
    bool is_pack = false;
    std::string id, title;
    std::string path;       ///< the draft's file, or its folder
    bool is_sound = false;  ///< nothing keeps it from being published, as far as the live check has come
    bool is_saved = true;
};

/// How far it is.
struct PublishProgress {
    bool has_draft = false, in_review = false, differs = false;
    int published = 0;                       ///< number of the newest version; 0: none
    std::vector<app::VersionEntry> history;  ///< the oldest first
    std::optional<app::PackInUse> in_use;    ///< of packs: what talks are scored with; nothing: the shipped
};

/// Two versions beside each other.
struct PublishComparison {
    int from = 0;  ///< number of a version; 0: what a pack was begun as a copy of
    int to = 0;    ///< 0: the draft
    std::vector<app::ContentChange> changes;
    app::Tree before, after;                        ///< what things are called by
    std::optional<app::Consequences> consequences;  ///< of a scenario, once they are known
};

/// What scenarios are called, by id.
using ScenarioTitles = std::map<std::string, std::string>;

struct PublishState {
    std::optional<PublishItem> item;  ///< none: the sheet is shut
    PublishProgress progress;
    std::optional<PublishComparison> comparison;
    bool comparing = false;  ///< it, or what it comes to, is on its way
    bool measuring = false;
    std::size_t done = 0, all = 0;
    std::shared_ptr<const app::ImpactOutcome> impact;  ///< null: not yet measured
    ScenarioTitles titles;                             ///< of what was measured
    unsigned revision = 0;
};

}  // namespace huashu::desktop
