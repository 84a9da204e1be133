#include "desktop/portrait/portrait.hpp"
#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/screens/mood_curve.hpp"
#include "desktop/screens/score_line.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// The ground lies below the content, so a card must know its height before anything is drawn on it.
struct CardFrame {
    Box outer;
    float x0 = 0, x1 = 0, y = 0;
};

CardFrame open_card(Ui& ui, float x0, float x1, float y, float content_height) {
    const float pad = ui.px(space::large);
    const Box outer{x0, y, x1, y + content_height + 2 * pad};
    card_ground(ui, outer, ui.px(radius_card));
    return {outer, x0 + pad, x1 - pad, y + pad};
}

float inner_width(Ui& ui, float x0, float x1) { return x1 - x0 - 2 * ui.px(space::large); }

// --- left: the verdict ---

float verdict_card(Ui& ui, float x0, float x1, float y, const DebriefView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    const EndingView& e = view.ending;
    const Tone& tone = e.passed ? t.good : e.has_critical ? t.bad : t.warn;
    const float width = inner_width(ui, x0, x1);
    const float side = std::min(width, ui.wide(150));
    const float rows = ui.scale.leading(Type::title) + ui.scale.leading(Type::label);
    const float note = paragraph_height(ui, width, e.note, Type::body);
    const float title = paragraph_height(ui, width, e.title, Type::lead);
    const float asides = paragraph_height(ui, width, view.against_before, Type::label) +
                         paragraph_height(ui, width, view.hints_line, Type::label);
    const float height = side + ui.px(space::small) + rows + asides + ui.px(space::large) * 2 +
                         ui.scale.leading(Type::label) + title + ui.px(space::tight) + note;
    CardFrame c = open_card(ui, x0, x1, y, height);
    const float mid = (c.x0 + c.x1) / 2;
    score_ring(ui, Box{mid - side / 2, c.y, mid + side / 2, c.y + side}, e.score, tone, Type::display);
    tag(ui, "debrief.score", Box{mid - side / 2, c.y, mid + side / 2, c.y + side}, "score", std::to_string(e.score));
    c.y += side + ui.px(space::small);
    text_in(ui, Box{c.x0, c.y, c.x1, c.y + ui.scale.leading(Type::title)}, view.verdict, Type::title, tone.strong,
            Align::centre);
    c.y += ui.scale.leading(Type::title);
    text_in(ui, Box{c.x0, c.y, c.x1, c.y + ui.scale.leading(Type::label)}, view.pass_line, Type::label, t.text_muted,
            Align::centre);
    c.y += ui.scale.leading(Type::label);
    const auto aside = [&](const std::string& text, std::string_view id, Color color) {
        if (text.empty()) return;
        const float h = paragraph_height(ui, width, text, Type::label);
        const float w = std::min(width, text_width(ui, text, Type::label) + 1);
        paragraph(ui, mid - w / 2, c.y, w, text, Type::label, color);
        tag(ui, id, Box{c.x0, c.y, c.x1, c.y + h}, "aside", text);
        c.y += h;
    };
    aside(view.against_before, "debrief.against", view.better_than_before ? t.good.strong : t.text_muted);
    aside(view.hints_line, "debrief.hints", t.warn.strong);
    c.y += ui.px(space::large);
    line(ui, c.x0, c.y, c.x1, c.y, t.line);
    c.y += ui.px(space::large);
    text_in(ui, Box{c.x0, c.y, c.x1, c.y + ui.scale.leading(Type::label)},
            speech.words("desktop.play.ending", {{"rank", e.rank}}), Type::label, t.text_muted);
    c.y += ui.scale.leading(Type::label);
    c.y += paragraph(ui, c.x0, c.y, width, e.title, Type::lead, t.text) + ui.px(space::tight);
    paragraph(ui, c.x0, c.y, width, e.note, Type::body, t.text_muted);
    return c.outer.h();
}

