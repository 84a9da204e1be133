#include "desktop/gallery/analysis_samples.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "desktop/gallery/samples.hpp"

namespace huashu::desktop {
namespace {

using Line = scoring::LedgerLine;

constexpr std::array sample_names{"林小安", "陳建國", "歐陽若蘭", "許雅婷", "方志明", "周怡君",
                                  "吳俊傑", "何淑芬", "蔡宗翰",   "鄭美玲", "謝家豪", "羅文心"};
constexpr std::int64_t first_day = 1'775'000'000'000;  // the end of March 2026
constexpr std::int64_t day = 86'400'000;

// Numbers that look like chance and are none.
class SampleDice {
public:
    explicit SampleDice(unsigned seed) : state_(seed * 2654435761u + 17u) {}
    int up_to(int most) {
        state_ = state_ * 1664525u + 1013904223u;
        return static_cast<int>((state_ >> 16) % static_cast<unsigned>(most + 1));
    }

private:
    unsigned state_;
};

struct SamplePoint {
    const char* source;
    scoring::Dimension dimension;
    const char* reason;
    int possible;  ///< points; 0: it only costs
};
constexpr std::array<SamplePoint, 8> sample_points{{
    {"§4.2.1", scoring::Dimension::empathy, "致歉並關心對生活的影響", 18},
    {"§5.1.2", scoring::Dimension::deescalation, "復述業主的話，表示理解", 16},
    {"§4.2.2", scoring::Dimension::listening, "詢問損壞的程度與範圍", 16},
    {"§1.2.1", scoring::Dimension::ownership, "把責任承擔下來", 12},
    {"§4.2.3", scoring::Dimension::ownership, "安排專業人員維修", 14},
    {"§6.2.1", scoring::Dimension::timing, "承諾主動回報結果", 14},
    {"§8.1", scoring::Dimension::wording, "問候並稱呼業主", 10},
    {"§3.3.1", scoring::Dimension::forbidden, "把責任推給別人", 0},
}};

Line sample_line(const SamplePoint& point, Line::Kind kind, int points, int turn) {
    Line line;
    line.kind = kind;
    line.rule = std::string("sample.") + point.source;
    line.dimension = point.dimension;
    line.centipoints = points * 100;
    line.possible_centipoints = point.possible * 100;
    line.reason = point.reason;
    line.source = point.source;
    line.turn = turn;
    return line;
}

scoring::DimensionScore& dimension_in(app::AttemptFacts& facts, scoring::Dimension dimension) {
    return facts.dimensions.at(static_cast<std::size_t>(dimension));
}

// Earns what the skill (0..100) and chance allow; whoever is weak calms nobody and shifts responsibility.
void keep_ledger(app::AttemptFacts& facts, SampleDice& dice, int skill) {
    int sum = 0;
    for (std::size_t i = 0; i < scoring::dimension_count; ++i)
        facts.dimensions.push_back({static_cast<scoring::Dimension>(i), 0, 0, 0});
    for (std::size_t i = 0; i < sample_points.size(); ++i) {
        const SamplePoint& point = sample_points[i];
        const int turn = static_cast<int>(i % 3);
        scoring::DimensionScore& dimension = dimension_in(facts, point.dimension);
        const bool hard = std::string_view(point.source).starts_with("§5");
        const bool does = dice.up_to(100) < skill - (hard ? 25 : 0);
        if (point.possible == 0) {
            if (does || dice.up_to(100) > 60) continue;
            facts.ledger.push_back(sample_line(point, Line::Kind::finding, -8, turn));
            dimension.lost_centipoints += 800;
            sum -= 8;
            continue;
        }
        facts.ledger.push_back(sample_line(point, does ? Line::Kind::earned : Line::Kind::missed,
                                           does ? point.possible : 0, does ? turn : -1));
        dimension.possible_centipoints += point.possible * 100;
        dimension.earned_centipoints += does ? point.possible * 100 : 0;
        sum += does ? point.possible : 0;
    }
    if (sum < 0) facts.ledger.push_back(sample_line(sample_points.back(), Line::Kind::floor, -sum, -1));
    facts.score = std::clamp(sum, 0, 100);
}

void say_replies(app::AttemptFacts& facts, SampleDice& dice, int skill) {
    const Talk talk = sample_talk(3);
    scenarios::Mood mood{70, 30, 50};
    facts.initial = mood;
    for (std::size_t i = 0; i < talk.turns.size(); ++i) {
        const scenarios::Turn& turn = talk.turns[i];
        app::TurnFacts said;
        said.stage = "s" + std::to_string(i + 1);
        said.stage_title = std::array{"接待", "確認", "解決"}.at(i % 3);
        said.owner = "你們到底什麼時候來？";
        said.offered = {{"a", scenarios::Quality::best, "實在抱歉，我馬上安排師傅，下午三點前到您家。"},
                        {"b", scenarios::Quality::near, "抱歉，我們會盡快處理。"},
                        {"c", scenarios::Quality::bad, "這不歸我們管，您找開發商。"}};
        const bool well = dice.up_to(100) < skill;
        said.kind = i == 1 ? scenarios::Input::Kind::typed : scenarios::Input::Kind::choice;
        said.choice = i == 1 ? "" : well ? "a" : "b";
        said.reply = i == 1 ? turn.text : said.offered[well ? 0 : 1].text;
        said.score = well ? 80 + dice.up_to(20) : 30 + dice.up_to(30);
        if (i == 1) {
            said.findings = turn.judgement->findings;
            said.acts = turn.judgement->acts;
        }
        mood.anger = std::clamp(mood.anger + (well ? -18 : 6), 0, 100);
        mood.trust = std::clamp(mood.trust + (well ? 15 : -4), 0, 100);
        said.after = mood;
        facts.turns.push_back(std::move(said));
    }
}

app::AttemptFacts sample_attempt(int person, const scenarios::ScenarioCard& card, int scenario, int again) {
    SampleDice dice(static_cast<unsigned>(person * 100 + scenario * 10 + again));
    app::AttemptFacts facts;
    char id[40];
    std::snprintf(id, sizeof id, "00000000-0000-7000-8000-%04d%04d%04d", person, scenario, again);
    facts.id = id;
    std::snprintf(id, sizeof id, "00000000-0000-7000-9000-%012d", person);
    facts.person_id = person == 0 ? "" : id;
    facts.person = sample_names.at(static_cast<std::size_t>(person));
    facts.scenario_id = card.id;
    facts.title = card.title;
    facts.kind = card.kind;
    facts.difficulty = card.difficulty;
    facts.scenario_hash = "5f2c8a90d1e34b67";
    facts.packs_hash = "90ab33cd71e2f045";
    facts.started_ms = first_day + (scenario * 12 + again * 6) * day + person * 3'600'000;
    facts.ended_ms = facts.started_ms + 420'000 + dice.up_to(200) * 1000;
    facts.first = again == 0;
    const int skill = std::clamp(96 - 4 * person - 5 * card.difficulty + 12 * again, 15, 95);
    say_replies(facts, dice, skill);
    keep_ledger(facts, dice, skill);
    facts.rank = facts.passed() ? "good" : facts.score < 40 ? "bad" : "mixed";
    facts.ending = "agreed";
    facts.ending_title = "說定了時間";
    return facts;
}

}  // namespace

std::vector<app::AttemptFacts> sample_facts(int people) {
    const std::vector<scenarios::ScenarioCard> cards = sample_cards();
    std::vector<app::AttemptFacts> out;
    for (int person = 0; person < std::min(people, static_cast<int>(sample_names.size())); ++person)
        for (std::size_t s = 0; s < cards.size(); ++s)
            for (int again = 0; again <= (static_cast<int>(s) + person) % 2; ++again)
                out.push_back(sample_attempt(person, cards[s], static_cast<int>(s), again));
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return std::tie(a.ended_ms, a.id) < std::tie(b.ended_ms, b.id); });
    return out;
}

