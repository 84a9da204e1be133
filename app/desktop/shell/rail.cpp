#include "desktop/shell/rail.hpp"

#include <vector>

#include "desktop/state/exam_intent.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr float rail_item_margin = 3;  // points, above and below an item's ground

enum class RailWay : std::uint8_t { home, exams, progress, history, analysis, author, keys, people, settings };

struct RailItem {
    RailWay way = RailWay::home;
    std::string_view id;
    Icon icon = Icon::none;
    std::string label;
    bool selected = false;
};

bool rail_item(Ui& ui, Box box, const RailItem& item) {
    const Theme& t = *ui.theme;
    const Response r = interact(ui, item.id, box, {.kind = "tab", .text = item.label, .selected = item.selected});
    const Box pad = box.inset(ui.px(6), ui.px(rail_item_margin));
    if (item.selected)
        fill(ui, pad, t.surface, ui.px(radius_control));
    else if (r.hovered)
        fill(ui, pad, with_alpha(t.accent.strong, 0.10f), ui.px(radius_control));
    if (item.selected) {  // not by colour alone: a bar marks the place
        const float mid = pad.mid_y();
        fill(ui, Box{pad.x0, mid - ui.px(14), pad.x0 + ui.px(4), mid + ui.px(14)}, t.accent.strong, ui.px(2));
    }
    const float sign = ui.wide(24);
    const float words = ui.scale.leading(Type::caption);
    Box column = pad.centred(pad.w() - ui.px(4), sign + ui.px(space::tight) + words);
    const Color color = item.selected ? t.accent.strong : t.text_muted;
    draw_icon(ui, item.icon, column.cut_top(sign).centred(sign, sign), color);
    column.cut_top(ui.px(space::tight));
    bool cut = false;  // a person's name may be longer than the rail is wide; nothing else is
    text_in(ui, column, ui.text().fitted(item.label, ui.style(Type::caption), column.w(), cut), Type::caption, color,
            Align::centre);
    if (cut) tooltip(ui, r, item.label);
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

// The pages one works on, from the top.
std::vector<RailItem> rail_pages(const State& state, RailPlace place, const app::Words& words) {
    const bool on_page = place != RailPlace::room;
    const auto at = [&](Page page) { return on_page && state.page == page; };
    const bool assessed = at(Page::exams) || at(Page::exam) || at(Page::sitting) || at(Page::supervise) ||
                          at(Page::blueprint) || at(Page::marking) || at(Page::care) ||
                          (at(Page::play) && state.play.sealed);
    const bool training = !assessed && (at(Page::home) || at(Page::play) || at(Page::debrief));
    std::vector<RailItem> out{
        {RailWay::home, "rail.home", Icon::home, words("desktop.rail.home"), training},
        {RailWay::exams, "rail.exams", Icon::flag, words("desktop.rail.exams"), assessed},
        {RailWay::progress, "rail.progress", Icon::progress, words("desktop.rail.progress"), at(Page::progress)},
        {RailWay::history, "rail.history", Icon::history, words("desktop.rail.history"), at(Page::history)},
        {RailWay::analysis, "rail.analysis", Icon::analysis, words("desktop.rail.analysis"), at(Page::analysis)}};
    if (place != RailPlace::no_room)
        out.push_back({RailWay::author, "rail.author", Icon::pen, words("desktop.rail.author"), !on_page});
    return out;
}

// What belongs to the person and the program, at the bottom.
std::vector<RailItem> rail_around(const State& state, RailPlace place, const app::Words& words) {
    const bool set = place != RailPlace::room && state.page == Page::settings;
    return {{RailWay::keys, "rail.keys", Icon::keyboard, words("desktop.rail.keys"), false},
            {RailWay::people, "rail.people", Icon::people, who(state, words), false},
            {RailWay::settings, "rail.settings", Icon::settings, words("desktop.rail.settings"), set}};
}

bool go_by_rail(RailWay way, const State& state, Intents& out) {
    switch (way) {
        case RailWay::home:
            out.push_back(state.page == Page::play ? Intent{intent::LeaveTalk{}} : Intent{intent::Go{Page::home}});
            break;
        case RailWay::exams:
            out.push_back(exam_intent(exam_wish::Open{}));
            break;
        case RailWay::progress:
            out.push_back(intent::Go{Page::progress});
            break;
        case RailWay::history:
            out.push_back(intent::Go{Page::history});
            break;
        case RailWay::analysis:
            out.push_back(intent::Go{Page::analysis});
            break;
        case RailWay::author:
            return true;
        case RailWay::keys:
            out.push_back(intent::ToggleShortcuts{});
            break;
        case RailWay::people:
            out.push_back(intent::ChoosePerson{});
            break;
        case RailWay::settings:
            out.push_back(intent::Go{Page::settings});
            break;
    }
    return false;
}

// Below this an item's words would touch its neighbour.
float rail_least_height(Ui& ui) {
    return ui.wide(24) + ui.px(space::tight) + ui.scale.leading(Type::caption) + ui.px(2 * rail_item_margin + 2);
}

// All items in one column that scrolls; a sign above or below says that there are more.
std::optional<RailWay> scrolled_rail(Ui& ui, Box box, const std::vector<RailItem>& up,
                                     const std::vector<RailItem>& down) {
    const float sign = ui.px(18);
    const Box above = box.cut_top(sign);
    const Box below = box.cut_bottom(sign);
    const float height = rail_least_height(ui);
    std::optional<RailWay> clicked;
    Scroll list(ui, "rail.list", box, 0);
    for (const std::vector<RailItem>* items : {&up, &down})
        for (const RailItem& item : *items) {
            if (rail_item(ui, Box{list.x0, list.y, list.x1, list.y + height}, item)) clicked = item.way;
            list.y += height;
        }
    const bool at_top = list.at_top();
    const bool at_bottom = list.at_bottom();
    list.end();
    if (!at_top) draw_icon(ui, Icon::up, above.centred(sign, sign), ui.theme->text_muted);
    if (!at_bottom) draw_icon(ui, Icon::down, below.centred(sign, sign), ui.theme->text_muted);
    if (!at_top) tag(ui, "rail.more.above", above, "sign", {});
    if (!at_bottom) tag(ui, "rail.more.below", below, "sign", {});
    return clicked;
}

}  // namespace

