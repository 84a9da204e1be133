// Every key that does something, by where it does it.
#include <span>

#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/shell/overlays.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

struct Shortcut {
    std::string_view keys, words;
};

constexpr Shortcut keys_everywhere[] = {{"Tab", "desktop.keys.tab"},
                                        {"← ↑ → ↓", "desktop.keys.arrows"},
                                        {"Enter / Space", "desktop.keys.press"},
                                        {"Esc", "desktop.keys.back"},
                                        {"PgUp / PgDn", "desktop.keys.page"},
                                        {"Ctrl+F", "desktop.keys.find"},
                                        {"Ctrl+1 … 7", "desktop.keys.pages"},
                                        {"Ctrl+,", "desktop.keys.settings"},
                                        {"Ctrl +  /  Ctrl −", "desktop.keys.zoom"},
                                        {"F1", "desktop.keys.help"},
                                        {"F2", "desktop.keys.people"},
                                        {"Ctrl+Q", "desktop.keys.quit"}};
constexpr Shortcut keys_of_talk[] = {
    {"1 … 9", "desktop.keys.choose"}, {"Alt+1 … 9", "desktop.keys.choose_typing"}, {"Ctrl+E", "desktop.keys.write"},
    {"Enter", "desktop.keys.send"},   {"Shift+Enter", "desktop.keys.newline"},     {"Ctrl+H", "desktop.keys.hint"},
    {"Ctrl+K", "desktop.keys.coach"}};
constexpr Shortcut keys_of_text[] = {
    {"Ctrl+Z / Ctrl+Y", "desktop.keys.undo"}, {"Ctrl+A", "desktop.keys.all"}, {"Ctrl+C / X / V", "desktop.keys.copy"}};
constexpr Shortcut keys_of_debrief[] = {{"1 … 4", "desktop.keys.tabs"},
                                        {"↑ / ↓", "desktop.keys.turns"},
                                        {"Ctrl+R", "desktop.keys.again"},
                                        {"Ctrl+P", "desktop.keys.print"}};
constexpr Shortcut keys_of_author[] = {{"Ctrl+S", "desktop.keys.save"},
                                       {"Alt+↑ / ↓", "desktop.keys.stages"},
                                       {"F5", "desktop.keys.trial"},
                                       {"Ctrl+F1", "desktop.keys.field_help"},
                                       {"+ / −", "desktop.keys.map_zoom"}};
constexpr Shortcut keys_of_rules[] = {{"Alt+↑ / ↓", "desktop.keys.rule_walk"}, {"Ctrl+F", "desktop.keys.find_rules"}};

constexpr Shortcut keys_of_marking[] = {{"0 … 3 / −", "desktop.keys.grade"},
                                        {"⌫", "desktop.keys.grade_back"},
                                        {"Ctrl+Enter / P", "desktop.keys.next_reply"}};

struct KeyGroup {
    std::string_view heading;
    std::span<const Shortcut> keys;
};

constexpr KeyGroup left_groups[] = {{"desktop.keys.everywhere", keys_everywhere},
                                    {"desktop.keys.text", keys_of_text},
                                    {"desktop.keys.rules", keys_of_rules}};
constexpr KeyGroup right_groups[] = {{"desktop.keys.talk", keys_of_talk},
                                     {"desktop.keys.debrief", keys_of_debrief},
                                     {"desktop.keys.author", keys_of_author},
                                     {"desktop.keys.marking", keys_of_marking}};

float key_row(Ui& ui) { return ui.scale.leading(Type::label) + ui.px(space::small); }

float groups_height(Ui& ui, std::span<const KeyGroup> groups) {
    float height = 0;
    for (const KeyGroup& group : groups)
        height += key_row(ui) * static_cast<float>(group.keys.size() + 1) + ui.px(space::medium);
    return height;
}

// Wide enough for every key of the groups, so that the words stand in one line.
float keys_width(Ui& ui, std::span<const KeyGroup> groups) {
    float width = 0;
    for (const KeyGroup& group : groups)
        for (const Shortcut& s : group.keys) width = std::max(width, keycap_width(ui, s.keys));
    return width + ui.px(space::medium);
}

float groups_ui(Ui& ui, Box column, std::span<const KeyGroup> groups, const app::Words& words) {
    const Theme& t = *ui.theme;
    const float row = key_row(ui);
    const float left = keys_width(ui, groups);
    float y = column.y0;
    for (const KeyGroup& group : groups) {
        text_in(ui, Box{column.x0, y, column.x1, y + row}, words(group.heading), Type::strong, t.accent.strong);
        y += row;
        for (const Shortcut& s : group.keys) {
            keycap(ui, column.x0, y + row / 2, s.keys);
            const float x = column.x0 + left;
            const float height = paragraph_height(ui, column.x1 - x, words(s.words), Type::label);
            paragraph(ui, x, y + (row - ui.scale.leading(Type::label)) / 2, column.x1 - x, words(s.words), Type::label,
                      t.text);
            y += std::max(row, height + ui.px(space::small));
        }
        y += ui.px(space::medium);
    }
    return y - column.y0;
}

}  // namespace

void keys_dialog_ui(Ui& ui, Box all, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const float pad = ui.px(space::wide);
    const bool beside = all.w() > ui.wide(940);
    const float left = groups_height(ui, left_groups);
    const float right = groups_height(ui, right_groups);
    const float list_height = beside ? std::max(left, right) + key_row(ui) : left + right;
    const Box box = sheet_ui(ui, all, ui.wide(beside ? 980 : 560),
                             2 * pad + ui.scale.leading(Type::title) + control_height(ui) + list_height);
    tag(ui, "keys", box, "dialog", words("desktop.keys.title"));
    Box inner = box.inset(pad);
    text_in(ui, inner.cut_top(ui.scale.leading(Type::title)), words("desktop.keys.title"), Type::title, ui.theme->text);
    inner.cut_top(ui.px(space::small));
    Box foot = inner.cut_bottom(control_height(ui));
    const std::string& label = words("desktop.keys.close");
    const ButtonSpec look{.look = ButtonLook::primary, .shortcut = "Esc"};
    const Response closed = button(ui, "keys.close", foot.cut_right(button_width(ui, label, look)), label, look);
    inner.cut_bottom(ui.px(space::small));
    {
        Scroll list(ui, "keys.list", inner, 0);
        Box whole{list.x0, list.y, list.x1, list.y};
        const Box first = beside ? whole.cut_left((list.width() - pad) / 2) : whole;
        const float used = groups_ui(ui, first, left_groups, words);
        whole.cut_left(beside ? pad : 0);
        if (!beside) whole.y0 += used;
        const float more = groups_ui(ui, whole, right_groups, words);
        list.y += beside ? std::max(used, more) : used + more;
        list.take_page_keys();
    }
    if (closed.clicked || ui.take_key(Key::escape)) out.push_back(intent::ToggleShortcuts{});
}

}  // namespace huashu::desktop
