// A sitting in a real file, by a program that is killed at any moment: what was told is there, time has gone on, and it
// goes on where it was.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <random>

#include "app/small_library.hpp"
#include "assess/archive.hpp"
#include "assess/records_store.hpp"
#include "integrity/verify.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::assess;
using scenarios::Input;

namespace {

constexpr const char* killed_id = "0190a0b0-0000-7000-8000-0000000000c1";
constexpr std::int64_t a_minute = 60'000;
constexpr int talks_of_exam = 6;

event::Begun long_exam() {
    event::Begun b;
    b.sitting_id = killed_id;
    b.person = "林小安";
    b.blueprint_id = b.blueprint_title = "exam";
    b.packs_hash = packs_hash_of(small_library());
    b.minutes = 600;
    const scenarios::Scenario& drip = *small_library().find("drip");
    for (int i = 0; i < talks_of_exam; ++i)
        b.items.push_back({"drip", drip.card().title, drip.content_hash(), static_cast<std::uint64_t>(i),
                           Replies::either, 1, 0, 100});
    return b;
}

// Plays on from wherever the exam stands; `told` hears of each step once it is on record. False: it could not.
bool sit_on(Exam& exam, const std::function<void(char)>& told) {
    while (exam.sitting().phase == Sitting::Phase::running) {
        if (exam.talk() == nullptr) {
            if (!exam.open_next()) return false;
            told('o');
        } else {
            const bool first = exam.talk()->turns().empty();
            if (!exam.answer(Input::choose(first ? "b" : "a"), {})) return false;
            told('+');
        }
    }
    return true;
}

// The child: begins the exam, or goes on with it, each step taking a minute by its clock.
[[noreturn]] void sit_until_killed(const std::string& folder, bool begins, std::int64_t now_ms, int pipe) {
    auto records = app::Records::open({folder, [&now_ms] { return now_ms; }, {}});
    if (!records) _exit(1);
    RecordsStore store(*records);
    const Room room{&small_library(), &store, [&now_ms] { return now_ms += a_minute; }};
    auto exam = begins ? Exam::begin(room, long_exam()) : Exam::go_on(room, killed_id);
    if (!exam || write(pipe, "b", 1) != 1) _exit(2);
    const bool done = sit_on(*exam, [pipe](char step) {
        if (write(pipe, &step, 1) != 1) _exit(3);
    });
    _exit(done ? 0 : 4);
}

struct Heard {
    bool begun = false;
    int answered = 0;
};

// Runs a child and kills it somewhere on its way; what it had told by then.
Heard run_and_kill(const std::string& folder, bool begins, std::int64_t now_ms, std::mt19937& chance) {
    int told[2];
    REQUIRE(pipe(told) == 0);
    const pid_t child = fork();
    if (child == 0) sit_until_killed(folder, begins, now_ms, told[1]);
    close(told[1]);
    Heard heard;
    const auto hear = [&](int steps) {
        for (char c = 0; steps-- > 0 && read(told[0], &c, 1) == 1;) {
            heard.begun = heard.begun || c == 'b';
            heard.answered += c == '+' ? 1 : 0;
        }
    };
    hear(std::uniform_int_distribution<int>(0, 8)(chance));
    usleep(std::uniform_int_distribution<useconds_t>(0, 1'500)(chance));
    kill(child, SIGKILL);
    hear(1'000'000);
    close(told[0]);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
    return heard;
}

int answered_in(const Sitting& sitting) {
    int count = 0;
    for (const ItemState& item : sitting.items) count += static_cast<int>(item.said.size());
    return count;
}

}  // namespace

TEST_CASE("exam: killed at a random moment inside a sitting, nothing told is lost, time goes on, it goes on right") {
    // HUASHU_KILLS makes it more: a thousand for a release.
    const char* wanted = std::getenv("HUASHU_KILLS");
    int kills = wanted != nullptr ? std::atoi(wanted) : 10;
    std::mt19937 chance(20260611);
    (void)small_library();
    SittingResult undisturbed;
    while (kills > 0) {
        const test::TemporaryFolder folder;
        std::int64_t now_ms = 1'777'593'600'000;
        int answered = 0, runs = 0, gaps = 0;
        bool begun = false;
        for (; kills > 0 && runs < 3; ++runs, --kills) {
            const Heard heard = run_and_kill(folder.path(), !begun, now_ms, chance);
            begun = begun || heard.begun;
            answered += heard.answered;
            now_ms += 30 * a_minute;  // the time that the program was not there counts
            auto records = app::Records::open({folder.path(), {}, {}});
            REQUIRE(records);
            CHECK(records->notices().empty());
            const auto verified = app::verify_file(records->file());
            REQUIRE(verified);
            CHECK(verified->problems.empty());
            RecordsStore store(*records);
            if (!begun && records->documents({.kind = "sitting.begun"})->empty()) continue;
            begun = true;
            ++gaps;
            const auto filed = read_file(store, killed_id);
            REQUIRE(filed);
            CHECK(answered_in(filed->sitting) >= answered);
            CHECK(answered_in(filed->sitting) <= answered + runs + 1);  // a kill may come before it was told
            answered = answered_in(filed->sitting);
            if (filed->sitting.phase == Sitting::Phase::sealed) {  // the kill came after the last word
                --kills;
                break;
            }
        }
        if (!begun) continue;
        // To the end, undisturbed: the same result as if nothing had happened, and the time between counted.
        auto records = app::Records::open({folder.path(), [&] { return now_ms; }, {}});
        REQUIRE(records);
        RecordsStore store(*records);
        auto filed = read_file(store, killed_id);
        REQUIRE(filed);
        if (filed->sitting.phase == Sitting::Phase::running) {
            auto exam = Exam::go_on({&small_library(), &store, [&] { return now_ms += a_minute; }}, killed_id);
            REQUIRE(exam);
            REQUIRE(sit_on(*exam, [](char) {}));
            filed = read_file(store, killed_id);
            CHECK(filed->sitting.resumes >= 1);
            CHECK(filed->sitting.spent_ms >= (30 * gaps - 2) * a_minute);
        }
        REQUIRE(filed->sitting.phase == Sitting::Phase::sealed);
        CHECK(*rejudge(filed->sitting, small_library()) == *filed->sitting.result);
        if (undisturbed.items.empty()) undisturbed = *filed->sitting.result;
        CHECK(*filed->sitting.result == undisturbed);
    }
}
