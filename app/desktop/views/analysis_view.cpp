#include "desktop/views/analysis_view.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "reports/paper_writer.hpp"

namespace huashu::desktop {
namespace {

constexpr std::size_t most_columns = 8, most_weak = 3, most_scores_shown = 200;
constexpr double sharp = 0.3, dull = 0.2;  // Ebel's usual bounds

std::string whole_number(double value) { return std::to_string(std::lround(value)); }

std::string hundredths_text(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", std::abs(value));
    return value <= -0.005 ? std::string("−") + text : text;
}

std::string share_text(int part, int whole) {
    return whole == 0 ? "–" : std::to_string(std::lround(100.0 * part / whole)) + " %";
}

std::string person_words(const std::string& name, const Speech& speech) {
    return name.empty() ? speech.words("desktop.people.unnamed") : name;
}

const app::ChapterResult* chapter_in(const std::vector<app::ChapterResult>& all, int chapter) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.chapter == chapter; });
    return found == all.end() ? nullptr : &*found;
}

// --- the team ---

void add_figures(const app::Analysis& a, const Speech& speech, AnalysisView& out) {
    int passed = 0;
    for (const app::ScenarioItem& s : a.scenarios) passed += s.passed;
    out.figures.push_back({whole_number(a.mean), speech.words("desktop.analysis.mean")});
    out.figures.push_back({share_text(passed, a.first_talks), speech.words("desktop.analysis.pass_rate")});
    const app::Reliability& r = a.reliability;
    if (r.alpha)
        out.figures.push_back({hundredths_text(*r.alpha),
                               speech.words("desktop.analysis.alpha", {{"scenarios", std::to_string(r.items)},
                                                                       {"people", std::to_string(r.people)}})});
    else
        out.figures.push_back(
            {"–", speech.words("desktop.analysis.alpha_few", {{"least", std::to_string(app::least_for_reliability)},
                                                              {"people", std::to_string(r.people)}})});
}

HeatCell heat_cell(const app::ChapterResult* result, double worst) {
    HeatCell cell{"–", 0, false};
    if (result == nullptr || result->talks < app::least_talks) return cell;
    cell.known = true;
    cell.text = app::tenths(result->left_per_talk());
    cell.depth = worst <= 0 ? 0 : static_cast<float>(std::clamp(result->left_per_talk() / worst, 0.0, 1.0));
    return cell;
}

void add_heat(const app::Analysis& a, const Speech& speech, AnalysisView& out) {
    for (const app::ChapterResult& c : a.chapters) {
        if (out.columns.size() == most_columns) break;
        const std::string number = std::to_string(c.chapter);
        out.columns.push_back({c.chapter, "§" + number, speech.words.name("desktop.chapter.", number)});
    }
    double worst = 0;
    for (const app::ChapterResult& c : a.chapters) worst = std::max(worst, c.left_per_talk());
    for (const app::PersonResult& p : a.persons)
        for (const app::ChapterResult& c : p.chapters)
            if (c.talks >= app::least_talks) worst = std::max(worst, c.left_per_talk());
    HeatRow team{"", speech.words("desktop.analysis.team"), true, {}};
    for (const HeatColumn& c : out.columns) team.cells.push_back(heat_cell(chapter_in(a.chapters, c.chapter), worst));
    out.rows.push_back(std::move(team));
    for (const app::PersonResult& p : a.persons) {
        HeatRow row{p.id, person_words(p.name, speech), false, {}};
        for (const HeatColumn& c : out.columns)
            row.cells.push_back(heat_cell(chapter_in(p.chapters, c.chapter), worst));
        out.rows.push_back(std::move(row));
    }
}

std::string month_text(const app::Month& m) {
    return std::to_string(m.year) + (m.month < 10 ? "-0" : "-") + std::to_string(m.month);
}

void add_months(const app::Analysis& a, AnalysisView& out) {
    if (a.months.size() < 2) return;
    for (const app::Month& m : a.months) out.months.push_back(static_cast<int>(std::lround(m.mean)));
    out.first_month = month_text(a.months.front());
    out.last_month = month_text(a.months.back());
}