Plans sample_plans() {
    Plans plans;
    plans[""] = {
        {"m1", 5, "每天與同事對練一次激動的業主", "方志明", "2026-05-20", first_day + 30 * day, first_day + 52 * day},
        {"m2", 6, "每個承諾都說出時間，並主動回訪", "許雅婷", "2026-06-15", first_day + 60 * day, {}},
        {"m3", 3, "背熟十句體諒的說法", "許雅婷", "2026-07-01", first_day + 68 * day, {}}};
    return plans;
}

std::optional<Intents> SampleBackstage::about_analysis(const Effect& effect) const {
    if (std::holds_alternative<effect::LoadAnalysis>(effect)) {
        auto facts = std::make_shared<const std::vector<app::AttemptFacts>>(sample_facts(team));
        return Intents{AnalysisIntent{intent::AnalysisLoaded{std::move(facts), sample_plans(), "2026-06-20"}}};
    }
    if (const auto* wish = std::get_if<effect::SavePlan>(&effect)) {
        std::vector<app::Measure> plan = wish->plan;
        for (app::Measure& m : plan) {
            if (m.id.empty()) m.id = "m" + std::to_string(plan.size());
            if (m.due.empty()) m.due = "2026-07-04";
            if (m.begun_ms == 0) m.begun_ms = app::ms_of_day("2026-06-20");
            if (m.done_ms && *m.done_ms == 0) m.done_ms = app::ms_of_day("2026-06-20");
        }
        return Intents{AnalysisIntent{intent::PlanSaved{wish->person, std::move(plan)}}};
    }
    if (const auto* book = std::get_if<effect::WriteWorkbook>(&effect))
        return Intents{intent::Told{{.tone = Toast::Tone::good,
                                     .key = "desktop.toast.exported",
                                     .text = {},
                                     .remedy = "Documents/huashu/" + book->name + ".xlsx"}}};
    return std::nullopt;
}

}  // namespace huashu::desktop
