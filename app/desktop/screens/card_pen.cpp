#include "desktop/screens/card_pen.hpp"

#include <algorithm>

namespace huashu::desktop {

void CardPen::heading(std::string_view text) {
    end_row();
    const float height = paragraph_height(ui_, inner_.w(), text, Type::strong);
    if (draws_) paragraph(ui_, inner_.x0, y_, inner_.w(), text, Type::strong, ui_.theme->text);
    y_ += height + ui_.px(space::tight);
}

void CardPen::text(std::string_view text, Type type) {
    end_row();
    const float height = paragraph_height(ui_, inner_.w(), text, type);
    if (draws_) paragraph(ui_, inner_.x0, y_, inner_.w(), text, type, ui_.theme->text_muted);
    y_ += height + ui_.px(space::small);
}

void CardPen::lines(const std::vector<CareLine>& lines) {
    end_row();
    const Theme& t = *ui_.theme;
    const auto sign = static_cast<float>(ui_.scale.em(Type::label));
    const float row = ui_.scale.leading(Type::label), x = inner_.x0 + sign + ui_.px(space::small);
    for (const CareLine& line : lines) {
        const float height = paragraph_height(ui_, inner_.x1 - x, line.text, Type::label);
        if (draws_) {
            const bool good = line.kind == CareLine::Kind::good, bad = line.kind == CareLine::Kind::bad;
            draw_icon(ui_,
                      good  ? Icon::check
                      : bad ? Icon::warning
                            : Icon::minus,
                      Box{inner_.x0, y_, inner_.x0 + sign, y_ + row}.centred(sign, sign),
                      good  ? t.good.strong
                      : bad ? t.warn.strong
                            : t.text_faint);
            paragraph(ui_, x, y_, inner_.x1 - x, line.text, Type::label, t.text);
        }
        y_ += height + ui_.px(space::tight);
    }
    if (!lines.empty()) y_ += ui_.px(space::tight);
}

Box CardPen::place(float width) {
    const float wanted = std::min(width, inner_.w());
    if (open_ && x_ + wanted > inner_.x1 + 0.5f) end_row();
    const Box box{x_, y_, x_ + wanted, y_ + control_height(ui_)};
    x_ = box.x1 + ui_.px(space::small);
    open_ = true;
    return box;
}

bool CardPen::button(std::string_view id, std::string_view label, const ButtonSpec& look) {
    const Box box = place(button_width(ui_, label, look));
    return draws_ && huashu::desktop::button(ui_, id, box, label, look).clicked;
}

void CardPen::end_row() {
    if (!open_) return;
    open_ = false;
    x_ = inner_.x0;
    y_ += control_height(ui_) + ui_.px(space::small);
}

}  // namespace huashu::desktop