// --- scenarios ---

ItemRow make_item_row(std::string id, std::string title, const app::ItemFigures& f, const Speech& speech) {
    ItemRow row;
    row.id = std::move(id);
    row.title = std::move(title);
    row.people = speech.words("desktop.analysis.people", {{"count", std::to_string(f.people)}});
    row.mean = static_cast<int>(std::lround(f.mean));
    if (!f.discrimination) {
        row.discrimination = speech.words("desktop.analysis.few");
        return row;
    }
    row.discrimination =
        speech.words("desktop.analysis.discrimination", {{"value", hundredths_text(*f.discrimination)}});
    row.sharpness = *f.discrimination >= sharp  ? Sharpness::good
                    : *f.discrimination >= dull ? Sharpness::fair
                                                : Sharpness::poor;
    return row;
}

void add_selected_item(const app::ScenarioItem& s, const Speech& speech, AnalysisView& out) {
    out.item_title = speech.content(s.title);
    for (const app::TurnItem& t : s.turns)
        out.turns.push_back(make_item_row(t.stage + "." + std::to_string(t.nth),
                                          speech.content(t.title) + (t.nth > 1 ? " " + std::to_string(t.nth) : ""),
                                          t.figures, speech));
    for (const app::ChoiceUse& c : s.choices)
        if (c.unused())
            out.unused.push_back({speech.content(c.title) + "　" +
                                      speech.words.name("name.quality.", scenarios::name_of(c.choice.quality)),
                                  speech.content(c.choice.text),
                                  speech.words("desktop.analysis.offered", {{"count", std::to_string(c.offered)}})});
}

void add_scenario_rows(const AnalysisState& state, const Speech& speech, AnalysisView& out) {
    const std::vector<app::ScenarioItem>& all = state.analysis.scenarios;
    auto selected =
        std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.scenario_id == state.scenario; });
    if (selected == all.end()) selected = all.begin();
    for (auto s = all.begin(); s != all.end(); ++s) {
        out.items.push_back(make_item_row(s->scenario_id, speech.content(s->title), s->figures, speech));
        out.items.back().passed =
            speech.words("desktop.analysis.passed", {{"share", share_text(s->passed, s->figures.people)}});
        out.items.back().selected = s == selected;
    }
    if (selected != all.end()) add_selected_item(*selected, speech, out);
}

// --- one person ---

void add_person_figures(const app::PersonResult& p, const Speech& speech, AnalysisView& out) {
    const std::string side = std::to_string(std::min(p.talks, app::trend_side));
    out.person_figures.push_back({whole_number(p.mean), speech.words("desktop.analysis.last", {{"count", side}})});
    out.person_figures.push_back(
        {std::to_string(p.talks), speech.words("desktop.analysis.talks", {{"passed", std::to_string(p.passed)}})});
    out.person_figures.push_back({p.change ? app::tenths(*p.change, true) : "–",
                                  speech.words(p.change ? "desktop.analysis.change" : "desktop.analysis.change_few")});
}

void add_weaknesses(const app::PersonResult& p, const Speech& speech, AnalysisView& out) {
    if (p.talks < app::least_talks) {
        out.weak_few = speech.words("desktop.analysis.weakest_few",
                                    {{"least", std::to_string(app::least_talks)}, {"talks", std::to_string(p.talks)}});
        return;
    }
    const double worst = p.chapters.empty() ? 0 : p.chapters.front().left_per_talk();
    for (const app::ChapterResult& c : p.chapters) {
        if (out.weak.size() == most_weak || c.left_per_talk() <= 0) break;
        if (c.talks < app::least_talks) continue;
        WeakRow row;
        row.chapter = c.chapter;
        row.label = app::chapter_words(c.chapter, speech);
        for (const std::string& point : c.points) row.points += (row.points.empty() ? "" : "　") + point;
        row.left = speech.words("desktop.analysis.left", {{"points", app::tenths(c.left_per_talk())}});
        row.suggestion = speech.words.name("desktop.analysis.suggest.", std::to_string(c.chapter));
        row.depth = static_cast<float>(c.left_per_talk() / worst);
        out.weak.push_back(std::move(row));
    }
}

