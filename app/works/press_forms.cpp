// The parts that a filed report or a certificate has: the result, who and when, lines to sign on.
#include <algorithm>

#include "works/press.hpp"

namespace huashu::desktop::pdf_press {

void Press::verdict(const PaperBlock& block) {
    constexpr double pad = 12, figure_room = 96;
    const auto figure = layout(block.figure, 34, true, figure_room);
    pango_layout_set_alignment(figure.get(), PANGO_ALIGN_CENTER);
    const double room = column_ - figure_room - 3 * pad;
    const auto text = layout(block.text, 16, true, room);
    const auto aside = layout(block.aside, 10, false, room);
    const double words_height = height_of(text.get()) + 2 + height_of(aside.get());
    const double height = std::max(height_of(figure.get()), words_height) + 2 * pad;
    need(height + 8);
    y_ += 6;
    box(margin, y_, column_, height, block.good ? pale_green : pale_red);
    box(margin, y_, 4, height, block.good ? green : red);
    show(figure.get(), margin + pad, y_ + (height - height_of(figure.get())) / 2, block.good ? green : red);
    const double x = margin + figure_room + 2 * pad, top = y_ + (height - words_height) / 2;
    show(text.get(), x, top, black);
    show(aside.get(), x, top + height_of(text.get()) + 2, grey);
    y_ += height + 8;
}

void Press::pairs(const PaperBlock& block) {
    constexpr double name_room = 84, gap = 16;
    const double half = (column_ - gap) / 2;
    for (std::size_t i = 0; i + 1 < block.names.size(); i += 4) {
        double height = 0;
        const bool alone = i + 3 >= block.names.size();  // the last one may be as long as the page is wide
        std::vector<std::pair<Held<PangoLayout>, Held<PangoLayout>>> cells;
        for (std::size_t k = i; k < i + 4 && k + 1 < block.names.size(); k += 2) {
            cells.emplace_back(layout(block.names[k], 9.5, false, name_room),
                               layout(block.names[k + 1], 10, false, alone ? column_ - name_room : half - name_room));
            height = std::max({height, height_of(cells.back().first.get()), height_of(cells.back().second.get())});
        }
        need(height + 3);
        double x = margin;
        for (const auto& [name, value] : cells) {
            show(name.get(), x, y_, grey);
            show(value.get(), x + name_room, y_, black);
            x += half + gap;
        }
        y_ += height + 3;
    }
    y_ += 3;
}

void Press::signatures(const PaperBlock& block) {
    if (block.names.empty()) return;
    constexpr double gap = 28, room_to_sign = 40, inset_of_certificate = 40, below_on_certificate = 96;
    const double inset = paper_.is_certificate ? inset_of_certificate : 0;
    const double width = (column_ - 2 * inset - gap * static_cast<double>(block.names.size() - 1)) /
                         static_cast<double>(block.names.size());
    std::vector<Held<PangoLayout>> names;
    double height = 0;
    for (const std::string& name : block.names) {
        names.push_back(layout(name, 9.5, false, width));
        height = std::max(height, height_of(names.back().get()));
    }
    const auto heading = layout(block.text, 13, true, column_);
    const auto hint = layout(block.aside, 9.5, false, column_);
    const double words = block.text.empty() ? 0 : 14 + height_of(heading.get()) + 4 + height_of(hint.get());
    need(words + room_to_sign + height + 6);  // nobody signs on a page of lines alone
    if (words > 0) {
        show(heading.get(), margin, y_ + 14, black);
        show(hint.get(), margin, y_ + 18 + height_of(heading.get()), grey);
    }
    y_ += words + room_to_sign;
    if (paper_.is_certificate) y_ = std::max(y_, page_height_ - margin - below_on_certificate);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double x = margin + inset + static_cast<double>(i) * (width + gap);
        line(x, y_, x + width, y_, black, 0.8);
        show(names[i].get(), x, y_ + 4, grey);
    }
    y_ += height + 10;
}

void Press::centred(const PaperBlock& block) {
    const bool grand = block.kind == Kind::grand;
    const auto text = layout(block.text, grand ? 34 : 14, grand, column_, block.marks);
    pango_layout_set_alignment(text.get(), PANGO_ALIGN_CENTER);
    const double height = height_of(text.get());
    need(height + 10);
    y_ += grand ? 12 : 4;
    show(text.get(), margin, y_, grand ? black : grey);
    y_ += height + (grand ? 12 : 4);
}

void Press::frame_page() {
    constexpr double outer = 26, inner = 33;
    ink(green);
    cairo_set_line_width(c_, 2.5);
    cairo_rectangle(c_, outer, outer, page_width_ - 2 * outer, page_height_ - 2 * outer);
    cairo_stroke(c_);
    cairo_set_line_width(c_, 0.8);
    cairo_rectangle(c_, inner, inner, page_width_ - 2 * inner, page_height_ - 2 * inner);
    cairo_stroke(c_);
    y_ = margin + 26;
}

}  // namespace huashu::desktop::pdf_press
