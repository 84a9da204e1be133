#include "model/act_model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "judge/engine_access.hpp"
#include "model/calibration.hpp"
#include "model/trainer.hpp"
#include "scoring/random_text.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;
using test::Dice;

namespace {

std::vector<Gram> grams_of(const std::string& text) {
    const FoldedText canonical = canonicalise(text);
    std::vector<Gram> grams;
    for (const Clause& clause : split_clauses(canonical)) append_grams(canonical.chars, clause, grams);
    return grams;
}

std::set<std::uint32_t> buckets(const std::string& text) {
    std::set<std::uint32_t> all;
    for (const Gram& gram : grams_of(text)) all.insert(gram.bucket);
    return all;
}

/// Two acts told by their words, between words that tell nothing; one act never.
std::vector<TrainingText> made_up_texts(std::uint32_t seed, int count) {
    static const char* const noise[] = {"今天天氣很好", "電梯在三樓", "小區門口有車", "鄰居家在裝修", "牆上有一張圖"};
    static const char* const thanks[] = {"多謝您告訴我們", "感激您的提醒", "謝謝您特地說一聲"};
    static const char* const deadlines[] = {"下午五點之前弄好", "明早九點之前做完", "今晚八點之前送到"};
    Dice dice(seed);
    std::vector<TrainingText> texts;
    for (int i = 0; i < count; ++i) {
        TrainingText text;
        text.text = noise[dice.below(5)];
        if (dice.one_in(3)) {
            text.text += std::string("，") + thanks[dice.below(3)];
            text.acts.set(static_cast<std::size_t>(Act::thank));
        }
        if (dice.one_in(3)) {
            text.text += std::string("。") + deadlines[dice.below(3)];
            text.acts.set(static_cast<std::size_t>(Act::deadline));
        }
        text.text += std::string("，") + noise[dice.below(5)] + "。";
        texts.push_back(text);
    }
    return texts;
}

const ActModel& made_up_model() {
    static const ActModel model = train_act_model(made_up_texts(1, 300));
    return model;
}

double value(const ActModel& model, Act act, const std::string& text) {
    return model.values_of(grams_of(text))[static_cast<std::size_t>(act)];
}

}  // namespace

TEST_CASE("act model: grams see words, not how they are typed") {
    CHECK(buckets("派師傅") == buckets("派 师-傅"));
    CHECK(buckets("3點") == buckets("8點"));
    CHECK(buckets("好嗎？") != buckets("好嗎。"));
    CHECK(buckets("師傅派") != buckets("派師傅"));
    const std::vector<Gram> grams = grams_of("派師傅");
    CHECK(grams.size() == 3 + 4 + 3);  // single characters, pairs and triples with the two edges
    CHECK(grams_of("……").empty());
}

TEST_CASE("act model: it finds the clause that does what the utterance was labelled with") {
    const ActModel& model = made_up_model();
    for (const Act act : {Act::thank, Act::deadline}) {
        CAPTURE(name_of(act));
        REQUIRE(model.head(act).usable);
        CHECK(model.head(act).precision >= target_precision);
        CHECK(model.head(act).recall > 0.9);
    }
    CHECK(value(model, Act::thank, "真的謝謝您告訴我") >= model.head(Act::thank).threshold);
    CHECK(value(model, Act::thank, "電梯在三樓") < model.head(Act::thank).threshold);
    CHECK(value(model, Act::deadline, "後天七點之前弄好") >= model.head(Act::deadline).threshold);
    CHECK(value(model, Act::deadline, "真的謝謝您告訴我") < model.head(Act::deadline).threshold);
    CHECK_FALSE(model.head(Act::apologize).usable);  // nobody showed it one
}

TEST_CASE("act model: confidence grows with the value, and even odds or better at the threshold") {
    const ActHead& head = made_up_model().head(Act::thank);
    CHECK(head.confidence(head.threshold) >= 0.5);
    CHECK(head.confidence(head.threshold + 1) > head.confidence(head.threshold));
    CHECK(head.confidence(1000) <= 1);
}

TEST_CASE("act model: calibration keeps the stated precision and refuses what can't reach it") {
    std::vector<Outcome> clear, mixed;
    for (int i = 0; i < 100; ++i) {
        clear.push_back({i < 50 ? -1.0 - i * 0.01 : 1.0 + i * 0.01, i >= 50});
        mixed.push_back({i * 0.01, i % 2 == 0});
    }
    ActHead head;
    calibrate(clear, head);
    CHECK(head.usable);
    CHECK(head.recall == 1.0);
    CHECK(head.threshold > 0);
    CHECK(head.precision >= target_precision);
    ActHead hopeless;
    calibrate(mixed, hopeless);
    CHECK_FALSE(hopeless.usable);
    ActHead rare;
    calibrate({{1, true}, {0, false}}, rare);
    CHECK_FALSE(rare.usable);
}

