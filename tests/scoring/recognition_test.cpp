// How well the shipped pack reads replies that it was never trained on: floors a little under what was reached, so that
// a change that makes it worse is noticed. Only figures are asked; nobody looks at the replies (tests/data/utterances).
#include <doctest/doctest.h>

#include "scoring/evaluate.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

struct RecognitionFloor {
    const char* file;
    double recall;        ///< of faulty replies: found in a family that they were labelled with
    double noticed;       ///< of faulty replies: found at all
    double false_alarms;  ///< the most, on good replies
    double act_f1;
};

constexpr RecognitionFloor recognition_floors[] = {
    {"tests/data/utterances/heldout.jsonl", 0.84, 0.88, 0.030, 0.83},
    {"tests/data/utterances/faults.jsonl", 0.89, 0.93, 0.048, 0.76},
};

}  // namespace

TEST_CASE("recognition: what was never trained on is read as well as it once was") {
    const Engine engine = test::engine_of_folder("scoring/packs/zh");
    for (const RecognitionFloor& floor : recognition_floors) {
        CAPTURE(floor.file);
        const auto utterances = load_utterances(floor.file);
        REQUIRE(utterances.has_value());
        const Evaluation figures = evaluate(engine, utterances->value, Split::all);
        REQUIRE(figures.bad > 100);
        REQUIRE(figures.good > 100);
        CHECK(figures.recall() >= floor.recall);
        CHECK(static_cast<double>(figures.bad_noticed) / figures.bad >= floor.noticed);
        CHECK(figures.false_alarms() <= floor.false_alarms);
        CHECK(figures.all_acts().f1() >= floor.act_f1);
    }
}
