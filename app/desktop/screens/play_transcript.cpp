#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/play_panels.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// A stage direction or a turn of events, in the middle of the column.
void divider(Ui& ui, Scroll& column, std::string_view text) {
    const Theme& t = *ui.theme;
    const float row = ui.scale.leading(Type::caption);
    const float width = std::min(text_width(ui, text, Type::caption), column.width());
    const float mid = (column.x0 + column.x1) / 2;
    const float gap = ui.px(space::medium);
    line(ui, column.x0, column.y + row / 2, mid - width / 2 - gap, column.y + row / 2, t.line);
    line(ui, mid + width / 2 + gap, column.y + row / 2, column.x1, column.y + row / 2, t.line);
    text_in(ui, Box{column.x0, column.y, column.x1, column.y + row}, text, Type::caption, t.text_faint, Align::centre);
    column.y += row + ui.px(space::medium);
}

void owner_says(Ui& ui, Scroll& column, const std::vector<OwnerBubble>& bubbles, const PlayView& view,
                const scenarios::Mood& mood) {
    bool first = true;
    for (const OwnerBubble& bubble : bubbles) {
        const Box lane{column.x0, 0, column.x1, 0};
        column.y += owner_bubble(ui, lane, column.y, bubble, view.likeness, mood, first) + ui.px(6);
        first = false;
    }
    column.y += ui.px(space::medium);
}

void ending_card(Ui& ui, Scroll& column, const EndingView& ending, bool sealed, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    const float inner = column.width() - 2 * pad;
    const float note = paragraph_height(ui, inner, ending.note, Type::body);
    const float title = paragraph_height(ui, inner, ending.title, Type::title);
    const float head = ui.scale.leading(Type::label);
    const Box box{column.x0, column.y, column.x1, column.y + 2 * pad + head + title + note + ui.px(space::tight)};
    card_ground(ui, box, ui.px(radius_card));
    const Tone& tone = sealed ? t.info : ending.passed ? t.good : t.warn;
    float y = box.y0 + pad;
    text_in(
        ui, Box{box.x0 + pad, y, box.x1 - pad, y + head},
        sealed ? speech.words("desktop.exam.talk_over") : speech.words("desktop.play.ending", {{"rank", ending.rank}}),
        Type::label, tone.strong);
    y += head;
    y += paragraph(ui, box.x0 + pad, y, inner, ending.title, Type::title, t.text) + ui.px(space::tight);
    paragraph(ui, box.x0 + pad, y, inner, ending.note, Type::body, t.text_muted);
    tag(ui, "play.ending", box, "ending", ending.title);
    column.y = box.y1 + ui.px(space::medium);
}

}  // namespace

void transcript_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech, bool follow) {
    Scroll column(ui, "play.transcript", box, ui.px(space::wide));
    divider(ui, column, view.channel + "　" + view.title);
    owner_says(ui, column, view.opening, view, view.initial);
    for (const TurnView& turn : view.turns) {
        const float top = column.y;
        column.y += staff_bubble(ui, Box{column.x0, 0, column.x1, 0}, column.y, turn, speech, !view.sealed);
        tag(ui, "play.turn." + std::to_string(turn.index), Box{column.x0, top, column.x1, column.y}, "turn",
            turn.reply.text);
        column.y += ui.px(space::large);
        owner_says(ui, column, turn.owner, view, turn.after);
    }
    if (!view.nudges.empty() && !view.ending) owner_says(ui, column, view.nudges, view, view.mood);
    if (view.ending) ending_card(ui, column, *view.ending, view.sealed, speech);
    if (!ui.editing_text) column.take_page_keys();
    if (follow) column.to_bottom();
}

}  // namespace huashu::desktop
