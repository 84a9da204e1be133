#include "scoring/judgement_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

TEST_CASE("judgement json: just the keys of the interface, in their order") {
    const Engine engine = test::engine_of(
        test::forbid("cold.x", "cold", "minor", R"(["甲"])") + "," + test::act("own", R"(["乙"])") + "," +
        test::rule("ask", "require", R"("acts":["solve","own"],"weight":1,"dimension":"ownership")") + "," +
        test::rule("ask2", "require", R"("acts":["thank","solve"],"weight":1,"dimension":"ownership")"));
    std::string out;
    append_json(out, engine.judge("甲，\"乙\n"), "\"7\"");
    CHECK(out ==
          R"({"id":"7","score":46,"findings":[{"rule":"cold.x","family":"cold","severity":"minor","begin":0,"end":3,)"
          R"("quote":"甲","reason":"因為","instead":"請說","source":"§1"}],"acts":[{"act":"own","begin":7,"end":10,)"
          R"("by":"pattern","confidence":1.00,"source":"§1"}],"missing":["solve","thank"]})");
    out.clear();
    append_json(out, engine.judge("甲"), "", {true, true});
    const auto json = nlohmann::json::parse(out);
    CHECK_FALSE(json.contains("id"));
    CHECK(json["advice"].is_array());
    double sum = 0;
    for (const auto& line : json["ledger"]) sum += line["points"].get<double>();
    CHECK(sum == doctest::Approx(json["score"].get<double>()));
}

TEST_CASE("judgement json: whatever the bytes, the string is JSON") {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    std::string out;
    append_json_string(out, bytes + "漏水\xE6\xBC");
    const std::string back = nlohmann::json::parse(out).get<std::string>();
    CHECK(back.substr(0, 128) == bytes.substr(0, 128));
    CHECK(back.ends_with("漏水\uFFFD"));
}
