// What has changed between two versions, as supervisors read it: in the words of the interface, never by field names.
#include "../driver.hpp"

#include "../layout_checks.hpp"
#include "app/small_library.hpp"
#include "author/document_edits.hpp"
#include "author/rule_pack.hpp"
#include "author/scenario_text.hpp"
#include "desktop/editor/author_room.hpp"
#include "desktop/editor/change_words.hpp"
#include "scoring/json.hpp"
#include "support/temporary_folder.hpp"

#include <nlohmann/json.hpp>

using namespace huashu;
using namespace huashu::desktop;

namespace {

struct Spoken {
    explicit Spoken(app::Language language)
        : words(app::Words::load("assets/words", language).value()), script(app::Script::make(language).value()) {}
    [[nodiscard]] Speech speech() const { return {words, script}; }
    app::Words words;
    app::Script script;
};

app::Tree shower() {
    return app::read_tree(parse_json("x", read_text_file("scenarios/skeleton/facility.json").value()).value().root);
}

PublishComparison compared(const app::Tree& before, const app::Tree& after) {
    PublishComparison out;
    out.from = 1;
    out.before = before;
    out.after = after;
    out.changes = app::diff_content(app::parse_scenario_text("x", app::document_text(before)).value(),
                                    app::parse_scenario_text("x", app::document_text(after)).value());
    return out;
}

std::string all_of(const std::vector<ChangeLine>& lines) {
    std::string out;
    for (const ChangeLine& line : lines) out += line.text + "\n";
    return out;
}

app::Tree of(const char* text) { return app::Tree::of(std::string(text)); }

}  // namespace

TEST_CASE("changes: titles, names of fields and of acts stand in place of ids, in three languages") {
    const app::Tree before = shower();
    app::Tree after = app::with(before, "/stages/0/choices/1/text", of("下午再說吧。"));
    after = app::with(after, "/stages/0/choices/1/quality", of("bad"));
    after = app::with(after, "/mood/anger", app::Tree::of(std::int64_t{77}));
    after = app::without(after, "/stages/1/choices/2");
    const std::string stage = before["stages"].items()[0]["title"].text();
    for (const app::Language language : app::all_languages) {
        const Spoken spoken(language);
        const Speech speech = spoken.speech();
        const std::string text = all_of(change_lines(compared(before, after), false, speech));
        CAPTURE(text);
        for (const char* raw : {"stages", "choices", "quality", "anger", "\"", "{"})
            CHECK(text.find(raw) == std::string::npos);
        CHECK(text.find(speech.content(stage)) != std::string::npos);
        CHECK(text.find(speech.words("name.quality.bad")) != std::string::npos);
        CHECK(text.find("77") != std::string::npos);
        CHECK(text.find(speech.content("下午再說吧。")) != std::string::npos);
    }
}

TEST_CASE("changes: a condition is told whole and once, however much of it has changed") {
    const Spoken spoken(app::Language::zh_hant);
    const app::Tree before = app::with(
        shower(), "/reactions",
        app::read_tree(parse_json("x", R"([{"id": "hurt", "when": {"anger": {"min": 70}, "acts": ["apologize"]},
                                            "say": ["夠了。"]}])")
                           .value()
                           .root));
    app::Tree after = app::with(before, "/reactions/0/when/anger/min", app::Tree::of(std::int64_t{80}));
    after = app::with(after, "/reactions/0/when/acts/0", of("empathize"));
    const auto lines = change_lines(compared(before, after), false, spoken.speech());
    REQUIRE(lines.size() == 1);
    CAPTURE(lines.front().text);
    CHECK(lines.front().text.find("≥ 70") != std::string::npos);
    CHECK(lines.front().text.find("≥ 80") != std::string::npos);
    CHECK(lines.front().text.find(spoken.words("name.act.empathize")) != std::string::npos);
    CHECK(lines.front().text.find("empathize") == std::string::npos);
}

