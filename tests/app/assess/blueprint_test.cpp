#include "assess/blueprint.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "assess/draw.hpp"

using namespace huashu;
using namespace huashu::assess;

namespace {

const std::string sound = R"({
  "format": "huashu-blueprint", "version": 1, "id": "exam", "title": "考核", "minutes": 30, "pass_mark": 80,
  "draws": [{"id": "easy", "count": 2, "complaints": ["service"], "difficulty": [1, 2]},
            {"id": "hard", "kinds": ["§2.2.1"], "replies": "typed", "weight": 2, "minutes": 10}]
})";

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::vector<std::string> codes_of(const std::string& text) {
    std::vector<std::string> codes;
    const auto blueprint = parse_blueprint("exam.json", text);
    if (!blueprint)
        for (const Diagnostic& d : blueprint.error().diagnostics) codes.push_back(d.code);
    return codes;
}

Candidate scenario(std::string id, scoring::Complaint complaint, int level, std::string kind = "§2.1.1") {
    Candidate c;
    c.id = std::move(id);
    c.complaint = complaint;
    c.declared = level;
    c.kind = std::move(kind);
    return c;
}

}  // namespace

TEST_CASE("blueprint: a sound one is read whole") {
    const auto b = parse_blueprint("folder/exam.json", sound);
    REQUIRE(b.has_value());
    CHECK(b->scenario_count() == 3);
    CHECK(b->maximum() == 400);
    CHECK(b->draws[1].replies == Replies::typed);
    CHECK(b->draws[1].place.line == 4);
    CHECK(b->hash.size() == 64);
}

TEST_CASE("blueprint: each mistake is named, all of them at once, with their places") {
    struct Row {
        std::string from, to, code;
    };
    const Row rows[] = {
        {"\"id\": \"exam\"", "\"id\": \"other\"", "id-not-file-name"},
        {"\"pass_mark\": 80", "\"pass_mark\": 101", "out-of-range"},
        {"\"pass_mark\": 80", "\"pass_mark\": 80, \"least_per_scenario\": 90", "least-above-pass-mark"},
        {"\"pass_mark\": 80", "\"pass_mark\": 80, \"days_between\": 3", "no-second-attempt"},
        {"\"pass_mark\": 80", "\"pass_mark\": 80, \"passmark\": 80", "unknown-key"},
        {"[1, 2]", "[4, 2]", "wrong-range"},
        {"[1, 2]", "[0, 2]", "wrong-range"},
        {"§2.2.1", "§2.4.1", "unknown-kind"},
        {"\"kinds\": [\"§2.2.1\"]", "\"kinds\": [\"§2.2.1\"], \"complaints\": [\"safety\"]", "kind-of-other-complaint"},
        {"\"id\": \"hard\"", "\"id\": \"easy\"", "duplicate-id"},
        {"\"minutes\": 10", "\"minutes\": 31", "longer-than-sitting"},
        {"\"count\": 2", "\"count\": 20", "too-many-scenarios"},
        {"\"typed\"", "\"spoken\"", "unknown-name"},
        {"huashu-blueprint", "huashu-scenario", "wrong-format"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.code);
        const auto codes = codes_of(with(sound, row.from, row.to));
        REQUIRE(codes.size() == 1);
        CHECK(codes.front() == row.code);
    }
    const auto two =
        parse_blueprint("exam.json", with(with(sound, "[1, 2]", "[4, 2]"), "\"minutes\": 10", "\"minutes\": 31"));
    REQUIRE_FALSE(two.has_value());
    REQUIRE(two.error().diagnostics.size() == 2);
    CHECK(to_text(two.error().diagnostics.front()).starts_with("exam.json:3:"));
    CHECK(two.error().diagnostics.back().place.line == 4);
}

TEST_CASE("blueprint: one that can't be filled says what is missing, where, and what fits") {
    const auto b = parse_blueprint("exam.json", sound);
    REQUIRE(b.has_value());
    const std::vector<Candidate> few{scenario("one", scoring::Complaint::service, 1),
                                     scenario("three", scoring::Complaint::service, 3)};
    const auto drawn = draw_forms(*b, few, 2, 1);
    REQUIRE_FALSE(drawn.has_value());
    REQUIRE(drawn.error().diagnostics.size() == 2);
    const Diagnostic& first = drawn.error().diagnostics.front();
    CHECK(first.place.line == 3);
    CHECK(first.text ==
          "the draw 'easy' asks for 2 (complaint service, difficulty 1 to 2), but 1 scenario fits: one; missing: 1");
    CHECK(drawn.error().diagnostics.back().text ==
          "the draw 'hard' asks for 1 (kind §2.2.1), but 0 scenarios fit; missing: 1");
}

TEST_CASE("blueprint: two draws that need the same scenario are told so") {
    const auto b = parse_blueprint(
        "exam.json", with(with(sound, "\"count\": 2, ", ""), "\"kinds\": [\"§2.2.1\"]", "\"scenarios\": [\"one\"]"));
    REQUIRE(b.has_value());
    const std::vector<Candidate> one{scenario("one", scoring::Complaint::service, 1)};
    const auto problems = unfilled(*b, one);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().text.find("other draws need them too") != std::string::npos);
    const auto misnamed = unfilled(*b, {scenario("two", scoring::Complaint::service, 1)});
    REQUIRE_FALSE(misnamed.empty());
    CHECK(std::any_of(misnamed.begin(), misnamed.end(), [](const auto& d) { return d.code == "unknown-scenario"; }));
}

TEST_CASE("blueprint: a folder gives the sound ones and tells of the others; a later folder wins") {
    const auto shipped = load_blueprints({"assets/blueprints", "no/such/folder"});
    CHECK(shipped.problems.empty());
    CHECK(shipped.value.size() >= 2);
    CHECK(std::is_sorted(shipped.value.begin(), shipped.value.end(),
                         [](const auto& a, const auto& b) { return a.id < b.id; }));
}
