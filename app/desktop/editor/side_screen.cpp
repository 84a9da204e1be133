// The right of the desk: the guide, the diagnostics with the scores, the trial.
#include <algorithm>

#include "desktop/editor/author_parts.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void status_line(Ui& ui, Scroll& column, const SideView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float height = ui.scale.leading(Type::label);
    Box box{column.x0, column.y, column.x1, column.y + height};
    const float side = ui.wide(16);
    const bool fine = view.complete && view.errors == 0;
    const Icon icon = !view.up_to_date || !view.complete ? Icon::clock : fine ? Icon::check : Icon::warning;
    const Color color = !view.up_to_date || !view.complete ? t.text_muted : fine ? t.good.strong : t.bad.strong;
    draw_icon(ui, icon, box.cut_left(side).centred(side, side), color);
    box.cut_left(ui.px(space::small));
    std::string text = speech.words("desktop.author.checking");
    if (view.up_to_date && view.complete)
        text = view.errors + view.warnings == 0
                   ? speech.words("desktop.author.all_well")
                   : speech.words("desktop.author.counts", {{"errors", std::to_string(view.errors)},
                                                            {"warnings", std::to_string(view.warnings)}});
    text_in(ui, box, text, Type::label, color);
    tag(ui, "author.status", box, "status", text);
    column.y += height + ui.px(space::medium);
}

void scores_ui(Ui& ui, Scroll& column, const SideView& view, const Speech& speech, AuthorWishes& out) {
    const Theme& t = *ui.theme;
    const float ring = ui.wide(64);
    const float pad = ui.px(space::medium);
    const float row = ui.scale.leading(Type::caption);
    const float height = ring + row + 3 * pad + static_cast<float>(view.endings.size()) * (row + ui.px(2)) + pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    card_ground(ui, box, ui.px(radius_control));
    Box inner = box.inset(pad);
    Box rings = inner.cut_top(ring + row);
    const auto one = [&](Box at, int score, const Tone& tone, const char* words) {
        score_ring(ui, at.cut_top(ring).centred(ring, ring), score, tone, Type::lead);
        text_in(ui, at, speech.words(words), Type::caption, t.text_muted, Align::centre);
    };
    one(rings.cut_left(rings.w() / 2), view.worst, t.bad, "desktop.author.worst");
    one(rings, view.best, t.good, "desktop.author.best");
    inner.cut_top(pad);
    for (const EndingReachRow& ending : view.endings) {
        Box line_box = inner.cut_top(row + ui.px(2));
        const Response r = interact(ui, "author.way." + ending.pointer, line_box,
                                    {.kind = "card", .text = ending.title, .enabled = ending.reached});
        if (r.hovered && ending.reached) fill(ui, line_box, with_alpha(t.accent.strong, 0.08f), ui.px(4));
        if (r.focused) focus_ring(ui, line_box, ui.px(4));
        tooltip(ui, r, speech.words("desktop.author.show_way"));
        if (r.clicked && ending.reached) ask(out, wish::ShowWay{ending.pointer});
        const float side = ui.wide(12);
        draw_icon(ui, ending.reached ? Icon::flag : Icon::unknown_fact, line_box.cut_left(side).centred(side, side),
                  ending.reached ? t.text_muted : t.warn.strong);
        line_box.cut_left(ui.px(space::tight));
        const float width = std::min(text_width(ui, ending.figures, Type::caption) + 1, line_box.w() * 0.62f);
        bool cut = false;
        text_in(ui, line_box.cut_right(width), ui.text().fitted(ending.figures, ui.style(Type::caption), width, cut),
                Type::caption, t.text_muted, Align::right);
        text_in(ui, line_box, ui.text().fitted(ending.title, ui.style(Type::caption), line_box.w(), cut), Type::caption,
                t.text);
    }
    if (!view.no_return.empty()) {
        const Box at{box.x0, box.y1 + ui.px(space::small), box.x1,
                     box.y1 + ui.px(space::small) + paragraph_height(ui, box.w(), view.no_return, Type::caption)};
        const Response r = interact(ui, "author.no_return", at, {.kind = "card", .text = view.no_return});
        paragraph(ui, at.x0, at.y0, at.w(), view.no_return, Type::caption, r.hovered ? t.accent.strong : t.warn.strong);
        tooltip(ui, r, speech.words("desktop.author.show_way"));
        if (r.focused) focus_ring(ui, at, ui.px(4));
        if (r.clicked) ask(out, wish::ShowPlay{view.no_return_play});
        column.y += at.h() + ui.px(space::small);
    }
    tag(ui, "author.scores", box, "scores", std::to_string(view.worst) + "–" + std::to_string(view.best));
    column.y += height + ui.px(space::medium);
}

