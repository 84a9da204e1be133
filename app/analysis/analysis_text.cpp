#include "analysis/analysis_text.hpp"

#include <cmath>
#include <cstdio>

#include "json/json_writer.hpp"

namespace huashu::app {
namespace {

using Row = std::vector<std::string>;

std::string decimals(double value, int places) {
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    return text;
}
std::string optional_decimals(const std::optional<double>& value, int places) {
    return value ? decimals(*value, places) : "–";
}

std::string per_cent_of(int part, int whole) {
    return whole == 0 ? "–" : std::to_string(std::lround(100.0 * part / whole)) + " %";
}

std::string chapter_name(const Page& page, int chapter) {
    const std::string number = std::to_string(chapter);
    return "§" + number + " " + page.words.name("desktop.chapter.", number);
}

std::string points_cited(const ChapterResult& c) {
    std::string out;
    for (const std::string& point : c.points) out += (out.empty() ? "" : " ") + point;
    return out;
}

class AnalysisPage {
public:
    AnalysisPage(const Analysis& analysis, const Page& page) : a_(analysis), page_(page) {}

    std::string text() {
        basis();
        if (a_.talks == 0) return out_;
        scenarios();
        turns();
        unused_choices();
        chapters();
        people();
        months();
        return out_;
    }

private:
    std::string words(std::string_view key) const { return page_.words(key); }

    void heading(std::string_view key) { out_ += "\n" + page_.heading(words(key)); }

    void basis() {
        if (a_.talks == 0) {
            out_ += page_.paragraph(words("cli.analyse.nothing"));
            return;
        }
        out_ += page_.paragraph(page_.words("cli.analyse.basis", {{"people", std::to_string(a_.people)},
                                                                  {"talks", std::to_string(a_.talks)},
                                                                  {"first", std::to_string(a_.first_talks)},
                                                                  {"mean", decimals(a_.mean, 1)}}));
        if (a_.sat > 0) out_ += page_.paragraph(page_.words("cli.analyse.sat", {{"count", std::to_string(a_.sat)}}));
        if (a_.summed > 0)
            out_ += page_.paragraph(page_.words("cli.analyse.summed", {{"count", std::to_string(a_.summed)}}));
        const Reliability& r = a_.reliability;
        if (r.alpha)
            out_ += page_.paragraph(page_.words("cli.analyse.reliable", {{"alpha", decimals(*r.alpha, 2)},
                                                                         {"people", std::to_string(r.people)},
                                                                         {"scenarios", std::to_string(r.items)},
                                                                         {"error", decimals(r.standard_error, 1)}}));
        else
            out_ += page_.paragraph(
                page_.words("cli.analyse.not_reliable",
                            {{"least", std::to_string(least_for_reliability)}, {"people", std::to_string(r.people)}}));
    }

    Row figures_row(std::string title, const ItemFigures& f) const {
        return {std::move(title),
                std::to_string(f.people),
                decimals(f.mean, 1),
                decimals(f.deviation, 1),
                optional_decimals(f.discrimination, 2),
                optional_decimals(f.rest_correlation, 2)};
    }
    Row figures_head(std::string_view first) const {
        return {words(first),
                words("cli.analyse.people"),
                words("cli.analyse.mean"),
                words("cli.analyse.deviation"),
                words("cli.analyse.discrimination"),
                words("cli.analyse.correlation")};
    }

    void scenarios() {
        heading("cli.analyse.scenarios");
        std::vector<Row> rows{figures_head("cli.list.title")};
        rows.back().push_back(words("cli.analyse.pass_rate"));
        for (const ScenarioItem& s : a_.scenarios) {
            rows.push_back(figures_row(page_.script(s.title), s.figures));
            rows.back().push_back(per_cent_of(s.passed, s.figures.people));
        }
        out_ += page_.table(rows);
        out_ += page_.paragraph(
            page_.words("cli.analyse.discrimination_how", {{"least", std::to_string(least_for_discrimination)}}));
    }

