// What is published while the program runs comes into use: between talks, never in one.
#include "desktop/live/content_arrival.hpp"

#include <filesystem>
#include <thread>

#include "../driver.hpp"
#include "app/records/samples.hpp"
#include "author/document_edits.hpp"
#include "author/pack_in_use.hpp"
#include "desktop/editor/author_room.hpp"
#include "desktop/live/live_backstage.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

// The program as it runs, but for its window.
struct RunningProgram {
    RunningProgram() {
        loader.read_rules();
        driver.shell().write_with(author);
        driver.shell().expect_content();
        driver.start();
        settle();
    }
    void settle() {
        do {
            (void)arrival.attend(driver.shell());
            driver.tick();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        } while (arrival.is_due());
        (void)arrival.attend(driver.shell());
        driver.tick(2);
    }
    [[nodiscard]] app::ContentFolders folders_now() const {
        app::ContentFolders now = folders;
        Diagnostics problems;
        if (const std::string used = app::pack_to_load("", data.path(), problems); !used.empty()) now.pack = used;
        CHECK(problems.empty());
        return now;
    }
    [[nodiscard]] bool told(std::string_view key) const {
        for (const Toast& toast : driver.state().toasts)
            if (toast.key == key) return true;
        return false;
    }
    [[nodiscard]] int pass_mark() const { return content.engine->packs().front().pass_mark(); }
    AuthorRoom& room() { return *driver.shell().author(); }
    void publish_pack(int mark) {
        driver.shell().show_author(true);
        room().wish(wish::OpenRules{{}, "南區"});
        RulesRoom& rules = room().rules();
        rules.wish(rule_wish::Edit{
            app::with(rules.state().desk->document.root(), "/pack.json/pass_mark", app::Tree::of(std::int64_t{mark})),
            "/pack.json/pass_mark", false});
        rules.wish(rule_wish::Save{});
        author.wait_idle();
        rules.wish(rule_wish::Poll{});
        rules.wish(rule_wish::Publish{});
        driver.tick(2);
        room().publish().wish(publish_wish::Submit{""});
        room().publish().wish(publish_wish::Publish{""});
        REQUIRE(room().publish().state().progress.in_use);
        room().publish().wish(publish_wish::Close{});
    }

    test::TemporaryFolder data;
    app::ContentFolders folders{"tests/app/fixtures/pack", "tests/app/fixtures/library", "tests/app/fixtures/personas",
                                data / "authoring/library"};
    app::Content content;
    ContentLoader loader{folders};
    app::Records records = open(data);
    LiveBackstage live{content,
                       {.records = &records, .new_seed = [] { return std::uint64_t{1}; }, .cards = loader.cards()}};
    AuthorBackstage author{content,
                           {data / "authoring/drafts", "tests/app/fixtures/personas", ".", folders, data.path()}};
    ContentArrival arrival{content, loader, live, author, [this] { return folders_now(); }};
    Driver driver{app::Language::zh_hant, 1280, 800, &live};
};

}  // namespace

TEST_CASE("arrival: a published pack is what talks are scored with from then on, and one goes back the same way") {
    RunningProgram d;
    const int shipped = d.pass_mark();
    d.publish_pack(61);
    d.settle();
    CHECK(d.pass_mark() == 61);
    CHECK(d.live.pass_mark() == 61);
    CHECK(d.told("desktop.toast.content_taken_up"));
    d.room().wish(wish::UseShippedRules{});
    d.settle();
    CHECK(d.pass_mark() == shipped);
}

TEST_CASE("arrival: a talk under way ends with the rules it began with; that is said, and the new ones come after") {
    RunningProgram d;
    const int shipped = d.pass_mark();
    d.driver.wish(intent::StartTalk{"drip"});
    REQUIRE(d.driver.state().page == Page::play);
    d.publish_pack(61);
    d.settle();
    CHECK(d.told("desktop.toast.content_waits"));
    CHECK_FALSE(d.told("desktop.toast.content_taken_up"));
    CHECK(d.pass_mark() == shipped);
    d.driver.shell().show_author(false);
    d.driver.wish(intent::Choose{"a"});
    CHECK(d.driver.state().play.talk->turns.size() == 1);
    d.driver.wish(intent::PauseTalk{});
    d.settle();
    CHECK(d.pass_mark() == 61);
    CHECK(d.told("desktop.toast.content_taken_up"));
}

TEST_CASE("arrival: a published scenario stands on the first page and can be played at once") {
    RunningProgram d;
    d.driver.shell().show_author(true);
    d.room().wish(wish::NameDraft{"drip"});
    d.room().wish(wish::NewDraft{"", "my-drip", "我的滴水"});
    REQUIRE(d.room().state().desk);
    const PublishItem item{false, "my-drip", "我的滴水", d.room().state().desk->file, true, true};
    d.room().wish(wish::Publish{item});
    d.room().publish().wish(publish_wish::Submit{""});
    d.room().publish().wish(publish_wish::Publish{""});
    REQUIRE(d.room().publish().state().progress.published == 1);
    d.settle();
    d.driver.wish(intent::StartTalk{"my-drip"});
    REQUIRE(d.driver.state().play.talk);
    CHECK(d.driver.state().play.talk->card.title == "我的滴水");
    // The next start finds it, too, before the rules are read.
    const auto cards = app::read_cards(d.folders);
    CHECK(cards.size() == d.content.scenarios.size());
}

TEST_CASE("content: a published scenario takes the place of a shipped one of its id") {
    RunningProgram d;
    const std::string file = d.folders.published + "/drip.json";
    std::filesystem::create_directories(d.folders.published);
    std::filesystem::create_directories(d.data / "authoring/personas");
    std::filesystem::copy_file("tests/app/fixtures/library/drip.json", file);
    for (const auto& persona : std::filesystem::directory_iterator("tests/app/fixtures/personas"))
        std::filesystem::copy_file(persona.path(), d.data / "authoring/personas/" + persona.path().filename().string());
    const auto content = app::load_content(d.folders);
    REQUIRE(content);
    REQUIRE(content->find("drip") != nullptr);
    CHECK(content->find("drip")->card().file == file);
    CHECK(content->scenarios.size() == d.content.scenarios.size());
}
