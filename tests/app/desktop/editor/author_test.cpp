#include "../driver.hpp"

#include <filesystem>
#include <fstream>

#include "../layout_checks.hpp"
#include "app/small_library.hpp"
#include "author/document_edits.hpp"
#include "desktop/editor/author_room.hpp"
#include "desktop/editor/form_view.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

// The author's room over a folder of its own, driven as a person would.
struct AuthorsRoom {
    explicit AuthorsRoom(app::Language language = app::Language::zh_hant, int width = 1280, int height = 800)
        : author(small_library(), {folder.path(), "tests/app/fixtures/personas", "."}),
          driver(language, width, height) {
        driver.shell().write_with(author);
        driver.start();
        driver.shell().show_author(true);
        driver.tick(3);
    }
    void open_drip() {
        room().wish(wish::NameDraft{"drip"});
        room().wish(wish::NewDraft{"", "my-drip", "我的滴水"});
        settle();
    }
    void settle() {
        author.wait_idle();
        room().wish(wish::Poll{});
        driver.tick(3);
    }
    AuthorRoom& room() { return *driver.shell().author(); }
    const AuthorDesk& desk() { return *room().state().desk; }
    const app::Tree& root() { return desk().document.root(); }
    std::string file() { return folder / "my-drip.json"; }

    test::TemporaryFolder folder;
    AuthorBackstage author;
    Driver driver;
};

}  // namespace

TEST_CASE("author: a new draft is named, begun from a template, written and saved, all by keyboard") {
    AuthorsRoom d;
    CHECK(d.driver.shows("author.new.service"));
    CHECK(d.driver.click("author.new.facility"));
    CHECK(d.driver.shows("author.naming"));
    d.driver.type(U"淋浴沒熱水");
    d.driver.key(Key::enter);
    REQUIRE(d.room().state().desk);
    CHECK(d.root()["id"].text() == "draft-1");
    CHECK(d.root()["title"].text() == "淋浴沒熱水");
    CHECK(d.desk().side == AuthorSide::guide);
    CHECK(d.driver.click("author.field./stages/0/title"));
    d.driver.type(U"開場");
    CHECK(app::at(d.root(), "/stages/0/title").text().ends_with("開場"));
    CHECK_FALSE(d.desk().document.saved());
    d.driver.key(Key::s, {.ctrl = true});
    CHECK(d.desk().document.saved());
    CHECK(test::read_bytes(d.folder / "draft-1.json").find("開場") != std::string::npos);
    d.driver.key(Key::z, {.ctrl = true});
    CHECK_FALSE(app::at(d.root(), "/stages/0/title").text().ends_with("開場"));
    d.driver.key(Key::y, {.ctrl = true});
    CHECK(app::at(d.root(), "/stages/0/title").text().ends_with("開場"));
}

TEST_CASE("author: a pause in typing brings the check, and a click on what it found leads there") {
    AuthorsRoom d;
    d.open_drip();
    CHECK(d.desk().report);
    d.room().wish(wish::Reveal{"/stages/0/choices/1/text"});
    d.driver.tick(3);
    CHECK(d.driver.focused("author.field./stages/0/choices/1/text"));
    d.driver.key(Key::a, {.ctrl = true});
    d.driver.type(U"不歸我管。");
    d.driver.now_s += 0.2;
    d.driver.tick(2);
    d.settle();
    REQUIRE(d.desk().report->revision == d.desk().document.revision());
    d.room().wish(wish::ShowSide{AuthorSide::problems});
    d.room().wish(wish::ShowSheet{AuthorSheet::facts});
    d.driver.tick(3);
    REQUIRE(d.driver.shows("author.problem.0"));
    const std::string pointer = d.desk().report->findings.front().pointer;
    CHECK(d.driver.click("author.problem.0"));
    CHECK(d.desk().reveal == pointer);
    CHECK(d.desk().sheet == AuthorSheet::stage);
}

