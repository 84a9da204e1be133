#include "words/language.hpp"

#include <doctest/doctest.h>

#include <map>

#include "words/script.hpp"

using namespace huashu::app;

namespace {
Surroundings with(const std::map<std::string, std::string>& variables) {
    return {[variables](const std::string& name) -> std::optional<std::string> {
                const auto found = variables.find(name);
                return found == variables.end() ? std::nullopt : std::optional(found->second);
            },
            "/nowhere/huashu"};
}
}  // namespace

TEST_CASE("language: the locale decides, the most specific variable first") {
    const struct {
        std::map<std::string, std::string> variables;
        Language language;
    } rows[] = {
        {{}, Language::en},
        {{{"LANG", "C.UTF-8"}}, Language::en},
        {{{"LANG", "zh_TW.UTF-8"}}, Language::zh_hant},
        {{{"LANG", "zh_HK"}}, Language::zh_hant},
        {{{"LANG", "zh_CN.UTF-8"}}, Language::zh_hans},
        {{{"LANG", "zh_SG.UTF-8"}}, Language::zh_hans},
        {{{"LANG", "zh_CN.UTF-8"}, {"LC_ALL", "en_GB.UTF-8"}}, Language::en},
        {{{"LANG", "en_US.UTF-8"}, {"LC_ALL", ""}, {"LC_MESSAGES", "zh_MO.UTF-8"}}, Language::zh_hant},
    };
    for (const auto& row : rows) CHECK(language_by_locale(with(row.variables)) == row.language);
}

TEST_CASE("language: names and values go both ways") {
    for (const Language language : all_languages) CHECK(parse_language(name_of(language)) == language);
    CHECK_FALSE(parse_language("zh").has_value());
    CHECK_FALSE(parse_language("").has_value());
}

TEST_CASE("script: Traditional content stays as it is except in a zh-Hans interface") {
    for (const Language language : all_languages) {
        const auto script = Script::make(language);
        REQUIRE(script.has_value());
        const std::string shown = (*script)("主臥漏水，業主著急");
        CHECK(shown == (language == Language::zh_hans ? "主卧漏水，业主着急" : "主臥漏水，業主著急"));
        CHECK((*script)("主臥漏水，業主著急") == shown);
        CHECK((*script)("").empty());
        CHECK((*script)("\xff").size() > 0);
    }
}

TEST_CASE(
    "script: content that was written in Simplified characters is shown in Traditional ones, short words are left") {
    const auto script = Script::make(Language::zh_hant);
    REQUIRE(script.has_value());
    CHECK((*script)("主卧漏水了，业主很着急。") == "主臥漏水了，業主很着急。");
    CHECK((*script)("皇后在前台里面，她的头发干了。") != "皇后在前台里面，她的头发干了。");
    CHECK((*script)("前台") == "前台");
    CHECK((*script)("請到前台，里程碑在後面。") == "請到前台，里程碑在後面。");  // one Traditional character tells
    // No Traditional character in it, and none that only Simplified texts have: it may be either.
    CHECK((*script)("前台的面包后天才到。") == "前台的面包后天才到。");
    const auto simplified = Script::make(Language::zh_hans);
    CHECK((*simplified)("主卧漏水了，业主很着急。") == "主卧漏水了，业主很着急。");
}
