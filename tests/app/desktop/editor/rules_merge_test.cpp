#include "../driver.hpp"

#include <filesystem>
#include <fstream>

#include "../layout_checks.hpp"
#include "app/small_library.hpp"
#include "author/document.hpp"
#include "author/rule_pack.hpp"
#include "desktop/editor/author_room.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

// The desk of a pack of one's own.
struct PackDesk {
    PackDesk()
        : author(small_library(), {folder / "store/drafts",
                                   "tests/app/fixtures/personas",
                                   ".",
                                   {"tests/app/fixtures/pack", "tests/app/fixtures/library", {}},
                                   {}}) {
        driver.shell().write_with(author);
        driver.start();
        driver.shell().show_author(true);
        rules().wish(rule_wish::New{"我的規則"});
        settle();
    }
    void settle() {
        author.wait_idle();
        rules().wish(rule_wish::Poll{});
        driver.tick(3);
    }
    RulesRoom& rules() { return driver.shell().author()->rules(); }
    const RulesDesk& desk() { return *rules().state().desk; }
    const app::Tree& root() { return desk().document.root(); }
    void change(const std::string& pointer, const std::string& text) {
        rules().wish(rule_wish::Edit{app::with(root(), pointer, app::Tree::of(text)), pointer, false});
    }
    // As another author would have saved it.
    void save_theirs(const app::Tree& theirs) {
        REQUIRE(app::save_rule_pack(desk().folder, desk().document.saved_root(), theirs));
        rules().wish(rule_wish::Watch{});
        driver.tick(3);
    }

    test::TemporaryFolder folder;
    AuthorBackstage author;
    Driver driver;
};

}  // namespace

TEST_CASE("rules: another author's changes of the pack are merged; what clashes is asked about, place by place") {
    PackDesk d;
    const std::vector<std::string> rules = app::rule_pointers(d.root());
    REQUIRE(rules.size() >= 2);
    const app::Tree before = d.root();
    d.change(rules[0] + "/reason", "我的理由");
    app::Tree theirs = app::with(before, rules[1] + "/reason", app::Tree::of("他們的理由"));
    d.save_theirs(theirs);
    REQUIRE(d.driver.shows("rules.question"));
    CHECK(d.driver.click("rules.question.merge"));
    CHECK_FALSE(d.desk().changed_outside);
    CHECK(app::at(d.root(), rules[0] + "/reason").text() == "我的理由");
    CHECK(app::at(d.root(), rules[1] + "/reason").text() == "他們的理由");
    theirs = app::with(theirs, rules[0] + "/reason", app::Tree::of("他們也改了"));
    d.save_theirs(theirs);
    CHECK(d.driver.click("rules.question.merge"));
    REQUIRE(d.driver.shows("merge"));
    CHECK(app::at(d.root(), rules[0] + "/reason").text() == "我的理由");
    check_screen(d.driver, "merge");
    CHECK(d.driver.click("merge.0.theirs"));
    CHECK(d.driver.click("merge.settle"));
    CHECK_FALSE(d.driver.shows("merge"));
    CHECK(app::at(d.root(), rules[0] + "/reason").text() == "他們也改了");
    d.driver.key(Key::z, {.ctrl = true});
    CHECK(app::at(d.root(), rules[0] + "/reason").text() == "我的理由");
}

TEST_CASE("rules: training shows its step, can be stopped, and what was stopped says nothing more") {
    PackDesk d;
    // Enough to learn from that nobody stops it too late, however busy the machine is.
    std::filesystem::copy_file("scoring/packs/zh/utterances-faults.jsonl", d.desk().folder + "/utterances-many.jsonl");
    d.rules().wish(rule_wish::ShowSheet{RulesSheet::model});
    d.driver.tick(3);
    CHECK(d.driver.click("rules.train"));
    CHECK(d.desk().learning);
    CHECK(d.driver.shows("rules.training"));
    CHECK(d.driver.click("rules.train"));
    CHECK_FALSE(d.desk().learning);
    d.settle();
    CHECK_FALSE(d.desk().learned);
    CHECK_FALSE(d.driver.shows("rules.training"));
}

TEST_CASE("rules: the sign behind a field opens what it is for, citing the standard; so does a key") {
    PackDesk d;
    const std::string reason = d.desk().selected + "/source";
    d.rules().wish(rule_wish::Reveal{reason});
    d.driver.tick(3);
    REQUIRE(d.driver.find("author.help." + reason));
    d.driver.key(Key::f1, {.ctrl = true});
    CHECK(d.driver.text_of("author.help_text").find("§1.2.1") != std::string::npos);
    CHECK(d.driver.click("author.help." + reason));
    CHECK_FALSE(d.driver.shows("author.help_text"));
}

TEST_CASE("rules: a published pack is in use from then on, says so, and one click goes back") {
    PackDesk d;
    d.rules().wish(rule_wish::Publish{});
    d.driver.tick(3);
    PublishRoom& publish = d.driver.shell().author()->publish();
    CHECK(d.driver.text_of("publish.in_use").find("內建") != std::string::npos);
    publish.wish(publish_wish::Submit{"試"});
    publish.wish(publish_wish::Publish{"試"});
    d.driver.tick(3);
    REQUIRE(publish.state().progress.published == 1);
    REQUIRE(publish.state().progress.in_use);
    CHECK(d.driver.text_of("publish.in_use").find("第 1 版") != std::string::npos);
    CHECK_FALSE(d.driver.find("publish.use.1"));
    check_screen(d.driver, "publish");
    CHECK(d.driver.click("publish.use_shipped"));
    CHECK_FALSE(publish.state().progress.in_use);
    CHECK(d.driver.click("publish.use.1"));
    CHECK(publish.state().progress.in_use);
}
