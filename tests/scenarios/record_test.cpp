// The complaint record after a talk: scored against the truth and against what was really said.
#include "scenarios/record_form.hpp"

#include <numeric>

#include "record/written.hpp"

#include "fixtures.hpp"

using namespace huashu;
using namespace huashu::scenarios;
using namespace huashu::scenarios::testing;

namespace {

using Part = RecordLine::Part;
using Is = RecordLine::Verdict;

const Scenario& recorded() {
    static const Scenario scenario = load(folder + "/sound/recorded.json");
    return scenario;
}

Session talk(const std::vector<Input>& inputs) {
    Session session = Session::start(recorded(), plain_engine(), 1);
    for (const Input& input : inputs) REQUIRE(session.take(input).has_value());
    return session;
}

/// Asks since when and where, promises the electrician by three.
Session good_talk() {
    return talk(
        {Input::say("非常抱歉，我理解您的擔心。請問幾天了？"), Input::say("我安排電工今天下午三點前到，請問哪一層？")});
}

RecordForm good_form() {
    return {
        "§2.2.3", "樓道燈壞了三天，在三層", Urgency::urgent, Department::engineering, {{"電工到場", "今天下午三點前"}}};
}

int sum_of(const RecordScore& score) {
    return std::accumulate(score.lines.begin(), score.lines.end(), 0,
                           [](int sum, const RecordLine& line) { return sum + line.centipoints; });
}

RecordScore scored(const Session& session, const RecordForm& form) {
    RecordScore score = score_record(session, form, plain_engine());
    CHECK(score.score == (sum_of(score) + 50) / 100);
    CHECK((score.score >= 0 && score.score <= 100));
    int possible = 0;
    for (const RecordLine& line : score.lines) possible += line.possible_centipoints;
    CHECK(possible == 10000);
    return score;
}

Is verdict_on(const RecordScore& score, Part part, std::size_t nth = 0) {
    for (const RecordLine& line : score.lines)
        if (line.part == part && nth-- == 0) return line.verdict;
    FAIL("no such line");
    return Is::right;
}

}  // namespace

TEST_CASE("record: a true record of a good talk has every point") {
    const RecordScore score = scored(good_talk(), good_form());
    CHECK(score.score == 100);
    for (const RecordLine& line : score.lines) CHECK(line.verdict == Is::right);
    CHECK(model_record(good_talk()).promises == std::vector<RecordedPromise>{{"安排電工到場", "今天下午三點前"}});
    CHECK(scored(good_talk(), model_record(good_talk())).score == 100);
}

TEST_CASE("record: an empty form has no point, and each line says that it was left blank") {
    const RecordScore score = scored(good_talk(), {});
    CHECK(score.score == 0);
    CHECK(verdict_on(score, Part::kind) == Is::blank);
    CHECK(verdict_on(score, Part::urgency) == Is::blank);
    CHECK(verdict_on(score, Part::department) == Is::blank);
    CHECK(verdict_on(score, Part::fact) == Is::missing);
    CHECK(verdict_on(score, Part::promise) == Is::missing);
    CHECK(verdict_on(score, Part::discretion) == Is::blank);
}

TEST_CASE("record: kind, urgency and department are right, near or wrong") {
    RecordForm form = good_form();
    form.kind = "§2.2.1";
    form.urgency = Urgency::emergency;
    form.department = Department::management;
    RecordScore score = scored(good_talk(), form);
    CHECK(verdict_on(score, Part::kind) == Is::near);
    CHECK(verdict_on(score, Part::urgency) == Is::near);
    CHECK(verdict_on(score, Part::department) == Is::near);
    CHECK(score.score == 80);
    form.kind = "§2.3.1";
    form.urgency = Urgency::normal;
    form.department = Department::finance;
    score = scored(good_talk(), form);
    CHECK(verdict_on(score, Part::kind) == Is::wrong);
    CHECK(verdict_on(score, Part::urgency) == Is::wrong);
    CHECK(score.score == 65);
}

TEST_CASE("record: what nobody asked for can't be known, and writing it all the same costs") {
    const Session hasty = talk({Input::choose("a"), Input::say("我安排電工今天下午三點前到。")});
    RecordForm form = good_form();
    form.facts = "樓道燈壞了";
    RecordScore score = scored(hasty, form);
    CHECK(verdict_on(score, Part::fact, 0) == Is::unheard);
    CHECK(verdict_on(score, Part::fact, 1) == Is::unheard);
    CHECK(verdict_on(score, Part::fact, 2) == Is::right);
    const int without = score.score;
    form.facts = "樓道燈壞了三天";
    score = scored(hasty, form);
    CHECK(verdict_on(score, Part::fact, 0) == Is::invented);
    CHECK(score.score == without - 5);
}