std::vector<app::AttemptFacts> facts_about(const AnalysisState& state, const std::string& person) {
    std::vector<app::AttemptFacts> out;
    if (state.facts)
        for (const app::AttemptFacts& a : *state.facts)
            if (a.person_id == person) out.push_back(a);
    return out;
}

MeasureRow measure_row(const app::Measure& m, const std::vector<app::AttemptFacts>& own, const std::string& today,
                       const Speech& speech) {
    MeasureRow row;
    row.id = m.id;
    row.chapter = "§" + std::to_string(m.chapter);
    row.what = m.what;
    row.line = speech.words("desktop.analysis.line", {{"who", m.who}, {"due", m.due}});
    row.kind = app::state_of(m, today);
    row.state = speech.words.name("desktop.analysis.state.", app::name_of(row.kind));
    const app::Effect effect = app::effect_of(m, own);
    row.effect = app::effect_words(effect, speech);
    if (const auto change = effect.change(); change && std::abs(*change) >= 0.05) row.helps = *change < 0;
    return row;
}

void add_person(const AnalysisState& state, const Speech& speech, AnalysisView& out) {
    const std::vector<app::PersonResult>& all = state.analysis.persons;
    auto selected = std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.id == state.person; });
    if (selected == all.end()) selected = all.begin();
    for (auto p = all.begin(); p != all.end(); ++p)
        out.persons.push_back({p->id, person_words(p->name, speech), p == selected});
    if (selected == all.end()) return;
    out.person_id = selected->id;
    out.person_name = person_words(selected->name, speech);
    const std::size_t shown = std::min(selected->scores.size(), most_scores_shown);
    out.scores.assign(selected->scores.end() - static_cast<std::ptrdiff_t>(shown), selected->scores.end());
    add_person_figures(*selected, speech, out);
    add_weaknesses(*selected, speech, out);
    const auto plan = state.plans.find(selected->id);
    if (plan == state.plans.end()) return;
    const std::vector<app::AttemptFacts> own = facts_about(state, selected->id);
    for (auto m = plan->second.rbegin(); m != plan->second.rend(); ++m)
        out.plan.push_back(measure_row(*m, own, state.today, speech));
}

}  // namespace

AnalysisView make_analysis_view(const AnalysisState& state, const Speech& speech) {
    AnalysisView out;
    const app::Analysis& a = state.analysis;
    out.is_empty = a.talks == 0;
    out.basis = speech.words("desktop.analysis.basis", {{"people", std::to_string(a.people)},
                                                        {"talks", std::to_string(a.talks)},
                                                        {"first", std::to_string(a.first_talks)}});
    if (state.reading) {
        out.basis.clear();
        out.reading = state.reading->total == 0
                          ? speech.words("desktop.analysis.reading_begins")
                          : speech.words("desktop.analysis.reading", {{"done", std::to_string(state.reading->done)},
                                                                      {"total", std::to_string(state.reading->total)}});
    }
    if (state.stopped) out.basis.clear();
    if (a.sat > 0) out.basis += "　" + speech.words("desktop.analysis.sat", {{"count", std::to_string(a.sat)}});
    out.is_thin = a.summed > 0;
    if (out.is_thin)
        out.notes.push_back(speech.words("desktop.analysis.summed", {{"count", std::to_string(a.summed)}}));
    if (!state.left_out.empty())
        out.notes.push_back(speech.words("desktop.analysis.left_out", {{"count", std::to_string(state.left_out.size())},
                                                                       {"first", state.left_out.front().text}}));
    if (out.is_empty) return out;
    add_figures(a, speech, out);
    add_heat(a, speech, out);
    add_months(a, out);
    add_scenario_rows(state, speech, out);
    add_person(state, speech, out);
    return out;
}

}  // namespace huashu::desktop