float rail_width(Ui& ui) { return ui.wide(84); }

bool rail_ui(Ui& ui, Box box, const State& state, RailPlace place, const Speech& speech, Intents& out) {
    fill(ui, box, ui.theme->rail);
    line(ui, box.x1 - 0.5f, box.y0, box.x1 - 0.5f, box.y1, ui.theme->line);
    const std::vector<RailItem> up = rail_pages(state, place, speech.words);
    const std::vector<RailItem> down = rail_around(state, place, speech.words);
    const auto count = static_cast<float>(up.size() + down.size());
    const float least = rail_least_height(ui);
    std::optional<RailWay> clicked;
    if (box.h() < count * least) {
        clicked = scrolled_rail(ui, box, up, down);
        return clicked && go_by_rail(*clicked, state, out);
    }
    const float mark = std::min(ui.wide(92), box.h() * 0.14f);  // only where there is room for it
    if (box.h() - mark >= count * least) brand(ui, box.cut_top(mark), speech);
    const float height = std::min(ui.wide(76), box.h() / count);
    for (const RailItem& item : up)
        if (rail_item(ui, box.cut_top(height), item)) clicked = item.way;
    box = box.cut_bottom(height * static_cast<float>(down.size()));
    for (const RailItem& item : down)
        if (rail_item(ui, box.cut_top(height), item)) clicked = item.way;
    return clicked && go_by_rail(*clicked, state, out);
}

}  // namespace huashu::desktop
