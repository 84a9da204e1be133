// The list of rules: search, filters, and as many rows as can be seen.
#include <algorithm>
#include <array>

#include "desktop/editor/rules_screen.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"
#include "scoring/types.hpp"

namespace huashu::desktop {
namespace {

constexpr std::array rule_kinds{"forbid", "act",  "require", "context", "order",  "pair",
                                "prefer", "echo", "memory",  "limit",   "learned"};

std::vector<std::string> of_ids() {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < scoring::family_count; ++i) ids.emplace_back(name_of(static_cast<scoring::Family>(i)));
    for (std::size_t i = 0; i < scoring::act_count; ++i) ids.emplace_back(name_of(static_cast<scoring::Act>(i)));
    return ids;
}

std::string of_label(std::size_t index, const std::string& id, const Speech& speech) {
    return speech.words.name(index < scoring::family_count ? "name.family." : "name.act.", id);
}

std::string of_label(const std::string& id, const Speech& speech) {
    return of_label(scoring::parse_family(id) ? 0 : scoring::family_count, id, speech);
}

void filters_ui(Ui& ui, Box& box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const app::Words& words = speech.words;
    const float gap = ui.px(space::small);
    RulesFilter filter = desk.filter;
    const EditorResult search = text_field(ui, "rules.search", box.cut_top(control_height(ui)), own.search,
                                           Icon::search, words("desktop.rules.search"));
    if (ui.blocked == 0 && ui.take_key(Key::f, {.ctrl = true})) ui.focus.set(search.id, true);
    filter.search = to_bytes(own.search.buffer.text());
    box.cut_top(gap);
    const float row_height = ui.scale.leading(Type::label) + ui.px(space::medium);
    Box menus = box.cut_top(row_height);
    const Box kind = menus.cut_left((menus.w() - gap) / 2);
    menus.cut_left(gap);
    menu_button(ui, "rules.kind", kind,
                filter.kind.empty() ? words("desktop.rules.all_kinds") : words.name("desktop.rules.kind.", filter.kind),
                own.menu);
    menu_button(ui, "rules.of", menus, filter.of.empty() ? words("desktop.rules.all_of") : of_label(filter.of, speech),
                own.menu);
    box.cut_top(gap);
    Box chips = box.cut_top(row_height);
    const auto chip_of = [&](const char* id, const char* key, bool& on) {
        const std::string& label = words(key);
        if (filter_chip(ui, id, chips.cut_left(filter_chip_width(ui, label, on)), label, on)) on = !on;
        chips.cut_left(gap);
    };
    chip_of("rules.only_wrong", "desktop.rules.only_wrong", filter.only_wrong);
    chip_of("rules.only_own", "desktop.rules.only_own", filter.only_own);
    box.cut_top(gap);
    if (!(filter == desk.filter)) ask(out, rule_wish::SetFilter{filter});
}

void rule_row_ui(Ui& ui, Box box, const RuleRow& row, bool selected, RuleWishes& out) {
    const Theme& t = *ui.theme;
    const Response r = interact(ui, "rules.row." + row.id, box, {.kind = "row", .text = row.id, .selected = selected});
    if (selected)
        fill(ui, box, with_alpha(t.accent.strong, 0.12f), ui.px(8));
    else if (r.hovered)
        fill(ui, box, with_alpha(t.accent.strong, 0.06f), ui.px(8));
    if (selected) fill(ui, Box{box.x0, box.y0 + ui.px(6), box.x0 + ui.px(3), box.y1 - ui.px(6)}, t.accent.strong, 1);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::tight));
    Box first = inner.cut_top(ui.scale.leading(Type::label));
    const float side = ui.wide(16);
    if (row.errors + row.warnings > 0) {
        draw_icon(ui, Icon::warning, first.cut_right(side).centred(side, side),
                  row.errors > 0 ? t.bad.strong : t.warn.strong);
        first.cut_right(ui.px(space::tight));
    }
    if (row.own) {
        draw_icon(ui, Icon::pen, first.cut_right(side).centred(side, side), t.accent.strong);
        first.cut_right(ui.px(space::tight));
    }
    bool cut = false;
    const std::string what = row.of.empty() ? row.kind : row.kind + "·" + row.of;
    const float width = std::min(text_width(ui, what, Type::caption), first.w() * 0.5f);
    text_in(ui, first.cut_right(width), ui.text().fitted(what, ui.style(Type::caption), width, cut), Type::caption,
            t.text_muted, Align::right);
    first.cut_right(ui.px(space::tight));
    text_in(ui, first, ui.text().fitted(row.id, ui.style(Type::label), first.w(), cut), Type::label, t.text);
    text_in(ui, inner, ui.text().fitted(row.headline, ui.style(Type::caption), inner.w(), cut), Type::caption,
            t.text_muted);
    if (r.focused) focus_ring(ui, box, ui.px(8));
    if (r.clicked) ask(out, rule_wish::SelectRule{row.pointer});
}

