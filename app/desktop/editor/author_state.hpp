// What the writing of scenarios shows: the shelf of drafts, or one draft on the desk. Changed by update_author() only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "author/document.hpp"
#include "author/document_files.hpp"
#include "author/layout.hpp"
#include "author/live_report.hpp"
#include "author/live_trial.hpp"
#include "author/pack_in_use.hpp"
#include "author/rule_pack.hpp"
#include "desktop/editor/merge_sheet.hpp"
#include "desktop/state/talk.hpp"

namespace huashu::desktop {

/// What the middle of the desk shows.
enum class AuthorSheet : std::uint8_t { stage, card, facts, rules, endings, plays, past, script };
inline constexpr std::size_t author_sheet_count = 8;
/// What stands at the right of it.
enum class AuthorSide : std::uint8_t { guide, problems, trial };

struct AuthorTrial {
    Talk talk;
    std::vector<scenarios::TurnTrace> traces;
    app::TrialStart start;
    bool can_be_kept = false;  ///< as a golden play
};

/// A temperament that the owner can have.
struct PersonaName {
    std::string id, name;
};

/// A draft that is being written.
struct AuthorDesk {
    std::string file;
    app::Draft document;
    app::Outline outline{};
    app::Tree outlined{};  ///< what `outline` was made of
    app::MapPlan plan{};
    bool planned = false;     ///< `plan` belongs to this shape, or to the one before it
    bool laying_out = false;  ///< another plan is on its way
    app::HandPlaces by_hand{};
    std::string selected = "/stages/0";  ///< pointer of a stage or an ending
    AuthorSheet sheet = AuthorSheet::stage;
    AuthorSide side = AuthorSide::problems;
    std::optional<app::LiveReport> report{};
    std::optional<app::RobotReport> robots{};
    unsigned robots_of = 0;   ///< the revision that they played
    bool robots_out = false;  ///< they are at it
    std::optional<AuthorTrial> trial{};
    unsigned trials = 0;                   ///< how many were finished since it was opened
    bool changed_outside = false;          ///< the file is another than the one that was read: asked about
    std::optional<MergeQuestion> clash{};  ///< of both changes: asked about
    bool finding_way = false;              ///< a play to a place is being looked for
    std::string reveal{};                  ///< pointer that is to come into view
    unsigned reveals = 0;
    unsigned view = 0;    ///< another one: something besides the document has changed
    unsigned opened = 0;  ///< another one: opened anew
    bool is_new = false;  ///< begun from a template just now: the guide goes along
    std::vector<PersonaName> personas{};
    app::Tree begun_from{};  ///< what it was when it was opened
    bool published = false;  ///< in this sitting
};

struct AuthorState {
    std::vector<app::DraftFile> drafts;
    std::vector<app::PackDraft> packs;             ///< rule packs of one's own
    std::optional<app::PackInUse> pack_in_use;     ///< what talks are scored with; nothing: the shipped rules
    std::vector<scenarios::ScenarioCard> shipped;  ///< that a draft can begin as a copy of
    bool naming = false;                           ///< the sheet for a new draft is open
    std::string copy_of;  ///< id of the shipped scenario that the new draft begins as; empty: a template
    std::optional<AuthorDesk> desk;
    bool leaving = false;  ///< "there are unsaved changes" is asked
    unsigned revision = 0;
    unsigned opened = 0;  ///< how many drafts were
};

}  // namespace huashu::desktop
