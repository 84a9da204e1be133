// From records to facts, and through the commands: a folder with two people who have played the small library.
#include "reports/gather.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/commands/world.hpp"
#include "app/small_library.hpp"
#include "play/attempt.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::read_bytes;
using huashu::test::TemporaryFolder;
using scenarios::Input;

namespace {

const scenarios::Scenario& drip() { return *small_library().find("drip"); }

Attempt begun(Records& records, std::vector<Input> inputs) {
    auto attempt = Attempt::start(drip(), *small_library().engine, 7, &records);
    REQUIRE(attempt);
    for (const Input& input : inputs) REQUIRE(attempt->answer(input));
    return std::move(*attempt);
}

// 林小安 (the first person): gave up once, then two finished talks and one rewound. 陳建國: one finished talk.
struct Household {
    TemporaryFolder folder;
    std::string typed_id, other_id = "0190a0b0-0000-7000-8000-00000000c001";
    std::int64_t now_ms = 1'777'593'600'000;

    Household() {
        REQUIRE(save_people(folder.path(), {{"", "林小安"}, {other_id, "陳建國"}}));
        const auto clock = [this] { return now_ms += 60'000; };
        auto own = Records::open({folder.path(), clock, nullptr});
        REQUIRE(own);
        REQUIRE(own->drop(begun(*own, {Input::choose("a")}).id()));
        const Attempt typed =
            begun(*own, {Input::say("李先生非常抱歉，請問哪裡滴水？樓上1602的電話是13800138000，這不歸我管。"),
                         Input::choose("a")});
        REQUIRE(typed.session().ending());
        typed_id = typed.id();
        auto rewound = typed.rewind(1);
        REQUIRE(rewound);
        REQUIRE(rewound->answer(Input::choose("a")));
        (void)begun(*own, {Input::choose("b"), Input::choose("a")});
        auto others = Records::open({folder_of(folder.path(), {other_id, ""}), clock, nullptr});
        REQUIRE(others);
        (void)begun(*others, {Input::choose("b"), Input::choose("a")});
    }

    int run(World& world, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--data", folder.path()});
        return world.run(with_small_content(std::move(arguments)));
    }
};

const Household& household() {
    static const Household made;
    return made;
}

const AttemptFacts& fact(const GatheredFacts& gathered, const std::string& id) {
    for (const AttemptFacts& a : gathered.attempts)
        if (a.id == id) return a;
    FAIL("no such attempt");
    return gathered.attempts.front();
}

template <class T>
std::string code_of_gathering(const Result<T>& result) {
    return result ? "" : result.error().diagnostics.front().code;
}

}  // namespace

TEST_CASE("gather: finished talks of everybody, played again, typed words masked, first attempts known") {
    const auto all = gather_facts(household().folder.path(), small_library(), {});
    REQUIRE(all);
    REQUIRE(all->attempts.size() == 4);
    CHECK(all->unfinished == 1);
    const AttemptFacts& typed = fact(*all, household().typed_id);
    CHECK(typed.person == "林小安");
    CHECK(typed.basis == AttemptFacts::Basis::same);
    CHECK_FALSE(typed.first);  // he had begun one before
    REQUIRE(typed.turns.size() == 2);
    CHECK(typed.turns[0].reply.find("樓上****的電話是***********") != std::string::npos);
    CHECK(typed.turns[0].owner == "廚房滴水了，你們管不管？");
    CHECK(typed.turns[0].stage_title == "接聽");
    CHECK(typed.turns[0].offered.size() == 3);
    CHECK_FALSE(typed.turns[0].findings.empty());
    CHECK(typed.turns[1].choice == "a");
    CHECK(typed.ending_title == "說定了");
    int sum = 0;
    for (const scoring::LedgerLine& line : typed.ledger) sum += line.centipoints;
    CHECK((sum + 50) / 100 == typed.score);
    int rewound = 0, first = 0;
    for (const AttemptFacts& a : all->attempts) {
        rewound += a.rewound ? 1 : 0;
        first += a.first ? 1 : 0;
    }
    CHECK(rewound == 1);
    CHECK(first == 1);  // of the other person
}

TEST_CASE("gather: one person, one attempt, since a day, under a pseudonym") {
    const std::string& folder = household().folder.path();
    const auto other = gather_facts(folder, small_library(), {.person = "陳建國"});
    REQUIRE(other);
    REQUIRE(other->attempts.size() == 1);
    CHECK(other->attempts.front().first);
    CHECK(gather_facts(folder, small_library(), {.person = household().other_id})->attempts.size() == 1);
    CHECK(gather_facts(folder, small_library(), {.attempt = household().typed_id})->attempts.size() == 1);
    CHECK(gather_facts(folder, small_library(), {.since_ms = 1'900'000'000'000})->attempts.empty());
    CHECK(code_of_gathering(gather_facts(folder, small_library(), {.person = "無名氏"})) == "unknown-person");
    CHECK(code_of_gathering(gather_facts(folder, small_library(), {.attempt = "1234"})) == "unknown-attempt");
    const auto hidden = gather_facts(folder, small_library(), {.pseudonyms = true});
    REQUIRE(hidden);
    for (const AttemptFacts& a : hidden->attempts) {
        CHECK(a.person.starts_with("P-"));
        CHECK(a.person_id == a.person);
    }
    CHECK(hidden->people.front().name != hidden->people.back().name);
    CHECK(gather_facts(folder, small_library(), {.pseudonyms = true})->attempts.front().person ==
          hidden->attempts.front().person);
    const TemporaryFolder nothing;
    CHECK(gather_facts(nothing.path(), small_library(), {})->attempts.empty());
    CHECK_FALSE(std::filesystem::exists(nothing / "records.db"));
}

TEST_CASE("gather: a talk whose scenario is gone is told from its record") {
    Content none;
    none.engine = load_engine("tests/app/fixtures/pack", none.problems).value();
    const auto all = gather_facts(household().folder.path(), none, {});
    REQUIRE(all);
    const AttemptFacts& typed = fact(*all, household().typed_id);
    CHECK(typed.basis == AttemptFacts::Basis::not_played);
    CHECK(typed.ledger.empty());
    CHECK(typed.turns.size() == 2);
    CHECK(typed.turns[0].reply.find("1602") == std::string::npos);
    CHECK(typed.score == fact(*gather_facts(household().folder.path(), small_library(), {}), typed.id).score);
}

TEST_CASE("report: every form from the command line, and what can't be made says why") {
    World world;
    const TemporaryFolder out;
    CHECK(household().run(world, {"report", "csv"}) == 0);
    CHECK(std::count(world.out.begin(), world.out.end(), '\n') == 5);
    CHECK(household().run(world, {"report", "xapi", "--person", "陳建國"}) == 0);
    const std::string pdf = out / "a.pdf";
    CHECK(household().run(world, {"report", "pdf", "--attempt", household().typed_id, "--out", pdf}) == 0);
    CHECK(read_bytes(pdf).starts_with("%PDF-"));
    CHECK(household().run(world, {"report", "pdf", "--person", "陳建國", "--pseudonyms", "--out", pdf}) == 0);
    CHECK(household().run(world, {"report", "certificate", "--person", "陳建國", "--out", pdf}) == 0);
    CHECK(household().run(world, {"report", "xlsx", "--out", out / "a.xlsx"}) == 0);
    CHECK(read_bytes(out / "a.xlsx").starts_with("PK"));
    world.err.clear();
    CHECK(household().run(world, {"report", "pdf"}) == 2);  // whose?
    CHECK(world.err.find("whose-report") != std::string::npos);
    CHECK(household().run(world, {"report", "csv", "--since", "yesterday"}) == 2);
    CHECK(household().run(world, {"report", "xapi", "--site", "example"}) == 2);
    CHECK(household().run(world, {"report", "pdf", "--person", "陳建國", "--out", "/proc/x/a.pdf"}) == 3);
    CHECK(household().run(world, {"report", "xlsx", "--out", "/proc/x/a.xlsx"}) == 3);
    CHECK(household().run(world, {"report", "csv", "--out", "/proc/x/a.csv"}) == 3);
}

TEST_CASE("analyse and plan: from the command line") {
    World world;
    CHECK(household().run(world, {"analyse"}) == 0);
    CHECK(world.out.find("2 people, 3 finished talks") != std::string::npos);
    world.out.clear();
    CHECK(household().run(world, {"analyse", "--format", "json"}) == 0);
    const auto json = nlohmann::json::parse(world.out);
    CHECK(json.at("reliability").at("alpha").is_null());
    CHECK(json.at("persons").size() == 2);
    world.out.clear();
    CHECK(household().run(world, {"plan", "add", "--person", "陳建國", "--chapter", "5", "--measure", "每天對練",
                                  "--who", "方志明", "--by", "2026-06-30", "--format", "json"}) == 0);
    const std::string id = nlohmann::json::parse(world.out).at(0).at("id");
    CHECK(household().run(world, {"plan", "done", "--person", "陳建國", "--id", id}) == 0);
    CHECK(world.out.find("每天對練") != std::string::npos);
    CHECK(household().run(world, {"plan", "done", "--person", "陳建國", "--id", "nothing"}) == 2);
    CHECK(household().run(world, {"plan", "add", "--person", "陳建國", "--chapter", "5"}) == 2);
    CHECK(household().run(world, {"plan", "remove", "--person", "陳建國", "--id", id.substr(id.size() - 8)}) == 0);
    CHECK(household().run(world, {"plan", "--person", "無名氏"}) == 2);
}
