// Who is using the program: pick a name, add one, or give the present one another.
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/shell/overlays.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void face(Ui& ui, Box box, const std::string& name, bool current) {
    const Theme& t = *ui.theme;
    const float side = std::min(box.w(), box.h());
    const Box disc = box.centred(side, side);
    circle(ui, disc.mid_x(), disc.mid_y(), side / 2, current ? t.accent.strong : t.sunken);
    if (!current) ring(ui, disc.mid_x(), disc.mid_y(), side / 2 - 0.5f, t.line_strong, std::max(1.0f, ui.scale.screen));
    const std::string initial = initial_of(name);
    const Color color = current ? t.accent.on : t.text;
    if (initial.empty())
        draw_icon(ui, Icon::person, disc.inset(side * 0.24f), color);
    else
        text_in(ui, disc, initial, Type::strong, color, Align::centre);
}

void person_row(Ui& ui, Scroll& list, const app::Person& person, bool current, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const std::string& name = person.name.empty() ? speech.words("desktop.people.unnamed") : person.name;
    const float height = ui.wide(52);
    const Box box{list.x0, list.y, list.x1, list.y + height};
    const Response r = interact(ui, "people." + (person.id.empty() ? "first" : person.id), box,
                                {.kind = "option", .text = name, .selected = current});
    const float radius = ui.px(radius_control);
    if (current || r.hovered) fill(ui, box, current ? t.accent.soft : t.sunken, radius);
    Box inner = box.inset(ui.px(space::medium), ui.px(6));
    face(ui, inner.cut_left(inner.h()), person.name, current);
    inner.cut_left(ui.px(space::medium));
    if (current) {
        const float sign = ui.wide(20);
        draw_icon(ui, Icon::check, inner.cut_right(sign).centred(sign, sign), t.accent.strong);
        inner.cut_right(ui.px(space::small));
    }
    paragraph_cut(ui, inner.x0, inner.mid_y() - ui.scale.leading(Type::body) / 2, inner.w(), name, Type::body, t.text,
                  1);
    if (r.focused) focus_ring(ui, box, radius);
    if (r.clicked) out.push_back(intent::SwitchPerson{person.id});
    list.y += height + ui.px(space::tight);
}

void name_row(Ui& ui, Box row, const Speech& speech, PeopleDialog& own, Intents& out) {
    const app::Words& words = speech.words;
    const bool blank = own.name.buffer.empty();
    const ButtonSpec add{.look = ButtonLook::plain, .icon = Icon::plus, .enabled = !blank};
    const ButtonSpec rename{.look = ButtonLook::quiet, .icon = Icon::pen, .enabled = !blank};
    const std::string& add_label = words("desktop.people.add");
    const std::string& rename_label = words("desktop.people.rename");
    const Response added = button(ui, "people.add", row.cut_right(button_width(ui, add_label, add)), add_label, add);
    row.cut_right(ui.px(space::tight));
    const Response renamed =
        button(ui, "people.rename", row.cut_right(button_width(ui, rename_label, rename)), rename_label, rename);
    row.cut_right(ui.px(space::small));
    const EditorResult typed =
        text_field(ui, "people.name", row, own.name, Icon::person, words("desktop.people.placeholder"));
    if (blank) return;
    const std::string name = to_bytes(own.name.buffer.text());
    if (added.clicked || typed.submitted) out.push_back(intent::AddPerson{name});
    if (renamed.clicked) out.push_back(intent::RenamePerson{name});
    if (added.clicked || typed.submitted || renamed.clicked) own.name.buffer.set_text({});
}

}  // namespace

std::string initial_of(const std::string& name) {
    const std::u32string characters = to_characters(name);
    return characters.empty() ? std::string() : to_bytes(characters.substr(0, 1));
}

void people_dialog_ui(Ui& ui, Box all, const State& state, const Speech& speech, PeopleDialog& own, Intents& out) {
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::wide);
    const float row = ui.wide(52) + ui.px(space::tight);
    const float hint_width = ui.wide(600) - 2 * pad;
    const float hint = paragraph_height(ui, hint_width, words("desktop.people.hint"), Type::label);
    const float rows = std::min(static_cast<float>(state.people.all.size()), 6.0f);
    const Box box = sheet_ui(ui, all, ui.wide(600),
                             2 * pad + ui.scale.leading(Type::title) + hint + 3 * ui.px(space::medium) + row * rows +
                                 2 * control_height(ui) + ui.px(space::large));
    tag(ui, "people", box, "dialog", words("desktop.people.title"));
    Box inner = box.inset(pad);
    text_in(ui, inner.cut_top(ui.scale.leading(Type::title)), words("desktop.people.title"), Type::title, t.text);
    inner.cut_top(
        paragraph(ui, inner.x0, inner.y0, inner.w(), words("desktop.people.hint"), Type::label, t.text_muted) +
        ui.px(space::medium));
    Box foot = inner.cut_bottom(control_height(ui));
    inner.cut_bottom(ui.px(space::medium));
    const Box name = inner.cut_bottom(control_height(ui));
    inner.cut_bottom(ui.px(space::medium));
    {
        Scroll list(ui, "people.list", inner, 0);
        for (const app::Person& person : state.people.all)
            person_row(ui, list, person, person.id == state.people.current, speech, out);
    }
    name_row(ui, name, speech, own, out);
    const std::string& label = words("desktop.keys.close");
    const ButtonSpec look{.look = ButtonLook::primary, .shortcut = "Esc"};
    const Response closed = button(ui, "people.close", foot.cut_right(button_width(ui, label, look)), label, look);
    if (closed.clicked || ui.take_key(Key::escape)) out.push_back(intent::ChoosePerson{});
}

}  // namespace huashu::desktop