TEST_CASE("act model: training is repeatable, and bytes bring the model back") {
    const ActModel& model = made_up_model();
    const std::string bytes = to_bytes(model);
    CHECK(to_bytes(train_act_model(made_up_texts(1, 300))) == bytes);
    const auto back = act_model_from(bytes);
    REQUIRE(back.has_value());
    CHECK(back->heads == model.heads);
    CHECK(back->weights == model.weights);
    CHECK(back->pack == model.pack);
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{40}, bytes.size() / 2, bytes.size() - 1})
        CHECK_FALSE(act_model_from(std::string_view(bytes).substr(0, size)).has_value());
    CHECK_FALSE(act_model_from(bytes + "x").has_value());
    CHECK_FALSE(act_model_from("another " + bytes).has_value());
}

TEST_CASE("act model: a supervisor's own examples change what it sees, thresholds stay") {
    const ActModel& model = made_up_model();
    const std::string own = "有勞您費心了";
    REQUIRE(value(model, Act::thank, own) < model.head(Act::thank).threshold);
    std::vector<TrainingText> texts = made_up_texts(1, 300);
    for (const char* more : {"有勞您費心了", "有勞您費心跑一趟", "今天有勞您費心", "讓您費心了，有勞"}) {
        texts.push_back({more, ActSet{}.set(static_cast<std::size_t>(Act::thank))});
    }
    const ActModel taught = retrain_act_model(model, texts);
    CHECK(value(taught, Act::thank, own) >= taught.head(Act::thank).threshold);
    CHECK(taught.head(Act::thank).threshold == model.head(Act::thank).threshold);
    CHECK(value(taught, Act::deadline, "後天七點之前弄好") >= taught.head(Act::deadline).threshold);
}

TEST_CASE("act model: the judge credits paraphrases, but rules with scope win") {
    const test::TemporaryFolder folder;
    folder.write("pack.json", test::pack_header);
    folder.write("r.json", test::rules_file(test::act("thank", R"(["多謝您"],"ignore":["neg"])") + "," +
                                            test::rule("neg", "context", R"("markers":["不用"],"side":"before")") +
                                            "," + test::forbid("mock.x", "mock", "minor", R"(["可真行"])") + "," +
                                            test::rule("pair.x", "pair",
                                                       R"("trigger":{"acts":["thank"]},"with":[{"acts":["own"]}])")));
    std::string lines;
    for (const TrainingText& text : made_up_texts(2, 400))
        lines += R"({"text":")" + text.text + R"(","acts":[)" +
                 (text.acts[static_cast<std::size_t>(Act::thank)] ? R"("thank")" : "") +
                 R"(],"families":[],"origin":"t"})" + "\n";
    std::string distinct;
    std::set<std::string> seen;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);)
        if (seen.insert(line).second) distinct += line + "\n";
    folder.write("utterances.jsonl", distinct);
    const Pack pack = load_pack(folder.path())->value;
    const Engine engine = *Engine::make({pack});
    REQUIRE(EngineAccess::program(engine).act_model.has_value());
    const Judgement seen_by_model = engine.judge("感激您的提醒");
    REQUIRE(seen_by_model.acts.size() == 1);
    const EarnedAct& act = seen_by_model.acts[0];
    CHECK(act.by == EarnedAct::By::model);
    CHECK(act.rule == "model");
    CHECK(act.source == "§1");
    CHECK(act.confidence >= 0.5);
    CHECK_FALSE(act.evidence.empty());
    CHECK(seen_by_model.advice.empty());  // nobody is blamed for what only the model saw
    CHECK(engine.judge("多謝您告訴我們").acts[0].by == EarnedAct::By::pattern);
    CHECK(engine.judge("不用多謝您告訴我們").acts.empty());
    CHECK(engine.judge("感激您的提醒可真行").acts.empty());
}

TEST_CASE("act model: the one in the library was trained on the shipped utterances") {
    const auto embedded = act_model_from(embedded_act_model());
    REQUIRE(embedded.has_value());
    const Engine engine = test::engine_of_folder("scoring/packs/zh");
    REQUIRE(EngineAccess::program(engine).act_model.has_value());
    CHECK(EngineAccess::program(engine).act_model->data_hash == embedded->data_hash);
    CHECK(EngineAccess::program(engine).act_model->weights == embedded->weights);
}
