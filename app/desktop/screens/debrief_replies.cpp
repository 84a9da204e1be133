#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// --- left: the transcript ---

float selectable_turn(Ui& ui, Scroll& column, const TurnView& turn, bool selected, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::small);
    const Box lane{column.x0 + pad, 0, column.x1 - pad, 0};
    const float text_w = lane.w() * 0.84f - ui.px(28);
    const std::string& words = turn.silent ? speech.words("desktop.turn.silent") : turn.reply.text;
    const float height = paragraph_height(ui, text_w, words, Type::body) + ui.px(18) + 2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    const Response r = interact(ui, "debrief.turn." + std::to_string(turn.index), box,
                                {.kind = "turn", .text = words, .selected = selected});
    if (selected) {
        fill(ui, box, with_alpha(t.accent.strong, 0.10f), ui.px(radius_card));
        fill(ui, Box{box.x0, box.y0 + pad, box.x0 + ui.px(4), box.y1 - pad}, t.accent.strong, ui.px(2));
    } else if (r.hovered) {
        fill(ui, box, with_alpha(t.accent.strong, 0.05f), ui.px(radius_card));
    }
    staff_bubble(ui, lane, column.y + pad, turn, speech, false);
    if (r.focused) focus_ring(ui, box, ui.px(radius_card));
    if (r.clicked) out.push_back(intent::SelectTurn{turn.index});
    return height;
}

void owner_says(Ui& ui, Scroll& column, const std::vector<OwnerBubble>& bubbles, const PlayView& talk,
                const scenarios::Mood& mood) {
    bool first = true;
    for (const OwnerBubble& b : bubbles) {
        column.y +=
            owner_bubble(ui, Box{column.x0, 0, column.x1, 0}, column.y, b, talk.likeness, mood, first) + ui.px(6);
        first = false;
    }
    column.y += ui.px(space::small);
}

void transcript(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                DebriefScreen& own, Intents& out) {
    Scroll column(ui, "debrief.transcript", box, ui.px(space::wide));
    owner_says(ui, column, view.talk.opening, view.talk, view.talk.initial);
    for (const TurnView& turn : view.talk.turns) {
        const bool selected = turn.index == debrief.selected_turn;
        const float top = column.y;
        column.y += selectable_turn(ui, column, turn, selected, speech, out);
        if (selected && own.shown_turn != turn.index) {
            own.shown_turn = turn.index;
            column.reveal(Box{column.x0, top, column.x1, column.y});
        }
        column.y += ui.px(space::small);
        owner_says(ui, column, turn.owner, view.talk, turn.after);
    }
}

}  // namespace

void debrief_replies_ui(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                        DebriefScreen& own, Intents& out) {
    if (view.talk.turns.empty())
        return empty_state(ui, box, Icon::chat, speech.words("desktop.debrief.no_turns_title"),
                           speech.words("desktop.debrief.no_turns"));
    const bool beside = box.w() > ui.wide(700);
    const Box about = beside ? box.cut_right(box.w() * 0.47f) : box.cut_bottom(box.h() * 0.55f);
    const auto selected = static_cast<std::size_t>(debrief.selected_turn);
    transcript(ui, box, debrief, view, speech, own, out);
    if (selected < view.talk.turns.size()) debrief_turn_ui(ui, about, view, selected, speech, own, out);
}

}  // namespace huashu::desktop
