// The complaint record in an assessment: the form at the left, what was said at the right.
#include "desktop/screens/assess_parts.hpp"
#include "desktop/screens/assess_screens.hpp"
#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/screens/record_form.hpp"

namespace huashu::desktop {
namespace {

void said_line(Ui& ui, Scroll& page, std::string_view who, const std::string& text, Color color) {
    if (text.empty()) return;
    page.y += paragraph(ui, page.x0, page.y, page.width(), who, Type::caption, ui.theme->text_muted);
    page.y += paragraph(ui, page.x0, page.y, page.width(), text, Type::label, color) + ui.px(space::small);
}

// Who writes a record may look up what was said, as at work.
void said_ui(Ui& ui, Box box, const Talk& talk, const Speech& speech) {
    line(ui, box.x0, box.y0, box.x0, box.y1, ui.theme->line);
    Scroll page(ui, "exam.record.said", box, ui.px(space::wide));
    const std::string owner = speech.content(talk.card.owner.name);
    const std::string& me = speech.words("desktop.exam.record_me");
    for (const scenarios::OwnerLine& l : talk.opening)
        said_line(ui, page, owner, speech.content(l.text), ui.theme->text);
    for (const scenarios::Turn& turn : talk.turns) {
        said_line(ui, page, me, turn.text, ui.theme->accent.strong);
        for (const scenarios::OwnerLine& l : turn.owner)
            said_line(ui, page, owner, speech.content(l.text), ui.theme->text);
    }
}

}  // namespace

void exam_record_ui(Ui& ui, Box box, const ExamsState& exams, const LobbyView& view, const RecordView& form,
                    const Speech& speech, ExamScreens& own, Intents& out) {
    const Talk& talk = *exams.record_talk;
    if (own.record_of != talk.attempt_id) {
        own.record_of = talk.attempt_id;
        own.record = record_draft_of({});
    }
    const app::Words& words = speech.words;
    const float wide = ui.px(space::wide);
    Box head = box.cut_top(ui.scale.leading(Type::heading) + wide).inset(wide, 0);
    head.cut_top(ui.px(space::medium));
    const std::string clock = words("desktop.exam.left", {{"clock", view.clock}});
    const float clock_width = chip_width(ui, clock, Icon::clock);
    const Box at = head.cut_right(clock_width);
    chip(ui, at.x0, at.mid_y() - chip_height(ui) / 2, clock,
         {view.hurry ? ui.theme->bad : ui.theme->info, Icon::clock});
    tag(ui, "exam.clock", at, "clock", view.clock);
    head.cut_right(ui.px(space::medium));
    paragraph_cut(ui, head.x0, head.mid_y() - ui.scale.leading(Type::heading) / 2, head.w(),
                  words("desktop.exam.record_title", {{"title", speech.content(talk.card.title)}}), Type::heading,
                  ui.theme->text, 1);
    const float how = paragraph_height(ui, box.w() - 2 * wide, words("desktop.exam.record_how"), Type::label);
    paragraph(ui, box.x0 + wide, box.y0, box.w() - 2 * wide, words("desktop.exam.record_how"), Type::label,
              ui.theme->text_muted);
    box.cut_top(how + ui.px(space::small));
    const bool beside = box.w() > ui.wide(720);
    const Box said = beside ? box.cut_right(box.w() * 0.42f) : box.cut_bottom(box.h() * 0.4f);
    said_ui(ui, said, talk, speech);
    if (record_form_ui(ui, box, form, speech, own.record, words("desktop.exam.record_submit")))
        out.push_back(exam_intent(exam_wish::Record{record_form_of(own.record)}));
}

}  // namespace huashu::desktop
