// Records are looked after and replies marked a second time as people do it: the real backstage, the small library, no
// window.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "app/desktop/driver.hpp"
#include "app/small_library.hpp"
#include "assess/department.hpp"
#include "desktop/live/live_backstage.hpp"
#include "desktop/state/care_update.hpp"
#include "desktop/state/exam_intent.hpp"
#include "integrity/lock.hpp"
#include "records/sqlite.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
using namespace huashu;
using namespace huashu::desktop;

namespace {

constexpr const char* care_blueprint = R"({
  "format": "huashu-blueprint", "version": 1, "id": "exam", "title": "考核", "minutes": 30, "pass_mark": 70,
  "reply_clock": false, "forms": 1, "draws": [{"id": "one", "replies": "typed", "minutes": 10}]
})";

struct CareHouse {
    CareHouse() {
        folder.write("data/blueprints/exam.json", care_blueprint);
        REQUIRE(app::save_people(data, {{"", "林小安"}, {"01", "陳建國"}}).has_value());
        records.emplace(open_records(data));
        auto other = open_records(data + "/people/01");
        play(other, 2);
        play(*records, 1);
        live = std::make_unique<LiveBackstage>(small_library(),
                                               LiveBackstage::Options{.records = &*records,
                                                                      .settings_file = {},
                                                                      .data_folder = data,
                                                                      .blueprint_folders = {data + "/blueprints"},
                                                                      .papers_folder = folder.path() + "/papers",
                                                                      .new_seed = [] { return 3u; }});
        driver = std::make_unique<Driver>(app::Language::zh_hant, 1280, 3200, live.get());
        driver->start();
    }
    static app::Records open_records(const std::string& in) {
        auto opened = app::Records::open({.folder = in, .now_ms = nullptr, .new_id = nullptr});
        REQUIRE(opened.has_value());
        return std::move(*opened);
    }
    static void play(app::Records& in, int talks) {
        for (int i = 0; i < talks; ++i) {
            const auto id = in.begin({.scenario_id = "leak", .scenario_hash = "h", .packs_hash = "p", .seed = 1});
            REQUIRE(id.has_value());
            app::TurnRecord turn;
            turn.input = scenarios::Input::say("您好，請問電話是 13812345678 嗎？");
            REQUIRE(in.append(*id, 0, turn, app::EndRecord{"settled", "best", 90, false, {}}).has_value());
        }
    }
    void settle() const {
        for (int i = 0; i < 500; ++i) {
            const ExamsState& exams = exams_of(driver->state());
            const bool reading =
                exams.marking && exams.marking->phase == MarkingState::Phase::reading && !exams.marking->locked;
            if (!(exams.care && exams.care->running) && !reading) return driver->tick(3);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            driver->now_s += 0.2;
            driver->tick(2);
        }
        FAIL("the work has no end");
    }
    void open_care() const {
        driver->wish(exam_intent(exam_wish::Supervise{}));
        REQUIRE(driver->click("supervise.care"));
        settle();
        REQUIRE(driver->state().page == Page::care);
    }
    void fill(const std::string& field, std::u32string_view text) const {
        REQUIRE(driver->click(field));
        driver->key(Key::a, {.ctrl = true});
        driver->type(text);
    }
    [[nodiscard]] const CareState& care() const { return *exams_of(driver->state()).care; }
    [[nodiscard]] const MarkingState& marking() const { return *exams_of(driver->state()).marking; }
    [[nodiscard]] std::string last_code() const {
        return driver->state().toasts.empty() ? std::string() : driver->state().toasts.back().code;
    }

    test::TemporaryFolder folder;
    std::string data = folder.path() + "/data";
    std::optional<app::Records> records;
    std::unique_ptr<LiveBackstage> live;
    std::unique_ptr<Driver> driver;
};

std::u32string wide(const std::string& ascii) { return {ascii.begin(), ascii.end()}; }

}  // namespace

