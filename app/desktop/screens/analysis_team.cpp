#include "desktop/screens/analysis_parts.hpp"
#include "desktop/screens/score_line.hpp"

namespace huashu::desktop {
namespace {

struct HeatMeasures {
    float names = 0, cell = 0, head = 0, row = 0;
    std::size_t columns = 0;  ///< that there is room for
};

HeatMeasures heat_measures(Ui& ui, float width, const AnalysisView& view) {
    HeatMeasures m;
    for (const HeatRow& row : view.rows) m.names = std::max(m.names, text_width(ui, row.name, Type::label));
    m.names = std::min(m.names + ui.px(space::large), width * 0.3f);
    const float least = ui.wide(88);
    m.columns = std::clamp<std::size_t>(static_cast<std::size_t>((width - m.names) / least), 1, view.columns.size());
    m.cell = (width - m.names) / static_cast<float>(m.columns);
    m.head = ui.scale.leading(Type::label) + 2 * ui.scale.leading(Type::caption) + ui.px(space::tight);
    m.row = ui.scale.leading(Type::label) + ui.px(space::medium);
    return m;
}

void heat_head(Ui& ui, Box row, const HeatMeasures& m, const AnalysisView& view) {
    row.cut_left(m.names);
    for (std::size_t i = 0; i < m.columns; ++i) {
        Box cell = row.cut_left(m.cell);
        text_in(ui, cell.cut_top(ui.scale.leading(Type::label)), view.columns[i].sign, Type::strong, ui.theme->text);
        paragraph_cut(ui, cell.x0, cell.y0, cell.w() - ui.px(space::small), view.columns[i].name, Type::caption,
                      ui.theme->text_muted, 2);
    }
}

void heat_row(Ui& ui, Box box, const HeatMeasures& m, const HeatRow& row, Intents& out) {
    const Theme& t = *ui.theme;
    const std::string id = row.is_team ? "analysis.team" : "analysis.person." + row.person_id;
    const Response r = interact(ui, id, box, {.kind = "row", .text = row.name, .enabled = !row.is_team});
    if (r.hovered && !row.is_team) fill(ui, box, t.sunken, ui.px(radius_chip));
    if (r.clicked) out.push_back(AnalysisIntent{intent::ShowAnalysis{AnalysisTab::person, row.person_id, true}});
    Box rest = box;
    Box name = rest.cut_left(m.names);
    name.x0 += ui.px(space::tight);
    bool cut = false;  // a name may be of any length
    const Type type = row.is_team ? Type::strong : Type::label;
    text_in(ui, name, ui.text().fitted(row.name, ui.style(type), name.w() - ui.px(space::small), cut), type, t.text);
    if (cut) tooltip(ui, r, row.name);
    for (std::size_t i = 0; i < m.columns; ++i) {
        const HeatCell& cell = row.cells[i];
        const Box square = rest.cut_left(m.cell).inset(ui.px(2), ui.px(2));
        fill(ui, square, cell.known ? heat_color(t, cell.depth) : t.sunken, ui.px(radius_chip));
        if (t.card_line > 1) outline(ui, square, t.line, ui.px(radius_chip), t.card_line);
        text_in(ui, square, cell.text, row.is_team ? Type::strong : Type::label, cell.known ? t.text : t.text_faint,
                Align::centre);
    }
    if (r.focused) focus_ring(ui, box, ui.px(radius_chip));
}

void heat_table(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech, Intents& out) {
    if (view.columns.empty()) return;
    const HeatMeasures m = heat_measures(ui, page.width() - 2 * ui.px(space::large), view);
    const float height = m.head + m.row * static_cast<float>(view.rows.size()) + ui.px(space::small);
    const std::string how = speech.words("desktop.analysis.heat_how", {{"least", std::to_string(app::least_talks)}});
    Box table = analysis_card(ui, page, speech.words("desktop.analysis.heat"), how, height);
    heat_head(ui, table.cut_top(m.head), m, view);
    for (const HeatRow& row : view.rows) {
        heat_row(ui, table.cut_top(m.row), m, row, out);
        if (row.is_team) line(ui, table.x0, table.y0 + ui.px(3), table.x1, table.y0 + ui.px(3), ui.theme->line);
        if (row.is_team) table.cut_top(ui.px(space::small));
    }
}

void months_card(Ui& ui, Scroll& page, const AnalysisView& view, int pass_mark, const Speech& speech) {
    if (view.months.size() < 2) return;
    const float chart = ui.wide(120), row = ui.scale.leading(Type::caption);
    Box box = analysis_card(ui, page, speech.words("desktop.analysis.months"), {}, chart + row);
    score_line(ui, "analysis.months", box.cut_top(chart), view.months, pass_mark);
    text_in(ui, box, view.first_month, Type::caption, ui.theme->text_muted);
    box.x1 -= text_width(ui, "100", Type::strong);
    text_in(ui, box, view.last_month, Type::caption, ui.theme->text_muted, Align::right);
}

}  // namespace

void analysis_team_ui(Ui& ui, Scroll& page, const AnalysisView& view, int pass_mark, const Speech& speech,
                      Intents& out) {
    analysis_figures(ui, page, "analysis.figure", view.figures);
    heat_table(ui, page, view, speech, out);
    months_card(ui, page, view, pass_mark, speech);
}

}  // namespace huashu::desktop
