#include "assess/calibration.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/assess/exam_room.hpp"

using namespace huashu;
using namespace huashu::assess;
using scenarios::Input;
using scoring::Dimension;

namespace {

Specimen specimen(int number, bool charged, int grade) {
    Specimen s;
    s.key = "k" + std::to_string(1000 + number);
    s.machine.key = s.key;
    if (charged) s.machine.breaks = {"deflect.not_mine"};
    s.machine.grades[Dimension::empathy] = grade;
    return s;
}

Marks marks(const std::string& key, bool charged, int grade) {
    Marks m;
    m.key = key;
    if (charged) m.breaks = {"deflect.not_mine"};
    m.grades[Dimension::empathy] = grade;
    return m;
}

const AgreementRow& row_of(const std::vector<AgreementRow>& rows, const std::string& id) {
    for (const AgreementRow& r : rows)
        if (r.id == id) return r;
    FAIL("no such row");
    return rows.front();
}

std::vector<Filed> one_sitting(ExamRoom& world) {
    Exam exam = world.begin({Replies::typed});
    REQUIRE(exam.open_next().has_value());
    REQUIRE(exam.answer(Input::say("非常抱歉。這不歸我管。"), {}).has_value());
    REQUIRE(exam.answer(Input::say("請問是哪裡滴水？"), {}).has_value());
    while (exam.talk() != nullptr) REQUIRE(exam.answer(Input::say("師傅下午三點上門。"), {}).has_value());
    return {world.file()};
}

}  // namespace

TEST_CASE("calibration: the table of a rule is the two by two that kappa is known for") {
    // 20 both, 5 by the program only, 10 by the person only, 15 by neither: kappa .4
    std::vector<Specimen> sample;
    std::vector<Marks> person;
    for (int i = 0; i < 50; ++i) {
        const bool machine = i < 25;
        const bool by_person = i < 20 || (i >= 25 && i < 35);
        sample.push_back(specimen(i, machine, 2));
        person.push_back(marks(sample.back().key, by_person, 2));
    }
    const Calibration c = calibrate(sample, person);
    CHECK(c.replies == 50);
    REQUIRE(c.rules.size() == 1);
    CHECK(c.rules[0].by_machine == 25);
    CHECK(c.rules[0].by_person == 30);
    REQUIRE(c.rules[0].kappa.has_value());
    CHECK(c.rules[0].kappa->value == doctest::Approx(0.4));
    CHECK_FALSE(row_of(c.dimensions, "empathy").kappa.has_value());  // one grade alone says nothing
}

TEST_CASE("calibration: below the stated numbers there is too few to say") {
    std::vector<Specimen> sample;
    std::vector<Marks> person;
    for (int i = 0; i < least_marked; ++i) {
        sample.push_back(specimen(i, i < least_charged, i % 4));
        person.push_back(marks(sample.back().key, i < least_charged, i % 4));
    }
    Calibration c = calibrate(sample, person);
    REQUIRE(c.rules.at(0).kappa.has_value());
    CHECK(c.rules[0].kappa->value == doctest::Approx(1.0));
    CHECK(row_of(c.dimensions, "empathy").kappa->value == doctest::Approx(1.0));
    person.pop_back();
    c = calibrate(sample, person);
    CHECK(c.replies == least_marked - 1);
    CHECK_FALSE(c.rules.at(0).kappa.has_value());
    CHECK_FALSE(row_of(c.dimensions, "empathy").kappa.has_value());
}

TEST_CASE("calibration: a rule that almost nobody charged is too few, however many replies there are") {
    std::vector<Specimen> sample;
    std::vector<Marks> person;
    for (int i = 0; i < 100; ++i) {
        sample.push_back(specimen(i, i < least_charged - 1, 1));
        person.push_back(marks(sample.back().key, i < least_charged - 1, 1));
    }
    CHECK_FALSE(calibrate(sample, person).rules.at(0).kappa.has_value());
}

TEST_CASE("calibration: the sheet shows replies and moments, and nothing of the program's marks") {
    ExamRoom world;
    const auto specimens = specimens_of(one_sitting(world), small_library());
    REQUIRE(specimens.all.size() >= 2);
    const std::string sheet = sheet_json(specimens.all, {"abuse.out", "deflect.not_mine"});
    const auto json = nlohmann::json::parse(sheet);
    for (const auto& reply : json["replies"]) {
        CHECK(reply["breaks"].empty());
        for (const auto& grade : reply["grades"]) CHECK(grade.is_null());
        CHECK_FALSE(reply["reply"].get<std::string>().empty());
        CHECK_FALSE(reply["owner"].get<std::string>().empty());
    }
    CHECK(sheet.find("林小安") == std::string::npos);
    bool charged = false;
    for (const Specimen& s : specimens.all)
        charged = charged || s.machine.breaks == std::vector<std::string>{"deflect.not_mine"};
    CHECK(charged);
}

TEST_CASE("calibration: a filled-in sheet is read strictly; what was not marked is left out") {
    ExamRoom world;
    const auto specimens = specimens_of(one_sitting(world), small_library());
    auto json = nlohmann::ordered_json::parse(sheet_json(specimens.all, {"deflect.not_mine"}));
    CHECK_FALSE(read_sheet("sheet.json", json.dump()).has_value());  // no rater
    json["rater"] = "王主管";
    json["replies"][0]["breaks"] = {"deflect.not_mine"};
    json["replies"][0]["grades"]["empathy"] = 3;
    const auto read = read_sheet("sheet.json", json.dump());
    REQUIRE(read.has_value());
    REQUIRE(read->marks.size() == 1);
    CHECK(read->marks[0].grades.at(Dimension::empathy) == 3);
    json["replies"][0]["grades"]["empathy"] = 4;
    CHECK(code_of(read_sheet("sheet.json", json.dump())) == "grade-out-of-range");
    json["replies"][0]["grades"]["empathy"] = 1;
    json["replies"][0]["breaks"] = {"no.such_rule"};
    CHECK(code_of(read_sheet("sheet.json", json.dump())) == "unknown-rule");
}

TEST_CASE("calibration: a seed takes the same sample again") {
    std::vector<Specimen> all;
    for (int i = 0; i < 60; ++i) all.push_back(specimen(i, false, 1));
    const auto keys = [](const std::vector<Specimen>& s) {
        std::vector<std::string> out;
        for (const Specimen& x : s) out.push_back(x.key);
        return out;
    };
    CHECK(keys(take_sample(all, 30, 5)) == keys(take_sample(all, 30, 5)));
    CHECK(keys(take_sample(all, 30, 5)) != keys(take_sample(all, 30, 6)));
    CHECK(take_sample(all, 100, 5).size() == 60);
}