TEST_CASE("record: a promise is recorded as it was given, not as it should have been") {
    const Session at_five = talk({Input::choose("a"), Input::say("我安排電工今天下午五點前到。")});
    const auto given = promises_given(at_five);
    REQUIRE(given.size() == 1);
    CHECK(given[0] == GivenPromise{"electrician", 1, "我安排電工今天下午五點前到", "今天下午五點前"});
    RecordForm form = good_form();
    CHECK(verdict_on(scored(at_five, form), Part::promise) == Is::other_time);
    form.promises = {{"电工上门", "17:00"}};
    CHECK(verdict_on(scored(at_five, form), Part::promise) == Is::right);
    form.promises = {{"電工上門", ""}};
    CHECK(verdict_on(scored(at_five, form), Part::promise) == Is::no_time);
    form.promises = {{"今天五點前電工上門", ""}};  // in one line
    CHECK(verdict_on(scored(at_five, form), Part::promise) == Is::right);
}

TEST_CASE("record: a promise without a time binds nobody, and one that was never given can't be recorded") {
    const Session vague = talk({Input::choose("a"), Input::say("我安排電工去看。")});
    RecordForm form = good_form();
    CHECK(verdict_on(scored(vague, form), Part::promise) == Is::other_time);
    form.promises = {{"電工去看", ""}};
    CHECK(verdict_on(scored(vague, form), Part::promise) == Is::timeless);
    const Session none = talk({Input::choose("a"), Input::say("電工的事您再等等。")});
    CHECK(promises_given(none).empty());  // it names him, but does nothing
    CHECK(verdict_on(scored(none, form), Part::promise) == Is::invented);
    form.promises.clear();
    CHECK(verdict_on(scored(none, form), Part::promise) == Is::not_given);
}

TEST_CASE("record: a promise said twice counts as it was said last, and one repeated without a time keeps its time") {
    const Session twice = talk({Input::say("抱歉，我安排電工三點前到。"), Input::say("我理解您，我安排電工四點前到。"),
                                Input::say("我安排電工到。")});
    const auto given = promises_given(twice);
    REQUIRE(given.size() == 1);
    CHECK(given[0].when == "四點前");
}

TEST_CASE("record: another promise with a time that was given must be on record too") {
    const Session more =
        talk({Input::choose("a"), Input::say("我安排電工今天下午三點前到。我安排同事六點前告訴您結果。")});
    RecordForm form = good_form();
    form.facts = "樓道燈壞了";
    const RecordScore forgotten = scored(more, form);
    CHECK(forgotten.lines[7].verdict == Is::missing);
    CHECK(forgotten.lines[7].quote == "我安排同事六點前告訴您結果");
    form.promises.push_back({"打電話告訴結果", "六點前"});
    CHECK(scored(more, form).score == forgotten.score + 3);
}

TEST_CASE("record: nothing leaks and nobody is judged") {
    RecordForm form = good_form();
    SUBCASE("another owner's data") { form.facts += "，老太太姓吳"; }
    SUBCASE("a number of a phone") { form.facts += "，聯繫電話138 0013 8000"; }
    SUBCASE("a number of an identity card, in a promise") { form.promises[0].what += " 110101199003070011"; }
    const RecordScore score = scored(good_talk(), form);
    CHECK(score.score == 80);  // 15 for the leak, 5 for discretion
}

TEST_CASE("record: words that judge the owner cost, and a sum below nothing is nothing") {
    RecordForm form = good_form();
    form.facts += "。業主無理，你滾。";
    CHECK(scored(good_talk(), form).score == 90);
    RecordForm bad;
    bad.facts = "三天，三層，老太太姓吳，電話13800138000，你滾";
    bad.promises = {{"電工", "三點"}};
    const RecordScore score = scored(talk({Input::choose("c"), Input::choose("b")}), bad);
    CHECK(score.score == 0);
    CHECK(score.lines.back().verdict == Is::floor);
}

TEST_CASE("record: without a truth there is no form") {
    CHECK_FALSE(has_record(small()));
    const Session session = Session::start(small(), plain_engine(), 1);
    CHECK(score_record(session, good_form(), plain_engine()) == RecordScore{});
    CHECK(model_record(session) == RecordForm{});
    CHECK(promises_given(session).empty());
}

TEST_CASE("record: a form comes back from JSON equal, byte for byte") {
    const std::string json = to_json(good_form());
    const auto back = record_form_from_json(json);
    REQUIRE(back.has_value());
    CHECK(*back == good_form());
    CHECK(to_json(*back) == json);
    CHECK(*record_form_from_json("{}") == RecordForm{});
    for (const std::string wrong : {R"({"kind": "§9"})", R"({"urgency": "soon"})", R"({"facts": 7})", R"({"when": ""})",
                                    R"({"version": 2})", R"([])", "", R"({"promises": [{"who": "x"}]})"})
        CHECK_FALSE(record_form_from_json(wrong).has_value());
}
