// What is drawn rather than written: the course of the mood, scores, bars.
#include <algorithm>
#include <array>

#include "works/press.hpp"

namespace huashu::desktop::pdf_press {
namespace {

constexpr double curve_height = 96, scores_height = 84;
constexpr double bar_label = 150, bar_figure = 90, bar_thick = 7;

}  // namespace

void Press::curve(const PaperBlock& block) {
    if (block.course.size() < 2) return;
    need(curve_height + 24);
    constexpr std::array inks{red, green, blue};
    constexpr std::array<double, 3> dashes{0, 6, 2};
    const auto value = [](const scenarios::Mood& m, std::size_t which) {
        return which == 0 ? m.anger : which == 1 ? m.trust : m.patience;
    };
    double x = margin;
    for (std::size_t k = 0; k < inks.size() && k < block.names.size(); ++k) {
        cairo_set_dash(c_, &dashes[k], dashes[k] > 0 ? 1 : 0, 0);
        line(x, y_ + 6, x + 22, y_ + 6, inks[k], 1.4);
        const auto name = layout(block.names[k], 9, false, 90);
        show(name.get(), x + 26, y_ - 2, inks[k]);
        x += 100;
    }
    const double top = y_ + 18;
    cairo_set_dash(c_, nullptr, 0, 0);
    for (const double share : {0.0, 0.5, 1.0})
        line(margin, top + share * curve_height, margin + column_, top + share * curve_height, rule, 0.6);
    cairo_set_line_width(c_, 1.4);
    const auto last = static_cast<double>(block.course.size() - 1);
    for (std::size_t k = 0; k < inks.size(); ++k) {
        ink(inks[k]);
        cairo_set_dash(c_, &dashes[k], dashes[k] > 0 ? 1 : 0, 0);
        for (std::size_t i = 0; i < block.course.size(); ++i)
            cairo_line_to(c_, margin + column_ * static_cast<double>(i) / last,
                          top + curve_height * (1 - value(block.course[i], k) / 100.0));
        cairo_stroke(c_);
    }
    cairo_set_dash(c_, nullptr, 0, 0);
    y_ = top + curve_height + 8;
}

void Press::scores(const PaperBlock& block) {
    if (block.values.size() < 2) return;
    need(scores_height + 16);
    const double top = y_ + 6, width = column_ - 30;
    const auto y_of = [&](int score) { return top + scores_height * (1 - score / 100.0); };
    for (const int score : {0, 50, 100}) {
        line(margin, y_of(score), margin + width, y_of(score), rule, 0.6);
        const auto label = layout(std::to_string(score), 8, false, 26);
        show(label.get(), margin + width + 6, y_of(score) - 6, grey);
    }
    if (block.mark >= 0) {
        constexpr double dash = 4;
        cairo_set_dash(c_, &dash, 1, 0);
        line(margin, y_of(block.mark), margin + width, y_of(block.mark), grey, 0.8);
        cairo_set_dash(c_, nullptr, 0, 0);
    }
    const auto last = static_cast<double>(block.values.size() - 1);
    const auto x_of = [&](std::size_t i) { return margin + 4 + (width - 8) * static_cast<double>(i) / last; };
    ink(blue);
    cairo_set_line_width(c_, 1.4);
    for (std::size_t i = 0; i < block.values.size(); ++i) cairo_line_to(c_, x_of(i), y_of(block.values[i]));
    cairo_stroke(c_);
    for (std::size_t i = 0; i < block.values.size(); ++i) {
        cairo_arc(c_, x_of(i), y_of(block.values[i]), 2.2, 0, 6.2832);
        cairo_fill(c_);
    }
    y_ = top + scores_height + 10;
}

void Press::bar(const PaperBlock& block) {
    const auto label = layout(block.text, 10, false, bar_label);
    const auto figure = layout(block.figure, 10, true, bar_figure);
    pango_layout_set_alignment(figure.get(), PANGO_ALIGN_RIGHT);
    const double height = std::max(height_of(label.get()), height_of(figure.get()));
    need(height + 3);
    const double left = margin + bar_label + 8, width = column_ - bar_label - bar_figure - 16;
    show(label.get(), margin, y_, black);
    show(figure.get(), margin + column_ - bar_figure, y_, block.figure.starts_with("−") ? red : black);
    if (!block.values.empty()) {
        const double middle = y_ + height / 2 - bar_thick / 2;
        const int share = std::clamp(block.values.front(), 0, 100);
        box(left, middle, width, bar_thick, pale);
        box(left, middle, width * share / 100.0, bar_thick, block.good ? green : red);
    }
    y_ += height + 3;
}

}  // namespace huashu::desktop::pdf_press
