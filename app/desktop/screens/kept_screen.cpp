// What is kept of whoever is there, in words, and a way to take it along.
#include "desktop/screens/care_parts.hpp"

namespace huashu::desktop {

void kept_screen_ui(Ui& ui, Box box, const CareState& care, const CareView& view, const Speech& speech, CareScreen& own,
                    Intents& out) {
    CareDesk desk{ui, care, view, speech, own, out};
    const Intent back = intent::Go{Page::settings};
    care_head(ui, box, "kept", speech.words("desktop.kept.title", {{"name", view.asked_name}}), back, out);
    Scroll page(ui, "kept.page", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(860));
    care_running(desk, page);
    card_of(ui, page, [&](Box inner, bool draws) {
        CardPen pen(ui, inner, draws);
        pen.heading(desk.word("desktop.care.kept_title"));
        for (const std::string& line : view.kept) pen.text(line);
        pen.lines(view.mine);
        return pen.used();
    });
    card_of(ui, page, [&](Box inner, bool draws) {
        CardPen pen(ui, inner, draws);
        pen.heading(desk.word("desktop.kept.export_title"));
        pen.text(desk.word("desktop.kept.export_how"));
        export_fields(desk, pen, "kept.export", {.job = CareJob::export_mine});
        if (!care.exported.empty()) {
            pen.end_row();
            pen.lines({{CareLine::Kind::good, speech.words("desktop.kept.exported", {{"file", care.exported}})}});
        }
        return pen.used();
    });
    card_of(ui, page, [&](Box inner, bool draws) {
        CardPen pen(ui, inner, draws);
        pen.heading(desk.word("desktop.kept.rights_title"));
        pen.text(desk.word("desktop.kept.rights"));
        return pen.used();
    });
    if (!ui.editing_text) page.take_page_keys();
    if (ui.take_key(Key::escape)) out.push_back(back);
}

}  // namespace huashu::desktop
