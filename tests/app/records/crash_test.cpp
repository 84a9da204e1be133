// What was returned as done must be there whatever happens next: a failing disk, a full disk, a kill.
#include <doctest/doctest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "faulty_vfs.hpp"
#include "integrity/backup.hpp"
#include "integrity/person.hpp"
#include "integrity/verify.hpp"
#include "records/records.hpp"
#include "samples.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;
using scenarios::Input;

namespace {

constexpr int turns_of_a_play = 4;

/// What a player was told is done.
struct Told {
    std::string id;
    int turns = 0;
    bool ended = false;
    bool has_record = false;         ///< the complaint record was filled in
    std::size_t documents = 0;       ///< on the attempt
    std::vector<std::string> codes;  ///< of the errors on the way
};

// Plays one attempt from opening the records on, and stops at the first error, as a player who reads it would.
Told play_until_it_fails(const std::string& folder) {
    Told told;
    const auto failed = [&told](const auto& result) {
        if (result) return false;
        const Diagnostic& diagnostic = result.error().diagnostics.front();
        told.codes.push_back(diagnostic.remedy.empty() ? "no remedy: " + diagnostic.text : diagnostic.code);
        return true;
    };
    auto records = Records::open({folder, {}, {}});
    if (failed(records)) return told;
    const auto id = records->begin(sample_start());
    if (failed(id)) return told;
    told.id = *id;
    for (int i = 0; i < turns_of_a_play; ++i) {
        const bool last = i + 1 == turns_of_a_play;
        const auto end = last ? std::optional(EndRecord{"settled", "best", 91, false}) : std::nullopt;
        if (failed(records->append(*id, i, sample_turn(Input::say("抱歉")), end))) return told;
        told.turns = i + 1;
        told.ended = last;
    }
    if (failed(records->fill_in(*id, {{}, 88}))) return told;
    told.has_record = true;
    for (const char* kind : {"review.contested", "review.confirmed"}) {
        if (failed(records->keep({{kind, *id, R"({"reason":"聽了錄音"})"}}))) return told;
        ++told.documents;
    }
    return told;
}

// `at_least`: a kill may come after a commit and before the player was told.
void check_kept(const TemporaryFolder& folder, const Told& told, bool at_least) {
    const Records records = open(folder);
    CHECK(records.notices().empty());
    const auto found = verify_file(records.file());
    REQUIRE(found.has_value());
    CHECK(found->problems.empty());
    if (told.id.empty()) return;
    const auto stored = records.read(told.id);
    REQUIRE(stored.has_value());
    const int turns = static_cast<int>(stored->turns.size());
    if (at_least)
        CHECK(turns >= told.turns);
    else
        CHECK(turns == told.turns);
    CHECK(stored->summary.turns == turns);
    CHECK((stored->summary.status == AttemptStatus::ended) == (turns == turns_of_a_play));
    CHECK(stored->summary.end.has_value() == (turns == turns_of_a_play));
    const auto documents = records.documents({.kind = {}, .subject = told.id});
    REQUIRE(documents.has_value());
    if (at_least) {
        CHECK((stored->record.has_value() || !told.has_record));
        CHECK(documents->size() >= told.documents);
    } else {
        CHECK(stored->record.has_value() == told.has_record);
        CHECK(documents->size() == told.documents);
    }
}

// Carries out `work` on a played attempt again and again, with every call to the disk refused in turn and all after it;
// then the disk is well, the records must be sound, and the work must go through.
template <class Work>
int refuse_in_turn(Work work) {
    int refused = 0;
    for (int first = 0;; ++first) {
        CAPTURE(first);
        const TemporaryFolder folder;
        {
            FaultyDisk well;
            REQUIRE(play_until_it_fails(folder / "data").documents == 2);
        }
        FaultyDisk disk;
        disk.fail_from(FaultyDisk::Kind::any, first, 1'000'000, 0);
        const bool done = work(folder, "first");
        if (!disk.has_failed()) return refused;
        disk.heal();
        const auto found = verify_file(folder / "data/records.db");
        REQUIRE_MESSAGE(found.has_value(), (found ? "" : to_text(found.error().diagnostics.front())));
        for (const ChainProblem& problem : found->problems) FAIL_CHECK(problem.text);
        if (!done) CHECK(work(folder, "second"));
        ++refused;
    }
}

}  // namespace

TEST_CASE("records: any call to the disk may fail, for a moment or for good, and nothing told is lost") {
    for (const int count : {1, 1'000'000}) {
        int refused = 0;
        for (int first = 0;; ++first) {
            CAPTURE(count);
            CAPTURE(first);
            const TemporaryFolder folder;
            FaultyDisk disk;
            disk.fail_from(FaultyDisk::Kind::any, first, count, 0);
            const Told told = play_until_it_fails(folder.path());
            if (!disk.has_failed()) break;
            disk.heal();
            for (const std::string& code : told.codes)
                CHECK_MESSAGE((code == "disk-failed" || code == "records-not-writable"), code);
            check_kept(folder, told, true);  // a commit may be on the disk though its answer was lost
            ++refused;
        }
        CHECK(refused > 40);
    }
}

