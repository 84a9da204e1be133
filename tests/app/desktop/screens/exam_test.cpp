// An assessment as people take and review it: the real backstage, the small library, no window.
#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "app/desktop/driver.hpp"
#include "app/small_library.hpp"
#include "desktop/live/exam_backstage.hpp"
#include "desktop/live/live_backstage.hpp"
#include "integrity/lock.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

constexpr const char* blueprint_text = R"({
  "format": "huashu-blueprint", "version": 1, "id": "exam", "title": "考核", "minutes": 30, "pass_mark": 70,
  "reply_clock": false, "forms": 1, "attempts": 2,
  "draws": [{"id": "one", "replies": "REPLIES", "minutes": 10}]
})";

struct ExamHouse {
    explicit ExamHouse(const std::string& replies) {
        std::string text = blueprint_text;
        text.replace(text.find("REPLIES"), 7, replies);
        folder.write("blueprints/exam.json", text);
        REQUIRE(app::save_people(folder.path(), {{"", "林小安"}}).has_value());
        auto opened =
            app::Records::open({.folder = folder.path(), .now_ms = [this] { return now_ms += 10; }, .new_id = nullptr});
        REQUIRE(opened.has_value());
        records.emplace(std::move(*opened));
        live = std::make_unique<LiveBackstage>(
            small_library(), LiveBackstage::Options{.records = &*records,
                                                    .settings_file = {},
                                                    .data_folder = folder.path(),
                                                    .blueprint_folders = {folder.path() + "/blueprints"},
                                                    .papers_folder = {},
                                                    .new_seed = [] { return 3u; }});
        driver = std::make_unique<Driver>(app::Language::zh_hant, 1280, 800, live.get());
        driver->start();
        REQUIRE(driver->click("rail.exams"));
        REQUIRE(driver->shows("exam.card.exam"));
    }
    void begin() const {
        REQUIRE(driver->click("exam.begin"));
        REQUIRE(driver->state().page == Page::exam);
        REQUIRE(driver->click("exam.next"));
        REQUIRE(driver->state().page == Page::play);
    }
    void say(std::u32string_view text) const {
        REQUIRE(driver->click("play.editor"));
        driver->type(text);
        REQUIRE(driver->click("play.send"));
    }
    [[nodiscard]] const assess::Filed& filed() const { return exams_of(driver->state()).open->filed; }

    test::TemporaryFolder folder;
    std::int64_t now_ms = 1'700'000'000'000;
    std::optional<app::Records> records;
    std::unique_ptr<LiveBackstage> live;
    std::unique_ptr<Driver> driver;
};

}  // namespace

TEST_CASE("exam screens: in a sealed talk nothing helps, and nothing is told of what a reply was worth") {
    const ExamHouse house("typed");
    Driver& d = *house.driver;
    house.begin();
    CHECK(d.shows("play.exam.place"));
    CHECK(d.shows("play.exam.item_left"));
    CHECK_FALSE(d.shows("play.choice.a"));
    CHECK_FALSE(d.shows("play.coach.switch"));
    CHECK_FALSE(d.shows("play.hint"));
    CHECK_FALSE(d.shows("play.step.1"));
    CHECK_FALSE(d.shows("play.fact.0"));
    d.key(Key::h, {.ctrl = true});
    CHECK(d.state().play.hint == 0);
    REQUIRE(d.click("play.editor"));
    d.type(U"這不歸我管");
    CHECK(d.state().play.draft.empty());
    CHECK_FALSE(d.shows("play.coach"));
    REQUIRE(d.click("play.send"));
    REQUIRE(d.state().play.talk->turns.size() == 1);
    CHECK(d.state().play.talk->turns[0].judgement == scoring::Judgement{});
    CHECK(d.state().play.talk->turns[0].model_reply.empty());
    CHECK(d.state().play.talk->model_reply.empty());
    CHECK(d.state().play.talk->scorecard.ledger.empty());
}