void take_list_keys(Ui& ui, const RulesDesk& desk, const RuleListView& view, RuleWishes& out) {
    int step = 0;
    if (ui.take_key(Key::down, {.alt = true}, true)) step = 1;
    if (ui.take_key(Key::up, {.alt = true}, true)) step = -1;
    if (step == 0 || view.rows.empty()) return;
    const auto at = std::find_if(view.rows.begin(), view.rows.end(),
                                 [&](const RuleRow& row) { return row.pointer == desk.selected; });
    const auto count = static_cast<int>(view.rows.size());
    const int now = at == view.rows.end() ? -step : static_cast<int>(at - view.rows.begin());
    const int to = std::clamp(now + step, 0, count - 1);
    ask(out, rule_wish::SelectRule{view.rows[static_cast<std::size_t>(to)].pointer});
}

}  // namespace

void rules_list_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const RuleListView& view = *own.list.view;
    line(ui, box.x1 - 0.5f, box.y0, box.x1 - 0.5f, box.y1, ui.theme->line);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::medium));
    filters_ui(ui, inner, desk, speech, own, out);
    Box foot = inner.cut_bottom(control_height(ui));
    inner.cut_bottom(ui.px(space::small));
    const std::string& add = speech.words("desktop.rules.new");
    const ButtonSpec plus{.icon = Icon::plus};
    const Box add_box = foot.cut_right(button_width(ui, add, plus));
    if (button(ui, "rules.new", add_box, add, plus)) {
        own.menu.owner = "rules.new";
        own.menu.at = add_box;
        own.menu.row = -1;
        own.menu.back_to = 0;
    }
    bool cut = false;
    const std::string count = speech.words(
        "desktop.rules.count_of", {{"shown", std::to_string(view.rows.size())}, {"all", std::to_string(view.all)}});
    text_in(ui, foot, ui.text().fitted(count, ui.style(Type::caption), foot.w(), cut), Type::caption,
            ui.theme->text_muted);
    take_list_keys(ui, desk, view, out);
    inner.x0 = box.x0;
    inner.x1 = box.x1 - 1;
    if (view.rows.empty())
        return empty_state(ui, inner, Icon::search, speech.words("desktop.rules.none_title"),
                           speech.words("desktop.rules.none"));
    Scroll column(ui, "rules.list", inner, ui.px(space::small));
    const float height =
        ui.scale.leading(Type::label) + ui.scale.leading(Type::caption) + 2 * ui.px(space::tight) + ui.px(space::hair);
    const float top = column.y;
    // All rows are alike: only those in view are drawn.
    const auto first = static_cast<std::size_t>(std::max(0.0f, (inner.y0 - top) / height - 2));
    const std::size_t last = std::min(view.rows.size(), first + static_cast<std::size_t>(inner.h() / height) + 5);
    for (std::size_t i = std::min(first, view.rows.size()); i < last; ++i) {
        const float y = top + static_cast<float>(i) * height;
        rule_row_ui(ui, Box{column.x0, y, column.x1, y + height - ui.px(space::hair)}, view.rows[i],
                    view.rows[i].pointer == desk.selected, out);
    }
    column.y = top + static_cast<float>(view.rows.size()) * height;
    if (own.shown_rule != desk.selected) {
        own.shown_rule = desk.selected;
        for (std::size_t i = 0; i < view.rows.size(); ++i)
            if (view.rows[i].pointer == desk.selected) {
                const float y = top + static_cast<float>(i) * height;
                column.reveal(Box{column.x0, y, column.x1, y + height});
            }
    }
}

