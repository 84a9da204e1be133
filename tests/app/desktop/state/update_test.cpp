#include "desktop/state/update.hpp"

#include <doctest/doctest.h>

#include "desktop/gallery/samples.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

State in_talk(int turns) {
    State state;
    (void)update(state, intent::HomeLoaded{sample_home()});
    (void)update(state, intent::TalkShown{sample_talk(turns)});
    return state;
}

template <class T>
const T* only(const Effects& effects) {
    return effects.size() == 1 ? std::get_if<T>(&effects.front()) : nullptr;
}

}  // namespace

TEST_CASE("update: the first load selects the first scenario, a later one keeps the selection") {
    State state;
    CHECK(update(state, intent::HomeLoaded{sample_home()}).empty());
    CHECK(state.home.selected == "leak");
    (void)update(state, intent::SelectScenario{"lift"});
    (void)update(state, intent::HomeLoaded{sample_home()});
    CHECK(state.home.selected == "lift");
    HomeState without = sample_home();
    std::erase_if(without.scenarios, [](const auto& c) { return c.id == "lift"; });
    (void)update(state, intent::HomeLoaded{without});
    CHECK(state.home.selected == "leak");
}

TEST_CASE("update: loading anew keeps the filters") {
    State state;
    Filters filters;
    filters.only_new = true;
    (void)update(state, intent::SetFilters{filters});
    (void)update(state, intent::HomeLoaded{sample_home()});
    CHECK(state.home.filters == filters);
}

TEST_CASE("update: a choice, typed words and silence become answers") {
    State state = in_talk(1);
    const Effects chosen = update(state, intent::Choose{"b"});
    REQUIRE(only<effect::Answer>(chosen));
    CHECK(only<effect::Answer>(chosen)->input == scenarios::Input::choose("b"));
    const Effects said = update(state, intent::Say{"您好"});
    REQUIRE(only<effect::Answer>(said));
    CHECK(only<effect::Answer>(said)->input == scenarios::Input::say("您好"));
    CHECK(only<effect::Answer>(update(state, intent::StaySilent{}))->input == scenarios::Input::stay_silent());
    CHECK(update(state, intent::Say{""}).empty());
}

TEST_CASE("update: nothing is answered when no talk runs or it is over") {
    State none;
    CHECK(update(none, intent::Choose{"a"}).empty());
    CHECK(update(none, intent::Hint{}).empty());
    CHECK(update(none, intent::ShowDebrief{}).empty());
    State over = in_talk(3);
    CHECK(update(over, intent::Choose{"a"}).empty());
    CHECK(update(over, intent::Typed{"x"}).empty());
    CHECK(only<effect::ShowDebrief>(update(over, intent::ShowDebrief{})));
}

TEST_CASE("update: leaving asks first once something was said, and not before") {
    State fresh = in_talk(0);
    CHECK(only<effect::LoadHome>(update(fresh, intent::LeaveTalk{})));
    CHECK(fresh.page == Page::home);
    State begun = in_talk(1);
    CHECK(update(begun, intent::LeaveTalk{}).empty());
    CHECK(begun.play.leaving);
    (void)update(begun, intent::StayInTalk{});
    CHECK_FALSE(begun.play.leaving);
    CHECK(begun.page == Page::play);
    (void)update(begun, intent::LeaveTalk{});
    (void)update(begun, intent::PauseTalk{});
    CHECK(begun.page == Page::home);
    CHECK_FALSE(begun.play.talk);
    CHECK(begun.toasts.size() == 1);
}

TEST_CASE("update: hints go up rung by rung to the third, and begin anew with the next stage") {
    State state = in_talk(0);
    for (int i = 0; i < 5; ++i) (void)update(state, intent::Hint{});
    CHECK(state.play.hint == 3);
    CHECK(state.play.talk->hints == std::vector<app::HintTaken>{{0, 1}, {0, 2}, {0, 3}});
    (void)update(state, intent::TurnPlayed{sample_talk(1)});
    CHECK(state.play.hint == 0);
}

TEST_CASE("update: a turn clears the draft and asks what the new moment wants") {
    State state = in_talk(0);
    (void)update(state, intent::DraftJudged{"盡快", sample_draft("盡快")});
    const unsigned before = state.play.draft_revision;
    const unsigned revision = state.play.talk->revision;
    const Effects effects = update(state, intent::TurnPlayed{sample_talk(1)});
    CHECK(state.play.draft.empty());
    CHECK(state.play.draft_revision != before);
    CHECK(state.play.talk->revision == revision + 1);
    REQUIRE(only<effect::JudgeDraft>(effects));
    CHECK(only<effect::JudgeDraft>(effects)->text.empty());
}

TEST_CASE("update: a failure is told with its remedy and leaves everything where it was") {
    State state = in_talk(1);
    Diagnostic d;
    d.text = "The disk is full.";
    d.remedy = "Free some room.";
    Error error;
    error.diagnostics = {d};
    CHECK(update(state, intent::Failed{error}).empty());
    REQUIRE(state.toasts.size() == 1);
    CHECK(state.toasts[0].text == d.text);
    CHECK(state.toasts[0].remedy == d.remedy);
    CHECK(state.page == Page::play);
    CHECK(state.play.talk->turns.size() == 1);
}

TEST_CASE("update: at most three messages, the oldest goes first") {
    State state;
    for (const char* text : {"1", "2", "3", "4"})
        (void)update(state, intent::Told{{.tone = Toast::Tone::info, .key = {}, .text = text, .remedy = {}}});
    REQUIRE(state.toasts.size() == 3);
    CHECK(state.toasts[0].text == "2");
    (void)update(state, intent::DismissToast{1});
    CHECK(state.toasts[1].text == "4");
    (void)update(state, intent::DismissToast{9});
    CHECK(state.toasts.size() == 2);
}

TEST_CASE("update: the text size stays between 80 and 200 per cent") {
    State state;
    Settings settings;
    settings.text_per_cent = 230;
    CHECK(only<effect::SaveSettings>(update(state, intent::ChangeSettings{settings}))->settings.text_per_cent == 200);
    settings.text_per_cent = 10;
    (void)update(state, intent::ChangeSettings{settings});
    CHECK(state.settings.text_per_cent == 80);
}

TEST_CASE("update: settings lead back to where one came from") {
    State state = in_talk(1);
    (void)update(state, intent::Go{Page::settings});
    CHECK(state.before_settings == Page::play);
    (void)update(state, intent::Go{Page::settings});
    CHECK(state.before_settings == Page::play);
}

TEST_CASE("update: a selected reply is one that exists, and shows the tab of replies") {
    State state;
    (void)update(state, intent::DebriefShown{sample_talk(3), {}});
    CHECK(state.page == Page::debrief);
    CHECK(state.debrief.tab == DebriefTab::overview);
    (void)update(state, intent::SelectTurn{99});
    CHECK(state.debrief.selected_turn == 2);
    CHECK(state.debrief.tab == DebriefTab::replies);
    (void)update(state, intent::SelectTurn{-4});
    CHECK(state.debrief.selected_turn == 0);
}