TEST_CASE("exam screens: from the list to the sealed result, an appeal, its decision and the confirmation") {
    const ExamHouse house("typed");
    Driver& d = *house.driver;
    house.begin();
    d.clip = "非常抱歉";
    REQUIRE(d.click("play.editor"));
    d.key(Key::v, {.ctrl = true});
    d.type(U"，這不歸我管。請問是哪裡滴水？");
    REQUIRE(d.click("play.send"));
    d.shell().attend(false);
    d.shell().attend(true);
    house.say(U"師傅下午三點上門。");
    REQUIRE(d.shows("play.exam.go_on"));
    CHECK_FALSE(d.shows("play.to_debrief"));
    REQUIRE(d.click("play.exam.go_on"));
    REQUIRE(d.state().page == Page::sitting);
    REQUIRE(d.shows("sitting.verdict"));
    CHECK(house.filed().sitting.pasted_replies() == 1);
    CHECK(house.filed().sitting.focus_losses == 1);
    CHECK(house.filed().result()->provisional);
    CHECK_FALSE(d.shows("sitting.confirm"));  // a trainee confirms nothing
    // The trainee contests the line that costs points.
    const auto& ledger = house.filed().sitting.result->items[0].ledger;
    const auto fault =
        std::find_if(ledger.begin(), ledger.end(), [](const auto& l) { return l.rule == "deflect.not_mine"; });
    REQUIRE(fault != ledger.end());
    const std::string line = std::to_string(fault - ledger.begin());
    d.resize(1280, 2400);
    REQUIRE(d.click("sitting.act." + line));
    REQUIRE(d.shows("act"));
    CHECK_FALSE(d.click("act.go"));  // without a reason it does not react
    REQUIRE(d.click("act.reason"));
    d.type(U"我在引述業主的話");
    REQUIRE(d.click("act.go"));
    REQUIRE(house.filed().review.appeals.size() == 1);
    CHECK(house.filed().review.appeals[0].by == "林小安");
    // The supervisor finds it, decides, confirms.
    REQUIRE(d.click("sitting.back"));
    REQUIRE(d.click("exam.supervise"));
    REQUIRE(d.state().page == Page::supervise);
    CHECK(d.shows("forms.0"));
    d.wish(exam_intent(exam_wish::ShowTab{SuperviseTab::sittings}));
    const std::string id = exams_of(d.state()).mine.front().sitting.begun.sitting_id;
    REQUIRE(d.click("supervise." + id));
    REQUIRE(d.shows("sitting.confirm"));
    CHECK_FALSE(d.click("sitting.confirm"));  // an appeal is open
    REQUIRE(d.click("sitting.act." + line));
    REQUIRE(d.click("act.by"));
    d.type(U"王主管");
    REQUIRE(d.click("act.reason"));
    d.type(U"是引述");
    REQUIRE(d.click("act.go"));
    CHECK(house.filed().result()->now > house.filed().result()->machine);
    CHECK(std::filesystem::exists(house.folder.path() + "/offered-examples"));
    REQUIRE(d.click("sitting.confirm"));
    REQUIRE(d.click("act.go"));  // the name stays, a note need not be
    CHECK_FALSE(house.filed().result()->provisional);
    CHECK(house.filed().review.confirmed->by == "王主管");
}

