// A second marking: how it is begun and gone on with, and what came of it.
#include "desktop/screens/marking_screen.hpp"

#include <algorithm>

#include "desktop/screens/assess_tables.hpp"
#include "desktop/screens/card_pen.hpp"
#include "desktop/screens/care_parts.hpp"
#include "desktop/screens/lock_panel.hpp"
#include "desktop/screens/marking_parts.hpp"
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/layer.hpp"
#include "desktop/ui/stepper.hpp"

namespace huashu::desktop {
namespace {

using Phase = MarkingState::Phase;

void waiting_ui(Ui& ui, Box box, const Speech& speech, MarkingScreen& own, Intents& out) {
    constexpr double seconds_between_looks = 0.1;
    ui.wake_at(ui.now_s + seconds_between_looks);
    if (ui.now_s - own.looked_s >= seconds_between_looks) {
        own.looked_s = ui.now_s;
        out.push_back(marking_intent(marking_wish::Poll{}));
    }
    empty_state(ui, box, Icon::clock, speech.words("desktop.marking.reading_title"),
                speech.words("desktop.marking.reading"));
}

float unfinished_card(Ui& ui, Box inner, bool draws, const MarkingView& view, const Speech& speech, Intents& out) {
    CardPen pen(ui, inner, draws);
    pen.heading(speech.words("desktop.marking.unfinished_title"));
    pen.text(view.unfinished);
    if (pen.button("marking.go_on", speech.words("desktop.marking.go_on"),
                   {.look = ButtonLook::primary, .icon = Icon::play}))
        out.push_back(marking_intent(marking_wish::GoOn{}));
    if (pen.button("marking.drop", speech.words("desktop.marking.drop"), {.icon = Icon::cross}))
        out.push_back(marking_intent(marking_wish::Drop{}));
    return pen.used();
}

float draw_card(Ui& ui, Box inner, bool draws, const MarkingState& m, const MarkingView& view, const Speech& speech,
                MarkingScreen& own, Intents& out) {
    const app::Words& words = speech.words;
    CardPen pen(ui, inner, draws);
    pen.heading(words("desktop.marking.draw_title"));
    pen.text(words("desktop.marking.draw_how"));
    pen.text(view.available);
    if (!view.passed_over.empty()) pen.text(view.passed_over);
    const Box name = pen.place(ui.wide(300));
    if (draws) text_field(ui, "marking.rater", name, own.rater, Icon::person, words("desktop.marking.rater"));
    const auto number = [&](std::string_view id, std::string_view key, int value, int low, int high, int step) {
        const Box at = pen.place(ui.wide(230));
        if (!draws) return value;
        return stepper_ui(ui, id, at,
                          {.value = value,
                           .low = low,
                           .high = high,
                           .step = step,
                           .shown = words(key, {{"n", std::to_string(value)}}),
                           .label = words(key)});
    };
    own.count =
        number("marking.count", "desktop.marking.count", own.count, assess::smallest_sheet, assess::largest_sheet, 5);
    own.seed = number("marking.seed", "desktop.marking.seed", own.seed, 1, 9999, 1);
    const bool ready = m.specimens > 0 && !own.rater.buffer.empty() && !m.sheet;
    if (pen.button("marking.draw", words("desktop.marking.draw"),
                   {.look = m.sheet ? ButtonLook::plain : ButtonLook::primary, .icon = Icon::play, .enabled = ready}))
        out.push_back(marking_intent(
            marking_wish::Draw{own.count, static_cast<std::uint64_t>(own.seed), to_bytes(own.rater.buffer.text())}));
    pen.end_row();
    pen.text(words(m.sheet ? "desktop.marking.one_at_a_time" : "desktop.marking.fewer_if_fewer"), Type::caption);
    return pen.used();
}

void setup_ui(Ui& ui, Box box, const MarkingState& m, const MarkingView& view, const Speech& speech, MarkingScreen& own,
              Intents& out) {
    Scroll page(ui, "marking.setup", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(900));
    if (m.specimens == 0) {
        empty_state(ui, Box{page.x0, page.y, page.x1, page.y + ui.wide(300)}, Icon::flag,
                    speech.words("desktop.marking.none_title"), speech.words("desktop.marking.none"));
        return;
    }
    if (m.sheet)
        card_of(ui, page, [&](Box inner, bool draws) { return unfinished_card(ui, inner, draws, view, speech, out); });
    card_of(ui, page, [&](Box inner, bool draws) { return draw_card(ui, inner, draws, m, view, speech, own, out); });
    if (!ui.editing_text) page.take_page_keys();
}

void result_ui(Ui& ui, Box box, const MarkingView& view, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    Scroll page(ui, "marking.result", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(1000));
    const float top = page.y;
    page.y += paragraph(ui, page.x0, page.y, page.width(), view.result_line, Type::body, ui.theme->text) +
              ui.px(space::large);
    tag(ui, "marking.result", Box{page.x0, top, page.x1, page.y}, "status", view.result_line);
    agreement_cards_ui(ui, page, view.dimensions, view.charged, speech);
    for (std::size_t i = 0; i < view.apart.size(); ++i) {
        const MarkingApart& apart = view.apart[i];
        if (i == 0) {
            page.y += ui.px(space::small);
            page.y += paragraph(ui, page.x0, page.y, page.width(), words("desktop.marking.apart_title"), Type::lead,
                                ui.theme->text) +
                      ui.px(space::small);
        }
        card_of(ui, page, [&](Box inner, bool draws) {
            CardPen pen(ui, inner, draws);
            pen.text(apart.moment, Type::caption);
            pen.heading(apart.reply);
            std::vector<CareLine> lines;
            for (const std::string& line : apart.lines) lines.push_back({CareLine::Kind::plain, line});
            pen.lines(lines);
            return pen.used();
        });
    }
    const std::string& label = words("desktop.marking.again");
    const ButtonSpec look{.icon = Icon::again};
    const float width = button_width(ui, label, look), height = control_height(ui);
    if (button(ui, "marking.again", Box{page.x0, page.y, page.x0 + width, page.y + height}, label, look))
        out.push_back(marking_intent(marking_wish::Open{}));
    page.y += height;
    page.take_page_keys();
}

void drop_question(Ui& ui, Box all, const MarkingView& view, const Speech& speech, Intents& out) {
    const Layer layer("##marking", all);
    const app::Words& words = speech.words;
    const int given = question_ui(ui, all,
                                  {"marking.dropping",
                                   words("desktop.marking.drop_title"),
                                   view.unfinished + "\n" + words("desktop.marking.drop_text"),
                                   {{"marking.drop.stay", words("desktop.marking.drop_stay")},
                                    {"marking.drop.go", words("desktop.marking.drop")}}});
    if (given == 1)
        out.push_back(marking_intent(marking_wish::Drop{true}));
    else if (given == 0 || ui.take_key(Key::escape))
        out.push_back(marking_intent(marking_wish::StopDropping{}));
}

}  // namespace

void marking_screen_ui(Ui& ui, Box box, const MarkingState& m, const MarkingView& view, const Speech& speech,
                       MarkingScreen& own, Intents& out) {
    const Box all = box;
    const Intent leave = marking_intent(marking_wish::Leave{});
    if (m.dropping) ++ui.blocked;
    care_head(ui, box, "marking", speech.words("desktop.marking.title"), leave, out);
    if (m.locked) {
        if (auto given = lock_panel_ui(ui, "marking", box, m.refused, own.passphrase, speech))
            out.push_back(marking_intent(marking_wish::Unlock{std::move(*given)}));
    } else if (m.phase == Phase::reading) {
        waiting_ui(ui, box, speech, own, out);
    } else if (m.phase == Phase::setup) {
        setup_ui(ui, box, m, view, speech, own, out);
    } else if (m.phase == Phase::marking && m.sheet) {
        marking_sheet_ui(ui, box, m, view, speech, own, out);
    } else if (m.result) {
        result_ui(ui, box, view, speech, out);
    }
    if (m.dropping) {
        --ui.blocked;
        drop_question(ui, all, view, speech, out);
    } else if (ui.take_key(Key::escape)) {
        out.push_back(leave);
    }
}

}  // namespace huashu::desktop
