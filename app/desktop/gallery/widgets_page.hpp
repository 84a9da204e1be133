// All widgets, icons, colours, type sizes and faces on one page.
#pragma once

#include "desktop/ui/editor.hpp"

namespace huashu::desktop {

struct WidgetsPage {
    EditorState text;
    EditorState field{EditBuffer(false, 40)};
    int option = 1;
    bool filter = true;
};

void widgets_page_ui(Ui& ui, Box box, WidgetsPage& own);

}  // namespace huashu::desktop