    void turns() {
        std::vector<Row> rows{figures_head("cli.analyse.turn")};
        for (const ScenarioItem& s : a_.scenarios)
            for (const TurnItem& t : s.turns)
                if (t.figures.people >= least_for_discrimination)
                    rows.push_back(figures_row(page_.script(s.title) + " · " + page_.script(t.title) +
                                                   (t.nth > 1 ? " " + std::to_string(t.nth) : ""),
                                               t.figures));
        heading("cli.analyse.turns");
        if (rows.size() == 1)
            out_ += page_.paragraph(
                page_.words("cli.analyse.no_turns", {{"least", std::to_string(least_for_discrimination)}}));
        else
            out_ += page_.table(rows);
    }

    void unused_choices() {
        heading("cli.analyse.unused");
        bool any = false;
        for (const ScenarioItem& s : a_.scenarios)
            for (const ChoiceUse& c : s.choices) {
                if (!c.unused()) continue;
                any = true;
                out_ += page_.paragraph(page_.script(s.title) + " · " + page_.script(c.title) + " · " + c.choice.id +
                                        " (" + std::to_string(c.offered) + "): " + page_.script(c.choice.text));
            }
        if (!any)
            out_ += page_.paragraph(page_.words("cli.analyse.no_unused", {{"least", std::to_string(least_offers)}}));
    }

    void add_chapter(std::vector<Row>& rows, const ChapterResult& c) const {
        rows.push_back({chapter_name(page_, c.chapter), std::to_string(c.talks), decimals(c.left_per_talk(), 1),
                        decimals(c.possible - c.earned, 1), decimals(c.lost, 1), points_cited(c)});
    }
    Row chapters_head() const {
        return {words("cli.analyse.chapter"),    words("cli.analyse.talks"), words("cli.analyse.left"),
                words("cli.analyse.not_earned"), words("cli.analyse.lost"),  words("cli.analyse.points")};
    }

    void chapters() {
        heading("cli.analyse.chapters");
        std::vector<Row> rows{chapters_head()};
        for (const ChapterResult& c : a_.chapters) add_chapter(rows, c);
        out_ += page_.table(rows);
    }

    void people() {
        heading("cli.analyse.persons");
        std::vector<Row> rows{{words("cli.analyse.person"), words("cli.analyse.talks"), words("cli.analyse.passed"),
                               words("cli.analyse.last_five"), words("cli.analyse.change"),
                               words("cli.analyse.weakest")}};
        for (const PersonResult& p : a_.persons) {
            const bool known = p.talks >= least_talks && !p.chapters.empty() && p.chapters.front().left_per_talk() > 0;
            rows.push_back({p.name.empty() ? words("desktop.people.unnamed") : p.name, std::to_string(p.talks),
                            std::to_string(p.passed), decimals(p.mean, 1), optional_decimals(p.change, 1),
                            known ? chapter_name(page_, p.chapters.front().chapter) : "–"});
        }
        out_ += page_.table(rows);
        out_ += page_.paragraph(page_.words("cli.analyse.weakest_how", {{"least", std::to_string(least_talks)}}));
    }

    void months() {
        heading("cli.analyse.months");
        std::vector<Row> rows{{words("cli.analyse.month"), words("cli.analyse.talks"), words("cli.analyse.mean")}};
        for (const Month& m : a_.months)
            rows.push_back({std::to_string(m.year) + (m.month < 10 ? "-0" : "-") + std::to_string(m.month),
                            std::to_string(m.talks), decimals(m.mean, 1)});
        out_ += page_.table(rows);
    }

