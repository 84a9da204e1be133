// After the conversation: what it was worth and why, reply by reply.
#pragma once

#include "desktop/state/intent.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/debrief_view.hpp"

namespace huashu::desktop {

/// A complaint record that is being filled in.
struct RecordDraft {
    struct Promise {
        EditorState what{EditBuffer(false, 120)}, by{EditBuffer(false, 40)};
    };
    std::string kind;
    int urgency = -1, department = -1;  ///< -1: left blank
    EditorState facts;
    std::vector<Promise> promises{3};
};

/// What the screen keeps for itself.
struct DebriefScreen {
    RecordDraft record;
    std::optional<std::string> record_of;  ///< the attempt that the record is about
    scenarios::RecordForm record_seen;     ///< as it stood on record in the last frame
    EditorState instead;                   ///< "what if I had said …"
    unsigned what_if_revision = 0, shown_what_if = 0;
    int asked_turn = -1;         ///< the turn that `instead` was written for
    bool may_write = false;      ///< rules can be written here: a reply can become an example of one
    std::optional<int> example;  ///< the turn whose reply is to; for the author's room, which is no page of the state
    int shown_turn = -1;         ///< so that a newly selected turn scrolls into view

    /// Where the lines of the ledger stand; measured once, because there may be a thousand.
    struct LedgerPlaces {
        const void* of = nullptr;  ///< the view's lines
        Scale scale;
        float page_width = 0;
        unsigned glyphs = 0;
        float points = 0, reason = 0, dimension = 0, source = 0, turn = 0;  ///< widths of the columns
        std::vector<float> heights;
    } ledger;
};

void debrief_screen_ui(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                       DebriefScreen& own, Intents& out);

}  // namespace huashu::desktop
