#include <doctest/doctest.h>

#include "desktop/gallery/samples.hpp"
#include "desktop/views/debrief_view.hpp"
#include "desktop/views/history_view.hpp"
#include "desktop/views/home_view.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

struct TwoTongues {
    app::Words words;
    app::Script script;
    [[nodiscard]] Speech speech() const { return {words, script}; }
};

TwoTongues voice(app::Language language) {
    return {app::Words::load("assets/words", language).value(), app::Script::make(language).value()};
}

DebriefState finished() {
    DebriefState debrief;
    debrief.talk = sample_talk(3);
    return debrief;
}

std::string at(const MarkedText& text, const Mark& mark) {
    return text.text.substr(mark.span.begin, mark.span.end - mark.span.begin);
}

}  // namespace

TEST_CASE("marked text: in the other script every mark stays on its words") {
    const TwoTongues simplified = voice(app::Language::zh_hans);
    const std::string text = "這個不歸我們管，您得找開發商。";
    const auto begin = static_cast<std::uint32_t>(text.find("不歸"));
    const Mark mark{MarkKind::finding, 0, {begin, begin + 15}};
    const MarkedText out = mark_text(text, {mark}, simplified.speech(), true);
    CHECK(out.text == "这个不归我们管，您得找开发商。");
    REQUIRE(out.marks.size() == 1);
    CHECK(at(out, out.marks[0]) == "不归我们管");
    CHECK(mark_text(text, {mark}, simplified.speech(), false).text == text);
}

TEST_CASE("marked text: marks that overlap all survive, empty ones and strays do not") {
    const TwoTongues v = voice(app::Language::zh_hans);
    const std::string text = "漏水漏電";
    const MarkedText out = mark_text(text,
                                     {{MarkKind::act, 0, {3, 12}},
                                      {MarkKind::finding, 0, {0, 6}},
                                      {MarkKind::act, 1, {4, 4}},
                                      {MarkKind::act, 2, {0, 99}}},
                                     v.speech(), true);
    REQUIRE(out.marks.size() == 2);
    CHECK(at(out, out.marks[0]) == "漏水");
    CHECK(at(out, out.marks[1]) == "水漏电");
}

TEST_CASE("owner's line: a stage direction in full-width brackets is told from what he says") {
    const TwoTongues v = voice(app::Language::zh_hant);
    scenarios::OwnerLine line;
    line.text = "（拍桌子）誰來管？";
    const OwnerBubble bubble = make_owner_bubble(line, v.speech());
    CHECK(bubble.direction == "拍桌子");
    CHECK(bubble.text == "誰來管？");
    line.text = "誰來管（大家都看著）？";
    CHECK(make_owner_bubble(line, v.speech()).direction.empty());
    line.text = "（沒有關上";
    CHECK(make_owner_bubble(line, v.speech()).text == "（沒有關上");
}

TEST_CASE("home view: filters act, and the chosen one is known") {
    const TwoTongues v = voice(app::Language::zh_hant);
    HomeState home = sample_home();
    home.filters.complaint = scoring::Complaint::safety;
    const HomeView view = make_home_view(home, v.speech(), 80);
    CHECK(view.rows.size() == 2);
    CHECK(view.total == 6);
    int on = 0;
    for (const FilterOption& option : view.filters) on += option.on ? 1 : 0;
    CHECK(on == 1);
}

TEST_CASE("home view: search finds either script") {
    const scenarios::ScenarioCard card = sample_cards().front();
    Filters filters;
    for (const char* wanted : {"滴水", "主卧", "周敏华", "周敏華"}) {
        CAPTURE(wanted);
        filters.search = wanted;
        CHECK(passes(filters, card, false));
    }
    filters.search = "電梯";
    CHECK_FALSE(passes(filters, card, false));
}

TEST_CASE("home view: the last result is a pass only above the mark and without a critical finding") {
    const TwoTongues v = voice(app::Language::zh_hant);
    HomeState home = sample_home();
    home.selected = "lift";
    HomeView view = make_home_view(home, v.speech(), 80);
    REQUIRE(view.detail);
    CHECK(view.detail->row.last->passed);
    home.last["lift"].end->has_critical = true;
    view = make_home_view(home, v.speech(), 80);
    CHECK_FALSE(view.detail->row.last->passed);
}

TEST_CASE("play view: steps are done, present or ahead") {
    const TwoTongues v = voice(app::Language::zh_hant);
    const PlayView view = make_play_view(sample_talk(2), v.speech());
    REQUIRE(view.steps.size() == 4);
    CHECK(view.steps[0].state == StepState::done);
    CHECK(view.steps[1].state == StepState::done);
    CHECK(view.steps[2].state == StepState::now);
    CHECK(view.steps[3].state == StepState::ahead);
    CHECK(view.facts_told == 2);
    CHECK(view.course.size() == 3);
}

