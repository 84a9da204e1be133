// Power cuts: what was told to be on record is there, whatever of the unsynced sectors a disk kept.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "integrity/verify.hpp"
#include "power_vfs.hpp"
#include "samples.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;
using scenarios::Input;

namespace {

constexpr int turns_of_a_talk = 5;

struct ToldTalk {
    std::string id;
    int turns = 0;
};

// Plays talk after talk until the power is gone, or `most` of them; what a player was told on the way.
std::vector<ToldTalk> play_until_dark(const std::string& folder, int most) {
    std::vector<ToldTalk> told;
    auto records = Records::open({folder, {}, {}});
    for (int talk = 0; records && talk < most; ++talk) {
        const auto id = records->begin(sample_start());
        if (!id) break;
        told.push_back({*id, 0});
        for (int i = 0; i < turns_of_a_talk; ++i) {
            const auto end =
                i + 1 == turns_of_a_talk ? std::optional(EndRecord{"settled", "best", 91, false, {}}) : std::nullopt;
            if (!records->append(*id, i, sample_turn(Input::say("抱歉，讓您久等了")), end)) return told;
            told.back().turns = i + 1;
        }
        if (!records->keep({{"review.confirmed", *id, R"({"note":"很好"})"}})) break;
    }
    return told;
}

// Nothing: all is as it was told.
std::string what_is_lost(const TemporaryFolder& folder, const std::vector<ToldTalk>& told) {
    const auto records = Records::open({folder.path(), {}, {}});
    if (!records) return "does not open: " + records.error().diagnostics.front().text;
    if (!records->notices().empty()) return records->notices().front().text;
    for (const ToldTalk& talk : told) {
        const auto stored = records->read(talk.id);
        if (!stored) return "an attempt is lost";
        if (static_cast<int>(stored->turns.size()) < talk.turns) return "a turn is lost";
    }
    const auto found = verify_file(records->file());
    if (!found) return found.error().diagnostics.front().text;
    return found->problems.empty() ? "" : found->problems.front().text;
}

// How many of so many cuts lost something. Some fall into making the file, most into a file in use.
int cuts_that_lose(int cuts, bool is_lying, std::uint32_t seed, std::string& why) {
    std::mt19937 chance(seed);
    int losing = 0;
    for (int cut = 0; cut < cuts; ++cut) {
        const TemporaryFolder folder;
        std::vector<ToldTalk> told;
        {
            PowerCutDisk disk(is_lying);
            if (cut % 8 != 0) {
                told = play_until_dark(folder.path(), 1);
                disk.cut_at(std::uniform_int_distribution<int>(0, 120)(chance));
            } else {
                disk.cut_at(std::uniform_int_distribution<int>(0, 90)(chance));
            }
            const auto more = play_until_dark(folder.path(), 6);
            told.insert(told.end(), more.begin(), more.end());
            disk.settle(static_cast<std::uint32_t>(chance()));
        }
        const std::string lost = what_is_lost(folder, told);
        if (lost.empty()) continue;
        ++losing;
        why = lost;
    }
    return losing;
}

int wanted_cuts() {
    const char* wanted = std::getenv("HUASHU_POWER_CUTS");  // ten thousand for a release
    return wanted != nullptr ? std::atoi(wanted) : 30;
}

}  // namespace

TEST_CASE("records: a power cut at any moment loses nothing that was told, and the chain holds") {
    std::string why;
    CHECK(cuts_that_lose(wanted_cuts(), false, 20240611, why) == 0);
    CHECK(why == "");
}

TEST_CASE("records: on a disk that lies about its syncs the same test finds losses") {
    std::string why;
    CHECK(cuts_that_lose(20, true, 20240612, why) > 5);
}
