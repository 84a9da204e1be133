// The desktop's backstage on real records: what one has filled in is still there when it is looked back on.
#include "desktop/live/live_backstage.hpp"

#include <doctest/doctest.h>

#include "app/records/samples.hpp"
#include "records/people.hpp"
#include "scenarios/cards.hpp"

using namespace huashu;
using namespace huashu::desktop;
using huashu::scenarios::Input;

namespace {

const app::Content& recorded_content() {
    static const app::Content content = [] {
        auto loaded = app::load_content({"tests/scenarios/pack", "tests/scenarios/sound", "tests/scenarios/personas"});
        REQUIRE(loaded.has_value());
        return std::move(*loaded);
    }();
    return content;
}

LiveBackstage::Options options_on(app::Records& records) {
    LiveBackstage::Options options;
    options.records = &records;
    options.new_seed = [] { return std::uint64_t{1}; };
    return options;
}

template <class T>
const T* first_of(const Intents& intents) {
    for (const Intent& i : intents)
        if (const T* found = std::get_if<T>(&i)) return found;
    return nullptr;
}

const RecordState* record_in(const Intents& intents) {
    for (const Intent& i : intents)
        if (const auto* shown = std::get_if<intent::RecordShown>(&i)) return &shown->record;
    return nullptr;
}

bool tells(const Intents& intents, std::string_view key) {
    for (const Intent& i : intents)
        if (const auto* told = std::get_if<intent::Told>(&i); told != nullptr && told->toast.key == key) return true;
    return false;
}

bool refuses(const Intents& intents) {
    return intents.size() == 1 && std::holds_alternative<intent::Failed>(intents.front());
}

}  // namespace

TEST_CASE("live: a complaint record that was handed in is on record, and shown again with its score") {
    const huashu::test::TemporaryFolder folder;
    app::Records records = open(folder);
    LiveBackstage backstage(recorded_content(), options_on(records));
    const scenarios::RecordForm form{"§2.2.3",
                                     "樓道燈壞了三天，在三層",
                                     scenarios::Urgency::urgent,
                                     scenarios::Department::engineering,
                                     {{"電工到場", "今天下午三點前"}}};

    (void)backstage.perform(effect::Start{"recorded"});
    CHECK(refuses(backstage.perform(effect::FillInRecord{form})));  // the owner still talks
    (void)backstage.perform(effect::Answer{Input::say("非常抱歉，我理解您的擔心。請問幾天了？")});
    (void)backstage.perform(effect::Answer{Input::say("我安排電工今天下午三點前到，請問哪一層？")});
    const Intents blank = backstage.perform(effect::ShowDebrief{});
    REQUIRE(record_in(blank) != nullptr);
    CHECK_FALSE(record_in(blank)->score.has_value());

    const Intents scored = backstage.perform(effect::FillInRecord{form});
    REQUIRE(record_in(scored) != nullptr);
    REQUIRE(record_in(scored)->score.has_value());
    const int score = record_in(scored)->score->score;
    CHECK(tells(scored, "desktop.toast.record_kept"));
    const auto kept = records.history("recorded");
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().record_score == score);

    LiveBackstage later(recorded_content(), options_on(records));
    const Intents again = later.perform(effect::OpenAttempt{kept->front().id});
    REQUIRE(record_in(again) != nullptr);
    CHECK(record_in(again)->form == form);
    REQUIRE(record_in(again)->score.has_value());
    CHECK(record_in(again)->score->score == score);
}

TEST_CASE("live: before the rules are read the list stands, and what was begun waits for them") {
    const huashu::test::TemporaryFolder folder;
    app::Records records = open(folder);
    app::Content late;
    LiveBackstage::Options options = options_on(records);
    options.cards = scenarios::read_cards("tests/scenarios/sound", "tests/scenarios/personas");
    LiveBackstage backstage(late, std::move(options));
    CHECK_FALSE(backstage.is_ready());
    const auto early = backstage.perform(effect::LoadHome{});
    REQUIRE(first_of<intent::HomeLoaded>(early));
    CHECK_FALSE(first_of<intent::HomeLoaded>(early)->home.scenarios.empty());
    CHECK_FALSE(first_of<intent::HomeLoaded>(early)->pass_mark);
    CHECK(backstage.perform(effect::Start{"recorded"}).empty());
    CHECK(backstage.perform(effect::Answer{Input::say("您好")}).empty());  // there is no talk to answer in

    auto loaded = app::load_content({"tests/scenarios/pack", "tests/scenarios/sound", "tests/scenarios/personas"});
    REQUIRE(loaded.has_value());
    late = std::move(*loaded);
    const Intents arrived = backstage.content_arrived();
    REQUIRE(first_of<intent::ContentArrived>(arrived));
    CHECK(first_of<intent::ContentArrived>(arrived)->problems.empty());
    REQUIRE(first_of<intent::HomeLoaded>(arrived));
    CHECK(first_of<intent::HomeLoaded>(arrived)->pass_mark);
    REQUIRE(first_of<intent::TalkShown>(arrived));
    CHECK(first_of<intent::TalkShown>(arrived)->talk.card.id == "recorded");
    CHECK(backstage.content_arrived().size() == 2);  // what waited is done once
}

TEST_CASE("live: two windows on one folder keep each other's people and refuse a talk that went on elsewhere") {
    const huashu::test::TemporaryFolder folder;
    app::Records records = open(folder);
    app::Records same_records = open(folder);
    LiveBackstage::Options options = options_on(records);
    options.data_folder = folder.path();
    LiveBackstage one(recorded_content(), options);
    options.records = &same_records;
    LiveBackstage two(recorded_content(), options);
    (void)one.perform(effect::LoadPeople{});
    (void)two.perform(effect::LoadPeople{});

    const Intents begun = one.perform(effect::Start{"recorded"});
    REQUIRE(first_of<intent::TalkShown>(begun));
    const std::string id = first_of<intent::TalkShown>(begun)->talk.attempt_id;
    (void)one.perform(effect::Answer{Input::say("非常抱歉，我理解您的擔心。請問幾天了？")});
    (void)one.perform(effect::TakeHint{1});
    const Intents resumed = two.perform(effect::Resume{id});  // as after a kill of the first
    REQUIRE(first_of<intent::TalkShown>(resumed));
    CHECK(first_of<intent::TalkShown>(resumed)->talk.hints == std::vector<app::HintTaken>{{1, 1}});
    (void)two.perform(effect::Answer{Input::say("我安排電工今天下午三點前到，請問哪一層？")});
    const Intents refused = one.perform(effect::Answer{Input::say("好的。")});
    REQUIRE(first_of<intent::Failed>(refused));
    CHECK(records.read(id)->turns.size() == 2);

    (void)one.perform(effect::AddPerson{"陳建國"});
    (void)two.perform(effect::AddPerson{"歐陽若蘭"});
    Diagnostics problems;
    const auto people = app::load_people(folder.path(), problems);
    REQUIRE(people.has_value());
    CHECK(people->size() == 3);
}
