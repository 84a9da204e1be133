#include "desktop/shell/rail.hpp"

#include "desktop/state/exam_intent.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

bool rail_item(Ui& ui, std::string_view id, Box box, Icon icon, std::string_view label, bool selected) {
    const Theme& t = *ui.theme;
    const Response r = interact(ui, id, box, {.kind = "tab", .text = label, .selected = selected});
    const Box pad = box.inset(ui.px(6), ui.px(3));
    if (selected)
        fill(ui, pad, t.surface, ui.px(radius_control));
    else if (r.hovered)
        fill(ui, pad, with_alpha(t.accent.strong, 0.10f), ui.px(radius_control));
    if (selected) {  // not by colour alone: a bar marks the place
        const float mid = pad.mid_y();
        fill(ui, Box{pad.x0, mid - ui.px(14), pad.x0 + ui.px(4), mid + ui.px(14)}, t.accent.strong, ui.px(2));
    }
    const float sign = ui.wide(24);
    const float words = ui.scale.leading(Type::caption);
    Box column = pad.centred(pad.w() - ui.px(4), sign + ui.px(space::tight) + words);
    const Color color = selected ? t.accent.strong : t.text_muted;
    draw_icon(ui, icon, column.cut_top(sign).centred(sign, sign), color);
    column.cut_top(ui.px(space::tight));
    bool cut = false;  // a person's name may be longer than the rail is wide; nothing else is
    text_in(ui, column, ui.text().fitted(label, ui.style(Type::caption), column.w(), cut), Type::caption, color,
            Align::centre);
    if (cut) tooltip(ui, r, label);
    if (r.focused) focus_ring(ui, pad, ui.px(radius_control));
    return r.clicked;
}

void brand(Ui& ui, Box box, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float side = std::min(box.w() * 0.62f, ui.wide(52));
    const Box mark = box.centred(side, side);
    fill(ui, mark, t.accent.strong, side * 0.28f);
    const Box tail{mark.x0 + side * 0.16f, mark.y1 - side * 0.10f, mark.x0 + side * 0.42f, mark.y1 + side * 0.10f};
    fill(ui, tail, t.accent.strong, side * 0.05f);
    text_in(ui, mark, speech.words("desktop.brand"), Type::heading, t.accent.on, Align::centre);
}

// The name of whoever is practising; a long one is cut by its item.
std::string who(const State& state, const app::Words& words) {
    for (const app::Person& person : state.people.all)
        if (person.id == state.people.current && !person.name.empty()) return person.name;
    return words("desktop.rail.people");
}

}  // namespace

float rail_width(Ui& ui) { return ui.wide(84); }

bool rail_ui(Ui& ui, Box box, const State& state, RailPlace place, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    fill(ui, box, ui.theme->rail);
    line(ui, box.x1 - 0.5f, box.y0, box.x1 - 0.5f, box.y1, ui.theme->line);
    brand(ui, box.cut_top(std::min(ui.wide(92), box.h() * 0.14f)), speech);
    const float items = place == RailPlace::no_room ? 8.0f : 9.1f;
    const float height = std::min(ui.wide(76), box.h() / items);
    const bool on_page = place != RailPlace::room;
    const bool assessed =
        on_page && (state.page == Page::exams || state.page == Page::exam || state.page == Page::sitting ||
                    state.page == Page::supervise || (state.page == Page::play && state.play.sealed));
    const bool training =
        on_page && !assessed && (state.page == Page::home || state.page == Page::play || state.page == Page::debrief);
    bool to_room = false;
    if (rail_item(ui, "rail.home", box.cut_top(height), Icon::home, words("desktop.rail.home"), training))
        out.push_back(state.page == Page::play ? Intent{intent::LeaveTalk{}} : Intent{intent::Go{Page::home}});
    if (rail_item(ui, "rail.exams", box.cut_top(height), Icon::flag, words("desktop.rail.exams"), assessed))
        out.push_back(exam_intent(exam_wish::Open{}));
    if (rail_item(ui, "rail.progress", box.cut_top(height), Icon::progress, words("desktop.rail.progress"),
                  on_page && state.page == Page::progress))
        out.push_back(intent::Go{Page::progress});
    if (rail_item(ui, "rail.history", box.cut_top(height), Icon::history, words("desktop.rail.history"),
                  on_page && state.page == Page::history))
        out.push_back(intent::Go{Page::history});
    if (rail_item(ui, "rail.analysis", box.cut_top(height), Icon::analysis, words("desktop.rail.analysis"),
                  on_page && state.page == Page::analysis))
        out.push_back(intent::Go{Page::analysis});
    if (place != RailPlace::no_room)
        to_room = rail_item(ui, "rail.author", box.cut_top(height), Icon::pen, words("desktop.rail.author"), !on_page);
    if (rail_item(ui, "rail.settings", box.cut_bottom(height), Icon::settings, words("desktop.rail.settings"),
                  on_page && state.page == Page::settings))
        out.push_back(intent::Go{Page::settings});
    if (box.h() >= height &&
        rail_item(ui, "rail.people", box.cut_bottom(height), Icon::people, who(state, words), false))
        out.push_back(intent::ChoosePerson{});
    if (box.h() >= height &&
        rail_item(ui, "rail.keys", box.cut_bottom(height), Icon::keyboard, words("desktop.rail.keys"), false))
        out.push_back(intent::ToggleShortcuts{});
    return to_room;
}

}  // namespace huashu::desktop
