// The writing of rules, driven as a person would.
#include "../driver.hpp"

#include <filesystem>
#include <fstream>

#include "../layout_checks.hpp"
#include "app/small_library.hpp"
#include "desktop/editor/author_room.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

struct RuleWriters {
    explicit RuleWriters(app::Language language = app::Language::zh_hant, int width = 1280, int height = 800)
        : author(small_library(),
                 {folder / "authoring/drafts",
                  "tests/app/fixtures/personas",
                  ".",
                  {"tests/app/fixtures/pack", "tests/app/fixtures/library", "tests/app/fixtures/personas"},
                  folder.path()}),
          driver(language, width, height) {
        driver.shell().write_with(author);
        driver.start();
        driver.shell().show_author(true);
        driver.tick(3);
    }
    void begin() {
        room().wish(wish::OpenRules{{}, "我們的規則"});
        settle();
    }
    void settle() {
        for (int i = 0; i < 3; ++i) {
            author.wait_idle();
            rules().wish(rule_wish::Poll{});
            room().publish().wish(publish_wish::Poll{});
            driver.tick(3);
        }
    }
    void check_now() {
        rules().wish(rule_wish::Check{});
        settle();
    }
    AuthorRoom& room() { return *driver.shell().author(); }
    RulesRoom& rules() { return room().rules(); }
    const RulesDesk& desk() { return *rules().state().desk; }
    const app::Tree& root() { return desk().document.root(); }
    const app::Tree& rule() { return app::at(root(), desk().selected); }
    void set(const std::string& pointer, app::Tree value) {
        rules().wish(rule_wish::Edit{app::with(root(), pointer, std::move(value)), pointer, false});
    }
    // Words in which each reply is found at fault.
    void forbid(const char* words) {
        rules().wish(rule_wish::AddRule{"forbid", "vague"});
        set(desk().selected + "/match/0", app::Tree::of(std::string(words)));
        set(desk().selected + "/reason", app::Tree::of(std::string("含糊。")));
        set(desk().selected + "/instead", app::Tree::of(std::string("今天三點前答覆您。")));
        set(desk().selected + "/hits/0", app::Tree::of("[[" + std::string(words) + "]]。"));
        set(desk().selected + "/misses/0", app::Tree::of(std::string("好。")));
        check_now();
    }

    test::TemporaryFolder folder;
    AuthorBackstage author;
    Driver driver;
};

}  // namespace

TEST_CASE("rules: a copy is begun on the shelf, searched, changed, undone and saved; the shipped pack stays") {
    RuleWriters d;
    const std::string shipped = test::read_bytes("tests/app/fixtures/pack/rules.json");
    REQUIRE(d.driver.find("author.pack.new"));
    d.begin();
    REQUIRE(d.rules().open());
    REQUIRE(d.driver.shows("rules.row.apologize.sorry"));
    CHECK(d.driver.click("rules.search"));
    d.driver.type(U"不歸我管");
    CHECK_FALSE(d.driver.find("rules.row.apologize.sorry"));
    CHECK(d.driver.click("rules.search"));
    d.driver.key(Key::a, {.ctrl = true});
    d.driver.type(U"不归我管");  // in the other script
    CHECK_FALSE(d.driver.find("rules.row.apologize.sorry"));
    CHECK(d.driver.click("rules.row.deflect.not_mine"));
    CHECK(d.rule()["id"].text() == "deflect.not_mine");
    d.set(d.desk().selected + "/severity", app::Tree::of(std::string("minor")));
    CHECK_FALSE(d.desk().document.saved());
    d.driver.key(Key::z, {.ctrl = true});
    CHECK(d.rule()["severity"].text() == "major");
    d.driver.key(Key::y, {.ctrl = true});
    d.driver.key(Key::s, {.ctrl = true});
    CHECK(d.desk().document.saved());
    CHECK(test::read_bytes(d.desk().folder + "/rules.json").find("\"severity\": \"minor\"") != std::string::npos);
    CHECK(test::read_bytes("tests/app/fixtures/pack/rules.json") == shipped);
    CHECK(d.driver.click("rules.revert"));
    CHECK(d.rule()["severity"].text() == "major");
}