TEST_CASE("exam screens: leaving asks first, the clock goes on, and one goes on where one was") {
    const ExamHouse house("choice");
    Driver& d = *house.driver;
    house.begin();
    CHECK_FALSE(d.shows("play.editor"));
    REQUIRE(d.click("play.choice.b"));
    d.key(Key::escape);
    REQUIRE(d.shows("leave.go"));
    REQUIRE(d.click("leave.go"));
    REQUIRE(d.state().page == Page::exams);
    const_cast<ExamHouse&>(house).now_ms += 5 * 60'000;
    REQUIRE(d.click("exam.begin"));
    REQUIRE(d.state().page == Page::play);
    REQUIRE(d.state().play.sealed.has_value());
    CHECK(d.state().play.sealed->item_left_ms < 5 * 60'000);
    CHECK(d.state().play.talk->turns.size() == 1);
    REQUIRE(d.click("play.choice.a"));
    REQUIRE(d.click("play.exam.go_on"));
    CHECK(house.filed().sitting.focus_losses == 1);
    CHECK(house.filed().sitting.away_ms >= 5 * 60'000);
}

TEST_CASE("exam screens: when time is up the scenario is closed by itself") {
    const ExamHouse house("choice");
    Driver& d = *house.driver;
    house.begin();
    const_cast<ExamHouse&>(house).now_ms += 11 * 60'000;
    d.now_s += 2;
    d.tick(3);
    REQUIRE(d.state().page == Page::sitting);  // it was the only one
    CHECK(house.filed().sitting.items[0].why == assess::event::Closed::Why::out_of_time);
    CHECK_FALSE(house.filed().result()->passed);
}

TEST_CASE("exam screens: where a passphrase is set, the supervisor's side asks for it") {
    const ExamHouse house("choice");
    Driver& d = *house.driver;
    app::SupervisorLock lock(const_cast<ExamHouse&>(house).records.value());
    REQUIRE(lock.set("correct horse battery").has_value());
    REQUIRE(d.click("exam.supervise"));
    REQUIRE(d.shows("supervise.passphrase"));
    CHECK_FALSE(d.shows("forms.0"));
    REQUIRE(d.click("supervise.passphrase"));
    d.type(U"wrong horse");
    REQUIRE(d.click("supervise.unlock"));
    CHECK(exams_of(d.state()).supervise.refused);
    CHECK_FALSE(d.shows("forms.0"));
    REQUIRE(d.click("supervise.passphrase"));
    d.type(U"correct horse battery");
    REQUIRE(d.click("supervise.unlock"));
    CHECK(d.shows("forms.0"));
}

TEST_CASE("exam screens: without a name the list of people opens first") {
    const ExamHouse house("choice");
    Driver& d = *house.driver;
    d.wish(intent::PeopleLoaded{{{"", ""}}, ""});
    REQUIRE(d.click("rail.exams"));
    REQUIRE(d.click("exam.begin"));
    CHECK(d.state().people.choosing);
    CHECK(d.state().page == Page::exams);
}

TEST_CASE("blueprint screen: written from nothing, told at once whether it can be filled, saved, and sat") {
    const ExamHouse house("choice");
    Driver& d = *house.driver;
    REQUIRE(d.click("exam.supervise"));
    REQUIRE(d.click("supervise.new"));
    REQUIRE(d.state().page == Page::blueprint);
    const auto draft = [&]() -> const BlueprintDraft& { return *exams_of(d.state()).draft; };
    d.resize(1280, 2400);
    CHECK(draft().check.problems.size() == 1);  // it has no title yet
    CHECK_FALSE(d.click("blueprint.save"));
    REQUIRE(d.click("blueprint.title"));
    d.type(U"秋季抽查");
    REQUIRE(d.click("blueprint.id"));
    d.key(Key::a, {.ctrl = true});
    d.type(U"autumn");
    CHECK(draft().value.blueprint.title == "秋季抽查");
    CHECK(draft().value.blueprint.id == "autumn");
    // The small library has one scenario; three are asked for.
    d.now_s += 1;
    d.tick(3);
    REQUIRE(draft().checked == draft().revision);
    REQUIRE(draft().check.problems.size() == 1);
    CHECK(draft().check.problems[0].code == "draw-not-filled");
    CHECK(d.shows("blueprint.problems"));
    d.ui().focus.clear();
    for (int i = 0; i < 2; ++i) {
        const Tag* count = d.find("blueprint.draw.0.count");
        REQUIRE(count != nullptr);
        d.click_at(count->box.x0 + 8, count->box.mid_y());
    }
    CHECK(draft().value.blueprint.draws[0].count == 1);
    for (int i = 0; i < 2; ++i) {
        const Tag* forms = d.find("blueprint.forms");  // each frame has tags of its own
        REQUIRE(forms != nullptr);
        d.click_at(forms->box.x0 + 8, forms->box.mid_y());
    }
    REQUIRE(d.click("blueprint.family.abuse"));
    REQUIRE(d.click("blueprint.draw.0.complaint.facility"));
    REQUIRE(d.click("blueprint.draw.0.kinds"));
    d.key(Key::escape);  // closes the list, not the page
    CHECK(d.state().page == Page::blueprint);
    d.now_s += 1;
    d.tick(3);
    CHECK(draft().check.problems.empty());
    CHECK(draft().check.drawn.has_value());
    d.key(Key::z, {.ctrl = true});
    CHECK(draft().value.blueprint.draws[0].complaints.empty());
    d.key(Key::y, {.ctrl = true});
    CHECK(draft().value.blueprint.draws[0].complaints.size() == 1);
    d.key(Key::escape);
    CHECK(draft().leaving);  // asks first
    REQUIRE(d.click("blueprint.stay"));
    d.now_s += 1;
    d.tick(3);
    d.key(Key::s, {.ctrl = true});
    CHECK_FALSE(draft().changed);
    const auto saved = assess::load_blueprint(house.folder.path() + "/blueprints/autumn.json");
    REQUIRE_MESSAGE(saved.has_value(), (saved ? "" : saved.error().diagnostics.front().text));
    CHECK(saved->title == "秋季抽查");
    CHECK(saved->marking.fatal.families == std::vector<scoring::Family>{scoring::Family::abuse});
    d.key(Key::escape);
    CHECK(d.state().page == Page::supervise);
    CHECK(d.shows("supervise.blueprint.autumn"));
    REQUIRE(d.click("supervise.edit"));
    CHECK(draft().opened_as == "autumn");
}

TEST_CASE("analysis screen: locked where a passphrase is set, read in the background, a sitting among the talks") {
    const ExamHouse house("choice");
    Driver& d = *house.driver;
    house.begin();
    REQUIRE(d.click("play.choice.b"));
    REQUIRE(d.click("play.choice.a"));
    REQUIRE(d.click("play.exam.go_on"));
    {
        app::SupervisorLock lock(const_cast<ExamHouse&>(house).records.value(), {.passes = 1, .memory = 1u << 20});
        REQUIRE(lock.set("correct horse battery").has_value());
    }
    d.wish(intent::Go{Page::analysis});
    CHECK(d.state().analysis.locked);
    REQUIRE(d.shows("analysis.passphrase"));
    REQUIRE(d.click("analysis.passphrase"));
    d.type(U"wrong horse");
    REQUIRE(d.click("analysis.unlock"));
    CHECK(d.state().analysis.refused);
    CHECK(d.state().analysis.facts == nullptr);
    REQUIRE(d.click("analysis.passphrase"));
    d.type(U"correct horse battery");
    REQUIRE(d.click("analysis.unlock"));
    for (int i = 0; i < 500 && d.state().analysis.reading; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        d.now_s += 1;
        d.tick(2);
    }
    REQUIRE(d.state().analysis.facts != nullptr);
    CHECK(d.state().analysis.analysis.talks == 1);
    CHECK(d.state().analysis.analysis.sat == 1);
    CHECK(d.state().analysis.sittings.size() == 1);
    d.wish(intent::Go{Page::home});
    d.wish(intent::Go{Page::analysis});
    CHECK_FALSE(d.state().analysis.locked);  // until another person comes
}
