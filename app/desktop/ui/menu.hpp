// A button that opens a list to pick from: one of a few, or some of many. While a list is open the page below shows but
// does not react. Up and Down move in it, Enter or Space picks, Escape closes.
//
//     if (menu_button(ui, "form.step", box, "第一步", menu)) …             // while the page is drawn
//     if (const int picked = menu_layer(ui, all, menu, items); picked >= 0) …   // after it; menu.owner says whose it
//     is
#pragma once

#include <string>
#include <vector>

#include "desktop/ui/interact.hpp"

namespace huashu::desktop {

/// Which list is open; kept by the screen.
struct MenuState {
    std::string owner;  ///< id of the button; empty: none is open
    Box at;             ///< of the button
    int row = 0;        ///< that the keyboard is at
    unsigned opened = 0;
    WidgetId back_to = 0;  ///< what gets the keyboard when it closes
    [[nodiscard]] bool open() const { return !owner.empty(); }
};

struct MenuItem {
    std::string label;
    bool on = false;
};

/// Shows `label` and a chevron; opens its list when it is clicked.
Response menu_button(Ui& ui, std::string_view id, Box box, std::string_view label, MenuState& menu,
                     std::string_view hint = {});
/// Draws the open list over everything. Returns the item that was picked, or -1. `several`: it stays open.
int menu_layer(Ui& ui, Box all, MenuState& menu, const std::vector<MenuItem>& items, bool several);

}  // namespace huashu::desktop
