#include "desktop/screens/history_screen.hpp"

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
    text_in(ui, inner.cut_top(ui.scale.leading(Type::strong)), row.title, Type::strong, t.text);
    text_in(ui, inner, row.line, Type::label, t.text_muted);
}

}  // namespace

void history_screen_ui(Ui& ui, Box box, const HistoryView& view, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    Scroll list(ui, "history.list", box, ui.px(space::wide));
    list.x1 = std::min(list.x1, list.x0 + ui.wide(900));
    const float heading = ui.scale.leading(Type::heading);
    text_in(ui, Box{list.x0, list.y, list.x1, list.y + heading}, words("desktop.history.title"), Type::heading, t.text);
    list.y += heading + ui.px(space::large);
    for (const HistoryRow& row : view.rows) row_ui(ui, list, row, out);
    if (view.rows.empty()) {
        const Box rest{list.x0, list.y, list.x1, std::max(list.y + ui.wide(280), box.y1 - ui.wide(90))};
        empty_state(ui, rest, Icon::history, words("desktop.history.none_title"), words("desktop.history.none"));
        const std::string& label = words("desktop.history.to_home");
        const float width = button_width(ui, label, {.look = ButtonLook::primary});
        const Box at{rest.mid_x() - width / 2, rest.y1 - control_height(ui), rest.mid_x() + width / 2, rest.y1};
        if (button(ui, "history.home", at, label, {.look = ButtonLook::primary})) out.push_back(intent::Go{Page::home});
        list.y = rest.y1;
    }
    list.take_page_keys();
    if (ui.take_key(Key::escape)) out.push_back(intent::Go{Page::home});
}

}  // namespace huashu::desktop