TEST_CASE("author: what is typed is in the recovery file within a second, and back after a crash") {
    AuthorsRoom d;
    d.open_drip();
    CHECK(d.driver.click("author.field./stages/0/title"));
    d.driver.type(U"改");
    d.driver.now_s += 0.9;
    d.driver.tick(2);
    d.author.wait_idle();
    CHECK(test::read_bytes(d.file() + ".recovery").find("改") != std::string::npos);
    CHECK(test::read_bytes(d.file()).find("改") == std::string::npos);
    d.room().wish(wish::OpenDraft{d.file()});  // as after a crash: nobody has saved
    CHECK(app::at(d.root(), "/stages/0/title").text().find("改") != std::string::npos);
    CHECK_FALSE(d.desk().document.saved());
}

TEST_CASE("author: another's change of the file is asked about, and neither is lost") {
    AuthorsRoom d;
    d.open_drip();
    const app::Tree mine = app::with(d.root(), "/title", app::Tree::of("我的"));
    const app::Tree theirs = app::with(d.root(), "/title", app::Tree::of("他們的題目"));
    d.room().wish(wish::Edit{mine, "/title", false});
    std::ofstream(d.file()) << app::document_text(theirs);
    d.room().wish(wish::Save{});
    d.driver.tick(3);
    CHECK(d.driver.shows("author.question"));
    CHECK(test::read_bytes(d.file()).find("他們的題目") != std::string::npos);
    CHECK(d.driver.click("author.question.first"));
    CHECK(d.root()["title"].text() == "他們的題目");
    d.driver.key(Key::z, {.ctrl = true});
    CHECK(d.root()["title"].text() == "我的");
    std::ofstream(d.file()) << app::document_text(theirs) << "\n";
    d.room().wish(wish::Save{});
    d.driver.tick(3);
    CHECK(d.driver.click("author.question.second"));
    CHECK(test::read_bytes(d.file()).find("我的") != std::string::npos);
}

TEST_CASE("author: leaving with unsaved words asks; they are there again") {
    AuthorsRoom d;
    d.open_drip();
    d.room().wish(wish::Edit{app::with(d.root(), "/title", app::Tree::of("半途")), "/title", false});
    CHECK(d.driver.click("author.back"));
    CHECK(d.driver.shows("author.question"));
    CHECK(d.driver.click("author.question.second"));
    CHECK_FALSE(d.room().state().desk);
    REQUIRE(d.driver.shows("author.draft.my-drip"));
    CHECK(d.driver.click("author.draft.my-drip"));
    CHECK(d.root()["title"].text() == "半途");
}

TEST_CASE("author: a condition is built from menus with the acts by name") {
    AuthorsRoom d;
    d.open_drip();
    const std::string goal = "/stages/1/goal/0";
    d.room().wish(wish::Select{"/stages/1"});
    d.driver.tick(3);
    REQUIRE(d.driver.find("author.field." + goal + "/acts"));
    CHECK(d.driver.text_of("author.field." + goal + "/acts") == "給出方案");
    d.room().wish(wish::Reveal{goal + "/acts"});
    d.driver.tick(3);
    CHECK(d.driver.click("author.field." + goal + "/acts"));
    CHECK(d.driver.shows("menu.1"));
    d.driver.key(Key::escape);
    CHECK_FALSE(d.driver.find("menu.1"));
    CHECK(d.driver.click("author.field." + goal + "/acts"));
    d.driver.key(Key::down);
    d.driver.key(Key::enter);
    CHECK(app::at(d.root(), goal + "/acts").items().size() == 2);
    d.driver.key(Key::escape);
    CHECK(condition_words(app::at(d.root(), goal), d.root(), d.driver.shell().speech()).find("給出方案") !=
          std::string::npos);
}

