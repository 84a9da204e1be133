#include "desktop/screens/assess_tables.hpp"

#include <algorithm>

#include "desktop/screens/assess_parts.hpp"

namespace huashu::desktop {
namespace {

void cell_ui(Ui& ui, Box box, const FormCell& cell) {
    const Theme& t = *ui.theme;
    fill(ui, box, t.sunken, ui.px(radius_chip));
    if (t.card_line > 1) outline(ui, box, t.line, ui.px(radius_chip), t.card_line);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    paragraph_cut(ui, inner.x0, inner.y0, inner.w(), cell.title, Type::label, t.text, 1);
    inner.cut_top(ui.scale.leading(Type::label));
    const float dots = difficulty_dots(ui, inner.x0, inner.mid_y(), cell.dots, t.accent.strong);
    text_in(ui, Box{inner.x0 + dots + ui.px(space::small), inner.y0, inner.x1, inner.y1}, cell.level, Type::caption,
            t.text_muted);
}

struct FormFigure {
    std::string_view key;
    std::string FormColumn::*value;
};
constexpr FormFigure figures_of_forms[] = {{"desktop.exam.figure.maximum", &FormColumn::maximum},
                                           {"desktop.exam.figure.difficulty", &FormColumn::difficulty},
                                           {"desktop.exam.figure.coverage", &FormColumn::coverage},
                                           {"desktop.exam.figure.from_data", &FormColumn::from_data}};

// Columns of forms; where they do not fit they go on in a row below.
void columns_ui(Ui& ui, Scroll& page, const FormsView& forms, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float gap = ui.px(space::medium), label = ui.wide(150);
    const float room = page.width() - label - gap;
    float least = ui.wide(200);  // no figure is cut
    for (const FormColumn& column : forms.columns)
        least = std::max(least, text_width(ui, column.coverage, Type::strong) + 1);
    const int fit =
        std::clamp(static_cast<int>((room + gap) / (least + gap)), 1, static_cast<int>(forms.columns.size()));
    const float width =
        std::min(std::max(ui.wide(300), least), (room - gap * static_cast<float>(fit - 1)) / static_cast<float>(fit));
    const float cell = ui.scale.leading(Type::label) + ui.scale.leading(Type::caption) + 2 * ui.px(space::small);
    const float row = ui.scale.leading(Type::label) + ui.px(space::tight);
    for (std::size_t first = 0; first < forms.columns.size(); first += static_cast<std::size_t>(fit)) {
        const std::size_t last = std::min(forms.columns.size(), first + static_cast<std::size_t>(fit));
        const float top = page.y;
        float y = top + ui.scale.leading(Type::strong) + ui.px(space::small);
        for (const std::string& name : forms.rows) {
            paragraph_cut(ui, page.x0, y + (cell - ui.scale.leading(Type::label)) / 2, label, name, Type::label,
                          t.text_muted, 1);
            y += cell + ui.px(space::small);
        }
        for (const FormFigure& figure : figures_of_forms) {
            text_in(ui, Box{page.x0, y, page.x0 + label, y + row}, speech.words(figure.key), Type::label, t.text_muted);
            y += row;
        }
        for (std::size_t c = first; c < last; ++c) {
            const FormColumn& column = forms.columns[c];
            const float x = page.x0 + label + gap + static_cast<float>(c - first) * (width + gap);
            float pen = top;
            text_in(ui, Box{x, pen, x + width, pen + ui.scale.leading(Type::strong)}, column.name, Type::strong,
                    t.text);
            pen += ui.scale.leading(Type::strong) + ui.px(space::small);
            for (const FormCell& form_cell : column.cells) {
                cell_ui(ui, Box{x, pen, x + width, pen + cell}, form_cell);
                pen += cell + ui.px(space::small);
            }
            for (const FormFigure& figure : figures_of_forms) {
                text_in(ui, Box{x, pen, x + width, pen + row}, column.*figure.value, Type::strong, t.text);
                pen += row;
            }
            tag(ui, "forms." + std::to_string(c), Box{x, top, x + width, pen}, "form", column.difficulty);
        }
        page.y = y + ui.px(space::large);
    }
}

// Where a row is too narrow for everything, its name stands on one of its own.
bool agreement_is_narrow(Ui& ui, Box inner) { return inner.w() < ui.wide(820); }

float agreement_row_height(Ui& ui, Box inner) {
    const float row = ui.scale.leading(Type::label);
    return (agreement_is_narrow(ui, inner) ? 2 * row : row) + ui.px(space::tight);
}

void agreement_row_ui(Ui& ui, Box inner, float y, const AgreementLine& line_of, bool draws) {
    if (!draws) return;
    const Theme& t = *ui.theme;
    const float row = ui.scale.leading(Type::label);
    const bool narrow = agreement_is_narrow(ui, inner);
    if (narrow) {
        text_in(ui, Box{inner.x0, y, inner.x1, y + row}, line_of.label, Type::label, t.text);
        y += row;
    }
    Box cells{inner.x0, y, inner.x1, y + row};
    text_in(ui, cells.cut_right(ui.wide(120)), line_of.interval, Type::label, t.text_muted, Align::right);
    const Color color = !line_of.known         ? t.text_faint
                        : line_of.kappa >= 0.6 ? t.good.strong
                        : line_of.kappa >= 0.4 ? t.warn.strong
                                               : t.bad.strong;
    text_in(ui, cells.cut_right(ui.wide(110)), line_of.value, Type::strong, color, Align::right);
    cells.cut_right(ui.px(space::medium));
    const Box track = cells.cut_right(ui.wide(120)).centred(ui.wide(120), ui.px(6));
    if (line_of.known) {  // -1 at the left, 1 at the right; the interval pale, the value strong
        const auto at = [&](double k) { return track.x0 + track.w() * static_cast<float>((k + 1) / 2); };
        fill(ui, track, t.sunken, ui.px(3));
        fill(ui, Box{at(line_of.low), track.y0, at(line_of.high), track.y1}, mix(t.surface, color, 0.4f), ui.px(3));
        circle(ui, at(line_of.kappa), track.mid_y(), ui.px(4), color);
        line(ui, at(0), track.y0 - ui.px(3), at(0), track.y1 + ui.px(3), t.line_strong);
    }
    cells.cut_right(ui.px(space::medium));
    if (narrow) {
        text_in(ui, cells, line_of.counts, Type::caption, t.text_muted);
        return;
    }
    text_in(ui, cells.cut_right(std::min(ui.wide(250), cells.w() * 0.55f)), line_of.counts, Type::caption,
            t.text_muted);
    text_in(ui, cells, line_of.label, Type::label, t.text);
}

void agreement_card(Ui& ui, Scroll& page, std::string_view heading, const std::vector<AgreementLine>& lines) {
    if (lines.empty()) return;
    card_of(ui, page, [&](Box inner, bool draws) {
        Box at = inner;
        at.y0 += heading_row(ui, at, heading, draws);
        for (const AgreementLine& row : lines) {
            agreement_row_ui(ui, inner, at.y0, row, draws);
            at.y0 += agreement_row_height(ui, inner);
        }
        return at.y0 - inner.y0;
    });
}

}  // namespace

void forms_ui(Ui& ui, Scroll& page, const FormsView& forms, const Speech& speech) {
    const Theme& t = *ui.theme;
    if (forms.title.empty()) return;
    page.y += paragraph(ui, page.x0, page.y, page.width(), forms.title, Type::title, t.text);
    page.y +=
        paragraph(ui, page.x0, page.y, std::min(page.width(), ui.wide(900)), forms.facts, Type::label, t.text_muted) +
        ui.px(space::large);
    if (!forms.problems.empty())
        card_of(ui, page, [&](Box inner, bool draws) {
            Box at = inner;
            at.y0 += heading_row(ui, at, speech.words("desktop.exam.problems"), draws);
            at.y0 += sentences(ui, at, forms.problems, t.text, Icon::warning, t.bad.strong, draws);
            return at.y0 - inner.y0;
        });
    if (forms.columns.empty()) return;
    float x = page.x0;
    for (const auto& [text, icon] : {std::pair{&forms.verdict, Icon::check}, std::pair{&forms.shared, Icon::info}}) {
        const float width = chip_width(ui, *text, icon);
        if (x + width > page.x1 && x > page.x0) {
            x = page.x0;
            page.y += chip_height(ui) + ui.px(6);
        }
        x += chip(ui, x, page.y, *text, {icon == Icon::check ? t.good : plain_tone(t), icon}) + ui.px(space::small);
    }
    page.y += chip_height(ui) + ui.px(space::large);
    columns_ui(ui, page, forms, speech);
    page.y += paragraph(ui, page.x0, page.y, page.width(), forms.seed, Type::caption, t.text_faint);
}

void agreement_ui(Ui& ui, Scroll& page, const SuperviseView& view, const Speech& speech) {
    const app::Words& words = speech.words;
    page.x1 = std::min(page.x1, page.x0 + ui.wide(1000));
    page.y += paragraph(ui, page.x0, page.y, page.width(), words("desktop.exam.calibration.how"), Type::label,
                        ui.theme->text_muted) +
              ui.px(space::tight);
    page.y += paragraph(ui, page.x0, page.y, page.width(), view.calibration_line, Type::label, ui.theme->text_muted) +
              ui.px(space::large);
    agreement_cards_ui(ui, page, view.dimensions, view.rules, speech);
}

void agreement_cards_ui(Ui& ui, Scroll& page, const std::vector<AgreementLine>& dimensions,
                        const std::vector<AgreementLine>& rules, const Speech& speech) {
    agreement_card(ui, page, speech.words("desktop.exam.calibration.dimensions"), dimensions);
    agreement_card(ui, page, speech.words("desktop.exam.calibration.rules"), rules);
}

}  // namespace huashu::desktop