TEST_CASE("records: a disk that is full at any write is an error that says so, and nothing told is lost") {
    int refused = 0;
    for (int first = 0;; ++first) {
        CAPTURE(first);
        const TemporaryFolder folder;
        FaultyDisk disk;
        disk.fail_from(FaultyDisk::Kind::write, first, 1'000'000, SQLITE_FULL);
        const Told told = play_until_it_fails(folder.path());
        if (!disk.has_failed()) break;
        disk.heal();
        for (const std::string& code : told.codes) CHECK(code == "disk-full");
        check_kept(folder, told, false);
        ++refused;
    }
    CHECK(refused > 15);
}

TEST_CASE("erasure: any call to the disk may fail, the chain holds, and done again it leaves nothing") {
    const int refused = refuse_in_turn([](const TemporaryFolder& folder, const std::string&) {
        const auto erased = erase_person(folder / "data", {});
        if (!erased) {
            CHECK_FALSE(erased.error().diagnostics.front().remedy.empty());
            return false;
        }
        for (const char* file : {"data/records.db", "data/records.db-wal"}) {
            if (!std::filesystem::exists(folder / file)) continue;
            const std::string bytes = huashu::test::read_bytes(folder / file);
            for (const char* text : {"抱歉", "聽了錄音", "settled"}) CHECK(bytes.find(text) == std::string::npos);
        }
        return true;
    });
    CHECK(refused > 40);
}

TEST_CASE("backup: any call to the disk may fail, there is a whole copy or none, and nothing is lost") {
    const int refused = refuse_in_turn([](const TemporaryFolder& folder, const std::string& name) {
        const auto copy = back_up(folder / "data", folder / name);
        if (copy)
            for (const Verification& found : copy->records) CHECK(found.problems.empty());
        else
            CHECK_FALSE(copy.error().diagnostics.front().remedy.empty());
        CHECK(std::filesystem::exists(folder / name) == copy.has_value());
        return copy.has_value();
    });
    CHECK(refused > 20);
}

TEST_CASE("records: killed at a random moment, every turn that was told is there") {
    // HUASHU_KILLS makes it more: a thousand for a release.
    const char* wanted = std::getenv("HUASHU_KILLS");
    const int kills = wanted != nullptr ? std::atoi(wanted) : 12;
    std::mt19937 chance(20240607);
    int killed_in_play = 0;
    for (int i = 0; i < kills; ++i) {
        const TemporaryFolder folder;
        int told_pipe[2];
        REQUIRE(pipe(told_pipe) == 0);
        const pid_t child = fork();
        if (child == 0) {  // tells each finished step by a line, once it is on record
            auto records = Records::open({folder.path(), {}, {}});
            for (int attempt = 0; records; ++attempt) {
                const auto id = records->begin(sample_start());
                if (!id || write(told_pipe[1], (*id + "\n").data(), 37) != 37) _exit(1);
                for (int turn = 0; turn < turns_of_a_play; ++turn) {
                    const auto end = turn + 1 == turns_of_a_play
                                         ? std::optional(EndRecord{"settled", "best", 91, false})
                                         : std::nullopt;
                    if (!records->append(*id, turn, sample_turn(Input::say("抱歉")), end)) _exit(1);
                    if (write(told_pipe[1], "+", 1) != 1) _exit(1);
                }
            }
            _exit(1);
        }
        close(told_pipe[1]);
        std::string heard;
        const auto hear = [&](std::size_t enough) {
            for (char c = 0; heard.size() < enough && read(told_pipe[0], &c, 1) == 1;) heard += c;
        };
        // Some steps in, and then at any moment of the next ones, however slow the machine is.
        hear(std::uniform_int_distribution<std::size_t>(0, 150)(chance));
        usleep(std::uniform_int_distribution<useconds_t>(0, 2'000)(chance));
        kill(child, SIGKILL);
        hear(std::string::npos);
        std::vector<Told> all;
        std::string id;
        for (const char c : heard) {
            if (c == '+')
                ++all.back().turns;
            else if (c != '\n')
                id += c;
            else
                all.push_back({std::exchange(id, {}), 0, false, {}});
        }
        close(told_pipe[0]);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        for (const Told& told : all) check_kept(folder, told, true);
        killed_in_play += all.empty() ? 0 : 1;
    }
    CHECK(killed_in_play > kills / 2);
}

TEST_CASE("records: several processes may open a new folder at the same moment, and write to it") {
    const TemporaryFolder folder;
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        const pid_t child = fork();
        if (child == 0) _exit(play_until_it_fails(folder.path()).ended ? 0 : 1);
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    CHECK(open(folder).history("leak")->size() == 4);
}