TEST_CASE("care screen: what is kept is counted, verified, and backed up to a path that is typed") {
    const CareHouse house;
    Driver& d = *house.driver;
    house.open_care();
    REQUIRE(house.care().holdings);
    CHECK(house.care().holdings->people.size() == 2);
    CHECK(house.care().holdings->people[1].attempts == 2);
    CHECK(d.text_of("care.figure.1") == "3");
    CHECK_FALSE(house.care().holdings->last_backup.has_value());
    REQUIRE(d.click("care.verify"));
    house.settle();
    REQUIRE(house.care().verified);
    REQUIRE(house.care().verified->size() == 2);
    for (const app::VerifiedFile& f : *house.care().verified) CHECK(f.found.problems.empty());
    REQUIRE(d.click("care.rescore"));
    house.settle();
    REQUIRE(house.care().rescored);
    CHECK(house.care().rescored->counts.at(app::Rescored::Verdict::scenario_gone) == 3);
    const std::string to = house.folder.path() + "/backup";
    house.fill("care.backup.folder", wide(to));
    REQUIRE(d.click("care.backup"));
    house.settle();
    CHECK(fs::exists(to + "/records.db"));
    REQUIRE(house.care().holdings->last_backup.has_value());
    CHECK(house.care().holdings->last_backup->folder == to);
    REQUIRE(d.click("care.backup"));  // the suggested one was typed over; there is one of that name now
    house.settle();
    CHECK(house.last_code() == "backup-exists");
    house.fill("care.backup.folder", U"backup");
    REQUIRE(d.click("care.backup"));
    house.settle();
    CHECK(house.last_code() == "path-not-whole");
    d.ui().focus.clear();
    d.key(Key::escape);
    CHECK(d.state().page == Page::supervise);
}

TEST_CASE("care screen: a changed record is told with whose it is") {
    const CareHouse house;
    {
        auto other = CareHouse::open_records(house.data + "/people/01");
        REQUIRE(other.database().execute("UPDATE attempt SET score = 100").has_value());
    }
    house.open_care();
    REQUIRE(house.driver->click("care.verify"));
    house.settle();
    std::size_t problems = 0;
    for (const app::VerifiedFile& f : *house.care().verified) problems += f.found.problems.size();
    CHECK(problems == 2);
}

TEST_CASE("care screen: erasing takes two steps and the name; the chain stays, the name is gone") {
    const CareHouse house;
    Driver& d = *house.driver;
    house.open_care();
    REQUIRE(d.click("care.person.01.erase"));
    REQUIRE(d.shows("care.erase.first"));
    CHECK_FALSE(d.click("care.verify"));  // the page below does not react
    REQUIRE(d.click("care.erase.stay"));
    CHECK_FALSE(d.shows("care.erase.first"));
    REQUIRE(d.click("care.person.01.erase"));
    REQUIRE(d.click("care.erase.on"));
    REQUIRE(d.shows("care.erase.second"));
    CHECK_FALSE(d.click("care.erase.go"));
    house.fill("care.erase.name", U"林小安");
    CHECK_FALSE(d.click("care.erase.go"));  // another's
    house.fill("care.erase.name", U"陳建國");
    REQUIRE(d.click("care.erase.go"));
    house.settle();
    CHECK(d.state().people.all.size() == 1);
    REQUIRE(house.care().holdings->people.size() == 2);
    CHECK(house.care().holdings->people[1].erased == 2);
    CHECK(house.care().holdings->people[1].name.empty());
    REQUIRE(d.click("care.verify"));
    house.settle();
    for (const app::VerifiedFile& f : *house.care().verified) CHECK(f.found.problems.empty());
}

