#include "desktop/screens/history_screen.hpp"

#include <algorithm>

#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void badge(Ui& ui, Box box, const HistoryRow& row) {
    const Theme& t = *ui.theme;
    const float side = std::min(box.w(), box.h());
    const Box mark = box.centred(side, side);
    switch (row.kind) {
        case HistoryRow::Kind::passed:
            score_ring(ui, mark, row.score, t.good, Type::strong);
            break;
        case HistoryRow::Kind::failed:
            score_ring(ui, mark, row.score, t.warn, Type::strong);
            break;
        case HistoryRow::Kind::running:
            ring(ui, mark.mid_x(), mark.mid_y(), side / 2 - 2, t.accent.strong, ui.px(2));
            draw_icon(ui, Icon::play, mark.inset(side * 0.3f), t.accent.strong);
            break;
        case HistoryRow::Kind::dropped:
            ring(ui, mark.mid_x(), mark.mid_y(), side / 2 - 2, t.line_strong, ui.px(2));
            draw_icon(ui, Icon::cross, mark.inset(side * 0.32f), t.line_strong);
            break;
    }
}

// Rows out of sight cost nothing but their place; those next to the edge are there for the keyboard to go to.
bool near_view(const Scroll& list, const Box& box) {
    return box.y1 > list.view().y0 - 2 * box.h() && box.y0 < list.view().y1 + 2 * box.h();
}

void row_ui(Ui& ui, Scroll& list, const HistoryRow& row, Intents& out) {
    const Theme& t = *ui.theme;
    const float height = ui.scale.leading(Type::strong) + ui.scale.leading(Type::label) + 2 * ui.px(space::medium);
    const Box box{list.x0, list.y, list.x1, list.y + height};
    list.y += height + ui.px(space::small);
    if (!near_view(list, box)) return;
    const bool opens = row.kind != HistoryRow::Kind::dropped;
    const Response r =
        interact(ui, "history." + row.attempt_id, box, {.kind = "row", .text = row.title, .enabled = opens});
    card_ground(ui, box, ui.px(radius_card));
    if (r.hovered) outline(ui, box, t.accent.strong, ui.px(radius_card), ui.px(1.5f));
    if (r.focused) focus_ring(ui, box, ui.px(radius_card));
    if (r.clicked)
        out.push_back(row.kind == HistoryRow::Kind::running ? Intent{intent::ResumeTalk{row.attempt_id}}
                                                            : Intent{intent::OpenAttempt{row.attempt_id}});
    Box inner = box.inset(ui.px(space::large), ui.px(space::medium));
    badge(ui, inner.cut_left(inner.h()), row);
    inner.cut_left(ui.px(space::large));
    text_in(ui, inner.cut_right(text_width(ui, row.when, Type::label) + 1), row.when, Type::label, t.text_muted,
            Align::right);
    inner.cut_right(ui.px(space::medium));
    if (!row.change.empty()) {
        const Color color = row.better ? t.good.strong : t.bad.strong;
        const auto sign = static_cast<float>(ui.scale.em(Type::caption));
        text_in(ui, inner.cut_right(text_width(ui, row.change, Type::label) + 1), row.change, Type::label, color,
                Align::right);
        draw_icon(ui, row.better ? Icon::up : Icon::down,
                  inner.cut_right(sign + ui.px(space::tight)).centred(sign, sign), color);
        inner.cut_right(ui.px(space::medium));
    }
    text_in(ui, inner.cut_top(ui.scale.leading(Type::strong)), row.title, Type::strong, t.text);
    text_in(ui, inner, row.line, Type::label, t.text_muted);
}

void history_search_ui(Ui& ui, Box box, const HistoryState& history, const Speech& speech, HistoryScreen& own,
                       Intents& out) {
    if (own.told_search == own.search.buffer.revision() &&
        to_bytes(own.search.buffer.text()) != history.filter.search) {
        own.search.buffer.set_text(to_characters(history.filter.search));
        own.told_search = own.search.buffer.revision();
    }
    const EditorResult r =
        text_field(ui, "history.search", box, own.search, Icon::search, speech.words("desktop.history.search"));
    if (ui.take_key(Key::f, {.ctrl = true})) ui.focus.set(r.id, true);
    if (own.told_search == own.search.buffer.revision()) return;
    own.told_search = own.search.buffer.revision();
    HistoryFilter then = history.filter;
    then.search = to_bytes(own.search.buffer.text());
    out.push_back(intent::SetHistoryFilter{then});
}