float earlier_card(Ui& ui, float x0, float x1, float y, const DebriefView& view, const Speech& speech, Intents& out) {
    if (view.earlier.empty()) return 0;
    const Theme& t = *ui.theme;
    const float row = ui.scale.leading(Type::label) + ui.px(space::small);
    const float head = ui.scale.leading(Type::strong) + ui.px(space::small);
    const std::size_t shown = std::min<std::size_t>(view.earlier.size(), 5);
    const float trend = view.trend.size() > 1 ? ui.wide(54) + ui.px(space::small) : 0;
    CardFrame c = open_card(ui, x0, x1, y, head + trend + row * static_cast<float>(shown));
    text_in(ui, Box{c.x0, c.y, c.x1, c.y + ui.scale.leading(Type::strong)}, speech.words("desktop.debrief.earlier"),
            Type::strong, t.text);
    c.y += head;
    if (trend > 0) {
        score_line(ui, "debrief.trend", Box{c.x0, c.y, c.x1, c.y + ui.wide(54)}, view.trend, view.talk.pass_mark);
        c.y += trend;
    }
    for (std::size_t i = 0; i < shown; ++i) {
        const EarlierRow& e = view.earlier[i];
        Box box{c.x0, c.y, c.x1, c.y + row};
        const Response r = interact(ui, "debrief.earlier." + e.attempt_id, box, {.kind = "row", .text = e.when});
        if (r.hovered) fill(ui, box, t.sunken, ui.px(6));
        if (r.focused) focus_ring(ui, box, ui.px(6));
        if (r.clicked) out.push_back(intent::OpenAttempt{e.attempt_id});
        box = box.inset(ui.px(space::tight), 0);
        text_in(ui, box.cut_left(ui.wide(44)), std::to_string(e.score), Type::strong,
                e.passed ? t.good.strong : t.warn.strong);
        text_in(ui, box.cut_right(text_width(ui, e.rank, Type::label) + 1), e.rank, Type::label, t.text_muted,
                Align::right);
        text_in(ui, box, e.when, Type::label, t.text_muted);
        c.y += row;
    }
    return c.outer.h();
}

// --- right: dimensions and the course of the mood ---

void dimension_row(Ui& ui, float x0, float x1, float y, float label, float compared, const DimensionRow& d,
                   const Speech& speech) {
    const Theme& t = *ui.theme;
    const float row = ui.scale.leading(Type::label);
    Box box{x0, y, x1, y + row};
    text_in(ui, box.cut_left(label), d.label, Type::label, d.applies ? t.text : t.text_faint);
    const std::string& not_scored = speech.words("desktop.debrief.not_applicable");
    const float figures =
        std::max(text_width(ui, "00.00 / 00.00", Type::label), text_width(ui, not_scored, Type::label)) + 1;
    const float lost = ui.wide(56);
    if (compared > 0) {
        text_in(ui, box.cut_right(compared), d.change, Type::label, d.better ? t.good.strong : t.bad.strong,
                Align::right);
    }
    text_in(ui, box.cut_right(figures), d.applies ? d.figures : not_scored, Type::label,
            d.applies ? t.text_muted : t.text_faint, Align::right);
    text_in(ui, box.cut_right(lost), d.lost, Type::strong, t.bad.strong, Align::right);
    box.cut_right(ui.px(space::medium));
    const float height = ui.px(10);
    const Box track{box.x0, box.mid_y() - height / 2, box.x1, box.mid_y() + height / 2};
    if (d.figures.empty()) return;
    fill(ui, track, t.sunken, height / 2);
    outline(ui, track, t.line, height / 2);
    const float filled = track.w() * static_cast<float>(d.per_cent) / 100;
    if (filled >= 1)
        fill(ui, Box{track.x0, track.y0, track.x0 + std::max(filled, height), track.y1},
             tone_of_score(t, d.per_cent).strong, height / 2);
}

