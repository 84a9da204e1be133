#include <doctest/doctest.h>

#include <filesystem>

#include "random_text.hpp"
#include "scoring/json.hpp"
#include "scoring/text.hpp"

using namespace huashu::scoring;
using huashu::JsonNode;
using huashu::test::Dice;
using huashu::test::random_text;

namespace {

std::string skeletal(std::string_view text) { return to_utf8(make_skeleton(canonicalise(text)).text.chars); }

void check_map(const Skeleton& skeleton, const FoldedText& canonical) {
    const std::size_t size = skeleton.text.chars.size();
    REQUIRE(skeleton.from.size() == size);
    REQUIRE(skeleton.until.size() == size);
    REQUIRE(skeleton.text.steps.size() == size);
    for (std::size_t i = 0; i < size; ++i) {
        REQUIRE(skeleton.from[i] < skeleton.until[i]);
        REQUIRE(skeleton.until[i] <= canonical.chars.size());
        REQUIRE(skeleton.text.begin_byte[i] == canonical.begin_byte[skeleton.from[i]]);
        REQUIRE(skeleton.text.end_byte[i] == canonical.end_byte[skeleton.until[i] - 1]);
        if (i > 0) REQUIRE(skeleton.from[i - 1] <= skeleton.from[i]);
        if (i > 0) REQUIRE(skeleton.until[i - 1] <= skeleton.until[i]);
    }
}

/// Calls `visit` for every string of a JSON tree but those of golden plays, in which trainees evade on purpose.
template <class Visit>
void each_string(const JsonNode& node, Visit visit) {
    if (node.kind() == JsonNode::Kind::string) visit(node.string());
    if (node.kind() == JsonNode::Kind::array)
        for (const JsonNode& item : node.array()) each_string(item, visit);
    if (node.kind() == JsonNode::Kind::object)
        for (const JsonNode::Member& member : node.object())
            if (member.key != "plays") each_string(member.value, visit);
}

}  // namespace

TEST_CASE("skeleton: separators inside words go, real boundaries stay") {
    const std::pair<const char*, const char*> rows[] = {
        {"不*歸-我_管", "不归我管"},
        {"滾，蛋", "滚蛋"},
        {"好，我們馬上到", "好,我们马上到"},
        {"不，管理處會處理", "不,管理处会处理"},
        {"3-5天", "3 5天"},
        {"a big dog", "a big dog"},
        {"s b", "傻逼"},
        {"12.30", "12 30"},
        {"「好」", "好"},
        {"第一行\n第二行", "第一行\n第二行"},
        {"你----------好", "你好"},
        {"你*#@&好", "你 好"},
        {"1100室", "1100室"},
        {"他媽媽", "他妈妈"},
        {"他媽媽媽", "他妈"},
        {"café", "cafe"},
    };
    for (const auto& row : rows) {
        const auto& text = row.first;
        const auto& wanted = row.second;
        CAPTURE(text);
        CHECK(skeletal(text) == wanted);
    }
}

TEST_CASE("skeleton: random texts keep the way back sound") {
    Dice dice(5);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random_text(dice) + (dice.one_in(3) ? "s.b" : "") + random_text(dice);
        CAPTURE(text);
        const FoldedText canonical = canonicalise(text);
        const Skeleton skeleton = make_skeleton(canonical);
        check_map(skeleton, canonical);
        Skeleton second;
        if (drop_fillers_into(skeleton, second))
            check_map(second, canonical);
        else
            REQUIRE(second.text.chars.empty());
    }
}

TEST_CASE("skeleton: fillers are left out only between Han characters, and only a few") {
    const std::pair<const char*, const char*> rows[] = {
        {"傻xy1逼", "傻逼"}, {"傻xyz1逼", ""}, {"傻x", ""}, {"x傻", ""}, {"我3點到，a你b好", "我点到,a你好"}};
    for (const auto& row : rows) {
        const auto& text = row.first;
        const auto& wanted = row.second;
        CAPTURE(text);
        Skeleton second;
        CHECK(drop_fillers_into(make_skeleton(canonicalise(text)), second) == (*wanted != 0));
        CHECK(to_utf8(second.text.chars) == wanted);
    }
}

TEST_CASE("skeleton: the shipped scenarios hold nothing that reads like evasion") {
    const FoldSteps evasion = bit(FoldStep::lookalike) | bit(FoldStep::homophone) | bit(FoldStep::initials);
    std::size_t strings = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("scenarios/library")) {
        if (entry.path().extension() != ".json") continue;
        const auto document = huashu::load_json(entry.path().string());
        REQUIRE(document.has_value());
        each_string(document->root, [&](const std::string& text) {
            ++strings;
            const Skeleton skeleton = make_skeleton(canonicalise(text));
            for (std::size_t i = 0; i < skeleton.text.chars.size(); ++i) {
                if ((skeleton.text.steps[i] & evasion) == 0) continue;
                const std::string piece =
                    text.substr(skeleton.text.begin_byte[i], skeleton.text.end_byte[i] - skeleton.text.begin_byte[i]);
                FAIL_CHECK(entry.path().string(), ": ", piece, " in ", text);
            }
        });
    }
    CHECK(strings > 100);
}
