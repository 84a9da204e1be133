#include "desktop/views/supervise_view.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace huashu::desktop {
namespace {

const ExamScenario* scenario_of(const ExamsState& exams, const std::string& id) {
    const auto found =
        std::find_if(exams.scenarios.begin(), exams.scenarios.end(), [&](const auto& s) { return s.id == id; });
    return found == exams.scenarios.end() ? nullptr : &*found;
}

FormColumn make_column(const ExamsState& exams, const assess::Drawn& drawn, std::size_t index, const Speech& speech) {
    const app::Words& words = speech.words;
    const assess::FormNumbers& n = drawn.numbers[index];
    FormColumn out;
    out.name = words("desktop.exam.form", {{"name", std::string(1, static_cast<char>('A' + index))}});
    for (const assess::FormItem& item : drawn.forms[index].items) {
        const ExamScenario* scenario = scenario_of(exams, item.scenario_id);
        FormCell cell;
        cell.title = scenario != nullptr ? speech.content(scenario->title) : item.scenario_id;
        cell.level = level_words(item.difficulty_centi);
        cell.dots = (item.difficulty_centi + 50) / 100;
        out.cells.push_back(std::move(cell));
    }
    out.maximum = std::to_string(n.maximum);
    out.difficulty = level_words(n.difficulty_centi);
    out.coverage = words("desktop.exam.coverage", {{"service", std::to_string(n.complaints[0])},
                                                   {"facility", std::to_string(n.complaints[1])},
                                                   {"safety", std::to_string(n.complaints[2])},
                                                   {"kinds", std::to_string(n.kinds)}});
    out.from_data = std::to_string(n.from_data) + "／" + std::to_string(drawn.forms[index].items.size());
    return out;
}

FormsView make_forms(const ExamsState& exams, const Speech& speech) {
    for (const ExamOffer& offer : exams.offers) {
        if (offer.blueprint.id != exams.supervise.selected) continue;
        FormsView out;
        if (offer.drawn) out = make_forms_view(exams, offer.blueprint, *offer.drawn, speech);
        out.title = speech.content(offer.blueprint.title);
        out.facts = speech.content(offer.blueprint.about);
        for (const Diagnostic& d : offer.problems) out.problems.push_back(to_text(d));
        return out;
    }
    return {};
}

SuperviseRow make_row(const SittingLine& line, const Speech& speech) {
    const MySitting s = make_my_sitting(line.filed, speech);
    SuperviseRow out{s.id,   line.folder,   line.filed.sitting.begun.person,     s.title, s.line, s.state, 0, s.score,
                     s.kind, s.provisional, line.filed.review.open_appeals() > 0};
    if (const auto result = line.filed.result()) out.machine = result->machine;
    return out;
}

std::string two_places(double value) {
    char text[24];
    std::snprintf(text, sizeof text, "%.2f", value);
    std::string out = text;
    if (out == "-0.00") out = "0.00";
    if (out.front() == '-') out.replace(0, 1, "−");
    return out;
}

}  // namespace

AgreementLine make_agreement(const assess::AgreementRow& row, const std::string& label, bool graded,
                             const Speech& speech) {
    const app::Words& words = speech.words;
    AgreementLine out;
    out.label = label;
    out.counts = graded ? words("desktop.exam.calibration.graded", {{"both", std::to_string(row.both)}})
                        : words("desktop.exam.calibration.charged", {{"machine", std::to_string(row.by_machine)},
                                                                     {"person", std::to_string(row.by_person)},
                                                                     {"both", std::to_string(row.both)}});
    if (!row.kappa) {
        out.value = words("desktop.exam.calibration.too_few");
        return out;
    }
    out.known = true;
    out.kappa = row.kappa->value;
    out.low = row.kappa->low;
    out.high = row.kappa->high;
    out.value = "κ " + two_places(row.kappa->value);
    out.interval = two_places(row.kappa->low) + " … " + two_places(row.kappa->high);
    return out;
}

FormsView make_forms_view(const ExamsState& exams, const assess::Blueprint& blueprint, const assess::Drawn& drawn,
                          const Speech& speech) {
    FormsView out;
    for (const assess::FormItem& item : drawn.forms.front().items) {
        const assess::DrawRule& rule = blueprint.draws[item.draw];
        out.rows.push_back(rule.id + "　" + speech.words.name("desktop.exam.replies.", name_of(rule.replies)) +
                           (rule.weight > 1 ? " ×" + std::to_string(rule.weight) : ""));
    }
    for (std::size_t f = 0; f < drawn.forms.size(); ++f) out.columns.push_back(make_column(exams, drawn, f, speech));
    out.verdict = speech.words("desktop.exam.spread", {{"spread", level_words(drawn.spread_centi)},
                                                       {"tolerance", level_words(blueprint.tolerance_centi)}});
    out.shared = speech.words("desktop.exam.shared", {{"count", std::to_string(drawn.most_shared)}});
    out.seed = speech.words("desktop.exam.seed", {{"seed", std::to_string(drawn.seed)}});
    return out;
}

SuperviseView make_supervise_view(const State& state, const Speech& speech) {
    const ExamsState& exams = exams_of(state);
    SuperviseView out;
    for (ExamCard card : make_exams_view(state, speech).cards) {
        card.selected = card.id == exams.supervise.selected;
        out.blueprints.push_back(std::move(card));
    }
    out.forms = make_forms(exams, speech);
    for (const SittingLine& line : exams.supervise.sittings) {
        out.sittings.push_back(make_row(line, speech));
        const SuperviseRow& row = out.sittings.back();
        const bool counts = row.kind == MySitting::Kind::passed || row.kind == MySitting::Kind::failed;
        out.to_confirm += counts && row.provisional ? 1 : 0;
        out.to_decide += row.contested ? 1 : 0;
    }
    const assess::Calibration& c = exams.supervise.calibration;
    for (const assess::AgreementRow& row : c.dimensions)
        out.dimensions.push_back(make_agreement(row, speech.words.name("name.dimension.", row.id), true, speech));
    for (const assess::AgreementRow& row : c.rules) out.rules.push_back(make_agreement(row, row.id, false, speech));
    out.calibration_line =
        speech.words("desktop.exam.calibration.line", {{"sheets", std::to_string(exams.supervise.markings)},
                                                       {"replies", std::to_string(c.replies)},
                                                       {"specimens", std::to_string(exams.supervise.specimens)},
                                                       {"least", std::to_string(assess::least_marked)},
                                                       {"charged", std::to_string(assess::least_charged)}});
    for (const Diagnostic& d : exams.problems) out.problems.push_back(to_text(d));
    return out;
}

}  // namespace huashu::desktop
