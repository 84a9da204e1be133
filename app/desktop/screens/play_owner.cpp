#include "desktop/portrait/portrait.hpp"
#include "desktop/portrait/setting.hpp"
#include "desktop/screens/mood_curve.hpp"
#include "desktop/screens/play_panels.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void meters(Ui& ui, float x, float& y, float width, const PlayView& view, const Speech& speech) {
    const app::Words& words = speech.words;
    const float gap = ui.px(space::small);
    y += meter(ui, "play.anger", x, y, width,
               {.label = words("name.mood.anger"),
                .value = view.mood.anger,
                .change = view.change.anger,
                .high_is_good = false}) +
         gap;
    y += meter(ui, "play.trust", x, y, width,
               {.label = words("name.mood.trust"), .value = view.mood.trust, .change = view.change.trust}) +
         gap;
    y += meter(ui, "play.patience", x, y, width,
               {.label = words("name.mood.patience"), .value = view.mood.patience, .change = view.change.patience}) +
         gap;
}

void fact_row(Ui& ui, Scroll& column, const FactRow& fact, const Speech& speech, std::size_t index) {
    const Theme& t = *ui.theme;
    const float sign = ui.wide(18);
    const float x = column.x0 + sign + ui.px(space::small);
    const float top = column.y;
    const float row = ui.scale.leading(Type::label);
    draw_icon(ui, fact.told ? Icon::check : Icon::unknown_fact,
              Box{column.x0, top + (row - sign) / 2, column.x0 + sign, top + (row + sign) / 2},
              fact.told ? t.good.strong : t.text_faint);
    const float width = column.x1 - x;
    if (fact.told) {
        column.y += paragraph(ui, x, column.y, width, fact.label, Type::caption, t.text_muted);
        column.y += paragraph(ui, x, column.y, width, fact.note, Type::label, t.text);
    } else {
        column.y += paragraph(ui, x, column.y, width, fact.label, Type::label, t.text_faint);
    }
    tag(ui, "play.fact." + std::to_string(index), Box{column.x0, top, column.x1, column.y},
        fact.told ? "fact" : "unknown", fact.told ? fact.note : speech.words("desktop.play.fact_unknown"));
    column.y += ui.px(space::small);
}

}  // namespace

void owner_panel_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    Scroll column(ui, "play.owner", box, ui.px(space::large));
    const float side = std::min(column.width() * 0.66f, ui.wide(136));
    const Box scene{column.x0, column.y, column.x1, column.y + side + ui.px(space::large)};
    draw_setting(ui, scene, view.setting);
    draw_portrait(ui, scene.centred(side, side), view.likeness, view.mood);
    tag(ui, "play.portrait", scene, "portrait", view.face);
    column.y = scene.y1 + ui.px(space::small);
    const auto centred = [&](std::string_view text, Type type, Color color) {
        const float row = ui.scale.leading(type);
        text_in(ui, Box{column.x0, column.y, column.x1, column.y + row}, text, type, color, Align::centre);
        column.y += row;
    };
    centred(view.owner, Type::lead, t.text);
    centred(view.owner_line, Type::label, t.text_muted);
    centred(view.persona + "　" + view.channel, Type::label, t.text_muted);
    centred(view.face, Type::strong,
            view.mood.anger >= 60   ? t.bad.strong
            : view.mood.anger >= 42 ? t.warn.strong
                                    : t.good.strong);
    column.y += ui.px(space::small);
    meters(ui, column.x0, column.y, column.width(), view, speech);
    if (view.course.size() > 1) {
        const float height = ui.wide(70);
        mood_curve_ui(ui, "play.curve", Box{column.x0, column.y, column.x1, column.y + height}, view.course, speech,
                      {.legend = false});
        column.y += height;
    }
    column.y += ui.px(space::medium);
    line(ui, column.x0, column.y, column.x1, column.y, t.line);
    column.y += ui.px(space::medium);
    const float row = ui.scale.leading(Type::strong);
    Box head{column.x0, column.y, column.x1, column.y + row};
    const std::string count = std::to_string(view.facts_told) + "／" + std::to_string(view.facts.size());
    text_in(ui, head.cut_right(text_width(ui, count, Type::label) + 1), count, Type::label, t.text_muted, Align::right);
    text_in(ui, head, speech.words("desktop.play.facts"), Type::strong, t.text);
    column.y += row + ui.px(space::tight);
    for (std::size_t i = 0; i < view.facts.size(); ++i) fact_row(ui, column, view.facts[i], speech, i);
}

float owner_strip_height(Ui& ui, bool low) { return ui.wide(low ? 50 : 76) + ui.px(space::medium); }

void owner_strip_ui(Ui& ui, Box box, const PlayView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    Box inner = box.inset(ui.px(space::large), ui.px(space::tight));
    draw_portrait(ui, inner.cut_left(inner.h()), view.likeness, view.mood);
    inner.cut_left(ui.px(space::medium));
    Box names = inner.cut_left(std::min(inner.w() * 0.34f, ui.wide(170)));
    const float rows = ui.scale.leading(Type::strong) + ui.scale.leading(Type::label);
    names = names.centred(names.w(), rows);
    text_in(ui, names.cut_top(ui.scale.leading(Type::strong)), view.owner, Type::strong, t.text);
    text_in(ui, names, view.face, Type::label, view.mood.anger >= 60 ? t.bad.strong : t.text_muted);
    inner.cut_left(ui.px(space::medium));
    const float gap = ui.px(space::medium);
    const float each = (inner.w() - 2 * gap) / 3;
    const float height = ui.scale.leading(Type::label) + ui.px(10);
    const float y = inner.mid_y() - height / 2;
    const app::Words& words = speech.words;
    meter(ui, "play.anger", inner.x0, y, each,
          {.label = words("name.mood.anger"), .value = view.mood.anger, .high_is_good = false});
    meter(ui, "play.trust", inner.x0 + each + gap, y, each,
          {.label = words("name.mood.trust"), .value = view.mood.trust});
    meter(ui, "play.patience", inner.x0 + 2 * (each + gap), y, each,
          {.label = words("name.mood.patience"), .value = view.mood.patience});
}

}  // namespace huashu::desktop
