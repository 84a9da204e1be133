// The pages of writing: the shelf of drafts and the desk with map, sheets, diagnostics and trial.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "desktop/editor/author_intent.hpp"
#include "desktop/editor/form_keep.hpp"
#include "desktop/editor/map_view.hpp"
#include "desktop/editor/script_view.hpp"
#include "desktop/editor/side_view.hpp"

namespace huashu::desktop {

/// Where one looks at the map, and what is being dragged.
struct MapLook {
    int zoom = -1;        ///< index of a step; -1: not yet fitted
    float x = 0, y = 0;   ///< the point of the map in the middle of the view
    std::string dragged;  ///< key of a node
    bool panning = false, moved = false;
    float last_x = 0, last_y = 0;
    app::Spot spot;  ///< where the dragged node is now
    float seen_w = 0, seen_h = 0;
    WidgetId id = 0;  ///< of the map, for its focus ring
};

/// What the pages keep for themselves: half-typed text, where they are scrolled to, when something is due.
struct AuthorScreen : FormKeep {
    MapLook map;
    unsigned seen_revision = 0;  ///< of the document
    double changed_s = -1;       ///< when it changed; < 0: looked at already
    double unrecovered_s = -1;   ///< since when something is in no file
    double watched_s = 0;
    EditorState reply{EditBuffer(true, 2000)};  ///< of the trial
    std::size_t shown_turns = 0;
    scenarios::Mood trial_mood{};
    bool trial_mood_set = false;
    EditorState new_id{EditBuffer(false, 60)}, new_title{EditBuffer(false, 60)};
    std::string new_kind = "§2.2.1";
    bool naming_seen = false;
    std::string desk_file;  ///< whose desk all this belongs to
    unsigned desk_opened = 0;
    double polled_s = 0;
    bool finding = false;  ///< the search bar is open
    EditorState find{EditBuffer(false, 200)}, replace{EditBuffer(false, 200)};
    int found_at = 0;
    ScriptHeights script;
    std::string script_open;  ///< pointer of the line that is being changed in the script

    KeptView<MapView> map_view;
    KeptView<SideView> side;
    ScriptView script_view;
};

void author_screen_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own,
                      AuthorWishes& out);

}  // namespace huashu::desktop