TEST_CASE("author: play from here says why, and a whole talk is kept as a golden play with one click") {
    AuthorsRoom d;
    d.open_drip();
    d.room().wish(wish::ShowSide{AuthorSide::trial});
    d.driver.tick(3);
    CHECK(d.driver.click("author.trial.here"));
    REQUIRE(d.desk().trial);
    CHECK(d.driver.click("author.trial.choice.b"));
    d.driver.tick(2);
    CHECK(d.desk().trial->talk.stage_id == "solve");
    CHECK(d.desk().trial->traces.size() == 1);
    d.room().wish(wish::SayInTrial{scenarios::Input::choose("a")});
    d.driver.tick(3);
    CHECK(d.desk().trial->can_be_kept);
    CHECK(d.driver.click("author.trial.keep"));
    CHECK(d.root()["plays"].items().size() == 4);
}

TEST_CASE("author: the map shows every stage and ending; a node that is dragged stays where it was put") {
    AuthorsRoom d;
    d.open_drip();
    REQUIRE(d.driver.shows("author.node.stage:solve"));
    CHECK(d.driver.shows("author.node.ending:settled"));
    const Tag before = *d.driver.find("author.node.stage:solve");
    d.driver.click_at(before.box.mid_x(), before.box.mid_y());
    CHECK(d.desk().selected == "/stages/1");
    d.driver.input.push(MouseButton{0, true, {}});
    d.driver.tick(1);
    for (int i = 1; i <= 5; ++i) {
        d.driver.input.push(MouseMove{before.box.mid_x() + static_cast<float>(8 * i), before.box.mid_y() + 5});
        d.driver.tick(1);
    }
    d.driver.input.push(MouseButton{0, false, {}});
    d.settle();
    CHECK(d.desk().by_hand.contains("stage:solve"));
    CHECK(std::filesystem::exists(d.folder / "my-drip.places"));
    CHECK(d.driver.find("author.node.stage:solve")->box.mid_x() > before.box.mid_x() + 20);
}

TEST_CASE("author: the script reads as a play and a line is changed in its place") {
    AuthorsRoom d;
    d.open_drip();
    d.room().wish(wish::ShowSheet{AuthorSheet::script});
    d.driver.tick(3);
    const std::string line = "author.line./stages/0/enter/0";
    REQUIRE(d.driver.shows(line));
    CHECK(d.driver.text_of(line) == "廚房滴水了，你們管不管？");
    CHECK(d.driver.click(line));
    d.driver.type(U"快來！");
    CHECK(app::at(d.root(), "/stages/0/enter/0").text().ends_with("快來！"));
    d.driver.key(Key::enter);
    CHECK(d.driver.text_of(line).ends_with("快來！"));
}

TEST_CASE("author: no text is cut off and nothing lies on top of another, in three languages") {
    for (const app::Language language : app::all_languages)
        for (const auto& [width, height] : {std::pair{1280, 800}, std::pair{1920, 1080}}) {
            AuthorsRoom d(language, width, height);
            check_screen(d.driver, "shelf");
            d.room().wish(wish::NameDraft{});
            d.driver.tick(3);
            check_screen(d.driver, "naming");
            d.open_drip();
            for (std::size_t sheet = 0; sheet < author_sheet_count; ++sheet) {
                d.room().wish(wish::ShowSheet{static_cast<AuthorSheet>(sheet)});
                d.driver.tick(3);
                check_screen(d.driver, "sheet " + std::to_string(sheet));
            }
            for (const AuthorSide side : {AuthorSide::guide, AuthorSide::problems, AuthorSide::trial}) {
                d.room().wish(wish::ShowSide{side});
                d.driver.tick(3);
                check_screen(d.driver, "side");
            }
        }
}

TEST_CASE("form: variables are read from their text and back, and nothing is made of nonsense") {
    CHECK(assignments_text(assignments_of("dodged=1, calm = -2")) == "dodged=1, calm=-2");
    CHECK(assignments_of("dodged").is_nothing());
    CHECK(assignments_of("dodged=x").is_nothing());
    CHECK(assignments_of("").is_nothing());
}