TEST_CASE("play view: a stage outside the four steps stands beside them") {
    const TwoTongues v = voice(app::Language::zh_hant);
    Talk talk = sample_talk(1);
    talk.step = scoring::Step::calm;
    const PlayView view = make_play_view(talk, v.speech());
    REQUIRE(view.steps.size() == 5);
    CHECK(view.steps[4].number == 0);
    CHECK(view.steps[4].state == StepState::now);
}

TEST_CASE("coach: rungs show one after the other, and nothing of a draft when the coach is off") {
    const TwoTongues v = voice(app::Language::zh_hant);
    PlayState play;
    play.talk = sample_talk(1);
    play.draft = "盡快，對不起";
    play.draft_judgement = sample_draft(play.draft);
    CoachView coach = make_coach_view(play, v.speech());
    CHECK(coach.findings.size() == 1);
    CHECK(coach.marks.size() == 1);
    CHECK(coach.acts.size() == 1);
    CHECK(coach.nudge.empty());
    play.coach = false;
    play.hint = 2;
    coach = make_coach_view(play, v.speech());
    CHECK(coach.findings.empty());
    CHECK_FALSE(coach.nudge.empty());
    CHECK(coach.elements.size() == 1);
    CHECK(coach.model.empty());
    play.hint = 3;
    CHECK_FALSE(make_coach_view(play, v.speech()).model.empty());
}

TEST_CASE("debrief: the ledger shown adds up to the score shown") {
    const TwoTongues v = voice(app::Language::zh_hant);
    const DebriefState debrief = finished();
    int sum = 0;
    for (const scoring::LedgerLine& line : debrief.talk->scorecard.ledger) sum += line.centipoints;
    const DebriefView view = make_debrief_view(debrief, v.speech());
    CHECK(std::to_string(sum / 100) == view.total);
    CHECK(view.ledger.size() == debrief.talk->scorecard.ledger.size());
    CHECK(view.ledger[2].points == "0 / 5");
    CHECK(view.ledger[6].points == "−12");
}

TEST_CASE("debrief: turning points are the greatest changes, by turn, and small ones are none") {
    const std::vector<scenarios::Mood> course{{50, 50, 50}, {55, 50, 50}, {80, 40, 40},
                                              {78, 40, 40}, {50, 60, 60}, {30, 80, 70}};
    CHECK(turning_points(course) == std::vector<int>{1, 3, 4});
    CHECK(turning_points(course, 1) == std::vector<int>{3});
    CHECK(turning_points({{50, 50, 50}}).empty());
    CHECK(turning_points({{50, 50, 50}, {52, 50, 50}}).empty());
}

TEST_CASE("debrief: as text it holds every reply, finding, better wording and the sum") {
    const TwoTongues v = voice(app::Language::zh_hant);
    const DebriefState debrief = finished();
    const std::string text = debrief_text(make_debrief_view(debrief, v.speech()), v.speech());
    for (const scenarios::Turn& turn : debrief.talk->turns) {
        CHECK(text.find(turn.text) != std::string::npos);
        for (const scoring::Finding& f : turn.judgement->findings) CHECK(text.find(f.instead) != std::string::npos);
    }
    CHECK(text.find("= 71") != std::string::npos);
}

TEST_CASE("history: running, passed and failed attempts are told apart") {
    const TwoTongues v = voice(app::Language::en);
    State state;
    state.home = sample_home();
    SampleBackstage stage;
    for (const Intent& back : stage.perform(effect::LoadHistory{}))
        state.history.attempts = std::get<intent::HistoryLoaded>(back).attempts;
    const HistoryView view = make_history_view(state, v.speech());
    REQUIRE(view.rows.size() == 4);
    CHECK(view.rows[0].kind == HistoryRow::Kind::failed);
    CHECK(view.rows[1].kind == HistoryRow::Kind::passed);
    CHECK(view.rows[2].kind == HistoryRow::Kind::running);
}

TEST_CASE("portrait: anger and trust move the face the right way, and the same owner always looks the same") {
    const Expression furious = expression_of({95, 5, 10});
    const Expression content = expression_of({10, 85, 80});
    CHECK(furious.brow_tilt > 0.8f);
    CHECK(furious.mouth_open > 0.5f);
    CHECK(furious.vein);
    CHECK(content.mouth_curve > 0.5f);
    CHECK(content.flush == 0);
    CHECK_FALSE(content.vein);
    CHECK(countenance_of({95, 5, 10}) == Countenance::furious);
    CHECK(countenance_of({10, 85, 80}) == Countenance::relieved);
    const scenarios::OwnerCard owner = sample_cards()[2].owner;
    const Likeness a = likeness_of(owner, "elderly_hard_of_hearing");
    CHECK(a.hair == likeness_of(owner, "elderly_hard_of_hearing").hair);
    CHECK(a.extra == Extra::hearing_aid);
    CHECK(a.wrinkles > 0.9f);
}
