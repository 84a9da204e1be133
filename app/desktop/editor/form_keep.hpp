// What a page with a form keeps for it: half-typed text, the open menu, what is to come into view.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desktop/editor/form_view.hpp"
#include "desktop/ui/editor.hpp"
#include "desktop/ui/menu.hpp"

namespace huashu::desktop {

/// A view, made again only when what it shows has changed.
template <class View>
struct KeptView {
    std::string key;
    std::optional<View> view;
};

struct FormKeep {
    MenuState menu;
    std::map<std::string, EditorState> fields;  ///< by pointer
    std::string fields_of;                      ///< the sheet and selection that they belong to
    unsigned shown_reveals = 0;
    std::string reveal_target;  ///< pointer of the row that stands for what is to come into view
    std::string writing;        ///< pointer of the text that has the keyboard; empty: none of the form
    std::string helped;         ///< pointer of the row whose help is open
    KeptView<FormRows> form;
    std::vector<float> heights;  ///< of its rows, pixels; < 0: not yet drawn
};

/// What a form writes into, and what of it is to come into view.
struct FormSubject {
    const app::Tree& root;
    const std::string& reveal;
    unsigned reveals = 0;
};

}  // namespace huashu::desktop