TEST_CASE("rules: a sentence on the bench shows at once what fires, where, and what it is worth") {
    RuleWriters d;
    d.begin();
    CHECK(d.driver.click("rules.bench"));
    d.driver.type(U"這不歸我管。");
    d.driver.tick(2);
    REQUIRE(d.driver.shows("rules.bench.row.0"));
    CHECK(d.driver.text_of("rules.bench.row.0") == "deflect.not_mine");
    CHECK(d.driver.text_of("rules.bench.text") == "這不歸我管。");
    CHECK(d.driver.click("rules.bench.row.0"));
    CHECK(d.rule()["id"].text() == "deflect.not_mine");
}

TEST_CASE("rules: an example that fails is told below itself, in the list and in the check; a click leads there") {
    RuleWriters d;
    d.begin();
    d.forbid("再看看");
    CHECK(d.desk().report->findings.empty());
    d.set(d.desk().selected + "/misses/0", app::Tree::of(std::string("我們再看看吧。")));
    d.check_now();
    const std::string miss = d.desk().selected + "/misses/0";
    REQUIRE(d.desk().report->findings.size() == 1);
    CHECK(d.desk().report->findings.front().pointer == miss);
    ReadRules read;
    CHECK(make_rule_list(d.desk(), read, d.driver.shell().speech()).errors == 1);
    d.rules().wish(rule_wish::SelectRule{app::rule_pointers(d.root()).front()});
    d.rules().wish(rule_wish::ShowSide{RulesSide::problems});
    d.settle();
    CHECK(d.driver.click("rules.problem.0"));
    d.settle();
    CHECK(d.desk().reveal == miss);
    CHECK(d.driver.shows("author.field." + miss));
    CHECK(d.driver.shows("author.note." + miss));
}

TEST_CASE("rules: a reply from a talk becomes an example with one click, in the pack that is there") {
    RuleWriters d;
    d.room().take_example({"這不歸我管。", "你們管不管？", "facility", "1"});
    d.settle();
    REQUIRE(d.rules().open());
    REQUIRE(d.desk().example);
    d.rules().wish(rule_wish::SelectRule{app::rule_pointer_of(d.root(), "deflect.not_mine")});
    d.settle();
    CHECK(d.driver.click("rules.example.hit"));
    CHECK_FALSE(d.desk().example);
    const app::Tree& hits = d.rule()["hits"];
    CHECK(hits.items().back()["text"].text() == "這[[不歸我管]]。");
    CHECK(hits.items().back()["owner"].text() == "你們管不管？");
    d.settle();
    CHECK(d.desk().report->findings.empty());
}

TEST_CASE("rules: word lists are made, filled from a table after a look at it, and written as a table") {
    RuleWriters d;
    d.begin();
    d.rules().wish(rule_wish::ShowSheet{RulesSheet::words});
    d.rules().wish(rule_wish::AddList{"推託"});
    d.driver.tick(3);
    const std::string table = d.folder.write("words.csv", "詞,詞表\n不歸我管,推託\n不歸我管,推託\n找別人,推託\n");
    d.rules().wish(rule_wish::ReadWords{table, "推託"});
    d.driver.tick(3);
    REQUIRE(d.desk().import);
    CHECK(d.desk().import->words.entries.size() == 2);
    CHECK(d.desk().import->words.clashes.size() == 1);
    CHECK(d.driver.click("rules.words.take"));
    CHECK(app::at(d.root(), d.desk().list)["words"].items().size() == 2);
    CHECK(d.driver.click("rules.table.this"));
    CHECK(std::filesystem::exists(d.folder / "authoring/tables/推託.xlsx"));
}

