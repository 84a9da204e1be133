// A column that scrolls: by wheel, by the bar, and to whatever gets the keyboard focus.
//
//     Scroll list(ui, "home.list", box, ui.px(24));
//     for (…) list.y += draw_row(ui, list.x0, list.y, list.width());
//     list.end();
#pragma once

#include <string_view>

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

class Scroll {
public:
    /// `pad` pixels are left free around the content. Widgets drawn until end() belong to the column.
    Scroll(Ui& ui, std::string_view id, Box box, float pad);
    ~Scroll() { end(); }
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;

    float x0 = 0, x1 = 0;  ///< left and right of the content; moves with nothing
    float y = 0;           ///< the pen: where the next thing goes
    [[nodiscard]] float width() const { return x1 - x0; }
    [[nodiscard]] Box view() const { return box_; }

    /// From here to the bottom comes into view.
    void to_bottom();
    void to_top();
    /// A box of the content comes into view.
    void reveal(Box box);
    /// Page Up, Page Down, Home and End move this column, unless something took them.
    void take_page_keys();
    [[nodiscard]] bool at_top() const;
    [[nodiscard]] bool at_bottom() const;
    void end();

private:
    Ui& ui_;
    Box box_;
    float pad_;
    float top_ = 0;
    bool open_ = true;
    bool to_bottom_ = false;
};

}  // namespace huashu::desktop
