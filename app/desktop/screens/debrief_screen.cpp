#include "desktop/screens/debrief_screen.hpp"

#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// `narrow`: the way home is its sign alone, so that the title keeps its words.
void actions_ui(Ui& ui, Box& band, bool narrow, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const auto place = [&](std::string_view label, const ButtonSpec& spec) {
        const Box box =
            band.cut_right(button_width(ui, label, spec)).centred(button_width(ui, label, spec), control_height(ui));
        band.cut_right(ui.px(space::small));
        return box;
    };
    const ButtonSpec again{.look = ButtonLook::primary, .icon = Icon::again};
    const std::string& again_label = words("desktop.debrief.again");
    if (button(ui, "debrief.again", place(again_label, again), again_label, again)) out.push_back(intent::PlayAgain{});
    const ButtonSpec home{.icon = Icon::home};
    const std::string& home_label = words("desktop.debrief.home");
    const float side = control_height(ui);
    const bool went_home =
        narrow
            ? icon_button(ui, "debrief.home", band.cut_right(side).centred(side, side), Icon::home, home_label).clicked
            : button(ui, "debrief.home", place(home_label, home), home_label, home).clicked;
    if (went_home) out.push_back(intent::Go{Page::home});
    if (icon_button(ui, "debrief.print", band.cut_right(side).centred(side, side), Icon::print,
                    words("desktop.debrief.print")))
        out.push_back(intent::PrintDebrief{});
    if (icon_button(ui, "debrief.copy", band.cut_right(side).centred(side, side), Icon::copy,
                    words("desktop.debrief.copy")))
        out.push_back(intent::CopyDebrief{});
    band.cut_right(ui.px(space::small));
}

void tabs_ui(Ui& ui, Box box, const DebriefState& debrief, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    std::vector<std::string> labels{words("desktop.debrief.overview"), words("desktop.debrief.replies"),
                                    words("desktop.debrief.ledger")};
    if (debrief.record.wanted) labels.push_back(words("desktop.record.tab"));
    const int picked = segmented(ui, "debrief.tab", box, labels, static_cast<int>(debrief.tab));
    if (picked >= 0) out.push_back(intent::SelectTab{static_cast<DebriefTab>(picked)});
}

void take_keys(Ui& ui, const DebriefState& debrief, Intents& out) {
    if (ui.editing_text) {  // digits and arrows belong to the text
        if (ui.take_key(Key::escape)) ui.focus.clear();
        return;
    }
    if (ui.take_key(Key::digit1)) out.push_back(intent::SelectTab{DebriefTab::overview});
    if (ui.take_key(Key::digit2)) out.push_back(intent::SelectTab{DebriefTab::replies});
    if (ui.take_key(Key::digit3)) out.push_back(intent::SelectTab{DebriefTab::ledger});
    if (debrief.record.wanted && ui.take_key(Key::digit4)) out.push_back(intent::SelectTab{DebriefTab::record});
    if (ui.take_key(Key::p, {.ctrl = true})) out.push_back(intent::PrintDebrief{});
    if (ui.take_key(Key::r, {.ctrl = true})) out.push_back(intent::PlayAgain{});
    if (ui.take_key(Key::escape)) out.push_back(intent::Go{Page::home});
    if (debrief.tab != DebriefTab::replies || !ui.focus.none()) return;
    if (ui.take_key(Key::down, {}, true)) out.push_back(intent::SelectTurn{debrief.selected_turn + 1});
    if (ui.take_key(Key::up, {}, true)) out.push_back(intent::SelectTurn{debrief.selected_turn - 1});
}

}  // namespace

void debrief_screen_ui(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                       DebriefScreen& own, Intents& out) {
    const Theme& t = *ui.theme;
    const float wide = ui.px(space::wide);
    own.what_if_revision = debrief.what_if_revision;
    if (own.record_of != debrief.talk->attempt_id) {
        own.record_of = debrief.talk->attempt_id;
        own.record_seen = debrief.record.form;
        own.record = record_draft_of(debrief.record.form);
    } else if (own.record_seen != debrief.record.form) {  // handed in
        own.record_seen = debrief.record.form;
        if (record_form_of(own.record) != own.record_seen) own.record = record_draft_of(own.record_seen);
    }
    if (own.asked_turn != debrief.selected_turn) {  // another reply, another question
        own.asked_turn = debrief.selected_turn;
        own.instead.buffer.set_text({});
    }
    // A low page names the talk only: what was said in it needs the room.
    const bool low = box.h() < ui.wide(560);
    const Type title = low ? Type::title : Type::heading;
    const float title_row = std::max(ui.scale.leading(title), low ? control_height(ui) : 0);
    const float about_row = low ? 0 : ui.scale.leading(Type::label);
    Box head = box.cut_top(title_row + about_row + (low ? ui.px(space::large) : wide)).inset(wide, 0);
    head.cut_top(ui.px(low ? space::small : space::medium));
    actions_ui(ui, head, head.w() < ui.wide(620), speech, out);
    text_in(ui, head.cut_top(title_row), view.talk.title, title, t.text);
    if (!low)
        text_in(ui, head.cut_top(about_row), view.talk.owner + "　" + view.talk.persona + "　" + view.talk.channel,
                Type::label, t.text_muted);
    Box tab_row = box.cut_top(control_height(ui)).inset(wide, 0);
    tabs_ui(ui,
            Box{tab_row.x0, tab_row.y0, std::min(tab_row.x1, tab_row.x0 + ui.wide(debrief.record.wanted ? 580 : 440)),
                tab_row.y1},
            debrief, speech, out);
    box.cut_top(ui.px(space::small));
    switch (debrief.tab) {
        case DebriefTab::overview:
            debrief_overview_ui(ui, box, view, speech, out);
            break;
        case DebriefTab::replies:
            debrief_replies_ui(ui, box, debrief, view, speech, own, out);
            break;
        case DebriefTab::ledger:
            debrief_ledger_ui(ui, box, view, speech, own, out);
            break;
        case DebriefTab::record:
            debrief_record_ui(ui, box, view, speech, own, out);
            break;
    }
    take_keys(ui, debrief, out);
}

}  // namespace huashu::desktop
