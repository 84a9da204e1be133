#include "json/json_writer.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <random>

using huashu::app::JsonWriter;

TEST_CASE("json: members in order, commas where they belong") {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("id", "1");
    json.member("score", 45);
    json.member("ok", true);
    json.member("share", 0.5);
    json.key("empty");
    json.begin_array();
    json.end_array();
    json.key("list");
    json.begin_array();
    json.value(1);
    json.begin_object();
    json.end_object();
    json.null();
    json.end_array();
    json.member("big", std::uint64_t{18446744073709551615u});
    json.end_object();
    CHECK(out ==
          R"({"id":"1","score":45,"ok":true,"share":0.5,"empty":[],"list":[1,{},null],"big":18446744073709551615})");
}

TEST_CASE("json: numbers have no more decimals than they need") {
    const struct {
        double number;
        const char* text;
    } rows[] = {{1.0, "1"},     {0.12345, "0.123"}, {0.1 + 0.2, "0.3"},
                {-2.5, "-2.5"}, {1e9, "1e+09"},     {std::numeric_limits<double>::quiet_NaN(), "null"},
                {0.0004, "0"}};
    for (const auto& row : rows) {
        std::string out;
        JsonWriter(out).value(row.number);
        CHECK(out == row.text);
    }
}

TEST_CASE("json: any bytes come out as valid JSON, and valid text comes back as it was") {
    std::mt19937 chance(11);
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        const auto length = chance() % 30;
        for (unsigned n = 0; n < length; ++n)
            text += chance() % 3 == 0 ? std::string(1, static_cast<char>(chance() % 256))
                                      : std::string(chance() % 2 == 0 ? "歉" : "\"\\\n");
        std::string out;
        JsonWriter(out).value(text);
        const auto read = nlohmann::json::parse(out, nullptr, false);
        REQUIRE(read.is_string());
        const std::string again = read.get<std::string>();
        if (again.find("\uFFFD") == std::string::npos) CHECK(again == text);
    }
}
