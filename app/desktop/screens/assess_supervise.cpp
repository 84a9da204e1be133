// The supervisor's side: blueprints with their forms, everybody's sittings, how far marks agree.
#include <algorithm>

#include "desktop/screens/assess_parts.hpp"
#include "desktop/screens/assess_screens.hpp"
#include "desktop/screens/assess_tables.hpp"
#include "desktop/screens/lock_panel.hpp"

namespace huashu::desktop {
namespace {

void supervise_row(Ui& ui, Scroll& page, const SuperviseRow& row, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const float height = ui.scale.leading(Type::strong) + ui.scale.leading(Type::label) + 2 * ui.px(space::medium);
    const Box box{page.x0, page.y, page.x1, page.y + height};
    page.y += height + ui.px(space::small);
    if (box.y1 < page.view().y0 - 2 * height || box.y0 > page.view().y1 + 2 * height) return;
    const Response r = interact(ui, "supervise." + row.id, box, {.kind = "row", .text = row.who + " " + row.title});
    card_ground(ui, box, ui.px(radius_card));
    if (r.hovered) outline(ui, box, t.accent.strong, ui.px(radius_card), ui.px(1.5f));
    if (r.focused) focus_ring(ui, box, ui.px(radius_card));
    if (r.clicked) out.push_back(exam_intent(exam_wish::OpenSitting{row.id, row.folder, true}));
    Box inner = box.inset(ui.px(space::large), ui.px(space::medium));
    sitting_badge(ui, inner.cut_left(inner.h()), row.kind, row.now);
    inner.cut_left(ui.px(space::large));
    const Icon icon = row.contested ? Icon::flag : row.provisional ? Icon::clock : Icon::check;
    const float width = chip_width(ui, row.state, icon);
    const Box state = inner.cut_right(width);
    chip(ui, state.x0, state.mid_y() - chip_height(ui) / 2, row.state,
         {row.contested     ? t.warn
          : row.provisional ? t.info
                            : tone_of(t, row.kind),
          icon});
    inner.cut_right(ui.px(space::medium));
    if (row.now != row.machine) {
        const std::string both = speech.words(
            "desktop.exam.both_scores", {{"machine", std::to_string(row.machine)}, {"now", std::to_string(row.now)}});
        text_in(ui, inner.cut_right(text_width(ui, both, Type::label) + 1), both, Type::label, t.text_muted,
                Align::right);
        inner.cut_right(ui.px(space::medium));
    }
    paragraph_cut(ui, inner.x0, inner.y0, inner.w(), row.who + "　" + row.title, Type::strong, t.text, 1);
    inner.cut_top(ui.scale.leading(Type::strong));
    paragraph_cut(ui, inner.x0, inner.y0, inner.w(), row.line, Type::label, t.text_muted, 1);
}

void sittings_tab(Ui& ui, Box box, const SuperviseView& view, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    Scroll page(ui, "supervise.sittings", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(1100));
    page.y += paragraph(ui, page.x0, page.y, page.width(),
                        words("desktop.exam.to_do", {{"confirm", std::to_string(view.to_confirm)},
                                                     {"decide", std::to_string(view.to_decide)}}),
                        Type::label, ui.theme->text_muted) +
              ui.px(space::medium);
    if (view.sittings.empty())
        empty_state(ui, Box{page.x0, page.y, page.x1, page.y + ui.wide(260)}, Icon::history,
                    words("desktop.exam.no_sittings_title"), words("desktop.exam.no_sittings"));
    for (const SuperviseRow& row : view.sittings) supervise_row(ui, page, row, speech, out);
    page.take_page_keys();
}

// A new blueprint, or the selected one to be written on.
void writing_buttons(Ui& ui, Scroll& page, const SuperviseView& view, const Speech& speech, Intents& out) {
    const float height = control_height(ui);
    float x = page.x0;
    const auto put = [&](std::string_view id, const std::string& label, const ButtonSpec& look) {
        const float width = button_width(ui, label, look);
        if (x + width > page.x1 && x > page.x0) {
            x = page.x0;
            page.y += height + ui.px(space::small);
        }
        const Box box{x, page.y, x + width, page.y + height};
        x += width + ui.px(space::small);
        return button(ui, id, box, label, look).clicked;
    };
    if (put("supervise.new", speech.words("desktop.blueprint.make"), {.icon = Icon::plus}))
        out.push_back(exam_intent(exam_wish::EditBlueprint{}));
    for (const ExamCard& card : view.blueprints)
        if (card.selected && put("supervise.edit", speech.words("desktop.blueprint.write"), {.icon = Icon::pen}))
            out.push_back(exam_intent(exam_wish::EditBlueprint{card.id}));
    page.y += height + ui.px(space::large);
}

void marking_button(Ui& ui, Scroll& page, const Speech& speech, Intents& out) {
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::pen};
    const std::string& label = speech.words("desktop.marking.open");
    const Box box{page.x0, page.y, page.x0 + button_width(ui, label, look), page.y + control_height(ui)};
    if (button(ui, "supervise.marking", box, label, look)) out.push_back(marking_intent(marking_wish::Open{}));
    page.y = box.y1 + ui.px(space::large);
}

void blueprints_tab(Ui& ui, Box box, const SuperviseView& view, const Speech& speech, Intents& out) {
    Scroll page(ui, "supervise.blueprints", box, ui.px(space::wide));
    float x = page.x0;
    const float height = ui.scale.leading(Type::label) + ui.px(space::medium);
    for (const ExamCard& card : view.blueprints) {
        const float width = filter_chip_width(ui, card.title, card.selected);
        if (x + width > page.x1 && x > page.x0) {
            x = page.x0;
            page.y += height + ui.px(space::small);
        }
        if (filter_chip(ui, "supervise.blueprint." + card.id, Box{x, page.y, x + width, page.y + height}, card.title,
                        card.selected))
            out.push_back(exam_intent(exam_wish::SelectForms{card.id}));
        x += width + ui.px(space::small);
    }
    page.y += height + ui.px(space::large);
    writing_buttons(ui, page, view, speech, out);
    forms_ui(ui, page, view.forms, speech);
    page.take_page_keys();
}

}  // namespace

