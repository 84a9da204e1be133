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

float sign_width(Ui& ui) { return ui.wide(26); }

using Places = DebriefScreen::LedgerPlaces;

constexpr float row_pad_points = 7;

void measure(Ui& ui, float page_width, const std::vector<LedgerRow>& rows, Places& places) {
    const unsigned glyphs = ui.text().glyphs().generation();
    if (places.of == rows.data() && places.scale == ui.scale && places.page_width == page_width &&
        places.glyphs == glyphs && places.heights.size() == rows.size())
        return;
    places = {rows.data(), ui.scale, page_width, glyphs, ui.wide(76), 0, 0, 0, 0, {}};
    const auto widen = [&](float& column, const std::string& text) {
        if (!text.empty()) column = std::max(column, text_width(ui, text, Type::label) + ui.px(space::large));
    };
    for (const LedgerRow& row : rows) {
        widen(places.dimension, row.dimension);
        widen(places.source, row.source);
        widen(places.turn, row.turn);
    }
    if (page_width < ui.wide(600) + places.dimension) places.dimension = 0;
    places.reason = page_width - 2 * ui.px(space::small) - sign_width(ui) - places.points - ui.px(space::large) -
                    places.turn - places.source - places.dimension - ui.px(space::small);
    for (const LedgerRow& row : rows)
        places.heights.push_back(
            std::max(ui.scale.leading(Type::label), paragraph_height(ui, places.reason, row.reason, Type::label)) +
            2 * ui.px(row_pad_points));
}

void ledger_row(Ui& ui, Scroll& page, const LedgerRow& row, std::size_t index, const Places& w, Intents& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(row_pad_points);
    const float height = w.heights[index];
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
    draw_icon(ui, icon_of(row.kind), cells.cut_left(sign_width(ui)).centred(sign, sign), color_of(t, row.kind));
    text_in(ui, cells.cut_left(w.points), row.points, Type::strong, color_of(t, row.kind), Align::right);
    cells.cut_left(ui.px(space::large));
    text_in(ui, cells.cut_right(w.turn), row.turn, Type::label, t.text_muted, Align::right);
    text_in(ui, cells.cut_right(w.source), row.source, Type::label, t.text_muted, Align::right);
    if (w.dimension > 0) text_in(ui, cells.cut_right(w.dimension), row.dimension, Type::label, t.text_muted);
    paragraph(ui, cells.x0, cells.y0, w.reason, row.reason, Type::label, t.text);
    page.y += height;
}

}  // namespace

void debrief_ledger_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, DebriefScreen& own,
                       Intents& out) {
    const Theme& t = *ui.theme;
    Scroll page(ui, "debrief.ledger", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(1100));
    page.y += paragraph(ui, page.x0, page.y, page.width(), speech.words("desktop.debrief.ledger_how"), Type::label,
                        t.text_muted) +
              ui.px(space::medium);
    measure(ui, page.width(), view.ledger, own.ledger);
    const Places& w = own.ledger;
    for (std::size_t i = 0; i < view.ledger.size(); ++i) {
        const float room = 2 * w.heights[i];  // those next to the edge are there for the keyboard to go to
        if (page.y + w.heights[i] > page.view().y0 - room && page.y < page.view().y1 + room)
            ledger_row(ui, page, view.ledger[i], i, w, out);
        else
            page.y += w.heights[i];
    }
    page.y += ui.px(space::small);
    line(ui, page.x0, page.y, page.x1, page.y, t.line_strong, std::max(1.0f, ui.px(1.5f)));
    page.y += ui.px(space::small);
    const float row = ui.scale.leading(Type::title);
    Box sum{page.x0 + ui.px(space::small), page.y, page.x1, page.y + row};
    sum.cut_left(sign_width(ui));
    text_in(ui, sum.cut_left(w.points), view.total, Type::title, t.text, Align::right);
    sum.cut_left(ui.px(space::large));
    text_in(ui, sum, speech.words("desktop.debrief.sum"), Type::lead, t.text);
    tag(ui, "debrief.sum", sum, "sum", view.total);
    page.y += row;
    page.take_page_keys();
}

}  // namespace huashu::desktop
