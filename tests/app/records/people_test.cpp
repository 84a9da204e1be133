#include "records/people.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/temporary_folder.hpp"

using namespace huashu;
using namespace huashu::app;
using huashu::test::TemporaryFolder;

TEST_CASE("people: without a file there is one person without a name, whose records lie in the folder itself") {
    const TemporaryFolder folder;
    Diagnostics problems;
    const auto people = load_people(folder.path(), problems);
    REQUIRE(people.has_value());
    CHECK(problems.empty());
    CHECK(*people == std::vector<Person>{Person{}});
    CHECK(folder_of(folder.path(), people->front()) == folder.path());
}

TEST_CASE("people: names go both ways, emoji and rare characters too") {
    const TemporaryFolder folder;
    const std::vector<Person> people{{"", "林小安"}, {"0191-ab", "𠮷川😀"}, {"0192-cd", "O'Neill \"Jr\""}};
    REQUIRE(save_people(folder.path(), people).has_value());
    Diagnostics problems;
    CHECK(load_people(folder.path(), problems).value() == people);
    CHECK(problems.empty());
    CHECK(folder_of(folder.path(), people[1]) == folder.path() + "/people/0191-ab");
    CHECK_FALSE(std::filesystem::exists(folder / "people.json.new"));
}

TEST_CASE("people: a broken list gives the first person and says where it is broken") {
    const TemporaryFolder folder;
    for (const char* text :
         {"{", "[]", "{\"people\": [{\"id\": 3}]}", "{\"people\": [{\"id\": \"../..\", \"name\": \"x\"}]}",
          "{\"people\": [{\"id\": \"a/b\"}]}", "", "{\"version\": 99}"}) {
        CAPTURE(text);
        folder.write("people.json", text);
        Diagnostics problems;
        const auto people = load_people(folder.path(), problems);
        REQUIRE(people.has_value());
        CHECK(people->size() == 1);
        CHECK_FALSE(problems.empty());
        CHECK(problems.front().place.line >= 1);
    }
}

TEST_CASE("people: a name is kept in one row, without blanks at its ends, and not for ever long") {
    CHECK(tidy_name("  林小安 \n") == "林小安");
    CHECK(tidy_name("a\tb\nc") == "a b c");
    CHECK(tidy_name(" \n ").empty());
    CHECK(tidy_name("\xff\xfe").size() > 0);
    std::string longer;
    for (int i = 0; i < 100; ++i) longer += "水";
    CHECK(tidy_name(longer).size() == longest_name * 3);
}

TEST_CASE("people: a folder that can't be written is an error with its remedy") {
    const auto saved = save_people("/proc/nowhere", {{"", "林"}});
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().diagnostics.front().code == "people-not-saved");
    CHECK_FALSE(saved.error().diagnostics.front().remedy.empty());
}