// The search beside the chips, or above them where there is no room.
float history_filters_ui(Ui& ui, Box row, const HistoryState& history, const HistoryView& view, const Speech& speech,
                         HistoryScreen& own, Intents& out) {
    const float chip = ui.scale.leading(Type::label) + ui.px(space::medium);
    float chips = 0;
    for (const HistoryOption& o : view.options) chips += filter_chip_width(ui, o.label, o.on) + ui.px(space::small);
    const bool beside = row.w() - chips > ui.wide(220);
    const float height = control_height(ui);
    Box search{row.x0, row.y0, beside ? row.x1 - chips - ui.px(space::medium) : row.x1, row.y0 + height};
    history_search_ui(ui, search, history, speech, own, out);
    float x = beside ? search.x1 + ui.px(space::medium) : row.x0;
    float y = beside ? search.mid_y() - chip / 2 : search.y1 + ui.px(space::small);
    for (const HistoryOption& o : view.options) {
        const float width = filter_chip_width(ui, o.label, o.on);
        if (x + width > row.x1 && x > row.x0) {
            x = row.x0;
            y += chip + ui.px(space::small);
        }
        if (filter_chip(ui, o.id, Box{x, y, x + width, y + chip}, o.label, o.on))
            out.push_back(intent::SetHistoryFilter{o.filter});
        x += width + ui.px(space::small);
    }
    return std::max(search.y1, y + chip) - row.y0;
}

void nothing_ui(Ui& ui, Scroll& list, Box box, const HistoryView& view, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const bool filtered = view.total > 0;
    const Box rest{list.x0, list.y, list.x1, std::max(list.y + ui.wide(280), box.y1 - ui.wide(90))};
    empty_state(ui, rest, filtered ? Icon::search : Icon::history,
                words(filtered ? "desktop.history.nothing_found_title" : "desktop.history.none_title"),
                words(filtered ? "desktop.history.nothing_found" : "desktop.history.none"));
    const std::string& label = words(filtered ? "desktop.home.filter_reset" : "desktop.history.to_home");
    const ButtonSpec look{.look = filtered ? ButtonLook::plain : ButtonLook::primary};
    const float width = button_width(ui, label, look);
    // Close below the words, which stand in the middle.
    const float top = std::min(rest.mid_y() + ui.scale.leading(Type::title) + 2 * ui.scale.leading(Type::body),
                               rest.y1 - control_height(ui));
    const Box at{rest.mid_x() - width / 2, top, rest.mid_x() + width / 2, top + control_height(ui)};
    if (button(ui, filtered ? "history.reset" : "history.home", at, label, look))
        out.push_back(filtered ? Intent{intent::SetHistoryFilter{}} : Intent{intent::Go{Page::home}});
    list.y = rest.y1;
}

}  // namespace

void history_screen_ui(Ui& ui, Box box, const HistoryState& history, const HistoryView& view, const Speech& speech,
                       HistoryScreen& own, Intents& out) {
    const Theme& t = *ui.theme;
    Scroll list(ui, "history.list", box, ui.px(space::wide));
    list.x1 = std::min(list.x1, list.x0 + ui.wide(1000));
    const float heading = ui.scale.leading(Type::heading);
    text_in(ui, Box{list.x0, list.y, list.x1, list.y + heading}, speech.words("desktop.history.title"), Type::heading,
            t.text);
    list.y += heading + ui.px(space::large);
    if (view.total > 0)
        list.y += history_filters_ui(ui, Box{list.x0, list.y, list.x1, list.y}, history, view, speech, own, out) +
                  ui.px(space::large);
    for (const HistoryRow& row : view.rows) row_ui(ui, list, row, out);
    if (view.rows.empty()) nothing_ui(ui, list, box, view, speech, out);
    if (!ui.editing_text) list.take_page_keys();
    if (ui.take_key(Key::escape)) out.push_back(intent::Go{Page::home});
}

}  // namespace huashu::desktop