TEST_CASE("care screen: the time is set, what is older is shown first and erased after a question") {
    const CareHouse house;
    Driver& d = *house.driver;
    REQUIRE(house.records->file().size() > 0);
    {
        auto other = CareHouse::open_records(house.data + "/people/01");
        REQUIRE(other.database().execute("UPDATE attempt SET changed_ms = 1000").has_value());
    }
    house.open_care();
    for (int i = 0; i < 2; ++i) {
        const Tag* days = d.find("care.days");
        REQUIRE(days != nullptr);
        d.click_at(days->box.x1 - 8, days->box.mid_y());
    }
    REQUIRE(d.click("care.days.set"));
    house.settle();
    CHECK(house.care().holdings->retention_days == 60);
    REQUIRE(d.click("care.older"));
    house.settle();
    REQUIRE(house.care().older.has_value());
    CHECK(house.care().older->attempts == 2);
    REQUIRE(house.care().older->people.size() == 1);
    CHECK(house.care().older->people[0].name == "陳建國");
    CHECK(house.care().holdings->people[1].erased == 0);
    REQUIRE(d.click("care.older.erase"));
    REQUIRE(d.click("care.erase.on"));
    house.settle();
    CHECK(house.care().older_gone);
    CHECK(house.care().holdings->people[1].erased == 2);
}

TEST_CASE("care screen: another site is looked at before it is brought in, and clashes are named") {
    const CareHouse house;
    Driver& d = *house.driver;
    const std::string site = house.folder.path() + "/site";
    {
        auto theirs = CareHouse::open_records(site);
        CareHouse::play(theirs, 3);
        REQUIRE(app::save_people(site, {{"", "陳建國"}}).has_value());
    }
    house.open_care();
    house.fill("care.site.folder", wide(site));
    REQUIRE(d.click("care.site.preview"));
    house.settle();
    REQUIRE(house.care().site.size() == 1);
    CHECK(house.care().site[0].name == "陳建國 2");
    CHECK(d.state().people.all.size() == 2);  // only looked at
    REQUIRE(d.click("care.site.take"));
    house.settle();
    CHECK(d.state().people.all.size() == 3);
    CHECK(house.care().holdings->people.size() == 3);
    REQUIRE(d.click("care.site.preview"));
    house.settle();
    CHECK(house.care().site[0].how == app::BroughtIn::How::same);
    CHECK_FALSE(d.shows("care.site.take"));
    house.fill("care.site.folder", wide(house.folder.path()));
    REQUIRE(d.click("care.site.preview"));
    house.settle();
    CHECK(house.last_code() == "no-records");
}

TEST_CASE("care screen: where a passphrase is set it is asked for; what is kept of oneself needs none") {
    CareHouse house;
    Driver& d = *house.driver;
    app::SupervisorLock lock(*house.records, {1, 8192u * 8});
    REQUIRE(lock.set("correct horse battery").has_value());
    d.wish(care_intent(care_wish::Open{}));
    house.settle();
    CHECK(house.care().locked);
    CHECK_FALSE(d.shows("care.verify"));
    d.wish(care_intent(care_wish::Do{{.job = CareJob::erase_one, .where = {}, .person = "01"}}));
    house.settle();
    CHECK(house.care().locked);
    d.wish(marking_intent(marking_wish::Open{}));
    CHECK(house.marking().locked);
    d.wish(intent::Go{Page::settings});
    REQUIRE(d.click("settings.kept"));
    house.settle();
    REQUIRE(d.state().page == Page::kept);
    REQUIRE(house.care().mine.has_value());
    CHECK(house.care().mine->attempts == 1);
    REQUIRE(d.click("kept.export.go"));
    house.settle();
    const std::string file = house.folder.path() + "/papers/huashu-林小安.json";
    REQUIRE(fs::exists(file));
    const std::string text = test::read_bytes(file);
    CHECK(text.find("13812345678") == std::string::npos);
    CHECK(text.find("林小安") == std::string::npos);
    REQUIRE(d.click("kept.export.masked.1"));
    REQUIRE(d.click("kept.export.go"));
    house.settle();
    CHECK(house.last_code() == "file-exists");
    fs::remove(file);
    REQUIRE(d.click("kept.export.go"));
    house.settle();
    CHECK(test::read_bytes(file).find("13812345678") != std::string::npos);
    d.ui().focus.clear();
    d.key(Key::escape);
    CHECK(d.state().page == Page::settings);
    d.key(Key::escape);
    CHECK(d.state().page != Page::kept);
}

