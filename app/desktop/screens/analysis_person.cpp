#include <algorithm>
#include <array>

#include "desktop/screens/analysis_parts.hpp"
#include "desktop/screens/score_line.hpp"
#include "desktop/text/utf.hpp"

namespace huashu::desktop {
namespace {

constexpr std::array terms_in_weeks{1, 2, 4};

// Chips in as many rows as they need.
template <class T, class Label, class On, class Pick>
void chip_rows(Ui& ui, Scroll& page, const std::vector<T>& all, const Label& label, const On& on, const Pick& pick) {
    const float height = ui.scale.leading(Type::label) + ui.px(space::medium);
    float x = page.x0;
    for (const T& each : all) {
        const float width = std::min(filter_chip_width(ui, label(each), on(each)), page.width());
        if (x + width > page.x1 && x > page.x0) {
            x = page.x0;
            page.y += height + ui.px(space::small);
        }
        pick(each, Box{x, page.y, x + width, page.y + height});
        x += width + ui.px(space::small);
    }
    page.y += height + ui.px(space::medium);
}

void persons_row(Ui& ui, Scroll& page, const AnalysisView& view, Intents& out) {
    bool cut = false;
    const auto label = [&](const PersonOption& p) {
        return ui.text().fitted(p.name, ui.style(Type::label), ui.wide(180), cut);
    };
    chip_rows(
        ui, page, view.persons, label, [](const PersonOption& p) { return p.selected; },
        [&](const PersonOption& p, Box box) {
            if (filter_chip(ui, "analysis.who." + p.id, box, label(p), p.selected))
                out.push_back(AnalysisIntent{intent::ShowAnalysis{AnalysisTab::person, p.id, true}});
        });
}

void person_scores(Ui& ui, Scroll& page, const AnalysisView& view, int pass_mark, const Speech& speech) {
    if (view.scores.size() < 2) return;
    const float chart = ui.wide(110);
    const Box box = analysis_card(ui, page, speech.words("desktop.progress.scores"), {}, chart);
    score_line(ui, "analysis.scores", box, view.scores, pass_mark);
}

float weak_height(Ui& ui, float width, const WeakRow& row) {
    return ui.scale.leading(Type::strong) + ui.scale.leading(Type::caption) +
           std::max(paragraph_height(ui, width, row.suggestion, Type::label), control_height(ui)) +
           2 * ui.px(space::medium);
}

// What is weak, what to do about it, and the way into the plan.
void weak_row(Ui& ui, Box box, const WeakRow& row, const Speech& speech, AnalysisScreen& own) {
    const Theme& t = *ui.theme;
    fill(ui, Box{box.x0, box.y0, box.x1, box.y1 - ui.px(space::tight)}, heat_color(t, 0.12f + 0.5f * row.depth),
         ui.px(radius_chip));
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    Box head = inner.cut_top(ui.scale.leading(Type::strong));
    text_in(ui, head.cut_right(text_width(ui, row.left, Type::label) + 1), row.left, Type::label, t.text, Align::right);
    text_in(ui, head, row.label, Type::strong, t.text);
    text_in(ui, inner.cut_top(ui.scale.leading(Type::caption)), row.points, Type::caption, t.text_muted);
    const std::string& label = speech.words("desktop.analysis.take");
    const float width = button_width(ui, label);
    const float y = inner.y0, height = control_height(ui);
    const std::string id = "analysis.take." + std::to_string(row.chapter);
    if (button(ui, id, Box{inner.x1 - width, y, inner.x1, y + height}, label)) {
        own.chapter = row.chapter;
        own.what.buffer.set_text(to_characters(row.suggestion));
    }
    const float room = inner.w() - width - ui.px(space::medium);
    const float spare = height - paragraph_height(ui, room, row.suggestion, Type::label);
    paragraph(ui, inner.x0, y + std::max(0.0f, spare / 2), room, row.suggestion, Type::label, t.text);
}

void weaknesses_card(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech, AnalysisScreen& own) {
    const app::Words& words = speech.words;
    const float inner = page.width() - 2 * ui.px(space::large);
    const float text = inner - button_width(ui, words("desktop.analysis.take")) - ui.px(space::huge);
    float height = view.weak_few.empty() ? 0 : paragraph_height(ui, inner, view.weak_few, Type::label);
    for (const WeakRow& row : view.weak) height += weak_height(ui, text, row);
    const std::string how = words("desktop.analysis.chapters_how", {{"most", std::to_string(app::most_talks)}});
    Box box = analysis_card(ui, page, words("desktop.analysis.weakest"), how, height);
    if (!view.weak_few.empty()) paragraph(ui, box.x0, box.y0, inner, view.weak_few, Type::label, ui.theme->text_muted);
    for (const WeakRow& row : view.weak) weak_row(ui, box.cut_top(weak_height(ui, text, row)), row, speech, own);
}

// --- the plan ---

float measure_height(Ui& ui, float width, const MeasureRow& row) {
    return paragraph_height(ui, width, row.what, Type::body) + ui.scale.leading(Type::label) +
           paragraph_height(ui, width, row.effect, Type::caption) + ui.px(space::large);
}

void measure_ui(Ui& ui, Box box, float width, const MeasureRow& row, const std::string& person, const Speech& speech,
                Intents& out) {
    const Theme& t = *ui.theme;
    line(ui, box.x0, box.y0, box.x1, box.y0, t.line);
    box.cut_top(ui.px(space::small));
    const bool done = row.kind == app::MeasureState::done, late = row.kind == app::MeasureState::overdue;
    const Tone& tone = done ? t.good : late ? t.warn : t.info;
    const Icon sign = done ? Icon::check : late ? Icon::warning : Icon::clock;
    Box side = box;
    side.x0 = box.x0 + width + ui.px(space::medium);
    const float chip_room = chip_width(ui, row.state, sign);
    chip(ui, side.x1 - chip_room, side.y0, row.state, {.tone = tone, .icon = sign});
    if (!done) {
        const std::string& label = speech.words("desktop.analysis.done");
        const float room = button_width(ui, label), y = side.y0 + chip_height(ui) + ui.px(space::small);
        if (button(ui, "analysis.done." + row.id, Box{side.x1 - room, y, side.x1, y + control_height(ui)}, label,
                   {.look = ButtonLook::quiet}))
            out.push_back(AnalysisIntent{intent::FinishMeasure{person, row.id}});
    }
    box.cut_top(paragraph(ui, box.x0, box.y0, width, row.what, Type::body, t.text));
    Box where = box.cut_top(ui.scale.leading(Type::label));
    where.x1 = where.x0 + width;
    text_in(ui, where.cut_left(text_width(ui, row.chapter, Type::strong) + ui.px(space::medium)), row.chapter,
            Type::strong, t.text_muted);
    bool cut = false;
    text_in(ui, where, ui.text().fitted(row.line, ui.style(Type::label), where.w(), cut), Type::label, t.text_muted);
    const Color color = !row.helps ? t.text_faint : *row.helps ? t.good.strong : t.bad.strong;
    paragraph(ui, box.x0, box.y0, width, row.effect, Type::caption, color);
    tag(ui, "analysis.measure." + row.id, box, "measure", row.what);
}

void plan_card(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const float inner = page.width() - 2 * ui.px(space::large);
    const float side = std::max(button_width(ui, words("desktop.analysis.done")),
                                chip_width(ui, words("desktop.analysis.state.overdue"), Icon::warning)) +
                       ui.px(space::large);
    const float text = inner - side;
    const std::string& none = words("desktop.analysis.plan_none");
    const float least = chip_height(ui) + control_height(ui) + 3 * ui.px(space::small);
    const auto height_of = [&](const MeasureRow& row) {
        return std::max(measure_height(ui, text, row), row.kind == app::MeasureState::done ? 0.0f : least);
    };
    float height = view.plan.empty() ? paragraph_height(ui, inner, none, Type::label) : 0;
    for (const MeasureRow& row : view.plan) height += height_of(row);
    Box box = analysis_card(ui, page, words("desktop.analysis.plan"), {}, height);
    if (view.plan.empty()) paragraph(ui, box.x0, box.y0, inner, none, Type::label, ui.theme->text_muted);
    for (const MeasureRow& row : view.plan)
        measure_ui(ui, box.cut_top(height_of(row)), text, row, view.person_id, speech, out);
}

// --- a new measure ---

void chapter_chips(Ui& ui, Scroll& page, const AnalysisView& view, AnalysisScreen& own) {
    chip_rows(
        ui, page, view.columns, [](const HeatColumn& c) { return c.sign; },
        [&](const HeatColumn& c) { return c.chapter == own.chapter; },
        [&](const HeatColumn& c, Box box) {
            const Response r =
                filter_chip(ui, "analysis.chapter." + std::to_string(c.chapter), box, c.sign, c.chapter == own.chapter);
            tooltip(ui, r, c.name);
            if (r.clicked) own.chapter = c.chapter;
        });
}

void hand_in(Ui& ui, const AnalysisView& view, AnalysisScreen& own, Intents& out) {
    out.push_back(AnalysisIntent{intent::AddMeasure{view.person_id, own.chapter, to_bytes(own.what.buffer.text()),
                                                    to_bytes(own.who.buffer.text()),
                                                    terms_in_weeks.at(static_cast<std::size_t>(own.term))}});
    own.what.buffer.set_text({});
    own.chapter = 0;
    ui.focus.clear();
}

void new_measure(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech, AnalysisScreen& own,
                 Intents& out) {
    const app::Words& words = speech.words;
    chapter_chips(ui, page, view, own);
    const float height = control_height(ui), gap = ui.px(space::small);
    text_field(ui, "analysis.what", Box{page.x0, page.y, page.x1, page.y + height}, own.what, Icon::pen,
               words("desktop.analysis.what"));
    page.y += height + gap;
    const std::vector<std::string> terms{words("desktop.analysis.weeks.1"), words("desktop.analysis.weeks.2"),
                                         words("desktop.analysis.weeks.4")};
    const std::string& label = words("desktop.analysis.add");
    const ButtonSpec look{
        .look = ButtonLook::primary,
        .icon = Icon::plus,
        .enabled = own.chapter > 0 && !own.what.buffer.text().empty() && !own.who.buffer.text().empty()};
    const float add = button_width(ui, label, look), term = ui.wide(240);
    const bool beside = page.width() - add - term - 2 * gap > ui.wide(180);
    const float who_end = beside ? page.x1 - add - term - 2 * gap : page.x1;
    text_field(ui, "analysis.answerable", Box{page.x0, page.y, who_end, page.y + height}, own.who, Icon::person,
               words("desktop.analysis.who"));
    if (!beside) page.y += height + gap;
    const float x = beside ? who_end + gap : page.x0;
    const int picked =
        segmented(ui, "analysis.term", Box{x, page.y, std::min(x + term, page.x1), page.y + height}, terms, own.term);
    if (picked >= 0) own.term = picked;
    if (!beside && page.width() < term + gap + add) page.y += height + gap;
    if (button(ui, "analysis.add", Box{page.x1 - add, page.y, page.x1, page.y + height}, label, look))
        hand_in(ui, view, own, out);
    page.y += height + ui.px(space::medium);
}

}  // namespace

void analysis_person_ui(Ui& ui, Scroll& page, const AnalysisView& view, int pass_mark, const Speech& speech,
                        AnalysisScreen& own, Intents& out) {
    persons_row(ui, page, view, out);
    analysis_figures(ui, page, "analysis.own", view.person_figures);
    person_scores(ui, page, view, pass_mark, speech);
    weaknesses_card(ui, page, view, speech, own);
    plan_card(ui, page, view, speech, out);
    new_measure(ui, page, view, speech, own, out);
}

}  // namespace huashu::desktop
