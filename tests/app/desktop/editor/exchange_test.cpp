#include "../driver.hpp"

#include <filesystem>
#include <fstream>

#include "../layout_checks.hpp"
#include "app/small_library.hpp"
#include "author/document_edits.hpp"
#include "desktop/editor/author_room.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::desktop;
namespace fs = std::filesystem;

namespace {

// The sheet of handing over, over a team's folder of its own.
struct ExchangeDesk {
    explicit ExchangeDesk(app::Language language = app::Language::zh_hant, int width = 1280, int height = 800)
        : author(small_library(), {folder / "store/drafts",
                                   "tests/app/fixtures/personas",
                                   ".",
                                   {"tests/app/fixtures/pack", "tests/app/fixtures/library", {}},
                                   {}}),
          driver(language, width, height) {
        driver.shell().write_with(author);
        driver.start();
        driver.shell().show_author(true);
        driver.tick(3);
    }
    void draft(const std::string& title) {
        folder.write("store/drafts/mine.json",
                     R"({"format": "huashu-scenario", "version": 1, "id": "mine", "title": ")" + title + "\"}\n");
    }
    void settle() {
        author.wait_idle();
        room().wish(exchange_wish::Poll{});
        driver.tick(3);
    }
    void read(const std::string& file) {
        room().wish(exchange_wish::Read{file});
        settle();
    }
    ExchangeRoom& room() { return driver.shell().author()->exchange(); }
    const ExchangeState& state() { return room().state(); }
    std::string bundle() { return folder / "store/bundles/mine.huashu"; }

    test::TemporaryFolder folder;
    AuthorBackstage author;
    Driver driver;
};

}  // namespace

TEST_CASE("exchange: a bundle is chosen, its manifest seen, and written; what is there is never written over") {
    ExchangeDesk d;
    d.draft("我的");
    CHECK(d.driver.find("author.exchange"));  // below what the shelf shows at once
    d.driver.shell().author()->wish(wish::Exchange{});
    d.driver.tick(3);
    REQUIRE(d.driver.shows("exchange"));
    REQUIRE(d.state().offers.size() > 1);
    CHECK(d.state().offers.front().offer.id == "mine");
    CHECK(d.driver.click("exchange.offer.0"));
    REQUIRE(d.state().manifest.size() == 1);
    CHECK(d.state().manifest.front().path == "scenarios/mine.json");
    CHECK(d.driver.click("exchange.pack"));
    CHECK(d.state().packed == d.bundle());
    CHECK(d.driver.shows("exchange.packed"));
    REQUIRE(fs::exists(d.bundle()));
    const std::string before = test::read_bytes(d.bundle());
    d.draft("改過了");
    d.room().wish(exchange_wish::Pack{"mine", ""});
    CHECK(test::read_bytes(d.bundle()) == before);
    d.driver.key(Key::escape);
    CHECK_FALSE(d.driver.shows("exchange"));
}

TEST_CASE("exchange: what a bundle brings is told item by item, and nothing of one's own goes unasked") {
    ExchangeDesk d;
    d.draft("我的");
    d.room().wish(exchange_wish::Open{});
    d.driver.tick(3);
    CHECK(d.driver.click("exchange.offer.0"));
    d.room().wish(exchange_wish::Pack{"mine", "給南區"});
    d.draft("改過了");
    d.room().wish(exchange_wish::Open{ExchangeSide::in});
    d.driver.tick(3);
    REQUIRE(d.driver.shows("exchange.found.0"));
    CHECK(d.driver.click("exchange.found.0"));
    d.settle();
    REQUIRE(d.state().bundle);
    REQUIRE(d.state().bundle->items.size() == 1);
    CHECK(d.state().bundle->items.front().item.state == app::ImportState::conflict);
    CHECK_FALSE(d.state().bundle->items.front().take);
    CHECK(d.driver.text_of("exchange.state.0") == "有衝突");
    d.room().wish(exchange_wish::Import{});
    d.driver.tick(3);
    CHECK(test::read_bytes(d.folder / "store/drafts/mine.json").find("改過了") != std::string::npos);
    d.read(d.bundle());
    d.room().wish(exchange_wish::Take{0, true});
    d.driver.tick(3);
    CHECK(d.driver.click("exchange.import"));
    CHECK(test::read_bytes(d.folder / "store/drafts/mine.json").find("我的") != std::string::npos);
    REQUIRE(d.state().done);
    REQUIRE(d.state().done->kept.size() == 1);
    CHECK(test::read_bytes(d.state().done->kept.front()).find("改過了") != std::string::npos);
    CHECK(d.driver.shows("exchange.done"));
}

