// The sheet of publishing in words.
#pragma once

#include <string>
#include <vector>

#include "desktop/editor/change_words.hpp"
#include "desktop/editor/publish_state.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

struct ImpactRow {
    std::string who, change;  ///< "示範走法 best", "98 分 → 61 分"
    std::vector<std::string> turns;
    int turned = 0;  ///< 1: it passes now, -1: it fails now
};
struct VersionRow {
    std::string what, when, note;
    int number = 0;            ///< of a published version, which can be restored; else 0
    bool can_use = false;      ///< of a pack, and it is not in use
    bool can_compare = false;  ///< with the one before it
};
struct PublishView {
    std::string state, advice;  ///< how far it is; what comes next
    bool can_submit = false, can_publish = false, can_send_back = false;
    std::string in_use;                     ///< of a pack: what talks are scored with
    bool can_go_back = false;               ///< to the shipped rules
    std::string compared;                   ///< which two versions; empty: none are compared
    std::vector<ChangeLine> changes;        ///< from the one to the other
    std::vector<std::string> consequences;  ///< what they come to
    std::string reckoning;                  ///< that this is still being reckoned
    bool can_compare_draft = false;         ///< back to the draft with the newest
    std::string progress;                   ///< of measuring
    std::string summary;                    ///< of the impact
    std::vector<std::string> rules;         ///< how many replies each rule makes a difference to
    std::vector<ImpactRow> impact;
    std::size_t impact_left = 0;      ///< rows that are not shown
    std::vector<VersionRow> history;  ///< the newest first
};
/// Which rules talks are scored with.
[[nodiscard]] std::string pack_in_use_words(const std::optional<app::PackInUse>& in_use, const Speech& speech);
[[nodiscard]] PublishView make_publish_view(const PublishState& state, const Speech& speech);

}  // namespace huashu::desktop