TEST_CASE("changes: of a pack, the rule and its field are named, and the file it stands in is not") {
    const Spoken spoken(app::Language::zh_hant);
    const app::Tree before = app::read_rule_pack("tests/app/fixtures/pack").value();
    const std::string pointer = app::rule_pointers(before).front();
    const app::Tree after = app::with(before, pointer + "/reason", of("另一個理由。"));
    const auto lines = change_lines(compared(before, after), true, spoken.speech());
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().text.starts_with(app::at(before, pointer)["id"].text()));
    CHECK(lines.front().text.find(spoken.words("desktop.rules.field.reason")) != std::string::npos);
    CHECK(lines.front().text.find(".json") == std::string::npos);
    // A file that is new tells its rules.
    const app::Tree more = app::with(
        before, "/own.json",
        app::read_tree(parse_json("x", R"({"rules": [{"id": "vague.own", "kind": "forbid"}]})").value().root));
    const auto added = change_lines(compared(before, more), true, spoken.speech());
    REQUIRE(added.size() == 1);
    CHECK(added.front().kind == app::ContentChange::Kind::added);
    CHECK(added.front().text == "vague.own");
}

TEST_CASE("changes: the sheet tells what a draft changes and what it comes to; each version what it changed") {
    test::TemporaryFolder folder;
    AuthorBackstage author(small_library(), {folder / "authoring/drafts", "tests/app/fixtures/personas", "."});
    Driver driver;
    driver.shell().write_with(author);
    driver.start();
    driver.shell().show_author(true);
    AuthorRoom& room = *driver.shell().author();
    room.wish(wish::NameDraft{"drip"});
    room.wish(wish::NewDraft{"", "my-drip", "我的滴水"});
    REQUIRE(room.state().desk);
    const PublishItem item{false, "my-drip", "我的滴水", room.state().desk->file, true, true};
    const auto settle = [&] {
        for (int i = 0; i < 3; ++i) {
            author.wait_idle();
            room.publish().wish(publish_wish::Poll{});
            driver.tick(2);
        }
    };
    const auto publish = [&] {
        room.wish(wish::Publish{item});
        room.publish().wish(publish_wish::Submit{""});
        room.publish().wish(publish_wish::Publish{""});
    };
    publish();
    room.publish().wish(publish_wish::Close{});
    room.wish(wish::Edit{app::with(room.state().desk->document.root(), "/stages/0/choices/1/text", of("不歸我管。")),
                         "/stages/0/choices/1/text", false});
    room.wish(wish::Save{});
    room.wish(wish::Publish{item});
    settle();
    const PublishState& state = room.publish().state();
    REQUIRE(state.comparison);
    REQUIRE(state.comparison->consequences);
    CHECK_FALSE(state.comparing);
    const PublishView draft = make_publish_view(state, driver.shell().speech());
    CHECK(all_of(draft.changes).find("不歸我管") != std::string::npos);
    CHECK_FALSE(draft.consequences.empty());
    CHECK(draft.reckoning.empty());
    CHECK_FALSE(draft.can_compare_draft);
    check_screen(driver, "comparison");
    room.publish().wish(publish_wish::Close{});
    room.wish(wish::Undo{});  // with that nothing could be published
    room.wish(
        wish::Edit{app::with(room.state().desk->document.root(), "/stages/0/choices/2/text", of("不歸我管，找別人。")),
                   "/stages/0/choices/2/text", false});
    room.wish(wish::Save{});
    publish();
    REQUIRE(room.publish().state().progress.published == 2);
    driver.tick(3);
    CHECK_FALSE(driver.find("publish.compare.1"));  // there was none before it
    CHECK(driver.click("publish.compare.2"));
    settle();
    REQUIRE(state.comparison);
    CHECK(driver.text_of("publish.compared").find("1") != std::string::npos);
    CHECK(all_of(make_publish_view(state, driver.shell().speech()).changes).find("找別人") != std::string::npos);
}
