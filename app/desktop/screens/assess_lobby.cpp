// Between two scenarios of a sitting: how far it is, how much time is left, what the rules are.
#include "desktop/screens/assess_parts.hpp"
#include "desktop/screens/assess_screens.hpp"

namespace huashu::desktop {
namespace {

Icon icon_of_item(LobbyItem::Kind kind) {
    switch (kind) {
        case LobbyItem::Kind::done:
            return Icon::check;
        case LobbyItem::Kind::late:
            return Icon::clock;
        case LobbyItem::Kind::next:
            return Icon::play;
        case LobbyItem::Kind::ahead:
            return Icon::none;
    }
    return Icon::none;
}

void item_row(Ui& ui, Scroll& page, const LobbyItem& item, std::size_t index, const Speech& speech) {
    const Theme& t = *ui.theme;
    const bool next = item.kind == LobbyItem::Kind::next;
    const bool over = item.kind == LobbyItem::Kind::done || item.kind == LobbyItem::Kind::late;
    const float height = ui.scale.leading(Type::strong) + 2 * ui.px(space::medium);
    const Box box{page.x0, page.y, page.x1, page.y + height};
    fill(ui, box, next ? t.accent.soft : over ? t.sunken : t.surface, ui.px(radius_control));
    outline(ui, box, next ? t.accent.strong : t.line, ui.px(radius_control), std::max(1.0f, ui.scale.screen));
    Box inner = box.inset(ui.px(space::large), 0);
    const float sign = ui.wide(20);
    draw_icon(ui, icon_of_item(item.kind), inner.cut_left(sign).centred(sign, sign),
              next                                 ? t.accent.strong
              : item.kind == LobbyItem::Kind::late ? t.warn.strong
                                                   : t.good.strong);
    inner.cut_left(ui.px(space::medium));
    const std::string aside = item.kind == LobbyItem::Kind::done   ? speech.words("desktop.exam.item_done")
                              : item.kind == LobbyItem::Kind::late ? speech.words("desktop.exam.item_late")
                                                                   : item.time;
    text_in(ui, inner.cut_right(text_width(ui, aside, Type::label) + 1), aside, Type::label, t.text_muted,
            Align::right);
    inner.cut_right(ui.px(space::medium));
    const float label = text_width(ui, item.label, Type::strong) + ui.px(space::large);
    text_in(ui, inner.cut_left(label), item.label, Type::strong, over ? t.text_muted : t.text);
    text_in(ui, inner, item.replies, Type::label, t.text_muted);
    tag(ui, "exam.item." + std::to_string(index), box, over ? "done" : next ? "next" : "ahead", item.label);
    page.y = box.y1 + ui.px(space::small);
}

}  // namespace

void exam_lobby_ui(Ui& ui, Box box, const LobbyView& view, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    const float width = std::min(box.w() - 2 * ui.px(space::wide), ui.wide(760));
    Scroll page(ui, "exam.lobby", box, ui.px(space::wide));
    page.x0 = box.mid_x() - width / 2;
    page.x1 = box.mid_x() + width / 2;
    page.y += std::max(0.0f, (box.h() - ui.wide(640)) * 0.3f);
    Box head = page_head(ui, page, view.title, view.who);
    const Tone& tone = view.hurry ? t.bad : t.info;
    const std::string clock = words("desktop.exam.left", {{"clock", view.clock}});
    const float clock_width = chip_width(ui, clock, Icon::clock);
    chip(ui, head.x1 - clock_width, head.mid_y() - chip_height(ui) / 2, clock, {tone, Icon::clock});
    tag(ui, "exam.clock", head, "clock", view.clock);
    if (!view.ended.empty())
        page.y +=
            paragraph(ui, page.x0, page.y, page.width(), view.ended, Type::body, t.text_muted) + ui.px(space::medium);
    for (std::size_t i = 0; i < view.items.size(); ++i) item_row(ui, page, view.items[i], i, speech);
    page.y += ui.px(space::medium);
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::play, .shortcut = "Enter"};
    const float go = button_width(ui, view.go, look) + ui.px(space::large);
    const Box at{page.x1 - go, page.y, page.x1, page.y + control_height(ui)};
    if (button(ui, "exam.next", at, view.go, look) || ui.take_key(Key::enter))
        out.push_back(exam_intent(exam_wish::NextScenario{}));
    page.y = at.y1 + ui.px(space::large);
    card_of(ui, page, [&](Box inner, bool draws) {
        Box rest = inner;
        rest.y0 += heading_row(ui, rest, words("desktop.exam.rules"), draws);
        rest.y0 += sentences(ui, rest, view.rules, t.text, Icon::check, t.accent.strong, draws);
        return rest.y0 - inner.y0;
    });
    page.take_page_keys();
}

}  // namespace huashu::desktop