void problem_card(Ui& ui, Scroll& column, const ProblemRow& row, std::size_t number, AuthorWishes& out) {
    const float fix_height = row.fix.empty() ? 0 : control_height(ui) + ui.px(space::tight);
    const Theme& t = *ui.theme;
    const Tone& tone = row.level == Level::error ? t.bad : t.warn;
    const float pad = ui.px(space::medium);
    const float sign = ui.wide(16);
    const float width = column.width() - 2 * pad - sign - ui.px(space::small);
    const float height = paragraph_height(ui, width, row.headline, Type::label) + ui.scale.leading(Type::caption) +
                         2 * ui.px(space::small) + fix_height;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    column.y += height + ui.px(space::small);
    const Response r =
        interact(ui, "author.problem." + std::to_string(number), box, {.kind = "card", .text = row.headline});
    if (!is_visible(box)) return;
    fill(ui, box, r.hovered ? mix(t.surface, tone.soft, 0.6f) : t.surface, ui.px(8));
    outline(ui, box, t.line, ui.px(8));
    fill(ui, Box{box.x0, box.y0 + ui.px(6), box.x0 + ui.px(3), box.y1 - ui.px(6)}, tone.strong, ui.px(1.5f));
    const float x = box.x0 + pad + sign + ui.px(space::small);
    float y = box.y0 + ui.px(space::small);
    draw_icon(ui, row.level == Level::error ? Icon::cross : Icon::warning,
              Box{box.x0 + pad, y + ui.px(3), box.x0 + pad + sign, y + ui.px(3) + sign}, tone.strong);
    y += paragraph(ui, x, y, width, row.headline, Type::label, t.text);
    bool cut = false;
    const Box where{x, y, box.x1 - pad, y + ui.scale.leading(Type::caption)};
    text_in(ui, where, ui.text().fitted(row.where, ui.style(Type::caption), where.w(), cut), Type::caption,
            t.text_muted);
    if (r.focused) focus_ring(ui, box, ui.px(8));
    tooltip(ui, r, row.detail);
    if (!row.fix.empty()) {
        const ButtonSpec look{.icon = Icon::check};
        const float wide = std::min(width, button_width(ui, row.fix, look));
        const Box at{x, where.y1 + ui.px(space::tight), x + wide, where.y1 + ui.px(space::tight) + control_height(ui)};
        if (button(ui, "author.fix." + std::to_string(number), at, row.fix, look))
            return ask(out, wish::Edit{row.fixed, row.pointer, false});
    }
    if (r.clicked) ask(out, wish::Reveal{row.pointer});
}

void problems_ui(Ui& ui, Box box, const AuthorDesk& desk, const SideView& view, const Speech& speech,
                 AuthorWishes& out) {
    Scroll column(ui, "author.problems", box, ui.px(space::large));
    status_line(ui, column, view, speech);
    if (view.best >= 0) scores_ui(ui, column, view, speech, out);
    const std::string& label = speech.words(desk.robots_out ? "desktop.author.robots_out" : "desktop.author.robots");
    const ButtonSpec look{.icon = Icon::people, .enabled = view.playable && !desk.robots_out};
    const Box at{column.x0, column.y, column.x1, column.y + control_height(ui)};
    if (button(ui, "author.robots", at, label, look)) ask(out, wish::SendRobots{});
    column.y = at.y1 + ui.px(space::small);
    if (!view.robots.empty())
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(), view.robots, Type::caption, ui.theme->text_muted);
    column.y += ui.px(space::medium);
    std::size_t number = 0;
    for (const ProblemRow& row : view.problems) problem_card(ui, column, row, number++, out);
    if (view.problems.empty() && view.complete) {
        const Box rest{column.x0, column.y, column.x1, column.y + ui.wide(200)};
        empty_state(ui, rest, Icon::check, speech.words("desktop.author.all_well"),
                    speech.words("desktop.author.all_well_text"));
        column.y = rest.y1;
    }
    if (!ui.editing_text) column.take_page_keys();
}

}  // namespace

