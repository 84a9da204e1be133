// Writing a blueprint: what is drawn, how it is taken and marked, and at once what the library says to it.
#include <algorithm>

#include "desktop/screens/assess_tables.hpp"
#include "desktop/screens/blueprint_pen.hpp"

namespace huashu::desktop {
namespace {

constexpr double rest_s = 0.25;  // after the last change, before the library is asked

// Title, what the library says, and the button that saves.
void blueprint_head(Ui& ui, Box row, const BlueprintDraft& draft, const BlueprintView& view, const Speech& speech,
                    Intents& out) {
    const Theme& t = *ui.theme;
    const float side = control_height(ui);
    if (icon_button(ui, "blueprint.back", row.cut_left(side).centred(side, side), Icon::back,
                    speech.words("desktop.exam.back")))
        out.push_back(exam_intent(exam_wish::LeaveDraft{}));
    row.cut_left(ui.px(space::small));
    const ButtonSpec look{.look = ButtonLook::primary,
                          .icon = Icon::check,
                          .enabled = view.is_sound && draft.changed && draft.can_save,
                          .shortcut = "Ctrl+S"};
    const std::string& label = speech.words("desktop.blueprint.save");
    if (button(ui, "blueprint.save", row.cut_right(button_width(ui, label, look)), label, look))
        out.push_back(exam_intent(exam_wish::SaveDraft{}));
    row.cut_right(ui.px(space::medium));
    const Icon icon = !view.is_checked ? Icon::clock : view.is_sound ? Icon::check : Icon::warning;
    const Tone tone = !view.is_checked ? plain_tone(t) : view.is_sound ? t.good : t.warn;
    const float width = chip_width(ui, view.verdict, icon), heading = text_width(ui, view.title, Type::heading);
    if (row.w() > width + heading + ui.px(space::large)) {
        const Box place = row.cut_right(width);
        chip(ui, place.x0, place.mid_y() - chip_height(ui) / 2, view.verdict, {tone, icon});
        tag(ui, "blueprint.verdict", place, "status", view.verdict);
        row.cut_right(ui.px(space::medium));
    }
    paragraph_cut(ui, row.x0, row.mid_y() - ui.scale.leading(Type::heading) / 2, row.w(), view.title, Type::heading,
                  t.text, 1);
}

void ask_before_leaving(Ui& ui, Box bar, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    fill(ui, bar, t.warn.soft);
    Box row = bar.inset(ui.px(space::wide), ui.px(space::small));
    const ButtonSpec throw_away{.look = ButtonLook::danger, .icon = Icon::cross}, stay{.look = ButtonLook::plain};
    const std::string& away = speech.words("desktop.blueprint.throw_away");
    if (button(ui, "blueprint.throw_away", row.cut_right(button_width(ui, away, throw_away)), away, throw_away))
        out.push_back(exam_intent(exam_wish::LeaveDraft{true}));
    row.cut_right(ui.px(space::small));
    const std::string& here = speech.words("desktop.blueprint.stay");
    if (button(ui, "blueprint.stay", row.cut_right(button_width(ui, here, stay)), here, stay))
        out.push_back(exam_intent(exam_wish::StayWithDraft{}));
    row.cut_right(ui.px(space::medium));
    paragraph_cut(ui, row.x0, row.mid_y() - ui.scale.leading(Type::label) / 2, row.w(),
                  speech.words("desktop.blueprint.leaving"), Type::label, t.warn.strong, 1);
}

void problems_of_draft(Ui& ui, Scroll& page, const BlueprintView& view, const Speech& speech) {
    if (view.problems.empty() && view.note.empty()) return;
    const float top = page.y;
    card_of(ui, page, [&](Box inner, bool draws) {
        Box at = inner;
        if (!view.problems.empty()) {
            at.y0 += heading_row(ui, at, speech.words("desktop.exam.problems"), draws);
            at.y0 += sentences(ui, at, view.problems, ui.theme->text, Icon::warning, ui.theme->bad.strong, draws);
        }
        if (!view.note.empty())
            at.y0 += sentences(ui, at, {view.note}, ui.theme->text, Icon::info, ui.theme->info.strong, draws);
        return at.y0 - inner.y0;
    });
    tag(ui, "blueprint.problems", Box{page.x0, top, page.x1, page.y}, "problems",
        view.problems.empty() ? "" : view.problems.front());
}

// What was changed rests for a moment before the library is asked.
void ask_the_library(Ui& ui, const BlueprintDraft& draft, ExamScreens& own, Intents& out) {
    if (own.seen_draft != draft.revision) {
        own.seen_draft = draft.revision;
        own.draft_since_s = ui.now_s;
    }
    if (draft.checked == draft.revision) return;
    if (ui.now_s - own.draft_since_s >= rest_s)
        out.push_back(exam_intent(exam_wish::CheckDraft{}));
    else
        ui.wake_at(own.draft_since_s + rest_s);
}

void draft_keys(Ui& ui, const BlueprintDraft& draft, const BlueprintView& view, ExamScreens& own, Intents& out) {
    if (own.menu.open()) return;
    if (ui.take_key(Key::s, {.ctrl = true}) && view.is_sound && draft.changed && draft.can_save)
        out.push_back(exam_intent(exam_wish::SaveDraft{}));
    if (ui.editing_text) return;
    const auto undo = [&](bool redo) {
        own.typing.clear();
        own.fields.clear();
        out.push_back(exam_intent(exam_wish::UndoDraft{redo}));
    };
    if (ui.take_key(Key::z, {.ctrl = true})) undo(false);
    if (ui.take_key(Key::y, {.ctrl = true}) || ui.take_key(Key::z, {.shift = true, .ctrl = true})) undo(true);
    if (ui.take_key(Key::escape))
        out.push_back(draft.leaving ? exam_intent(exam_wish::StayWithDraft{}) : exam_intent(exam_wish::LeaveDraft{}));
}

}  // namespace

void blueprint_screen_ui(Ui& ui, Box box, const ExamsState& exams, const BlueprintView& view, const Speech& speech,
                         ExamScreens& own, Intents& out) {
    const BlueprintDraft& draft = *exams.draft;
    const Box all = box;
    const float wide = ui.px(space::wide);
    const bool list_open = own.menu.open();
    if (list_open) ++ui.blocked;
    Box head = box.cut_top(std::max(ui.scale.leading(Type::heading), control_height(ui)) + wide).inset(wide, 0);
    head.cut_top(ui.px(space::medium));
    blueprint_head(ui, head, draft, view, speech, out);
    if (draft.leaving) ask_before_leaving(ui, box.cut_top(control_height(ui) + 2 * ui.px(space::small)), speech, out);
    {
        Scroll page(ui, "blueprint.page", box, wide);
        page.x1 = std::min(page.x1, page.x0 + ui.wide(1240));
        BlueprintPen pen(ui, draft, view, speech, own, out);
        card_of(ui, page, [&](Box inner, bool draws) { return pen.whole(inner, draws); });
        card_of(ui, page, [&](Box inner, bool draws) { return pen.marking(inner, draws); });
        for (std::size_t i = 0; i < view.draws.size(); ++i)
            card_of(ui, page, [&](Box inner, bool draws) { return pen.draw(inner, i, draws); });
        const std::string& label = speech.words("desktop.blueprint.add");
        const ButtonSpec look{.icon = Icon::plus};
        const float width = button_width(ui, label, look), height = control_height(ui);
        if (button(ui, "blueprint.add", Box{page.x0, page.y, page.x0 + width, page.y + height}, label, look)) {
            assess::Blueprint to = draft.value.blueprint;
            assess::DrawRule more;
            more.id = "draw-" + std::to_string(to.draws.size() + 1);
            to.draws.push_back(std::move(more));
            own.typing.clear();
            out.push_back(exam_intent(exam_wish::ChangeDraft{{std::move(to), draft.value.rules}, false}));
        }
        page.y += height + ui.px(space::large);
        problems_of_draft(ui, page, view, speech);  // below the fields: they stay where they are
        if (!view.forms.columns.empty()) forms_ui(ui, page, view.forms, speech);
        if (!ui.editing_text) page.take_page_keys();
    }
    if (list_open) --ui.blocked;
    BlueprintPen(ui, draft, view, speech, own, out).open_list(all);
    draft_keys(ui, draft, view, own, out);
    ask_the_library(ui, draft, own, out);
}

}  // namespace huashu::desktop
