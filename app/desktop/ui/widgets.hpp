// The widgets: each draws itself in the box it is given and tags itself by its id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desktop/ui/icons.hpp"
#include "desktop/ui/interact.hpp"
#include "desktop/ui/paint.hpp"

namespace huashu::desktop {

enum class ButtonLook { primary, plain, quiet, danger };

struct ButtonSpec {
    ButtonLook look = ButtonLook::plain;
    Icon icon = Icon::none;
    bool enabled = true;
    std::string_view shortcut{};  ///< shown small at the right: "Enter"
    std::string_view hint{};      ///< tooltip
};

/// Height of a button or an input of one row, in pixels; and how wide a button must be for its words.
[[nodiscard]] float control_height(Ui& ui);
[[nodiscard]] float button_width(Ui& ui, std::string_view label, const ButtonSpec& spec = {});
Response button(Ui& ui, std::string_view id, Box box, std::string_view label, const ButtonSpec& spec = {});
/// A square button with nothing but a sign; `hint` says what it does.
Response icon_button(Ui& ui, std::string_view id, Box box, Icon icon, std::string_view hint, bool enabled = true);

/// A small label on a pale ground; not a thing to click. Returns its width.
struct ChipSpec {
    Tone tone{};
    Icon icon = Icon::none;
};
[[nodiscard]] float chip_width(Ui& ui, std::string_view label, Icon icon);
[[nodiscard]] float chip_height(Ui& ui);
float chip(Ui& ui, float x, float y, std::string_view label, const ChipSpec& spec);
/// The neutral tone.
[[nodiscard]] Tone plain_tone(const Theme& theme);

/// A choice among filters: like a chip, but can be switched on. Shows a check when it is on.
Response filter_chip(Ui& ui, std::string_view id, Box box, std::string_view label, bool on);
[[nodiscard]] float filter_chip_width(Ui& ui, std::string_view label, bool on = true);

/// One of a few, side by side in one frame. Returns the index that was picked, or -1.
int segmented(Ui& ui, std::string_view id, Box box, const std::vector<std::string>& labels, int selected);

/// A bar of 0..100 with its name, its value and how it changed last.
struct MeterSpec {
    std::string_view label{};
    int value = 0;
    int change = 0;  ///< shown with its sign; 0: not shown
    bool high_is_good = true;
    Icon icon = Icon::none;
};
float meter(Ui& ui, std::string_view id, float x, float y, float width_px, const MeterSpec& spec);

/// Five dots, `level` of them full.
float difficulty_dots(Ui& ui, float x, float y_mid, int level, Color color);

/// A score as a ring with the figure in it.
void score_ring(Ui& ui, Box box, int score, const Tone& tone, Type figure);

/// A keyboard key, as in a list of shortcuts. Returns its width.
float keycap(Ui& ui, float x, float y_mid, std::string_view label);
[[nodiscard]] float keycap_width(Ui& ui, std::string_view label);

/// What stands where there is nothing yet: a sign, a heading and what to do about it.
void empty_state(Ui& ui, Box box, Icon icon, std::string_view heading, std::string_view text);

}  // namespace huashu::desktop
