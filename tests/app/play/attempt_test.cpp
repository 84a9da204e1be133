#include "play/attempt.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <random>

#include "app/records/faulty_vfs.hpp"
#include "app/records/samples.hpp"
#include "app/small_library.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;
using scenarios::Input;
using scenarios::Session;

namespace {

const scenarios::Scenario& drip() { return *small_library().find("drip"); }
const scoring::Engine& engine() { return *small_library().engine; }

Attempt start(Records* records, std::uint64_t seed = 7) {
    auto attempt = Attempt::start(drip(), engine(), seed, records);
    REQUIRE(attempt.has_value());
    return std::move(*attempt);
}

void answer(Attempt& attempt, const Input& input) { REQUIRE(attempt.answer(input).has_value()); }

}  // namespace

TEST_CASE("attempt: what was answered is on record, and resuming gives the same conversation") {
    const TemporaryFolder folder;
    std::string id;
    std::vector<scenarios::Turn> turns;
    {
        Records records = open(folder);
        Attempt attempt = start(&records);
        answer(attempt, Input::choose("a"));
        answer(attempt, Input::say("這不歸我管。"));
        id = attempt.id();
        turns = attempt.session().turns();
    }
    Records records = open(folder);
    REQUIRE(records.unfinished()->size() == 1);
    CHECK(records.unfinished()->front().id == id);
    auto resumed = Attempt::resume(id, drip(), engine(), records);
    REQUIRE(resumed.has_value());
    CHECK(resumed->notices().empty());
    CHECK(resumed->session().turns() == turns);
    answer(*resumed, Input::choose("b"));
    answer(*resumed, Input::choose("a"));
    REQUIRE(resumed->session().ending().has_value());
    CHECK(records.unfinished()->empty());
    const auto end = records.last_results()->at("drip").end;
    REQUIRE(end.has_value());
    CHECK(end->ending == "settled");
    CHECK(end->rank == "best");
    CHECK(end->score == resumed->session().scorecard().score);
    CHECK_FALSE(end->has_critical);
    CHECK(code_of(Attempt::resume(id, drip(), engine(), records)) == "attempt-over");
    CHECK(code_of(Attempt::resume("none", drip(), engine(), records)) == "unknown-attempt");
}

TEST_CASE("attempt: the record of a turn says what was found in it") {
    const TemporaryFolder folder;
    Records records = open(folder);
    Attempt attempt = start(&records);
    answer(attempt, Input::say("非常抱歉，這不歸我管。"));
    const auto stored = records.read(attempt.id());
    REQUIRE(stored.has_value());
    REQUIRE(stored->turns.size() == 1);
    CHECK(stored->turns[0].findings == std::vector<std::string>{"deflect.not_mine"});
    CHECK(stored->turns[0].acts == std::vector<std::string>{"apologize"});
    CHECK(stored->turns[0].stage == "receive");
    CHECK(stored->turns[0].mood == attempt.session().mood());
    CHECK(stored->turns[0].score == attempt.session().turns()[0].judgement->score);
}

TEST_CASE("attempt: a turn that can't be recorded did not happen, and can be given again") {
    const TemporaryFolder folder;
    FaultyDisk disk;
    Records records = open(folder);
    Attempt attempt = start(&records);
    answer(attempt, Input::choose("a"));
    const auto turns = attempt.session().turns();
    const auto mood = attempt.session().mood();
    disk.fail_from(FaultyDisk::Kind::write, 0, 1'000'000, SQLITE_FULL);
    CHECK(code_of(attempt.answer(Input::choose("b"))) == "disk-full");
    CHECK(attempt.session().turns() == turns);
    CHECK(attempt.session().mood() == mood);
    CHECK(attempt.session().waits_for() == Session::Waits::reply);
    disk.fail_from(FaultyDisk::Kind::write, 0, 0, 0);
    answer(attempt, Input::choose("b"));
    CHECK(records.read(attempt.id())->turns.size() == 2);
}

TEST_CASE("attempt: rewinding begins an attempt of its own and leaves the first as it is") {
    const TemporaryFolder folder;
    Records records = open(folder);
    Attempt attempt = start(&records);
    answer(attempt, Input::choose("c"));
    answer(attempt, Input::choose("b"));
    answer(attempt, Input::choose("a"));
    auto again = attempt.rewind(1);
    REQUIRE(again.has_value());
    CHECK(again->id() != attempt.id());
    REQUIRE(again->session().turns().size() == 1);
    CHECK(again->session().turns()[0] == attempt.session().turns()[0]);
    answer(*again, Input::say("你滾出去！"));
    CHECK(records.read(again->id())->summary.rewinds == attempt.id());
    CHECK(records.read(again->id())->summary.end->has_critical);
    CHECK(records.read(attempt.id())->turns.size() == 3);
    CHECK(records.read(attempt.id())->summary.end->ending == "settled");
    CHECK(code_of(attempt.rewind(4)) == "no-such-turn");
    CHECK(code_of(attempt.rewind(-1)) == "no-such-turn");
}

