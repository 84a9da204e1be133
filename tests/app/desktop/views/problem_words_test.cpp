#include "desktop/views/problem_words.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "desktop/views/problem_sentences.hpp"

using namespace huashu;
using namespace huashu::desktop;
namespace fs = std::filesystem;

namespace {

struct Printed {
    std::string code, text;
};

// What the samples of every diagnostic of scenarios print: "file:1:2: error: text [code]". Those of the libraries below
// stand there without their text.
std::vector<Printed> printed_samples() {
    std::vector<Printed> found;
    const std::regex line(R"(^\S+:\d+:\d+: (?:error|warning): (.+) \[([a-z-]+)\]$)");
    for (const char* folder : {"broken", "unsound"}) {
        std::ifstream in("tests/scenarios/" + std::string(folder) + "/expected.txt");
        for (std::string text; std::getline(in, text);)
            if (std::smatch m; std::regex_match(text, m, line)) found.push_back({m[2], m[1]});
    }
    return found;
}

}  // namespace

TEST_CASE("problem words: names and numbers are taken from a sentence, and only from that sentence") {
    const auto values =
        values_in("the play \"{play}\" scores {found}, not {wanted}", "the play \"a\" scores 0, not 50 to 60");
    REQUIRE(values);
    CHECK(values->at("play") == "a");
    CHECK(values->at("found") == "0");
    CHECK(values->at("wanted") == "50 to 60");
    CHECK_FALSE(values_in("the play {play} ends", "the play a begins"));
    CHECK_FALSE(values_in("exactly this", "exactly this and more"));
    CHECK(values_in("{all}", "anything")->at("all") == "anything");
}

TEST_CASE("problem words: every sample of a diagnostic is said in the reader's language, with its particulars") {
    const auto words = app::Words::load("assets/words", app::Language::zh_hant);
    const auto script = app::Script::make(app::Language::zh_hant);
    REQUIRE(words);
    REQUIRE(script);
    const Speech speech{*words, *script};
    const std::vector<Printed> samples = printed_samples();
    CHECK(samples.size() > 80);
    for (const Printed& sample : samples) {
        CAPTURE(sample.text);
        const std::string said = problem_words(sample.code, sample.text, speech);
        CHECK(said != sample.text);
        CHECK(said.find('{') == std::string::npos);
        bool known = false;
        for (const ProblemSentence& each : problem_sentences())
            known = known || (each.code == sample.code && values_in(each.sentence, sample.text));
        CHECK_MESSAGE(known, "only the headline of its code is known: ", sample.code);
    }
}

TEST_CASE("problem words: every sentence has its words, and English stays as it is") {
    const auto words = app::Words::load("assets/words", app::Language::en);
    const auto script = app::Script::make(app::Language::en);
    const Speech speech{*words, *script};
    for (const ProblemSentence& each : problem_sentences())
        CHECK(words->all().contains("desktop.problem." + std::string(each.key)));
    for (const ProblemSentence& each : remedy_sentences())
        CHECK(words->all().contains("desktop.mend." + std::string(each.key)));
    CHECK(problem_words("stage-unlinked", "nothing leads to the stage \"x\"", speech) ==
          "nothing leads to the stage \"x\"");
}