TEST_CASE("exchange: a pack comes whole to the shelf, and replaces another only whole") {
    ExchangeDesk d;
    d.room().wish(exchange_wish::Open{});
    d.driver.tick(2);
    std::size_t pack = 0;
    while (pack < d.state().offers.size() && d.state().offers[pack].offer.kind != app::BundleKind::pack) ++pack;
    REQUIRE(pack < d.state().offers.size());
    const std::string id = d.state().offers[pack].offer.id;
    d.room().wish(exchange_wish::Choose{pack});
    d.room().wish(exchange_wish::Pack{"rules", ""});
    REQUIRE_FALSE(d.state().packed.empty());
    const std::string draft = d.folder / ("store/packs/drafts/" + id);
    fs::create_directories(draft);
    std::ofstream(draft + "/pack.json") << R"({"id": "other", "title": "另一個"})";
    std::ofstream(draft + "/only-mine.json") << "{}";
    d.read(d.state().packed);
    REQUIRE(d.state().bundle);
    CHECK(d.state().bundle->items.front().item.state == app::ImportState::conflict);
    d.room().wish(exchange_wish::Take{0, true});
    d.room().wish(exchange_wish::Import{});
    CHECK(test::read_bytes(draft + "/pack.json") == test::read_bytes("tests/app/fixtures/pack/pack.json"));
    CHECK_FALSE(fs::exists(draft + "/only-mine.json"));
    REQUIRE(d.state().done->kept.size() == 1);
    CHECK(fs::exists(d.state().done->kept.front() + "/only-mine.json"));
    d.driver.tick(3);
    CHECK(d.driver.shell().author()->state().packs.size() == 1);
}

TEST_CASE("exchange: a refused bundle says why in the reader's words, and nothing was written") {
    ExchangeDesk d;
    const std::string file = d.folder.write("bad.huashu", "this is no zip");
    d.room().wish(exchange_wish::Open{ExchangeSide::in});
    d.read(file);
    REQUIRE(d.driver.shows("exchange.refused"));
    const std::string said = d.driver.text_of("exchange.refused");
    CHECK_MESSAGE(said.find("交換包") != std::string::npos, said);
    CHECK_FALSE(fs::exists(d.folder / "store/drafts"));
    const auto evil = app::zip_bytes({{"manifest.json", R"({"format": "huashu-bundle", "version": 9, "items": []})"}});
    d.read(d.folder.write("newer.huashu", *evil));
    CHECK(d.driver.text_of("exchange.refused").find("第 9 版") != std::string::npos);
}

TEST_CASE("exchange: the sheet fits in three languages and two sizes") {
    for (const auto& [width, height] : {std::pair(1280, 800), std::pair(1920, 1080)})
        for (const app::Language language : app::all_languages) {
            ExchangeDesk d(language, width, height);
            d.draft("我的");
            d.room().wish(exchange_wish::Open{});
            d.room().wish(exchange_wish::Choose{0});
            d.driver.tick(3);
            check_screen(d.driver, "exchange");
            d.room().wish(exchange_wish::Pack{"mine", ""});
            d.draft("改過了");
            d.room().wish(exchange_wish::ShowSide{ExchangeSide::in});
            d.read(d.bundle());
            check_screen(d.driver, "exchange");
        }
}