TEST_CASE("attempt: without records nothing is kept, and everything else is the same") {
    Attempt attempt = start(nullptr);
    answer(attempt, Input::choose("a"));
    CHECK(attempt.id().empty());
    const auto again = attempt.rewind(0);
    REQUIRE(again.has_value());
    CHECK(again->session().turns().empty());
    CHECK(code_of(attempt.answer(Input::choose("z"))) == "choice-not-offered");
}

TEST_CASE("attempt: bytes that are no text are repaired before they are judged and kept") {
    const TemporaryFolder folder;
    Records records = open(folder);
    Attempt attempt = start(&records);
    answer(attempt, Input::say("抱歉\xff\xfe"));
    CHECK(attempt.session().turns()[0].text == "抱歉\uFFFD\uFFFD");
    const auto resumed = Attempt::resume(attempt.id(), drip(), engine(), records);
    REQUIRE(resumed.has_value());
    CHECK(resumed->session().turns() == attempt.session().turns());
}

TEST_CASE("attempt: one that was begun under other rules is resumed with a word about it") {
    const TemporaryFolder folder;
    Records records = open(folder);
    const auto id = records.begin({"drip", "another-hash", "another-hash", 7, {}});
    REQUIRE(id.has_value());
    REQUIRE(records.append(*id, 0, sample_turn(Input::choose("a")), std::nullopt).has_value());
    const auto resumed = Attempt::resume(*id, drip(), engine(), records);
    REQUIRE(resumed.has_value());
    REQUIRE(resumed->notices().size() == 2);
    CHECK(resumed->notices()[0].code == "scenario-changed");
    CHECK(resumed->notices()[1].code == "rules-changed");
    REQUIRE(records.append(*id, 1, sample_turn(Input::choose("gone")), std::nullopt).has_value());
    const auto refused = Attempt::resume(*id, drip(), engine(), records);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().cause == Error::Cause::content);
}

TEST_CASE("attempt: killed at a random moment, it goes on where it was shown to stand") {
    const char* wanted = std::getenv("HUASHU_KILLS");
    const int kills = wanted != nullptr ? std::atoi(wanted) : 10;
    std::mt19937 chance(99);
    int resumed_some = 0;
    static_cast<void>(small_library());  // loaded before the first child, so that each has it
    for (int i = 0; i < kills; ++i) {
        const TemporaryFolder folder;
        int shown[2];
        REQUIRE(pipe(shown) == 0);
        const pid_t child = fork();
        if (child == 0) {
            auto records = Records::open({folder.path(), {}, {}});
            while (records) {
                auto attempt = Attempt::start(drip(), engine(), 7, &*records);
                for (const char* choice : {"a", "c", "b", "a"}) {
                    if (!attempt || !attempt->answer(Input::choose(choice))) _exit(1);
                    if (write(shown[1], "+", 1) != 1) _exit(1);
                }
            }
            _exit(1);
        }
        close(shown[1]);
        // A few turns in, and then at any moment of the next ones, however slow the machine is.
        const std::size_t turns_to_wait = 1 + chance() % 11;
        std::size_t turns_shown = 0;
        for (char c = 0; turns_shown < turns_to_wait && read(shown[0], &c, 1) == 1;) ++turns_shown;
        usleep(std::uniform_int_distribution<useconds_t>(0, 2'000)(chance));
        kill(child, SIGKILL);
        for (char c = 0; read(shown[0], &c, 1) == 1;) ++turns_shown;
        close(shown[0]);
        REQUIRE(waitpid(child, nullptr, 0) == child);

        Records records = open(folder);
        CHECK(records.notices().empty());
        std::size_t turns_kept = 0;
        const auto history = records.history("drip", 10'000);
        REQUIRE(history.has_value());
        for (const AttemptSummary& summary : *history) turns_kept += summary.turns;
        CHECK(turns_kept >= turns_shown);
        CHECK(turns_kept <= turns_shown + 1);
        const auto unfinished = records.unfinished();
        REQUIRE(unfinished.has_value());
        REQUIRE(unfinished->size() <= 1);
        if (unfinished->empty()) continue;
        auto attempt = Attempt::resume(unfinished->front().id, drip(), engine(), records);
        REQUIRE(attempt.has_value());
        const char* rest[] = {"a", "c", "b", "a"};
        for (std::size_t turn = attempt->session().turns().size(); turn < 4; ++turn)
            answer(*attempt, Input::choose(rest[turn]));
        CHECK(attempt->session().ending()->id == "settled");
        ++resumed_some;
    }
    CHECK(resumed_some > 0);
}