TEST_CASE("rules: what publishing would change is measured, then it goes through review to a version") {
    RuleWriters d;
    d.begin();
    d.forbid("添麻煩");
    for (const app::RuleFinding& finding : d.desk().report->findings) CHECK_MESSAGE(false, finding.text);
    d.rules().wish(rule_wish::Save{});
    d.settle();
    CHECK(d.driver.click("rules.publish"));
    REQUIRE(d.driver.shows("publish"));
    CHECK(d.room().publish().state().item->is_saved);
    CHECK(d.room().publish().state().item->is_sound);
    CHECK(d.room().publish().state().progress.has_draft);
    d.settle();  // what has changed stands above it
    CHECK(d.driver.click("publish.measure"));
    d.settle();
    const auto& impact = d.room().publish().state().impact;
    REQUIRE(impact);
    REQUIRE_FALSE(impact->report.cases.empty());
    CHECK(impact->report.rules.contains("vague.own"));
    const PublishView view = make_publish_view(d.room().publish().state(), d.driver.shell().speech());
    CHECK_FALSE(view.impact.empty());
    CHECK(view.can_submit);
    CHECK(d.driver.click("publish.submit"));
    CHECK(d.room().publish().state().progress.in_review);
    CHECK(d.driver.click("publish.publish"));
    CHECK(d.room().publish().state().progress.published == 1);
    CHECK(std::filesystem::exists(d.folder / "authoring/packs/library/rules-1/pack.json"));
    d.driver.key(Key::escape);
    CHECK_FALSE(d.driver.find("publish"));
}

TEST_CASE("rules: what was typed survives a crash; another's change of the pack is asked about") {
    RuleWriters d;
    d.begin();
    const std::string reason = app::rule_pointers(d.root()).front() + "/reason";
    d.set(reason, app::Tree::of(std::string("半途的字")));
    d.driver.tick(2);
    d.driver.now_s += 1;
    d.driver.tick(3);
    const std::string folder = d.desk().folder;
    d.rules().wish(rule_wish::Open{folder});  // as after a crash: nobody has saved
    CHECK(app::at(d.root(), reason).text() == "半途的字");
    std::ofstream(folder + "/rules.json", std::ios::app) << "\n";
    d.rules().wish(rule_wish::Save{});
    d.driver.tick(3);
    REQUIRE(d.driver.shows("rules.question"));
    CHECK(d.driver.click("rules.question.second"));
    CHECK(test::read_bytes(folder + "/rules.json").find("半途的字") != std::string::npos);
}

TEST_CASE("rules: no text is cut off and nothing lies on top of another, in three languages") {
    for (const app::Language language : app::all_languages)
        for (const auto& [width, height] : {std::pair{1280, 800}, std::pair{1920, 1080}}) {
            RuleWriters d(language, width, height);
            d.begin();
            for (const RulesSheet sheet : {RulesSheet::rules, RulesSheet::words, RulesSheet::model, RulesSheet::pack}) {
                d.rules().wish(rule_wish::ShowSheet{sheet});
                d.driver.tick(3);
                check_screen(d.driver, "sheet " + std::to_string(static_cast<int>(sheet)));
            }
            d.rules().wish(rule_wish::ShowSheet{RulesSheet::rules});
            for (const char* kind : {"forbid", "require", "context", "pair", "limit", "memory"}) {
                d.rules().wish(rule_wish::AddRule{kind, ""});
                d.settle();
                check_screen(d.driver, kind);
            }
            d.rules().wish(rule_wish::TakeExample{{"這不歸我管。", "", "", ""}});
            d.driver.tick(3);
            check_screen(d.driver, "example");
            d.rules().wish(rule_wish::ShowSide{RulesSide::problems});
            d.driver.tick(3);
            check_screen(d.driver, "problems");
            d.rules().wish(rule_wish::Publish{});
            d.driver.tick(3);
            check_screen(d.driver, "publish");
        }
}
