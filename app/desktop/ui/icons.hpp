// Signs, drawn as lines by us: they scale to any size and take any colour. Each means one thing and always stands
// beside words or in a button that has a tooltip.
#pragma once

#include <cstdint>

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

enum class Icon : std::uint8_t {
    none,
    home,
    history,
    settings,
    keyboard,
    back,
    forward,
    play,
    again,
    check,
    cross,
    warning,
    info,
    flag,
    desk,
    phone,
    chat,
    door,
    fact,
    unknown_fact,
    send,
    search,
    clock,
    star,
    person,
    copy,
    chevron_down,
    chevron_right,
    up,
    down,
    service,
    facility,
    safety,
    hint,
    rewind,
    plus,
    minus,
    light,
    dark,
    contrast,
    pen,
    language,
    print,
    progress,
    people,
    analysis,
};
inline constexpr int icon_count = static_cast<int>(Icon::analysis) + 1;

/// In the middle of the box, as large as it allows.
void draw_icon(Ui& ui, Icon icon, Box box, Color color);

}  // namespace huashu::desktop
