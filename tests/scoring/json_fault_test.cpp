#include "scoring/json_fault.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using huashu::scoring::json_fault;

namespace {

template <class Do>
std::string fault_of(Do run) {
    try {
        run();
    } catch (const std::exception& problem) {
        return json_fault(problem);
    }
    return "nothing";
}

}  // namespace

TEST_CASE("json: what is wrong with a record is told in words, without a library's labels") {
    const nlohmann::json record{{"v", 1}};
    CHECK(fault_of([] { [[maybe_unused]] const auto json = nlohmann::json::parse("{\"v\": 1"); }) ==
          "it breaks off or is no JSON, at byte 8");
    CHECK(fault_of([&] { [[maybe_unused]] const auto at = record.at("at_ms"); }) == "the key 'at_ms' is missing");
    CHECK(fault_of([&] { [[maybe_unused]] const auto v = record.at("v").get<std::string>(); }) ==
          "a value is of another type: type must be string, but is number");
    CHECK(fault_of([&] { throw nlohmann::json::other_error::create(501, "\"x\" is no known name", &record); }) ==
          "\"x\" is no known name");
    CHECK(fault_of([] { [[maybe_unused]] const auto seed = std::stoull("seed"); }) == "a number in it can't be read");
}