    const Analysis& a_;
    const Page& page_;
    std::string out_;
};

void write_optional(JsonWriter& json, std::string_view key, const std::optional<double>& value) {
    json.key(key);
    if (value)
        json.value(*value);
    else
        json.null();
}

void write_figures(JsonWriter& json, const ItemFigures& f) {
    json.member("people", f.people);
    json.member("mean", f.mean);
    json.member("deviation", f.deviation);
    write_optional(json, "discrimination", f.discrimination);
    write_optional(json, "rest_correlation", f.rest_correlation);
}

void write_chapters(JsonWriter& json, const std::vector<ChapterResult>& chapters) {
    json.key("chapters");
    json.begin_array();
    for (const ChapterResult& c : chapters) {
        json.begin_object();
        json.member("chapter", c.chapter);
        json.member("talks", c.talks);
        json.member("left_per_talk", c.left_per_talk());
        json.member("earned", c.earned);
        json.member("possible", c.possible);
        json.member("lost", c.lost);
        json.key("points");
        json.begin_array();
        for (const std::string& point : c.points) json.value(point);
        json.end_array();
        json.end_object();
    }
    json.end_array();
}

void write_scenario(JsonWriter& json, const ScenarioItem& s) {
    json.begin_object();
    json.member("scenario", s.scenario_id);
    write_figures(json, s.figures);
    json.member("passed", s.passed);
    json.key("turns");
    json.begin_array();
    for (const TurnItem& t : s.turns) {
        json.begin_object();
        json.member("stage", t.stage);
        json.member("nth", t.nth);
        write_figures(json, t.figures);
        json.end_object();
    }
    json.end_array();
    json.key("choices");
    json.begin_array();
    for (const ChoiceUse& c : s.choices) {
        json.begin_object();
        json.member("stage", c.stage);
        json.member("choice", c.choice.id);
        json.member("quality", scenarios::name_of(c.choice.quality));
        json.member("offered", c.offered);
        json.member("taken", c.taken);
        json.member("unused", c.unused());
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void write_person(JsonWriter& json, const PersonResult& p) {
    json.begin_object();
    json.member("person", p.id);
    json.member("name", p.name);
    json.member("talks", p.talks);
    json.member("passed", p.passed);
    json.member("mean_of_last", p.mean);
    write_optional(json, "change", p.change);
    json.key("scores");
    json.begin_array();
    for (const int score : p.scores) json.value(score);
    json.end_array();
    write_chapters(json, p.chapters);
    json.end_object();
}

void write_basis(JsonWriter& json, const Analysis& a) {
    json.member("people", a.people);
    json.member("talks", a.talks);
    json.member("first_talks", a.first_talks);
    json.member("talks_in_sittings", a.sat);
    json.member("talks_summed_up", a.summed);
    json.member("mean", a.mean);
    json.key("minimum");
    json.begin_object();
    json.member("discrimination", least_for_discrimination);
    json.member("reliability", least_for_reliability);
    json.member("weakness", least_talks);
    json.member("unused_choice", least_offers);
    json.end_object();
    json.key("reliability");
    json.begin_object();
    write_optional(json, "alpha", a.reliability.alpha);
    json.member("standard_error", a.reliability.standard_error);
    json.member("people", a.reliability.people);
    json.member("scenarios", a.reliability.items);
    json.end_object();
}

}  // namespace

std::string to_text(const Analysis& analysis, const Page& page) { return AnalysisPage(analysis, page).text(); }

std::string to_json(const Analysis& analysis) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    write_basis(json, analysis);
    json.key("scenarios");
    json.begin_array();
    for (const ScenarioItem& s : analysis.scenarios) write_scenario(json, s);
    json.end_array();
    write_chapters(json, analysis.chapters);
    json.key("persons");
    json.begin_array();
    for (const PersonResult& p : analysis.persons) write_person(json, p);
    json.end_array();
    json.key("months");
    json.begin_array();
    for (const Month& m : analysis.months) {
        json.begin_object();
        json.member("year", m.year);
        json.member("month", m.month);
        json.member("talks", m.talks);
        json.member("mean", m.mean);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return out + "\n";
}

}  // namespace huashu::app
