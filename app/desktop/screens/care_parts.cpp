#include "desktop/screens/care_parts.hpp"

#include <algorithm>

#include "desktop/text/utf.hpp"

namespace huashu::desktop {

std::string path_field(CareDesk& desk, CardPen& pen, const std::string& id, std::string_view placeholder,
                       const std::string& suggested) {
    const Box box = pen.place(desk.ui.wide(560));
    EditorState& state = desk.own.fields.try_emplace(id, EditorState{EditBuffer(false, 500)}).first->second;
    std::string& filled = desk.own.suggested[id];
    const std::string now = to_bytes(state.buffer.text());
    if (filled != suggested && now == filled) {
        state.buffer.set_text(to_characters(suggested));
        filled = suggested;
    }
    if (pen.draws()) text_field(desk.ui, id, box, state, Icon::none, placeholder);
    return to_bytes(state.buffer.text());
}

void care_head(Ui& ui, Box& box, std::string_view id, const std::string& title, const Intent& back, Intents& out) {
    const float wide = ui.px(space::wide), side = control_height(ui);
    Box head = box.cut_top(std::max(ui.scale.leading(Type::heading), side) + wide).inset(wide, 0);
    head.cut_top(ui.px(space::medium));
    if (icon_button(ui, std::string(id) + ".back", head.cut_left(side).centred(side, side), Icon::back, title))
        out.push_back(back);
    head.cut_left(ui.px(space::small));
    text_in(ui, head, title, Type::heading, ui.theme->text);
}

void care_running(CareDesk& desk, Scroll& page) {
    if (!desk.care.running) return;
    constexpr double seconds_between_looks = 0.1;
    Ui& ui = desk.ui;
    ui.wake_at(ui.now_s + seconds_between_looks);
    if (ui.now_s - desk.own.looked_s >= seconds_between_looks) {
        desk.own.looked_s = ui.now_s;
        desk.out.push_back(care_intent(care_wish::Poll{}));
    }
    const float top = page.y;
    card_of(ui, page, [&](Box inner, bool draws) {
        CardPen pen(ui, inner, draws);
        pen.heading(desk.view.running + (desk.view.progress.empty() ? "" : "　" + desk.view.progress));
        const float bar = ui.px(space::small);
        const Box track{inner.x0, pen.y(), inner.x1, pen.y() + bar};
        if (draws) {
            fill(ui, track, ui.theme->sunken, bar / 2);
            if (desk.view.share >= 0)
                fill(ui, Box{track.x0, track.y0, track.x0 + std::max(bar, track.w() * desk.view.share), track.y1},
                     ui.theme->accent.strong, bar / 2);
        }
        pen.gap(space::small + space::medium);
        if (desk.view.can_stop && pen.button("care.stop", desk.word("desktop.care.stop"), {.icon = Icon::cross}))
            desk.out.push_back(care_intent(care_wish::Stop{}));
        return pen.used();
    });
    tag(ui, "care.running", Box{page.x0, top, page.x1, page.y}, "meter", desk.view.running);
}

std::string export_file(const CareDesk& desk, const std::string& name) {
    if (desk.care.export_folder.empty()) return {};
    std::string safe = name;
    std::replace(safe.begin(), safe.end(), '/', '-');
    return desk.care.export_folder + "/huashu-" + safe + ".json";
}

void export_fields(CareDesk& desk, CardPen& pen, const std::string& id, const CareOrder& order) {
    const std::vector<std::string> ways{desk.word("desktop.care.masked"), desk.word("desktop.care.plain")};
    float wanted = 0;
    for (const std::string& way : ways) wanted = std::max(wanted, text_width(desk.ui, way, Type::label));
    const Box box = pen.place(2 * (wanted + desk.ui.px(space::wide) + desk.ui.px(space::small)));
    if (pen.draws()) {
        const int picked = segmented(desk.ui, id + ".masked", box, ways, desk.own.masked ? 0 : 1);
        if (picked >= 0) desk.own.masked = picked == 0;
    }
    pen.end_row();
    pen.text(desk.word(desk.own.masked ? "desktop.care.masked_how" : "desktop.care.plain_how"));
    CareOrder to = order;
    to.where =
        path_field(desk, pen, id + ".file", desk.word("desktop.care.file"), export_file(desk, desk.view.asked_name));
    to.masked = desk.own.masked;
    if (pen.button(id + ".go", desk.word("desktop.care.export_go"),
                   {.look = ButtonLook::primary, .icon = Icon::check, .enabled = desk.is_free() && !to.where.empty()}))
        desk.order(to);
}

}  // namespace huashu::desktop