float dimensions_card(Ui& ui, float x0, float x1, float y, const DebriefView& view, const Speech& speech) {
    const float row = ui.scale.leading(Type::label) + ui.px(6);
    const float head = ui.scale.leading(Type::strong) + ui.px(space::small);
    CardFrame c = open_card(ui, x0, x1, y, head + row * static_cast<float>(view.dimensions.size()));
    text_in(ui, Box{c.x0, c.y, c.x1, c.y + ui.scale.leading(Type::strong)}, speech.words("desktop.debrief.dimensions"),
            Type::strong, ui.theme->text);
    c.y += head;
    float label = 0;
    for (const DimensionRow& d : view.dimensions) label = std::max(label, text_width(ui, d.label, Type::label));
    label = std::min(label + ui.px(space::large), (c.x1 - c.x0) * 0.45f);
    float compared = 0;
    for (const DimensionRow& d : view.dimensions) compared = std::max(compared, text_width(ui, d.change, Type::label));
    if (compared > 0) {
        compared += ui.px(space::large);
        const std::string& words = speech.words("desktop.debrief.change");
        text_in(ui, Box{c.x0 + label, c.y - head, c.x1, c.y - head + ui.scale.leading(Type::strong)}, words,
                Type::caption, ui.theme->text_faint, Align::right);
    }
    for (std::size_t i = 0; i < view.dimensions.size(); ++i) {
        dimension_row(ui, c.x0, c.x1, c.y, label, compared, view.dimensions[i], speech);
        tag(ui, "debrief.dimension." + std::to_string(i), Box{c.x0, c.y, c.x1, c.y + row}, "dimension",
            view.dimensions[i].label);
        c.y += row;
    }
    return c.outer.h();
}

float turning_row(Ui& ui, float x0, float x1, float y, const TurningPoint& p, Intents& out) {
    const Theme& t = *ui.theme;
    const float row = ui.scale.leading(Type::label);
    const Box box{x0, y, x1, y + 2 * row + ui.px(space::small)};
    const Response r = interact(ui, "debrief.turning." + std::to_string(p.turn), box, {.kind = "row", .text = p.title});
    if (r.hovered) fill(ui, box, t.sunken, ui.px(6));
    if (r.focused) focus_ring(ui, box, ui.px(6));
    if (r.clicked) out.push_back(intent::SelectTurn{p.turn});
    const float sign = ui.wide(20);
    Box inner = box.inset(ui.px(space::tight), ui.px(space::tight));
    draw_icon(ui, p.better ? Icon::check : Icon::warning, inner.cut_left(sign).centred(sign, sign),
              p.better ? t.good.strong : t.bad.strong);
    inner.cut_left(ui.px(space::small));
    text_in(ui, inner.cut_top(row), p.title, Type::label, t.text);
    paragraph_cut(ui, inner.x0, inner.y0, inner.w(), "「" + p.quote + "」", Type::label, t.text_muted, 1);
    return box.h();
}

float no_return_height(Ui& ui, float card_width, const DebriefView& view) {
    if (!view.no_return) return 0;
    const float width = card_width - 2 * ui.px(space::large) - ui.wide(20) - 3 * ui.px(space::small);
    return paragraph_height(ui, width, view.no_return_line, Type::label) + 2 * ui.px(space::small) +
           ui.px(space::tight);
}

// The reply after which it could no longer be passed.
void no_return_row(Ui& ui, float x0, float x1, float y, float height, const DebriefView& view, Intents& out) {
    const Theme& t = *ui.theme;
    const Box box{x0, y, x1, y + height - ui.px(space::tight)};
    const Response r = interact(ui, "debrief.no_return", box, {.kind = "row", .text = view.no_return_line});
    fill(ui, box, r.hovered ? mix(t.bad.soft, t.bad.strong, 0.12f) : t.bad.soft, ui.px(radius_chip));
    if (r.focused) focus_ring(ui, box, ui.px(radius_chip));
    if (r.clicked) out.push_back(intent::SelectTurn{*view.no_return});
    Box inner = box.inset(ui.px(space::small));
    const float sign = ui.wide(20);
    draw_icon(ui, Icon::flag, inner.cut_left(sign).centred(sign, sign), t.bad.strong);
    inner.cut_left(ui.px(space::small));
    paragraph(ui, inner.x0, inner.y0, inner.w(), view.no_return_line, Type::label, t.bad.strong);
}

