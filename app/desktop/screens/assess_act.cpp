#include "desktop/screens/assess_act.hpp"

#include <algorithm>

#include "desktop/text/utf.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

using Act = OpenSitting::Act;

std::string_view title_key(Act act) {
    switch (act) {
        case Act::contest:
            return "desktop.exam.act.contest";
        case Act::change:
            return "desktop.exam.act.change";
        case Act::decide:
            return "desktop.exam.act.decide";
        case Act::confirm:
            return "desktop.exam.act.confirm";
        case Act::set_aside:
            return "desktop.exam.act.set_aside";
    }
    return "desktop.exam.act.change";
}

bool gives_points(Act act) { return act == Act::change || act == Act::decide; }

const SittingLedgerRow* row_at(const OpenSitting& open, const SittingView& view) {
    for (const SittingLedgerRow& row : view.ledger)
        if (open.acting && row.line == open.acting->line) return &row;
    return nullptr;
}

// A new line, a new reason; the name stays, for whoever reviews many.
void begin_anew(const OpenSitting& open, const SittingView& view, ExamScreens& own) {
    const std::string key = std::to_string(static_cast<int>(open.act)) + "/" + std::to_string(open.acting->item) + "/" +
                            std::to_string(open.acting->line) + "/" + open.filed.sitting.begun.sitting_id;
    if (key == own.acting_on) return;
    own.acting_on = key;
    own.reason.buffer.set_text({});
    const SittingLedgerRow* row = row_at(open, view);
    own.to_centi = row == nullptr ? 0 : row->kind == SittingLedgerRow::Kind::lost ? 0 : row->most_centi;
}

// Nothing, half, all: what a review needs. Other figures: huashu assess change.
void points_ui(Ui& ui, Box box, const SittingLedgerRow& row, const Speech& speech, ExamScreens& own) {
    const int half = (row.least_centi + row.most_centi) / 2;
    const int worth[] = {row.least_centi, half, row.most_centi};
    std::vector<std::string> labels;
    int selected = -1;
    for (int i = 0; i < 3; ++i) {
        labels.push_back(centi_words(worth[i], true));
        if (own.to_centi == worth[i]) selected = i;
    }
    const std::string& label = speech.words("desktop.exam.act.points");
    text_in(ui, box.cut_left(text_width(ui, label, Type::label) + ui.px(space::medium)), label, Type::label,
            ui.theme->text_muted);
    const int picked = segmented(ui, "act.points", box, labels, selected);
    if (picked >= 0) own.to_centi = worth[picked];
}

void finish(const OpenSitting& open, bool upheld, ExamScreens& own, Intents& out) {
    const std::string by = open.as_supervisor ? to_bytes(own.by.buffer.text()) : open.filed.sitting.begun.person;
    out.push_back(exam_intent(exam_wish::Finish{by, to_bytes(own.reason.buffer.text()), own.to_centi, upheld}));
}

void buttons_ui(Ui& ui, Box row, const OpenSitting& open, const Speech& speech, ExamScreens& own, Intents& out) {
    const app::Words& words = speech.words;
    const bool named = !open.as_supervisor || !own.by.buffer.empty();
    const bool ready = named && (open.act == Act::confirm || !own.reason.buffer.empty());
    const auto place = [&](std::string_view label, const ButtonSpec& look) {
        const Box at = row.cut_right(button_width(ui, label, look));
        row.cut_right(ui.px(space::small));
        return at;
    };
    const ButtonSpec go{.look = ButtonLook::primary, .icon = Icon::check, .enabled = ready};
    const std::string& label = words(open.act == Act::decide ? "desktop.exam.act.uphold" : "desktop.exam.act.go");
    if (button(ui, "act.go", place(label, go), label, go)) finish(open, true, own, out);
    if (open.act == Act::decide) {
        const ButtonSpec no{.icon = Icon::cross, .enabled = ready};
        const std::string& reject = words("desktop.exam.act.reject");
        if (button(ui, "act.reject", place(reject, no), reject, no)) finish(open, false, own, out);
    }
    const ButtonSpec quiet{.look = ButtonLook::quiet, .shortcut = "Esc"};
    const std::string& cancel = words("desktop.exam.act.cancel");
    if (button(ui, "act.cancel", place(cancel, quiet), cancel, quiet) || ui.take_key(Key::escape))
        out.push_back(exam_intent(exam_wish::StopActing{}));
}

}  // namespace

float act_panel_height(Ui& ui, const OpenSitting& open) {
    const float points = gives_points(open.act) ? control_height(ui) + ui.px(space::small) : 0;
    return ui.scale.leading(Type::strong) + 2 * ui.scale.leading(Type::body) + 2 * control_height(ui) + points +
           5 * ui.px(space::small) + 2 * ui.px(space::medium);
}

void act_panel_ui(Ui& ui, Box box, const OpenSitting& open, const SittingView& view, const Speech& speech,
                  ExamScreens& own, Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    begin_anew(open, view, own);
    fill(ui, box, t.surface);
    line(ui, box.x0, box.y0, box.x1, box.y0, t.line_strong, std::max(1.0f, ui.px(1.5f)));
    tag(ui, "act", box, "panel", words(title_key(open.act)));
    Box inner = box.inset(ui.px(space::wide), ui.px(space::medium));
    Box head = inner.cut_top(ui.scale.leading(Type::strong));
    const SittingLedgerRow* row = row_at(open, view);
    const float title = text_in(ui, head, words(title_key(open.act)), Type::strong, t.text);
    head.cut_left(title + ui.px(space::large));
    if (row != nullptr) paragraph_cut(ui, head.x0, head.y0, head.w(), row->reason, Type::label, t.text_muted, 1);
    inner.cut_top(ui.px(space::small));
    if (gives_points(open.act) && row != nullptr) {
        Box points = inner.cut_top(control_height(ui));
        points.x1 = std::min(points.x1, points.x0 + ui.wide(520));
        points_ui(ui, points, *row, speech, own);
        inner.cut_top(ui.px(space::small));
    }
    Box foot = inner.cut_bottom(control_height(ui));
    inner.cut_bottom(ui.px(space::small));
    if (open.as_supervisor) {
        const Box by = inner.cut_bottom(control_height(ui));
        inner.cut_bottom(ui.px(space::small));
        text_field(ui, "act.by", Box{by.x0, by.y0, std::min(by.x1, by.x0 + ui.wide(320)), by.y1}, own.by, Icon::person,
                   words("desktop.exam.act.by"));
    }
    editor(ui, "act.reason", inner, own.reason,
           {.placeholder = words(open.act == Act::confirm ? "desktop.exam.act.note" : "desktop.exam.act.reason"),
            .label = words("desktop.exam.act.reason"),
            .enter_submits = false});
    buttons_ui(ui, foot, open, speech, own, out);
}

}  // namespace huashu::desktop