void supervise_screen_ui(Ui& ui, Box box, const SuperviseState& supervise, const SuperviseView& view,
                         const Speech& speech, ExamScreens& own, Intents& out) {
    const app::Words& words = speech.words;
    const float wide = ui.px(space::wide);
    Box head = box.cut_top(ui.scale.leading(Type::heading) + wide).inset(wide, 0);
    head.cut_top(ui.px(space::medium));
    const float side = control_height(ui);
    if (icon_button(ui, "supervise.back", head.cut_left(side).centred(side, side), Icon::back,
                    words("desktop.exam.back")) ||
        (!ui.editing_text && ui.take_key(Key::escape)))
        out.push_back(exam_intent(exam_wish::Open{}));
    head.cut_left(ui.px(space::small));
    const ButtonSpec care{.look = ButtonLook::quiet, .icon = Icon::safety};
    const std::string& care_label = words("desktop.care.title");
    const float care_width = button_width(ui, care_label, care);
    if (!supervise.locked &&
        button(ui, "supervise.care", head.cut_right(care_width).centred(care_width, side), care_label, care))
        out.push_back(care_intent(care_wish::Open{}));
    head.cut_right(ui.px(space::small));
    text_in(ui, head, words("desktop.exam.supervise_title"), Type::heading, ui.theme->text);
    if (supervise.locked) {
        if (auto given = lock_panel_ui(ui, "supervise", box, supervise.refused, own.passphrase, speech))
            out.push_back(exam_intent(exam_wish::Unlock{std::move(*given)}));
        return;
    }
    Box row = box.cut_top(control_height(ui)).inset(wide, 0);
    row.x1 = std::min(row.x1, row.x0 + ui.wide(540));
    const int picked = segmented(ui, "supervise.tab", row,
                                 {words("desktop.exam.tab.blueprints"), words("desktop.exam.tab.sittings"),
                                  words("desktop.exam.tab.calibration")},
                                 static_cast<int>(supervise.tab));
    if (picked >= 0) out.push_back(exam_intent(exam_wish::ShowTab{static_cast<SuperviseTab>(picked)}));
    box.cut_top(ui.px(space::small));
    switch (supervise.tab) {
        case SuperviseTab::blueprints:
            blueprints_tab(ui, box, view, speech, out);
            break;
        case SuperviseTab::sittings:
            sittings_tab(ui, box, view, speech, out);
            break;
        case SuperviseTab::calibration: {
            Scroll page(ui, "supervise.calibration", box, wide);
            marking_button(ui, page, speech, out);
            agreement_ui(ui, page, view, speech);
            page.take_page_keys();
            break;
        }
    }
}

}  // namespace huashu::desktop