bool rules_menu_ui(Ui& ui, Box all, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const std::string owner = own.menu.owner;
    std::vector<MenuItem> items;
    const auto pick = [&](bool several = false) { return menu_layer(ui, all, own.menu, items, several); };
    if (owner == "rules.kind" || owner == "rules.new") {
        const bool filter = owner == "rules.kind";
        if (filter) items.push_back({speech.words("desktop.rules.all_kinds"), desk.filter.kind.empty()});
        for (const char* kind : rule_kinds)
            items.push_back({speech.words.name("desktop.rules.kind.", kind), filter && desk.filter.kind == kind});
        const int picked = pick();
        if (picked < 0) return true;
        if (!filter) {
            ask(out, rule_wish::AddRule{rule_kinds[static_cast<std::size_t>(picked)], desk.filter.of});
            own.search.buffer.set_text({});
            return true;
        }
        RulesFilter changed = desk.filter;
        changed.kind = picked == 0 ? "" : rule_kinds[static_cast<std::size_t>(picked - 1)];
        ask(out, rule_wish::SetFilter{changed});
        return true;
    }
    const std::vector<std::string> ids = of_ids();
    if (owner == "rules.of") {
        items.push_back({speech.words("desktop.rules.all_of"), desk.filter.of.empty()});
        for (std::size_t i = 0; i < ids.size(); ++i)
            items.push_back({of_label(i, ids[i], speech), desk.filter.of == ids[i]});
        const int picked = pick();
        if (picked < 0) return true;
        RulesFilter changed = desk.filter;
        changed.of = picked == 0 ? "" : ids[static_cast<std::size_t>(picked - 1)];
        ask(out, rule_wish::SetFilter{changed});
        return true;
    }
    if (owner == "rules.bench.complaint" || owner == "rules.bench.step") {
        const bool step = owner == "rules.bench.step";
        std::vector<std::string> values{""};
        if (step)
            for (const char* id : {"1", "2", "3", "4", "calm", "escalate", "close", "callback"})
                values.emplace_back(id);
        else
            for (const char* id : {"service", "facility", "safety"}) values.emplace_back(id);
        std::string& value = step ? own.question.step : own.question.complaint;
        for (const std::string& id : values)
            items.push_back({id.empty() ? speech.words("desktop.rules.any_time")
                                        : speech.words.name(step ? "name.step." : "name.complaint.", id),
                             id == value});
        if (const int picked = pick(); picked >= 0) value = values[static_cast<std::size_t>(picked)];
        return true;
    }
    if (owner == "rules.label.acts" || owner == "rules.label.families") {
        const bool acts = owner == "rules.label.acts";
        std::vector<std::string>& chosen = acts ? own.reply_acts : own.reply_families;
        const std::vector<std::string> mine(acts ? ids.begin() + scoring::family_count : ids.begin(),
                                            acts ? ids.end() : ids.begin() + scoring::family_count);
        for (const std::string& id : mine)
            items.push_back({speech.words.name(acts ? "name.act." : "name.family.", id),
                             std::find(chosen.begin(), chosen.end(), id) != chosen.end()});
        const int picked = pick(true);
        if (picked < 0) return true;
        const std::string& id = mine[static_cast<std::size_t>(picked)];
        if (std::erase(chosen, id) == 0) chosen.push_back(id);
        return true;
    }
    return false;
}

}  // namespace huashu::desktop
