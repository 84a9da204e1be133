#include "import/twee.hpp"

#include <doctest/doctest.h>

#include "app/small_library.hpp"
#include "import/twee_scenario.hpp"
#include "scenarios/library.hpp"
#include "scenarios/session.hpp"
#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;

namespace {

const std::string fixture = "tests/app/fixtures/twee/noise.twee";

TweeStory parsed(const std::string& text) {
    auto story = parse_twee("story.twee", text);
    REQUIRE(story.has_value());
    return std::move(*story);
}

std::vector<std::string> codes_at(const Diagnostics& notes, int line) {
    std::vector<std::string> codes;
    for (const Diagnostic& each : notes)
        if (each.place.line == line) codes.push_back(each.code);
    return codes;
}

}  // namespace

TEST_CASE("twee: passages come with tags, prose and links of every form") {
    const TweeStory story = parsed(huashu::test::read_bytes(fixture));
    CHECK(story.title == "樓上又在拖椅子");
    CHECK(story.start == "Night call");
    REQUIRE(story.passages.size() == 5);
    const TweePassage& night = story.passages[0];
    CHECK(night.name == "Night call");
    CHECK(night.tags == std::vector<std::string>{"angry", "night"});
    CHECK(night.prose == "凌晨一點了！樓上又在拖椅子，你們管不管？");
    REQUIRE(night.links.size() == 3);
    CHECK(night.links[2].text == "Wait");
    CHECK(night.links[2].target == "Sent");
    CHECK(story.passages[1].links[0].text == "十分鐘內到，到了我給您回電話。");
    CHECK(story.passages[1].links[0].target == "Agreed");
    CHECK(story.passages[1].prose == "你最好快點。\n(喘氣) 我等著，幾點來？");
}

TEST_CASE("twee: what is left behind is named with its line") {
    const TweeStory story = parsed(huashu::test::read_bytes(fixture));
    CHECK(codes_at(story.left_behind, 11) == std::vector<std::string>{"twee-special"});
    CHECK(codes_at(story.left_behind, 15) == std::vector<std::string>{"twee-macro"});
    CHECK(codes_at(story.left_behind, 23) == std::vector<std::string>{"twee-macro", "twee-macro"});
    CHECK(codes_at(story.left_behind, 28) == std::vector<std::string>{"twee-macro"});
    const auto draft = draft_of(story, "noise.twee", "noise");
    REQUIRE(draft.has_value());
    CHECK(codes_at(draft->notes, 27) == std::vector<std::string>{"twee-link"});
    CHECK(codes_at(draft->notes, 36) == std::vector<std::string>{"twee-passage"});
}

TEST_CASE("twee: a draft loads, and says what is left to do") {
    for (const std::string& text :
         {huashu::test::read_bytes(fixture), std::string(":: A\n[[b]]\n:: b\n"), std::string(":: A\n[[A]]\n"),
          std::string(":: A\n[[x->gone]]\n"), std::string(":: 一\n[[二]][[三]]\n:: 二\n[[一]]\n:: 三\n"),
          std::string(":: A\n[[1->B]][[2->B]][[3->B]][[4->B]][[5->B]][[6->B]][[1->B]][[->B]]\n:: B\n:: B\n:: end\n")}) {
        CAPTURE(text);
        const auto draft = draft_of(parsed(text), "story.twee", "drafted");
        REQUIRE(draft.has_value());
        const auto scenario =
            scenarios::parse_scenario("drafted.json", draft->json, *small_library().engine, "scenarios/personas");
        if (!scenario)
            for (const Diagnostic& problem : scenario.error().diagnostics) MESSAGE(to_text(problem));
        CHECK(scenario.has_value());
        CHECK(draft->json.find("TODO") != std::string::npos);
    }
}

TEST_CASE("twee: links lead through the draft as they led through the story") {
    const auto draft = draft_of(parsed(huashu::test::read_bytes(fixture)), "noise.twee", "noise");
    REQUIRE(draft.has_value());
    const auto scenario =
        scenarios::parse_scenario("noise.json", draft->json, *small_library().engine, "scenarios/personas");
    REQUIRE(scenario.has_value());
    auto talk = scenarios::Session::start(*scenario, *small_library().engine, 1);
    CHECK(talk.stage_id() == "night-call");
    REQUIRE(talk.take(scenarios::Input::choose("a")).has_value());
    CHECK(talk.stage_id() == "sent");
    REQUIRE(talk.take(scenarios::Input::choose("a")).has_value());
    REQUIRE(talk.ending().has_value());
    CHECK(talk.ending()->id == "agreed");
}

TEST_CASE("twee: what is no story is refused with words") {
    CHECK(parse_twee("x", "just text").error().diagnostics.front().code == "twee-empty");
    CHECK(parse_twee("x", "").error().diagnostics.front().code == "twee-empty");
    CHECK(parse_twee("x", ":: A\n\xff").error().diagnostics.front().code == "invalid-utf8");
    CHECK(draft_of(parsed(":: A\nno links\n"), "x", "x").error().diagnostics.front().code == "twee-no-links");
    // Cut off anywhere, a story is read or refused, and never more than that.
    const std::string text = huashu::test::read_bytes(fixture);
    for (std::size_t length = 0; length < text.size(); ++length)
        if (const auto story = parse_twee("x", text.substr(0, length))) (void)draft_of(*story, "x", "x");
}
