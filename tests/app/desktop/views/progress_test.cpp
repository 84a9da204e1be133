#include "desktop/views/progress_view.hpp"

#include <doctest/doctest.h>

#include "desktop/gallery/samples.hpp"

using namespace huashu;
using namespace huashu::desktop;

namespace {

struct Voice {
    app::Words words = app::Words::load("assets/words", app::Language::zh_hant).value();
    app::Script script = app::Script::make(app::Language::zh_hant).value();
    [[nodiscard]] Speech speech() const { return {words, script}; }
};

State sample_state() {
    State state;
    state.home = sample_home();
    SampleBackstage stage;
    for (const Intent& back : stage.perform(effect::LoadHistory{}))
        state.history.attempts = std::get<intent::HistoryLoaded>(back).attempts;
    return state;
}

}  // namespace

TEST_CASE("progress: kinds and chapters count what was passed, played and is there") {
    const Voice v;
    const ProgressView view = make_progress_view(sample_state(), v.speech());
    REQUIRE(view.families.size() == 3);
    CHECK(view.families[1].kinds[0].id == "§2.2.1");
    CHECK(view.families[1].kinds[0].tally == Tally{0, 1, 1});  // 71 is below the mark
    CHECK(view.families[1].kinds[2].tally == Tally{1, 1, 1});  // the lift: 93
    CHECK(view.families[0].kinds[1].tally.total == 0);
    bool found = false;
    for (const ChapterRow& row : view.chapters) {
        if (row.chapter != 4) continue;
        found = true;
        CHECK(row.tally == Tally{1, 2, 6});
        CHECK(row.points == "§4.2");
    }
    CHECK(found);
    CHECK(view.passes_figure == "1／6");
    CHECK(view.scores == std::vector<int>{46, 93, 71});
}

TEST_CASE("progress: a point of the standard names its chapter, anything else none") {
    CHECK(chapter_of("§4.2.3") == 4);
    CHECK(chapter_of("§13.1") == 13);
    CHECK(chapter_of("4.2") == 0);
    CHECK(chapter_of("") == 0);
    CHECK(chapter_of("§") == 0);
    CHECK(chapter_of("§99999999999999999999") == 0);
}

TEST_CASE("next: first an easy one, then what was not passed, then a kind not yet met, then the lowest score") {
    const Voice v;
    HomeState home = sample_home();
    home.unfinished.clear();
    auto last = home.last;
    home.last.clear();
    auto next = next_step(home, v.speech(), 80);
    REQUIRE(next);
    CHECK(next->why == NextStep::Why::first);
    CHECK(next->scenario_id == "lift");  // level 1
    home.last = last;                    // leak 71, lift 93
    next = next_step(home, v.speech(), 80);
    CHECK(next->why == NextStep::Why::again);
    CHECK(next->scenario_id == "leak");
    home.last["leak"].end->score = 85;
    next = next_step(home, v.speech(), 80);
    CHECK(next->why == NextStep::Why::fresh);
    CHECK(next->scenario_id == "gate");  // of those never played the easiest
    for (const auto& card : home.scenarios) {
        home.last[card.id] = home.last["lift"];
        home.last[card.id].scenario_id = card.id;
    }
    home.last["fees"].end->score = 82;
    next = next_step(home, v.speech(), 80);
    CHECK(next->why == NextStep::Why::review);
    CHECK(next->scenario_id == "fees");
    CHECK_FALSE(next_step(HomeState{}, v.speech(), 80).has_value());
}

TEST_CASE("next: whatever was broken off comes before anything else") {
    const Voice v;
    HomeState home = sample_home();
    HomeView view = make_home_view(home, v.speech(), 80);
    CHECK(view.resume.has_value());
    CHECK_FALSE(view.next.has_value());
    home.dropping = home.unfinished.front().summary.id;
    view = make_home_view(home, v.speech(), 80);
    CHECK_FALSE(view.resume.has_value());
    CHECK(view.next.has_value());
}
