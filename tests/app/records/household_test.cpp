// What stays on record beyond the talk itself: the complaint record, and what a household remembers.
#include <doctest/doctest.h>

#include "app/small_library.hpp"
#include "play/attempt.hpp"
#include "records/turn_json.hpp"
#include "samples.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;
using scenarios::History;
using scenarios::Input;
using scenarios::Memory;
using scenarios::Rank;

namespace {

const FilledRecord filled{{"§2.2.3",
                           "停了三天",
                           scenarios::Urgency::urgent,
                           scenarios::Department::engineering,
                           {{"派人", "今天下午三點前"}}},
                          88};

void end(Records& records, const std::string& id, const std::string& rank, std::vector<Memory> memories) {
    EndRecord how{"settled", rank, 91, false, std::move(memories)};
    REQUIRE(records.append(id, 0, sample_turn(Input::choose("a")), how).has_value());
}

}  // namespace

TEST_CASE("records: a complaint record is kept with its attempt, once the talk is over") {
    const TemporaryFolder folder;
    Records records = open(folder);
    const std::string id = begin(records, "leak");
    CHECK(code_of(records.fill_in(id, filled)) == "attempt-not-over");
    CHECK(code_of(records.fill_in("none", filled)) == "unknown-attempt");
    end(records, id, "good", {});
    REQUIRE(records.fill_in(id, filled).has_value());
    CHECK(records.read(id)->record == filled);
    CHECK(records.last_results()->at("leak").record_score == 88);
    FilledRecord again = filled;
    again.score = 91;
    REQUIRE(records.fill_in(id, again).has_value());  // corrected: both stay on record, the last one counts
    CHECK(open(folder).read(id)->record == again);
    CHECK(records.history("leak")->front().record_score == 91);
    CHECK(parse_record(to_json(filled)) == filled);
    CHECK_FALSE(parse_record("{}").has_value());
}

TEST_CASE("records: a household remembers the last ended attempt at each earlier scenario") {
    const TemporaryFolder folder;
    Records records = open(folder);
    CHECK(records.remembered({"leak", "lift"})->empty());
    end(records, begin(records, "leak"), "bad", {{"brushed-off", Memory::Sort::broken, "推過"}});
    end(records, begin(records, "leak"), "good", {{"on-time", Memory::Sort::kept, "到了"}});
    (void)begin(records, "leak");  // running: nothing to remember yet
    CHECK(*records.remembered({"leak"}) == History{{"on-time"}, {}, {}, Rank::good});
    end(records, begin(records, "lift"), "mixed",
        {{"on-time", Memory::Sort::broken, "沒到"}, {"noise", Memory::Sort::said, ""}});
    CHECK(*records.remembered({"leak", "lift"}) == History{{}, {"on-time"}, {"noise"}, Rank::mixed});
    CHECK(*records.remembered({"lift", "leak"}) == History{{"on-time"}, {}, {"noise"}, Rank::good});
}

TEST_CASE("records: what was remembered when an attempt began comes back with it") {
    const TemporaryFolder folder;
    Records records = open(folder);
    AttemptStart start = sample_start();
    start.history = {{"on-time"}, {}, {"noise"}, Rank::good};
    const auto id = records.begin(start);
    REQUIRE(id.has_value());
    CHECK(records.read(*id)->session.history == start.history);
    CHECK(to_json(start).find("\"on-time\"") != std::string::npos);
}

namespace {

/// The tests' small library with a household: "drip", and "drip-again" that remembers it.
struct Household {
    Household() {
        std::string text = huashu::test::read_bytes("tests/app/fixtures/library/drip.json");
        const std::string start = "\"start\":";
        std::string first = text;
        first.insert(first.find(start),
                     R"("household": "one", "memories": [{"id": "met", "sort": "kept", "note": "見過"}], )");
        std::string second = text;
        second.replace(second.find("\"drip\""), 6, "\"drip-again\"");
        second.insert(second.find(start), R"("household": "one", "after": ["drip"],
            "returning": [{"when": {"remembers": ["met"]}, "mood": {"anger": -20}}], )");
        folder.write("library/drip.json", first);
        folder.write("library/drip-again.json", second);
        auto loaded = load_content({"tests/app/fixtures/pack", folder / "library", "tests/app/fixtures/personas"});
        REQUIRE(loaded.has_value());
        for (const Diagnostic& problem : loaded->problems) CHECK_MESSAGE(false, to_text(problem));
        content = std::move(*loaded);
    }
    TemporaryFolder folder;
    Content content;
};

}  // namespace

TEST_CASE("attempt: an owner who returns remembers the attempt before, and resuming remembers the same") {
    const Household household;
    const auto& first = *household.content.find("drip");
    const auto& second = *household.content.find("drip-again");
    const scoring::Engine& engine = *household.content.engine;
    const TemporaryFolder folder;
    Records records = open(folder);
    const auto fresh = Attempt::start(second, engine, 1, &records);
    REQUIRE(fresh.has_value());
    const int anger = fresh->session().mood().anger;

    auto earlier = Attempt::start(first, engine, 1, &records);
    REQUIRE(earlier.has_value());
    while (!earlier->session().ending())
        REQUIRE(earlier->answer(Input::choose(earlier->session().choices().front().id)).has_value());
    auto later = Attempt::start(second, engine, 1, &records);
    REQUIRE(later.has_value());
    CHECK(later->session().history().kept == std::vector<std::string>{"met"});
    CHECK(later->session().mood().anger == anger - 20);
    REQUIRE(later->answer(Input::choose(later->session().choices().front().id)).has_value());
    const auto resumed = Attempt::resume(later->id(), second, engine, records);
    REQUIRE(resumed.has_value());
    CHECK(resumed->session().turns() == later->session().turns());
    const auto rewound = later->rewind(0);
    REQUIRE(rewound.has_value());
    CHECK(rewound->session().mood().anger == anger - 20);
}

TEST_CASE("attempt: when its scenario has changed, it goes on after the turns that still fit") {
    const TemporaryFolder folder;
    Records records = open(folder);
    const auto& drip = *small_library().find("drip");
    AttemptStart start{"drip", "another-version", "packs", 3, {}, {}};
    const auto id = records.begin(start);
    REQUIRE(id.has_value());
    REQUIRE(records.append(*id, 0, sample_turn(Input::choose("a")), std::nullopt).has_value());
    REQUIRE(records.append(*id, 1, sample_turn(Input::choose("gone")), std::nullopt).has_value());
    CHECK(code_of(Attempt::resume(*id, drip, *small_library().engine, records)) == "save-does-not-fit");
    const auto rescued = Attempt::resume_what_fits(*id, drip, *small_library().engine, records);
    REQUIRE(rescued.has_value());
    CHECK(rescued->session().turns().size() == 1);
    REQUIRE(rescued->notices().size() == 1);
    CHECK(rescued->notices().front().code == "turns-lost");
    CHECK(records.read(rescued->id())->turns.size() == 1);
    CHECK(records.read(rescued->id())->summary.rewinds == *id);
    CHECK(records.read(*id)->summary.status == AttemptStatus::dropped);
    CHECK(code_of(Attempt::resume_what_fits(*id, drip, *small_library().engine, records)) == "attempt-over");
}
