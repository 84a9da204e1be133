#include "words/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "scenarios/history.hpp"
#include "scenarios/record_form.hpp"
#include "scenarios/scenario.hpp"
#include "scoring/text.hpp"
#include "scoring/types.hpp"

using namespace huashu;
using namespace huashu::app;
namespace fs = std::filesystem;

namespace {

const std::string folder = "assets/words";

Words load(Language language) {
    auto words = Words::load(folder, language);
    REQUIRE_MESSAGE(words.has_value(), (words ? "" : to_text(words.error().diagnostics.front())));
    return *words;
}

std::set<std::string> placeholders_of(const std::string& text) {
    static const std::regex placeholder(R"(\{([a-z_]+)\})");
    std::set<std::string> found;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), placeholder); at != std::sregex_iterator(); ++at)
        found.insert((*at)[1]);
    return found;
}

// Every string literal of the app that looks like a key ("cli.turn") or like the beginning of one ("name.act.").
std::set<std::string> literals_in_code() {
    static const std::regex literal(R"re("((?:cli|desktop|name)\.[A-Za-z0-9_.]*)")re");
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator("app")) {
        const fs::path& path = entry.path();
        if (path.extension() != ".cpp" && path.extension() != ".hpp") continue;
        std::ifstream in(path);
        for (std::string line; std::getline(in, line);) {
            if (line.find('"') == std::string::npos) continue;  // std::regex is slow, and there are 80,000 lines
            if (const auto begin = line.find_first_not_of(' '); line.compare(begin, 2, "//") == 0) continue;
            for (auto at = std::sregex_iterator(line.begin(), line.end(), literal); at != std::sregex_iterator(); ++at)
                found.insert((*at)[1]);
        }
    }
    return found;
}

std::set<std::string> ids_of_the_domain() {
    std::set<std::string> keys;
    const auto add = [&](const std::string& prefix, auto last, const auto& named) {
        for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
            const std::string_view id = named(static_cast<decltype(last)>(i));
            if (!id.empty()) keys.insert("name." + prefix + "." + std::string(id));
        }
    };
    using namespace huashu::scoring;
    using namespace huashu::scenarios;
    add("act", Act::farewell, [](auto v) { return name_of(v); });
    add("family", Family::argue, [](auto v) { return name_of(v); });
    add("severity", Severity::critical, [](auto v) { return name_of(v); });
    add("dimension", Dimension::forbidden, [](auto v) { return name_of(v); });
    add("complaint", Complaint::safety, [](auto v) { return name_of(v); });
    add("step", Step::callback, [](auto v) { return name_of(v); });
    add("channel", Channel::doorstep, [](auto v) { return name_of(v); });
    add("quality", Quality::bad, [](auto v) { return name_of(v); });
    add("rank", Rank::worst, [](auto v) { return name_of(v); });
    add("urgency", Urgency::emergency, [](auto v) { return name_of(v); });
    add("department", Department::management, [](auto v) { return name_of(v); });
    add("record_part", RecordLine::Part::discretion, [](auto v) { return name_of(v); });
    add("record_verdict", RecordLine::Verdict::floor, [](auto v) { return name_of(v); });
    add("memory", Memory::Sort::said, [](auto v) { return name_of(v); });
    for (const char* kind : {"1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4"})
        keys.insert(std::string("name.kind.§2.") + kind);
    for (const char* mood : {"anger", "trust", "patience"}) keys.insert(std::string("name.mood.") + mood);
    return keys;
}

}  // namespace

TEST_CASE("words: every language has the same keys with the same placeholders, none of them empty") {
    const Words reference = load(Language::zh_hant);
    CHECK(reference.all().size() > 50);
    for (const Language language : all_languages) {
        const Words words = load(language);
        CAPTURE(name_of(language));
        for (const auto& [key, text] : reference.all()) {
            CAPTURE(key);
            const auto found = words.all().find(key);
            REQUIRE(found != words.all().end());
            CHECK_FALSE(found->second.empty());
            CHECK(placeholders_of(found->second) == placeholders_of(text));
        }
        for (const auto& entry : words.all()) CHECK_MESSAGE(reference.all().count(entry.first) == 1, entry.first);
    }
}

TEST_CASE("words: every key that the code uses exists, and every key is used") {
    const Words words = load(Language::zh_hant);
    const std::set<std::string> literals = literals_in_code();
    for (const std::string& literal : literals) {
        const auto first = words.all().lower_bound(literal);
        const bool known = first != words.all().end() &&
                           (literal.back() == '.' ? first->first.starts_with(literal) : first->first == literal);
        CHECK_MESSAGE(known, "the code uses a key that no file has: ", literal);
    }
    for (const auto& entry : words.all()) {
        if (entry.first.starts_with("name.")) continue;  // the next test
        const bool used =
            literals.count(entry.first) == 1 || std::any_of(literals.begin(), literals.end(), [&](const auto& literal) {
                return literal.back() == '.' && entry.first.starts_with(literal);
            });
        CHECK_MESSAGE(used, "no code uses the key ", entry.first);
    }
}

TEST_CASE("words: every id of the domain has a name, and there is no name without an id") {
    const Words words = load(Language::en);
    const std::set<std::string> ids = ids_of_the_domain();
    for (const std::string& id : ids) CHECK_MESSAGE(words.all().count(id) == 1, id);
    for (const auto& entry : words.all())
        if (entry.first.starts_with("name.")) CHECK_MESSAGE(ids.count(entry.first) == 1, entry.first);
}

TEST_CASE("words: placeholders are filled, unknown ones and unknown keys show") {
    const fs::path made = fs::temp_directory_path() / "huashu-words-test";
    fs::create_directories(made);
    std::ofstream(made / "en.json") << R"({"format": "huashu-words", "version": 1, "language": "en",
        "words": {"a": {"b": "{x} of {y}, {x}", "open": "{x", "plain": "one"}}})";
    auto words = Words::load(made.string(), Language::en);
    REQUIRE(words.has_value());
    CHECK((*words)("a.plain") == "one");
    CHECK((*words)("a.b", {{"x", "2"}, {"y", "{x}"}}) == "2 of {x}, 2");
    CHECK((*words)("a.b", {{"y", "3"}}) == "{x} of 3, {x}");
    CHECK((*words)("a.open", {{"x", "2"}}) == "{x");
    CHECK((*words)("a.none") == "⟨?⟩");
    CHECK(words->name("a.", "plain") == "one");
    CHECK(words->name("a.", "of-a-later-version") == "of-a-later-version");
    fs::remove_all(made);
}

TEST_CASE("words: a missing or broken file is an error with its place") {
    const fs::path made = fs::temp_directory_path() / "huashu-words-broken";
    fs::create_directories(made);
    CHECK_FALSE(Words::load((made / "none").string(), Language::en).has_value());
    const struct {
        const char* text;
        const char* code;
    } rows[] = {
        {R"({"format": "huashu-words", "version": 1, "language": "zh-Hans", "words": {}})", "wrong-language"},
        {R"({"format": "huashu-words", "version": 2, "language": "en", "words": {}})", "newer-version"},
        {R"({"format": "huashu-words", "version": 1, "language": "en", "words": {"a": 1}})", "wrong-type"},
        {R"({"format": "huashu-words", "version": 1, "language": "en"})", "missing-key"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        std::ofstream(made / "en.json") << row.text;
        const auto words = Words::load(made.string(), Language::en);
        REQUIRE_FALSE(words.has_value());
        CHECK(words.error().diagnostics.front().code == row.code);
        CHECK(words.error().diagnostics.front().place.line == 1);
    }
    fs::remove_all(made);
}
