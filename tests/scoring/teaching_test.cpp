#include "model/teaching.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "judge/engine_access.hpp"
#include "model/adapter.hpp"
#include "rules/lessons.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;

namespace {

const std::string shipped_folder = "scoring/packs/zh";

/// A supervisor's own: a turn of phrase of the house that no shipped line has, in both directions.
const std::string own_lines =
    R"({"text":"您先歇口氣，這個坎我陪您邁過去","acts":["empathize"],"families":[],"origin":"own"})"
    "\n"
    R"({"text":"歇口氣吧，這道坎我陪著您邁","acts":["empathize"],"families":[],"origin":"own"})"
    "\n"
    R"({"text":"這道坎，我陪您一起邁","acts":["empathize"],"families":[],"origin":"own"})"
    "\n"
    R"({"text":"您這茶壺風暴鬧夠了沒有","acts":[],"families":["mock"],"origin":"own"})"
    "\n"
    R"({"text":"又來一場茶壺風暴","acts":[],"families":["mock"],"origin":"own"})"
    "\n"
    R"({"text":"茶壺裡的風暴您最會鬧","acts":[],"families":["mock"],"origin":"own"})"
    "\n";

std::vector<TrainingText> lessons_of(const Pack& pack) {
    std::vector<TrainingText> lessons;
    append_lessons(pack.data(), lessons);
    return lessons;
}

LabelValues values_of(const Recogniser& model, const std::string& text, const Concepts& concepts) {
    const FoldedText canonical = canonicalise(text);
    const std::vector<Clause> clauses = split_clauses(canonical);
    std::vector<Feature> features;
    FeatureMaker(canonical.chars, clauses, concepts).append_all(features);
    model.look_up(features);
    return model.values_of(features);
}

/// How many of the first model's features have the very same weights in the second.
double share_unmoved(const Recogniser& first, const Recogniser& second) {
    std::size_t same = 0;
    for (std::size_t row = 0; row < first.rows(); ++row) {
        Feature feature{first.key_of_row(row), {}, Feature::unknown};
        second.look_up({&feature, 1});
        if (feature.row == Feature::unknown) continue;
        const auto* mine = first.weights.data() + row * Recogniser::lanes;
        same += std::equal(mine, mine + Recogniser::lanes,
                           second.weights.data() + std::size_t{feature.row} * Recogniser::lanes);
    }
    return static_cast<double>(same) / static_cast<double>(first.rows());
}

}  // namespace

TEST_CASE("teaching: a pack with a supervisor's own examples learns them and forgets nothing") {
    const test::TemporaryFolder folder;
    std::filesystem::copy(shipped_folder, folder.path(), std::filesystem::copy_options::recursive);
    folder.write("utterances-own.jsonl", own_lines);
    const Engine engine = test::engine_of_folder(folder.path());
    const std::optional<Recogniser>& taught = EngineAccess::program(engine).model;
    const auto shipped = recogniser_from(embedded_model());
    REQUIRE(taught.has_value());
    REQUIRE(shipped.has_value());
    CHECK(taught->data_hash != shipped->data_hash);
    CHECK(taught->heads[label_of(Act::empathize)].threshold == shipped->heads[label_of(Act::empathize)].threshold);

    const Concepts concepts(engine.word_lists());
    const auto empathy = [&](const Recogniser& model, const std::string& text) {
        const std::size_t label = label_of(Act::empathize);
        return values_of(model, text, concepts)[label] >= model.heads[label].threshold;
    };
    const auto fault = [&](const Recogniser& model, const std::string& text) {
        return model.heads[fault_label].confidence(values_of(model, text, concepts)[fault_label]) > 0.5;
    };
    CHECK_FALSE(empathy(*shipped, "這個坎我陪您邁"));
    CHECK(empathy(*taught, "這個坎我陪您邁"));  // not one of the examples
    CHECK(fault(*taught, "您這茶壺風暴真會鬧"));
    CHECK_FALSE(fault(*taught, "好的，我記下了，下午三點前給您回電"));
    CHECK(fault(*taught, "你有完沒完"));

    // It went on from the shipped one instead of beginning again, which would move nearly all weights.
    CHECK(share_unmoved(*shipped, *taught) > 0.7);
}

TEST_CASE("teaching: what was taught is known line by line, and what is gone can't be untaught") {
    const auto teaching = teaching_from(embedded_teaching());
    REQUIRE(teaching.has_value());
    const auto pack = load_pack(shipped_folder);
    REQUIRE(pack.has_value());
    const std::vector<TrainingText> lessons = lessons_of(pack->value);
    std::vector<TrainingFile> files = pack->value.data().training;

    const auto review = untaught(*teaching, files, lessons);
    REQUIRE(review.has_value());
    CHECK(review->size() > teaching->examples / 32);
    CHECK(review->size() < teaching->examples / 8);

    files.push_back({"utterances-own.jsonl", own_lines});
    const auto more = untaught(*teaching, files, lessons);
    REQUIRE(more.has_value());
    const auto own = read_training_texts({files.back()}).value.size();
    REQUIRE(own > 0);
    CHECK(more->size() == review->size() + own);

    std::vector<TrainingText> one_more = lessons;
    one_more.push_back({"這裡不是菜市場", {}, FamilySet{}.set(static_cast<std::size_t>(Family::mock)), {}, true});
    CHECK(untaught(*teaching, files, one_more)->size() == more->size() + 1);

    std::string& text = files.front().text;
    text.erase(0, text.find('\n') + 1);
    CHECK_FALSE(untaught(*teaching, files, lessons).has_value());
}

TEST_CASE("teaching: bytes bring it back, and broken ones are refused") {
    const auto teaching = teaching_from(embedded_teaching());
    REQUIRE(teaching.has_value());
    const auto shipped = recogniser_from(embedded_model());
    REQUIRE(shipped.has_value());
    CHECK(teaching->rarity.size() == shipped->rows());
    CHECK(to_bytes(*teaching) == embedded_teaching());
    CHECK(teaching->rarity_of_row(Feature::unknown) > 9);  // the logarithm of some ten thousand
    const std::string_view bytes = embedded_teaching();
    for (const std::size_t size : {std::size_t{0}, std::size_t{20}, std::size_t{40}, bytes.size() - 1})
        CHECK_FALSE(teaching_from(bytes.substr(0, size)).has_value());
}
