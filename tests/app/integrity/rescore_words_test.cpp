#include "integrity/rescore_words.hpp"

#include <doctest/doctest.h>

using namespace huashu;
using namespace huashu::app;

TEST_CASE("rescore: what came out otherwise has words in three languages, and no long texts") {
    for (const Language language : all_languages) {
        const auto words = Words::load("assets/words", language);
        REQUIRE(words.has_value());
        for (const char* what : {"stage", "score", "mood", "findings", "acts", "ledger", "ending", "rank", "critical",
                                 "replay", "scenario", "result", "passed", "hash"}) {
            CAPTURE(what);
            const std::string text = difference_in_words({1, what, "then", "now"}, *words);
            CHECK(text.find("⟨?⟩") == std::string::npos);
            CHECK(text.size() > 3);
        }
        CHECK(difference_in_words({1, "score", "71", "68"}, *words).ends_with(": 71 → 68"));
        CHECK(difference_in_words({0, "ledger", "[{}]", "[]"}, *words).find('[') == std::string::npos);
        CHECK(difference_in_words({0, "passed", "yes", ""}, *words).find("yes") ==
              (language == Language::en ? std::string("passed: ").size() : std::string::npos));
        CHECK(difference_in_words({0, "rank", "good", "bad"}, *words).find("good") ==
              (language == Language::en ? std::string("rank: ").size() : std::string::npos));
    }
}