void guide_ui(Ui& ui, Box box, const AuthorDesk& desk, const SideView& view, const Speech& speech, AuthorWishes& out) {
    const Theme& t = *ui.theme;
    Scroll column(ui, "author.guide", box, ui.px(space::large));
    column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("desktop.author.guide_about"),
                          Type::label, t.text_muted) +
                ui.px(space::medium);
    const Box track{column.x0, column.y, column.x1, column.y + ui.px(8)};
    fill(ui, track, t.sunken, ui.px(4));
    const float share =
        static_cast<float>(view.guide_done) / static_cast<float>(std::max<std::size_t>(1, view.guide.size()));
    if (view.guide_done > 0)
        fill(ui, Box{track.x0, track.y0, track.x0 + track.w() * share, track.y1}, t.good.strong, ui.px(4));
    column.y = track.y1 + ui.px(space::large);
    bool next = true;
    for (const GuideStep& step : view.guide) {
        const bool now = next && !step.done;
        if (now) next = false;
        const float pad = ui.px(space::medium);
        const float disc = ui.wide(12);
        const float width = column.width() - 2 * pad - 2 * disc - pad;
        const float height = ui.scale.leading(Type::label) + 2 * ui.px(space::small) +
                             (now ? paragraph_height(ui, width, step.text, Type::caption) : 0);
        const Box card{column.x0, column.y, column.x1, column.y + height};
        const Response r =
            interact(ui, "author.guide." + step.key, card, {.kind = "card", .text = step.title, .selected = step.done});
        if (now || r.hovered) fill(ui, card, now ? t.accent.soft : t.surface, ui.px(8));
        const float cx = card.x0 + pad + disc;
        const float cy = card.y0 + ui.px(space::small) + ui.scale.leading(Type::label) / 2;
        if (step.done) {
            circle(ui, cx, cy, disc, t.good.strong);
            draw_icon(ui, Icon::check, Box{cx - disc * 0.6f, cy - disc * 0.6f, cx + disc * 0.6f, cy + disc * 0.6f},
                      t.good.on);
        } else {
            ring(ui, cx, cy, disc - 1, now ? t.accent.strong : t.line_strong, ui.px(1.6f));
        }
        const float x = cx + disc + pad;
        const Box title{x, card.y0 + ui.px(space::small), card.x1 - pad,
                        card.y0 + ui.px(space::small) + ui.scale.leading(Type::label)};
        bool cut = false;
        text_in(ui, title, ui.text().fitted(step.title, ui.style(Type::label), title.w(), cut), Type::label,
                step.done ? t.text_muted : t.text);
        if (now) paragraph(ui, x, title.y1, width, step.text, Type::caption, t.text_muted);
        if (r.focused) focus_ring(ui, card, ui.px(8));
        if (r.clicked) {
            if (step.key == "check")
                ask(out, wish::ShowSide{AuthorSide::problems});
            else if (step.key == "play")
                ask(out, wish::ShowSide{AuthorSide::trial});
            else if (step.key == "save" || step.key == "publish")
                ask(out, wish::Save{});
            else
                ask(out, wish::Reveal{step.pointer});
        }
        column.y = card.y1 + ui.px(space::tight);
    }
    (void)desk;
    if (!ui.editing_text) column.take_page_keys();
}

void side_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const AuthorDesk& desk = *state.desk;
    const SideView& view = *own.side.view;
    fill(ui, box, ui.theme->rail);
    line(ui, box.x0 + 0.5f, box.y0, box.x0 + 0.5f, box.y1, ui.theme->line);
    Box head = box.cut_top(control_height(ui) + ui.px(space::large)).inset(ui.px(space::large), ui.px(space::small));
    const std::string count = view.errors + view.warnings > 0 ? " " + std::to_string(view.errors + view.warnings) : "";
    const std::vector<std::string> labels{speech.words("desktop.author.side.guide"),
                                          speech.words("desktop.author.side.problems") + count,
                                          speech.words("desktop.author.side.trial")};
    if (const int picked = segmented(ui, "author.side", head, labels, static_cast<int>(desk.side)); picked >= 0)
        ask(out, wish::ShowSide{static_cast<AuthorSide>(picked)});
    switch (desk.side) {
        case AuthorSide::guide:
            return guide_ui(ui, box, desk, view, speech, out);
        case AuthorSide::problems:
            return problems_ui(ui, box, desk, view, speech, out);
        case AuthorSide::trial:
            return trial_ui(ui, box, desk, view, speech, own, out);
    }
}

}  // namespace huashu::desktop
