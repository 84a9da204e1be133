// Fills a card from the top: paragraphs, sentences with signs, rows of fields and buttons that go on below where there
// is no room. A pass that does not draw measures (assess_parts.hpp, card_of).
#pragma once

#include <string_view>
#include <vector>

#include "desktop/ui/widgets.hpp"
#include "desktop/views/care_view.hpp"

namespace huashu::desktop {

class CardPen {
public:
    CardPen(Ui& ui, Box inner, bool draws) : ui_(ui), inner_(inner), draws_(draws), x_(inner.x0), y_(inner.y0) {}

    void heading(std::string_view text);
    void text(std::string_view text, Type type = Type::label);
    void lines(const std::vector<CareLine>& lines);
    /// The place of a control in the row that is open; a new row where it does not fit.
    Box place(float width);
    /// True: it was clicked.
    bool button(std::string_view id, std::string_view label, const ButtonSpec& look = {});
    /// What comes next begins below.
    void end_row();
    void gap(float points) { y_ += ui_.px(points); }
    [[nodiscard]] float used() { return end_row(), y_ - inner_.y0; }
    [[nodiscard]] bool draws() const { return draws_; }
    [[nodiscard]] float width() const { return inner_.w(); }
    [[nodiscard]] float y() const { return y_; }

private:
    Ui& ui_;
    Box inner_;
    bool draws_;
    float x_, y_;
    bool open_ = false;
};

}  // namespace huashu::desktop
