// What the sheet of publishing shows: how far a scenario or a rule pack is on its way, what its publishing would
// change, its history. Changed by update_publish() only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "author/diff.hpp"
#include "author/diff_consequences.hpp"
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
    int published = 0;                              ///< number of the newest version; 0: none
    std::vector<app::VersionEntry> history;         ///< the oldest first
    std::vector<app::ContentChange> changes;        ///< of a scenario's draft, since the newest version
    std::optional<app::Consequences> consequences;  ///< what they come to
    std::optional<app::PackInUse> in_use;           ///< of packs: what talks are scored with; nothing: the shipped
    std::size_t changed_rules = 0;                  ///< of a pack, since the newest version or the shipped one
};

struct PublishState {
    std::optional<PublishItem> item;  ///< none: the sheet is shut
    PublishProgress progress;
    bool measuring = false;
    std::size_t done = 0, all = 0;
    std::shared_ptr<const app::ImpactOutcome> impact;  ///< null: not yet measured
    unsigned revision = 0;
};

}  // namespace huashu::desktop