// What could still be reached before each reply and at the end, with the pass mark.
float reachable_card(Ui& ui, float x0, float x1, float y, const DebriefView& view, const Speech& speech) {
    if (view.reachable.size() < 2) return 0;
    const float head = ui.scale.leading(Type::strong) + ui.px(space::tight);
    const float hint =
        paragraph_height(ui, inner_width(ui, x0, x1), speech.words("desktop.debrief.reachable_hint"), Type::label);
    const float chart = ui.wide(96);
    CardFrame c = open_card(ui, x0, x1, y, head + hint + ui.px(space::small) + chart);
    text_in(ui, Box{c.x0, c.y, c.x1, c.y + ui.scale.leading(Type::strong)}, speech.words("desktop.debrief.reachable"),
            Type::strong, ui.theme->text);
    c.y += head;
    c.y += paragraph(ui, c.x0, c.y, c.x1 - c.x0, speech.words("desktop.debrief.reachable_hint"), Type::label,
                     ui.theme->text_muted) +
           ui.px(space::small);
    score_line(ui, "debrief.reachable", Box{c.x0, c.y, c.x1, c.y + chart}, view.reachable, view.talk.pass_mark);
    return c.outer.h();
}

float course_card(Ui& ui, float x0, float x1, float y, const DebriefView& view, const Speech& speech, Intents& out) {
    const float curve = ui.wide(170);
    const float head = ui.scale.leading(Type::strong) + ui.px(space::small);
    const float lost = no_return_height(ui, x1 - x0, view);
    const float row = 2 * ui.scale.leading(Type::label) + ui.px(space::small);
    const auto count = static_cast<float>(view.turning_points.size());
    CardFrame c = open_card(ui, x0, x1, y, head + curve + ui.px(space::small) + lost + row * count);
    text_in(ui, Box{c.x0, c.y, c.x1, c.y + ui.scale.leading(Type::strong)}, speech.words("desktop.debrief.course"),
            Type::strong, ui.theme->text);
    c.y += head;
    CurveSpec spec;
    for (const TurningPoint& p : view.turning_points) spec.turning_points.push_back(p.turn);
    spec.no_return = view.no_return.value_or(-1);
    const int clicked =
        mood_curve_ui(ui, "debrief.curve", Box{c.x0, c.y, c.x1, c.y + curve}, view.talk.course, speech, spec);
    if (clicked >= 0) out.push_back(intent::SelectTurn{clicked});
    c.y += curve + ui.px(space::small);
    if (lost > 0) no_return_row(ui, c.x0, c.x1, c.y, lost, view, out);
    c.y += lost;
    for (const TurningPoint& p : view.turning_points) c.y += turning_row(ui, c.x0, c.x1, c.y, p, out);
    return c.outer.h();
}

}  // namespace

void debrief_overview_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, Intents& out) {
    Scroll page(ui, "debrief.overview", box, ui.px(space::wide));
    const float gap = ui.px(space::large);
    const bool beside = page.width() > ui.wide(760);
    const float left = beside ? std::min(ui.wide(360), page.width() * 0.36f) : page.width();
    const float start = page.y;
    float y = start;
    y += verdict_card(ui, page.x0, page.x0 + left, y, view, speech) + gap;
    const float earlier = earlier_card(ui, page.x0, page.x0 + left, y, view, speech, out);
    y += earlier > 0 ? earlier + gap : 0;
    const float x = beside ? page.x0 + left + gap : page.x0;
    float right = beside ? start : y;
    right += dimensions_card(ui, x, page.x1, right, view, speech) + gap;
    right += course_card(ui, x, page.x1, right, view, speech, out);
    const float reachable = reachable_card(ui, x, page.x1, right + gap, view, speech);
    right += reachable > 0 ? reachable + gap : 0;
    page.y = std::max(y - gap, right);
    page.take_page_keys();
}

}  // namespace huashu::desktop
