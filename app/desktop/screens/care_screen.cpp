// What is kept, and looking after it: verifying, backing up, how long it is kept, each person's records, other sites.
#include "desktop/screens/care_screen.hpp"

#include <algorithm>

#include "desktop/screens/care_parts.hpp"
#include "desktop/screens/lock_panel.hpp"
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/state/exam_intent.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/layer.hpp"
#include "desktop/ui/stepper.hpp"

namespace huashu::desktop {
namespace {

using Asking = CareState::Asking;

constexpr int days_of_a_step = 30, most_days = 36'500;

// Figures side by side, as many in a row as there is room for.
void figures_row(CareDesk& desk, CardPen& pen) {
    Ui& ui = desk.ui;
    const float height = ui.scale.leading(Type::lead) + ui.scale.leading(Type::caption);
    float x = 0, y = 0;
    const Box first = pen.place(pen.width());
    float wide = 0;
    for (const CareFigure& f : desk.view.figures)
        wide = std::max({wide, text_width(ui, f.figure, Type::lead), text_width(ui, f.line, Type::caption)});
    wide = std::min(wide + ui.px(space::wide), pen.width());
    for (std::size_t i = 0; i < desk.view.figures.size(); ++i) {
        if (x > 0 && x + wide > pen.width()) {
            x = 0;
            y += height + ui.px(space::small);
        }
        if (pen.draws()) {
            const CareFigure& f = desk.view.figures[i];
            Box at{first.x0 + x, first.y0 + y, first.x0 + x + wide, first.y0 + y + height};
            tag(ui, "care.figure." + std::to_string(i), at, "figure", f.figure);
            text_in(ui, at.cut_top(ui.scale.leading(Type::lead)), f.figure, Type::lead, ui.theme->text);
            text_in(ui, at, f.line, Type::caption, ui.theme->text_muted);
        }
        x += wide;
    }
    pen.end_row();
    const float used = y + height - control_height(ui);
    pen.gap(std::max(0.0f, used / ui.px(1)));
}

float kept_card(CareDesk& desk, Box inner, bool draws) {
    CardPen pen(desk.ui, inner, draws);
    pen.heading(desk.word("desktop.care.kept_title"));
    for (const std::string& line : desk.view.kept) pen.text(line);
    if (!desk.view.figures.empty()) figures_row(desk, pen);
    pen.lines(desk.view.rescued);
    return pen.used();
}

float verify_card(CareDesk& desk, Box inner, bool draws) {
    CardPen pen(desk.ui, inner, draws);
    pen.heading(desk.word("desktop.care.verify_title"));
    pen.text(desk.word("desktop.care.verify_how"));
    pen.lines(desk.view.verified);
    pen.lines(desk.view.rescored);
    if (pen.button("care.verify", desk.word("desktop.care.verify"),
                   {.look = ButtonLook::primary, .icon = Icon::check, .enabled = desk.is_free()}))
        desk.order({.job = CareJob::verify});
    if (pen.button("care.rescore", desk.word("desktop.care.rescore"), {.icon = Icon::again, .enabled = desk.is_free()}))
        desk.order({.job = CareJob::rescore});
    return pen.used();
}

float backup_card(CareDesk& desk, Box inner, bool draws) {
    CardPen pen(desk.ui, inner, draws);
    pen.heading(desk.word("desktop.care.backup_title"));
    pen.text(desk.word("desktop.care.backup_how"));
    pen.lines(desk.view.backup);
    const std::string where =
        path_field(desk, pen, "care.backup.folder", desk.word("desktop.care.folder"), desk.care.backup_folder);
    if (pen.button("care.backup", desk.word("desktop.care.backup"),
                   {.look = ButtonLook::primary, .icon = Icon::copy, .enabled = desk.is_free() && !where.empty()}))
        desk.order({.job = CareJob::back_up, .where = where});
    return pen.used();
}

float retention_card(CareDesk& desk, Box inner, bool draws) {
    CardPen pen(desk.ui, inner, draws);
    pen.heading(desk.word("desktop.care.retention_title"));
    pen.text(desk.word("desktop.care.retention_how"));
    pen.lines(desk.view.retention);
    const int set = desk.care.holdings ? desk.care.holdings->retention_days.value_or(0) : 0;
    const int days = desk.own.days < 0 ? set : desk.own.days;
    const std::string shown = days == 0
                                  ? desk.word("desktop.care.no_end_short")
                                  : desk.speech.words("desktop.care.days_short", {{"days", std::to_string(days)}});
    const Box box = pen.place(desk.ui.wide(220));
    if (pen.draws()) {
        const int wished = stepper_ui(desk.ui, "care.days", box,
                                      {.value = days,
                                       .low = 0,
                                       .high = most_days,
                                       .step = days_of_a_step,
                                       .shown = shown,
                                       .label = desk.word("desktop.care.retention_title")});
        if (wished != days) desk.own.days = wished;
    }
    if (pen.button("care.days.set", desk.word("desktop.care.set_days"),
                   {.icon = Icon::check, .enabled = desk.is_free() && days != set}))
        desk.order({.job = CareJob::set_days, .days = days});
    if (pen.button("care.older", desk.word("desktop.care.preview_older"),
                   {.icon = Icon::search, .enabled = desk.is_free() && days > 0}))
        desk.order({.job = CareJob::count_older, .days = days});
    pen.end_row();
    pen.lines(desk.view.older);
    if (desk.view.can_erase_older && pen.button("care.older.erase", desk.word("desktop.care.erase_older"),
                                                {.look = ButtonLook::danger, .enabled = desk.is_free()}))
        desk.ask(Asking::erase_older);
    return pen.used();
}

float people_card(CareDesk& desk, Box inner, bool draws) {
    CardPen pen(desk.ui, inner, draws);
    pen.heading(desk.word("desktop.care.people_title"));
    pen.text(desk.word("desktop.care.people_how"));
    for (const CarePerson& p : desk.view.people) {
        const std::string id = "care.person." + (p.id.empty() ? std::string("first") : p.id);
        pen.gap(space::small);
        pen.heading(p.name);
        pen.text(p.line);
        if (pen.button(id + ".export", desk.word("desktop.care.export"),
                       {.icon = Icon::copy, .enabled = desk.is_free() && p.is_readable}))
            desk.ask(Asking::export_one, p.id);
        if (pen.button(id + ".erase", desk.word("desktop.care.erase"),
                       {.icon = Icon::cross, .enabled = desk.is_free() && p.is_readable}))
            desk.ask(Asking::erase_first, p.id);
        pen.end_row();
        if (desk.care.asking == Asking::export_one && desk.care.about == p.id)
            export_fields(desk, pen, "care.export." + p.id, {.job = CareJob::export_one, .where = {}, .person = p.id});
    }
    return pen.used();
}

float site_card(CareDesk& desk, Box inner, bool draws) {
    CardPen pen(desk.ui, inner, draws);
    pen.heading(desk.word("desktop.care.site_title"));
    pen.text(desk.word("desktop.care.site_how"));
    const std::string where = path_field(desk, pen, "care.site.folder", desk.word("desktop.care.folder"), {});
    if (pen.button("care.site.preview", desk.word("desktop.care.site_preview"),
                   {.icon = Icon::search, .enabled = desk.is_free() && !where.empty()}))
        desk.order({.job = CareJob::preview_site, .where = where});
    pen.end_row();
    pen.lines(desk.view.site);
    // What was looked at is what is taken, whatever was typed since.
    if (desk.view.can_take_site && pen.button("care.site.take", desk.word("desktop.care.site_take"),
                                              {.look = ButtonLook::primary, .enabled = desk.is_free()}))
        desk.order({.job = CareJob::bring_in_site, .where = desk.care.site_folder});
    return pen.used();
}

// The name must be written once more: nobody erases by a slip of the hand.
void second_question(CareDesk& desk, Box all) {
    Ui& ui = desk.ui;
    const app::Words& words = desk.speech.words;
    const float pad = ui.px(space::wide), width = ui.wide(560);
    const std::string text = words("desktop.care.erase_again", {{"name", desk.view.asked_name}});
    const float height = 2 * pad + ui.scale.leading(Type::title) + ui.px(space::small) +
                         paragraph_height(ui, width - 2 * pad, text, Type::body) + 2 * control_height(ui) + 2 * pad;
    const Box box = sheet_ui(ui, all, width, height);
    tag(ui, "care.erase.second", box, "dialog", desk.view.asked_name);
    Box inner = box.inset(pad);
    paragraph_cut(ui, inner.x0, inner.y0, inner.w(),
                  words("desktop.care.erase_title", {{"name", desk.view.asked_name}}), Type::title, ui.theme->text, 1);
    inner.cut_top(ui.scale.leading(Type::title) + ui.px(space::small));
    inner.cut_top(paragraph(ui, inner.x0, inner.y0, inner.w(), text, Type::body, ui.theme->text_muted) + pad / 2);
    Box row = inner.cut_bottom(control_height(ui));
    inner.cut_bottom(pad / 2);
    EditorState& name =
        desk.own.fields.try_emplace("care.erase.name", EditorState{EditBuffer(false, 60)}).first->second;
    text_field(ui, "care.erase.name", inner.cut_bottom(control_height(ui)), name, Icon::person,
               words("desktop.care.erase_name"));
    const bool fits = to_bytes(name.buffer.text()) == desk.view.asked_name;
    const auto put = [&](std::string_view id, const std::string& label, const ButtonSpec& look) {
        const Box at = row.cut_right(button_width(ui, label, look));
        row.cut_right(ui.px(space::small));
        return button(ui, id, at, label, look).clicked;
    };
    const bool goes =
        put("care.erase.go", words("desktop.care.erase_go"), {.look = ButtonLook::danger, .enabled = fits});
    const bool stays =
        put("care.erase.cancel", words("desktop.care.erase_stay"), {.look = ButtonLook::plain, .shortcut = "Esc"}) ||
        ui.take_key(Key::escape);
    if (!goes && !stays) return;
    name.buffer.set_text({});
    if (goes)
        desk.order({.job = CareJob::erase_one, .where = {}, .person = desk.care.about});
    else
        desk.ask(Asking::nothing);
}

void care_questions(CareDesk& desk, Box all) {
    const app::Words& words = desk.speech.words;
    if (desk.care.asking == Asking::erase_second) return second_question(desk, all);
    const bool of_person = desk.care.asking == Asking::erase_first;
    const std::string title = of_person ? words("desktop.care.erase_title", {{"name", desk.view.asked_name}})
                                        : words("desktop.care.erase_older_title");
    const std::string text = of_person ? desk.view.asked_line + "\n" + words("desktop.care.erase_what")
                                       : (desk.view.older.empty() ? std::string() : desk.view.older.front().text) +
                                             "\n" + words("desktop.care.erase_what");
    const int given =
        question_ui(desk.ui, all,
                    {"care.erase.first",
                     title,
                     text,
                     {{"care.erase.stay", words("desktop.care.erase_stay")},
                      {"care.erase.on", words(of_person ? "desktop.care.erase_on" : "desktop.care.erase_go")}}});
    if (given == 1 && of_person)
        desk.ask(Asking::erase_second, desk.care.about);
    else if (given == 1)
        desk.order({.job = CareJob::erase_older, .days = desk.care.older_days});
    else if (given == 0 || desk.ui.take_key(Key::escape))
        desk.ask(Asking::nothing);
}

bool asks_over_everything(Asking asking) {
    return asking == Asking::erase_first || asking == Asking::erase_second || asking == Asking::erase_older;
}

}  // namespace

void care_screen_ui(Ui& ui, Box box, const CareState& care, const CareView& view, const Speech& speech, CareScreen& own,
                    Intents& out) {
    const Box all = box;
    const bool asks = asks_over_everything(care.asking);
    if (asks) ++ui.blocked;
    CareDesk desk{ui, care, view, speech, own, out};
    care_head(ui, box, "care", speech.words("desktop.care.title"), exam_intent(exam_wish::Supervise{}), out);
    if (care.locked) {
        if (auto given = lock_panel_ui(ui, "care", box, care.refused, own.passphrase, speech))
            out.push_back(care_intent(care_wish::Unlock{std::move(*given)}));
    } else {
        Scroll page(ui, "care.page", box, ui.px(space::wide));
        page.x1 = std::min(page.x1, page.x0 + ui.wide(1040));
        care_running(desk, page);
        for (const auto card : {kept_card, verify_card, backup_card, retention_card, people_card, site_card})
            card_of(ui, page, [&](Box inner, bool draws) { return card(desk, inner, draws); });
        if (!ui.editing_text) page.take_page_keys();
    }
    if (asks) {
        --ui.blocked;
        const Layer layer("##care", all);
        care_questions(desk, all);
    } else if (ui.take_key(Key::escape)) {
        out.push_back(care.asking == Asking::nothing ? exam_intent(exam_wish::Supervise{})
                                                     : care_intent(care_wish::Ask{}));
    }
}

}  // namespace huashu::desktop
