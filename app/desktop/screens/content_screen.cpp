#include "desktop/screens/content_screen.hpp"

#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void content_trouble_ui(Ui& ui, Box box, const State& state, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float width = std::min(box.w(), ui.wide(760));
    Scroll column(ui, "content.trouble", box.centred(width, box.h()), ui.px(space::wide));
    column.y += ui.px(space::wide);
    column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("desktop.content.trouble_title"),
                          Type::heading, t.text);
    column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("desktop.content.trouble"), Type::body,
                          t.text_muted) +
                ui.px(space::large);
    std::string told;
    for (const Diagnostic& problem : state.content_trouble) {
        column.y += paragraph(ui, column.x0, column.y, column.width(), to_text(problem), Type::label, t.bad.strong);
        column.y += ui.px(space::medium);
        told += to_text(problem);
    }
    column.take_page_keys();
    column.end();
    tag(ui, "content.trouble", box, "page", told);
}

}  // namespace

void content_screen_ui(Ui& ui, Box box, const State& state, const Speech& speech) {
    if (state.content == ContentState::unusable) return content_trouble_ui(ui, box, state, speech);
    empty_state(ui, box, Icon::clock, speech.words("desktop.content.coming_title"),
                speech.words("desktop.content.coming"));
}

}  // namespace huashu::desktop
