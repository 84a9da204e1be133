// The quick reader of JSON against the careful one: it reads the same tree, or leaves the text to the other.
#include "base/json_fast.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "base/json_builder.hpp"

using namespace huashu;

namespace {

bool same_tree(const JsonNode& a, const JsonNode& b) {
    if (a.kind() != b.kind() || a.offset() != b.offset()) return false;
    switch (a.kind()) {
        case JsonNode::Kind::null:
            return true;
        case JsonNode::Kind::boolean:
            return a.boolean() == b.boolean();
        case JsonNode::Kind::integer:
            return a.integer() == b.integer();
        case JsonNode::Kind::number:
            return a.number() == b.number();
        case JsonNode::Kind::string:
            return a.string() == b.string();
        case JsonNode::Kind::array:
            return std::equal(a.array().begin(), a.array().end(), b.array().begin(), b.array().end(), same_tree);
        case JsonNode::Kind::object:
            break;
    }
    return std::equal(a.object().begin(), a.object().end(), b.object().begin(), b.object().end(),
                      [](const JsonNode::Member& x, const JsonNode::Member& y) {
                          return x.key == y.key && x.key_offset == y.key_offset && same_tree(x.value, y.value);
                      });
}

/// Whether the quick one read it. What it reads, the careful one must read alike.
bool reads_alike(std::string text) {
    text.reserve(text.size() + fast_json_padding());
    const auto quick = read_json_fast(text);
    if (!quick) return false;
    const SourceText source("x.json", text);
    JsonBuilder careful(source);
    careful.run();
    CHECK_MESSAGE(careful.problems.empty(), text.substr(0, 200));
    if (careful.problems.empty()) CHECK_MESSAGE(same_tree(*quick, careful.root), text.substr(0, 200));
    return true;
}

std::string whole_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("json fast: every shipped file is read alike") {
    int files = 0;
    for (const char* folder : {"scoring/packs", "scenarios/library", "scenarios/personas", "assets"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.path().extension() != ".json") continue;
            ++files;
            CHECK_MESSAGE(reads_alike(whole_file(entry.path())), entry.path().string());
        }
    CHECK(files > 50);
}

TEST_CASE("json fast: what is odd is read alike or left to the careful one") {
    struct Row {
        const char* text;
        bool read;
    };
    const Row rows[] = {
        {R"({"a": [1, -0, 12.5, 1e3, true, false, null, "x\n\u6284\ud83d\ude00"], "b": {}})", true},
        {R"([9223372036854775807, -9223372036854775808, 9223372036854775808])", true},
        {" \t\r\n[ ] \n", true},
        {"[18446744073709551616]", false},
        {"[1e400]", false},
        {R"({"a": 1, "a": 2})", false},
        {"1", false},
        {"", false},
        {"[1] 2", false},
        {"[1]]", false},
        {"[1,]", false},
        {"[,1]", false},
        {"[1 2]", false},
        {R"({"a" 1})", false},
        {R"({"a": 1,})", false},
        {R"({a: 1})", false},
        {"[01]", false},
        {"[1.]", false},
        {"[.5]", false},
        {"[+1]", false},
        {"[-]", false},
        {"[nul]", false},
        {"[nullx]", false},
        {"[truefalse]", false},
        {"[NaN]", false},
        {"[\"a\tb\"]", false},
        {R"(["\x"])", false},
        {R"(["\ud800"])", false},
        {"[\"\xff\"]", false},
        {"[\"a]", false},
        {"[1}", false},
        {"{\"a\": 1]", false},
        {"[[1]", false},
        {"// x\n[1]", false},
        {"[1] // x", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(reads_alike(row.text) == row.read);
    }
    CHECK(reads_alike(std::string(100, '[') + std::string(100, ']')));
    CHECK_FALSE(reads_alike(std::string(101, '[') + std::string(101, ']')));
    CHECK_FALSE(reads_alike(std::string(100'000, '[')));
}

TEST_CASE("json fast: whatever is done to a byte, it never reads what the careful one refuses") {
    const std::string sound = whole_file("scenarios/library/leak-master-bedroom.json").substr(0, 3000);
    const std::string closed = whole_file("tests/scenarios/sound/loop.json");
    std::mt19937 random(7);
    int read = 0;
    for (int i = 0; i < 400; ++i) {
        std::string text = closed;
        for (int changes = i % 3; changes >= 0; --changes) {
            static const std::string bytes = "\"\\{}[],:0-9.eE+ntf \x01\xE6";
            text[random() % text.size()] = bytes[random() % bytes.size()];
        }
        read += reads_alike(text) ? 1 : 0;
        CHECK_FALSE(reads_alike(sound.substr(0, random() % sound.size())));
    }
    CHECK(read > 20);
    CHECK(read < 400);
}
