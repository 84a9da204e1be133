// The records of one site brought to another: new, again, later, changed, and gone on with at both.
#include "integrity/site_import.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "app/commands/world.hpp"
#include "app/small_library.hpp"
#include "integrity/backup.hpp"
#include "integrity/verify.hpp"
#include "play/attempt.hpp"
#include "records/people.hpp"
#include "records/sqlite.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;
using How = BroughtIn::How;

namespace {

const Person other_person{"01890a5d-ac96-774b-bcce-b302099a8057", "陳建國"};

void play_at(const std::string& folder) {
    auto records = Records::open({folder, {}, {}});
    REQUIRE(records);
    auto attempt = Attempt::start(*small_library().find("drip"), *small_library().engine, 7, &*records);
    REQUIRE(attempt);
    REQUIRE(attempt->answer(scenarios::Input::choose("b")));
    REQUIRE(attempt->answer(scenarios::Input::choose("a")));
}

struct TwoSites {
    TemporaryFolder here, there, stick;
    int copies = 0;

    TwoSites() {
        REQUIRE(save_people(here.path(), {{"", "林小安"}}));
        REQUIRE(save_people(there.path(), {{"", "林小安"}, other_person}));
        play_at(here.path());
        play_at(there.path());
        play_at(folder_of(there.path(), other_person));
    }
    std::string backed_up() {
        const std::string copy = stick / ("copy" + std::to_string(++copies));
        REQUIRE(back_up(there.path(), copy));
        return copy;
    }
    [[nodiscard]] std::vector<How> bring(const std::string& from) const {
        const auto all = bring_in(here.path(), from);
        REQUIRE_MESSAGE(all.has_value(), (all ? "" : all.error().diagnostics.front().text));
        std::vector<How> out;
        for (const BroughtIn& one : *all) out.push_back(one.how);
        return out;
    }
};

}  // namespace

TEST_CASE("site import: people of another site are people here, with sound chains, and brought in again nothing new") {
    TwoSites sites;
    const std::string copy = sites.backed_up();
    const auto all = bring_in(sites.here.path(), copy);
    REQUIRE(all);
    REQUIRE(all->size() == 2);
    CHECK((*all)[0].how == How::added);
    CHECK((*all)[0].name == "林小安 2");  // there is one of that name
    CHECK((*all)[1].how == How::added);
    CHECK((*all)[1].id == other_person.id);
    Diagnostics told;
    const auto people = load_people(sites.here.path(), told);
    REQUIRE(people);
    CHECK(people->size() == 3);
    CHECK(told.empty());
    for (const Person& person : *people) {
        const auto found = verify_file(folder_of(sites.here.path(), person) + "/records.db");
        REQUIRE(found);
        CHECK(found->problems.empty());
        CHECK(found->attempts == 1);
    }
    CHECK(sites.bring(copy) == std::vector<How>{How::same, How::same});
    CHECK(load_people(sites.here.path(), told)->size() == 3);
}

TEST_CASE("site import: what continues is taken over, what is older is left, and two that parted are both kept apart") {
    TwoSites sites;
    const std::string first = sites.backed_up();
    REQUIRE(sites.bring(first) == std::vector<How>{How::added, How::added});
    play_at(sites.there.path());
    const std::string later = sites.backed_up();
    CHECK(sites.bring(later) == std::vector<How>{How::renewed, How::same});
    CHECK(sites.bring(first) == std::vector<How>{How::older, How::same});
    // Gone on with at both places.
    const std::string mine = folder_of(sites.here.path(), other_person);
    play_at(mine);
    play_at(folder_of(sites.there.path(), other_person));
    const std::string parted = sites.backed_up();
    const std::string head = verify_file(mine + "/records.db")->head;
    CHECK(sites.bring(parted) == std::vector<How>{How::same, How::refused});
    CHECK(verify_file(mine + "/records.db")->head == head);
}

TEST_CASE("site import: a changed file, clashing attempts, one's own folder and an empty one are refused with words") {
    TwoSites sites;
    const std::string changed = sites.backed_up();
    {
        auto database = Database::open(folder_of(changed, other_person) + "/records.db");
        REQUIRE(database);
        REQUIRE(database->execute("UPDATE attempt SET score = 1"));
    }
    const auto all = bring_in(sites.here.path(), changed);
    REQUIRE(all);
    CHECK((*all)[1].how == How::refused);
    CHECK((*all)[1].why.find("chain") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder_of(sites.here.path(), other_person)));
    // The same records under another person's id.
    TemporaryFolder clash;
    const Person renamed{"01890a5d-ac96-774b-bcce-b302099a8058", "冒名"};
    REQUIRE(save_people(clash.path(), {{}, renamed}));
    std::filesystem::create_directories(folder_of(clash.path(), renamed));
    {
        const auto own = Records::open({sites.here.path(), {}, {}});  // its log belongs to it: closed before the copy
        REQUIRE(own);
    }
    std::filesystem::copy_file(sites.here / "records.db", folder_of(clash.path(), renamed) + "/records.db");
    const auto clashing = bring_in(sites.here.path(), clash.path());
    REQUIRE(clashing);
    REQUIRE(clashing->size() == 1);
    CHECK((*clashing)[0].how == How::refused);
    CHECK((*clashing)[0].why.find("林小安") != std::string::npos);
    World world;
    CHECK(world.run({"--data", sites.here.path(), "import", "records", sites.here.path()}) == 2);
    CHECK(world.run({"--data", sites.here.path(), "import", "records", "/nowhere"}) == 2);
    CHECK(world.run({"--data", sites.here.path(), "import", "records", clash.path()}) == 1);
    CHECK(world.err.find("records-refused") != std::string::npos);
    CHECK(world.run({"--data", sites.here.path(), "import", "records", sites.backed_up()}) == 0);
    CHECK(world.out.find("陳建國") != std::string::npos);
}