TEST_CASE("second marking: drawn, graded blind by keyboard, left and gone on with, compared at the end") {
    const CareHouse house;
    Driver& d = *house.driver;
    REQUIRE(d.click("rail.exams"));
    REQUIRE(d.click("exam.begin"));
    REQUIRE(d.click("exam.next"));
    for (const std::u32string_view line : {U"非常抱歉，這不歸我管。請問是哪裡滴水？", U"師傅下午三點上門。"}) {
        REQUIRE(d.click("play.editor"));
        d.type(line);
        REQUIRE(d.click("play.send"));
    }
    REQUIRE(d.click("play.exam.go_on"));
    REQUIRE(d.state().page == Page::sitting);
    d.wish(exam_intent(exam_wish::Supervise{}));
    d.wish(exam_intent(exam_wish::ShowTab{SuperviseTab::calibration}));
    REQUIRE(d.click("supervise.marking"));
    house.settle();
    REQUIRE(house.marking().phase == MarkingState::Phase::setup);
    CHECK(house.marking().specimens == 2);
    CHECK_FALSE(d.click("marking.draw"));  // nobody is named
    house.fill("marking.rater", U"王主管");
    REQUIRE(d.click("marking.draw"));
    REQUIRE(house.marking().phase == MarkingState::Phase::marking);
    REQUIRE(house.marking().sheet->replies.size() == 2);
    CHECK_FALSE(house.marking().result.has_value());
    CHECK_FALSE(d.click("marking.finish"));  // nothing is marked
    d.ui().focus.clear();
    d.key(Key::digit3);
    d.key(Key::digit0);
    d.key(Key::minus);
    d.key(Key::digit2);
    const auto& marks = house.marking().sheet->replies[0].marks;
    CHECK(marks.grades.at(static_cast<scoring::Dimension>(0)) == 3);
    CHECK(marks.grades.at(static_cast<scoring::Dimension>(1)) == 0);
    CHECK(marks.grades.count(static_cast<scoring::Dimension>(2)) == 0);
    CHECK(marks.grades.at(static_cast<scoring::Dimension>(3)) == 2);
    REQUIRE(d.click("marking.rule.deflect.not_mine"));
    CHECK(house.marking().sheet->replies[0].marks.breaks == std::vector<std::string>{"deflect.not_mine"});
    const auto first = house.marking().sheet->replies[0].marks;
    d.ui().focus.clear();
    d.key(Key::enter, {.ctrl = true});
    CHECK(house.marking().at == 1);
    d.key(Key::escape);
    REQUIRE(d.state().page == Page::supervise);
    REQUIRE(d.click("supervise.marking"));
    house.settle();
    REQUIRE(house.marking().sheet.has_value());
    CHECK(house.marking().sheet->marked() == 1);
    CHECK(house.marking().sheet->replies[0].marks == first);
    CHECK_FALSE(d.click("marking.draw"));  // one at a time
    REQUIRE(d.click("marking.go_on"));
    CHECK(house.marking().at == 1);  // the first that was not marked
    REQUIRE(d.click("marking.grade.empathy.2"));
    CHECK(house.marking().sheet->replies[1].marks.grades.at(scoring::Dimension::empathy) == 1);
    REQUIRE(d.click("marking.finish"));
    REQUIRE(house.marking().phase == MarkingState::Phase::result);
    CHECK(house.marking().result->agreement.replies == 2);
    for (const auto& row : house.marking().result->agreement.rules) CHECK_FALSE(row.kappa.has_value());
    CHECK(d.shows("marking.result"));
    REQUIRE(d.click("marking.back"));
    CHECK(exams_of(d.state()).supervise.markings == 1);
}
