#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

Color color_of(const Theme& t, LedgerRow::Kind kind) {
    switch (kind) {
        case LedgerRow::Kind::earned:
            return t.good.strong;
        case LedgerRow::Kind::lost:
            return t.bad.strong;
        case LedgerRow::Kind::missed:
            return t.warn.strong;
        case LedgerRow::Kind::other:
            return t.text_muted;
    }
    return t.text;
}

Icon icon_of(LedgerRow::Kind kind) {
    switch (kind) {
        case LedgerRow::Kind::earned:
            return Icon::check;
        case LedgerRow::Kind::lost:
            return Icon::warning;
        case LedgerRow::Kind::missed:
            return Icon::minus;
        case LedgerRow::Kind::other:
            return Icon::info;
    }
    return Icon::info;
}

struct Columns {
    float sign, points, reason, dimension, source, turn;
};

void ledger_row(Ui& ui, Scroll& page, const LedgerRow& row, std::size_t index, const Columns& w, Intents& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(7);
    const float height =
        std::max(ui.scale.leading(Type::label), paragraph_height(ui, w.reason, row.reason, Type::label)) + 2 * pad;
    const Box box{page.x0, page.y, page.x1, page.y + height};
    const Response r = interact(ui, "debrief.ledger." + std::to_string(index), box,
                                {.kind = "row", .text = row.reason, .enabled = row.turn_index >= 0});
    if (index % 2 == 0) fill(ui, box, with_alpha(t.line, 0.25f), ui.px(6));
    if (r.hovered) fill(ui, box, with_alpha(t.accent.strong, 0.08f), ui.px(6));
    if (r.clicked) out.push_back(intent::SelectTurn{row.turn_index});
    if (r.focused) focus_ring(ui, box, ui.px(6));
    const float line_h = ui.scale.leading(Type::label);
    Box cells{box.x0 + ui.px(space::small), box.y0 + pad, box.x1 - ui.px(space::small), box.y0 + pad + line_h};
    const float sign = ui.wide(18);
    draw_icon(ui, icon_of(row.kind), cells.cut_left(w.sign).centred(sign, sign), color_of(t, row.kind));
    text_in(ui, cells.cut_left(w.points), row.points, Type::strong, color_of(t, row.kind), Align::right);
    cells.cut_left(ui.px(space::large));
    text_in(ui, cells.cut_right(w.turn), row.turn, Type::label, t.text_muted, Align::right);
    text_in(ui, cells.cut_right(w.source), row.source, Type::label, t.text_muted, Align::right);
    if (w.dimension > 0) text_in(ui, cells.cut_right(w.dimension), row.dimension, Type::label, t.text_muted);
    paragraph(ui, cells.x0, cells.y0, w.reason, row.reason, Type::label, t.text);
    page.y += height;
}

}  // namespace

void debrief_ledger_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    Scroll page(ui, "debrief.ledger", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(1100));
    page.y += paragraph(ui, page.x0, page.y, page.width(), speech.words("desktop.debrief.ledger_how"), Type::label,
                        t.text_muted) +
              ui.px(space::medium);
    Columns w{ui.wide(26), ui.wide(76), 0, ui.wide(150), ui.wide(76), ui.wide(84)};
    for (const LedgerRow& row : view.ledger) {
        w.dimension = std::max(w.dimension, text_width(ui, row.dimension, Type::label) + ui.px(space::large));
        w.turn = std::max(w.turn, text_width(ui, row.turn, Type::label) + ui.px(space::small));
    }
    if (page.width() < ui.wide(600) + w.dimension) w.dimension = 0;
    w.reason = page.width() - 2 * ui.px(space::small) - w.sign - w.points - ui.px(space::large) - w.turn - w.source -
               w.dimension - ui.px(space::small);
    for (std::size_t i = 0; i < view.ledger.size(); ++i) ledger_row(ui, page, view.ledger[i], i, w, out);
    page.y += ui.px(space::small);
    line(ui, page.x0, page.y, page.x1, page.y, t.line_strong, std::max(1.0f, ui.px(1.5f)));
    page.y += ui.px(space::small);
    const float row = ui.scale.leading(Type::title);
    Box sum{page.x0 + ui.px(space::small), page.y, page.x1, page.y + row};
    sum.cut_left(w.sign);
    text_in(ui, sum.cut_left(w.points), view.total, Type::title, t.text, Align::right);
    sum.cut_left(ui.px(space::large));
    text_in(ui, sum, speech.words("desktop.debrief.sum"), Type::lead, t.text);
    tag(ui, "debrief.sum", sum, "sum", view.total);
    page.y += row;
    page.take_page_keys();
}

}  // namespace huashu::desktop
