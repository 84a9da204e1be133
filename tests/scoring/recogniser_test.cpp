#include "model/recogniser.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "judge/engine_access.hpp"
#include "model/calibration.hpp"
#include "model/trainer.hpp"
#include "rules/lessons.hpp"
#include "scoring/explanation.hpp"
#include "scoring/random_text.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;
using test::Dice;

namespace {

std::vector<Feature> features_of(const std::string& text, const Concepts& concepts = {}) {
    const FoldedText canonical = canonicalise(text);
    const std::vector<Clause> clauses = split_clauses(canonical);
    std::vector<Feature> features;
    FeatureMaker(canonical.chars, clauses, concepts).append_all(features);
    return features;
}
std::vector<Feature> features_of(const std::string& text, const Recogniser& model) {
    std::vector<Feature> features = features_of(text);
    model.look_up(features);
    return features;
}

std::set<std::uint32_t> keys(const std::string& text, const Concepts& concepts = {}) {
    std::set<std::uint32_t> all;
    for (const Feature& feature : features_of(text, concepts)) all.insert(feature.key);
    return all;
}

ActSet acts(Act act) { return ActSet{}.set(static_cast<std::size_t>(act)); }
FamilySet families(Family family) { return FamilySet{}.set(static_cast<std::size_t>(family)); }

/// Two acts and two faults told by their words, between words that tell nothing; other acts never.
std::vector<TrainingText> made_up_texts(std::uint32_t seed, int count) {
    static const char* const noise[] = {"今天天氣很好", "電梯在三樓", "小區門口有車", "鄰居家在裝修", "牆上有一張圖"};
    static const char* const thanks[] = {"多謝您告訴我們", "感激您的提醒", "謝謝您特地說一聲"};
    static const char* const deadlines[] = {"下午五點之前弄好", "明早九點之前做完", "今晚八點之前送到"};
    static const char* const mocks[] = {"您可真會挑時候", "您可真有學問", "您可真是大人物"};
    static const char* const orders[] = {"趕緊閉嘴坐下", "趕緊把車挪走", "趕緊給我出去"};
    Dice dice(seed);
    std::vector<TrainingText> texts;
    for (int i = 0; i < count; ++i) {
        TrainingText text;
        text.text = noise[dice.below(5)];
        if (dice.one_in(3)) {
            text.text += std::string("，") + thanks[dice.below(3)];
            text.acts |= acts(Act::thank);
        }
        if (dice.one_in(3)) {
            text.text += std::string("。") + deadlines[dice.below(3)];
            text.acts |= acts(Act::deadline);
        }
        if (dice.one_in(4)) {
            const bool mock = dice.one_in(2);
            text.text += std::string("。") + (mock ? mocks : orders)[dice.below(3)];
            text.families |= families(mock ? Family::mock : Family::command);
        }
        text.text += std::string("，") + noise[dice.below(5)] + "。";
        texts.push_back(text);
    }
    return texts;
}

const Recogniser& made_up_model() {
    static const Recogniser model = train_recogniser(made_up_texts(1, 400), {});
    return model;
}

double value(const Recogniser& model, std::size_t label, const std::string& text) {
    return model.values_of(features_of(text, model))[label];
}
double confidence(const Recogniser& model, std::size_t label, const std::string& text) {
    return model.heads[label].confidence(value(model, label, text));
}

}  // namespace

TEST_CASE("recogniser: features see words, not how they are typed") {
    CHECK(keys("派師傅") == keys("派 师-傅"));
    CHECK(keys("3點") == keys("8點"));
    CHECK(keys("好嗎？") != keys("好嗎。"));
    CHECK(keys("師傅派") != keys("派師傅"));
    CHECK(keys("不知道") != keys("不知道，我去問"));  // alone, and with something after it
    // Single characters, pairs and triples with the two edges; four edges of the reply; alone, how long, how many.
    CHECK(features_of("派師傅").size() == 3 + 4 + 3 + 4 + 3);
    CHECK(features_of("……").empty());
}

TEST_CASE("recogniser: words of one list are one thing, the longest counts, and only what can be written out") {
    const WordLists lists{{"staff", {"我們", "物業[公司]", "<num>號師傅"}}, {"us", {"我們"}}, {"verbs", {"修(好|完)"}}};
    const Concepts concepts(lists);
    const auto longest = [&](const char* text) { return concepts.longest(canonicalise(text).chars); };
    CHECK(longest("物業公司來人").length == 4);
    CHECK(longest("物業來人").length == 2);
    CHECK(longest("来人").length == 0);
    CHECK(longest("三號師傅").length == 0);
    CHECK(longest("我們").names_end - longest("我們").names == 2);
    const auto shared = [&](const char* a, const char* b, const Concepts& read) {
        const std::set<std::uint32_t> left = keys(a, read), right = keys(b, read);
        return std::ranges::count_if(left, [&](std::uint32_t key) { return right.contains(key); });
    };
    // The list's name, between the edge and the verb's list, and with both.
    CHECK(shared("我們修好", "物業公司修完", concepts) > shared("我們修好", "物業公司修完", {}) + 4);
    CHECK(keys("天氣很好", concepts) == keys("天氣很好"));
}

TEST_CASE("recogniser: what it never saw has no weight") {
    const Recogniser& model = made_up_model();
    for (const Feature& feature : features_of("龘靐", model))
        if (feature.span.end > feature.span.begin) CHECK(feature.row == Feature::unknown);
    std::size_t known = 0;
    for (const Feature& feature : features_of("電梯在三樓", model)) {
        if (feature.row == Feature::unknown) continue;
        ++known;
        CHECK(model.key_of_row(feature.row) == feature.key);
    }
    CHECK(known > 8);
}

TEST_CASE("recogniser: it tells acts and faults by their words") {
    const Recogniser& model = made_up_model();
    for (const Act act : {Act::thank, Act::deadline}) {
        CAPTURE(name_of(act));
        const Head& head = model.heads[label_of(act)];
        REQUIRE(head.usable);
        CHECK(head.precision >= act_precision_floor);
        CHECK(head.recall > 0.9);
        CHECK(head.confidence(head.threshold + 1) > head.confidence(head.threshold));
        CHECK(head.confidence(1000) <= 1);
    }
    const auto sees = [&](Act act, const char* text) {
        return value(model, label_of(act), text) >= model.heads[label_of(act)].threshold;
    };
    CHECK(sees(Act::thank, "真的謝謝您告訴我"));
    CHECK_FALSE(sees(Act::thank, "電梯在三樓"));
    CHECK(sees(Act::deadline, "後天七點之前弄好"));
    CHECK_FALSE(sees(Act::deadline, "真的謝謝您告訴我"));
    CHECK_FALSE(model.heads[label_of(Act::apologize)].usable);  // nobody showed it one
    REQUIRE(model.heads[fault_label].calibrated);
    CHECK(confidence(model, fault_label, "電梯在三樓，您可真會說話") > 0.55);
    CHECK(confidence(model, fault_label, "電梯在三樓，今天天氣很好") < 0.2);
    const char* const mocking = "電梯在三樓，您可真會挑地方";
    CHECK(confidence(model, label_of(Family::mock), mocking) > confidence(model, label_of(Family::command), mocking));
}

TEST_CASE("recogniser: the pieces that spoke for it are told, strongest first and apart") {
    const Recogniser& model = made_up_model();
    const std::string text = "電梯在三樓，您可真會挑時候";
    const std::vector<Feature> features = features_of(text, model);
    const std::vector<CharSpan> evidence = model.evidence_for(label_of(Family::mock), features);
    REQUIRE_FALSE(evidence.empty());
    CHECK(evidence.size() <= 4);
    CHECK(evidence.front().begin >= 6);  // in the second clause
    for (std::size_t i = 0; i < evidence.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            CHECK_FALSE((evidence[i].begin < evidence[k].end && evidence[k].begin < evidence[i].end));
}

TEST_CASE("recogniser: calibration says how sure a value is, and refuses what tells nothing") {
    std::vector<Outcome> clear, mixed;
    for (int i = 0; i < 100; ++i) {
        clear.push_back({i < 50 ? -1.0 - i * 0.01 : 1.0 + i * 0.01, i >= 50});
        mixed.push_back({i * 0.01, i % 10 == 0});
    }
    Head head;
    calibrate(clear, Prior::as_seen, head);
    choose_threshold(clear, head);
    CHECK(head.calibrated);
    CHECK(head.usable);
    CHECK(head.recall == 1.0);
    CHECK(head.threshold > 0);
    CHECK(head.precision == 1.0);
    CHECK(head.confidence(1.5) > 0.9);
    CHECK(head.confidence(-1.5) < 0.1);
    Head hopeless;
    calibrate(mixed, Prior::as_seen, hopeless);
    choose_threshold(mixed, hopeless);
    CHECK_FALSE(hopeless.usable);
    Head rare;
    calibrate({{1, true}, {0, false}}, Prior::as_seen, rare);
    CHECK_FALSE(rare.calibrated);
}

TEST_CASE("recogniser: the likeliest family counts for a fault at all as far as it tells something") {
    std::vector<MixedOutcome> telling, idle;
    for (int i = 0; i < 200; ++i) {
        const bool positive = i % 2 == 0;
        const double noise = 0.01 * (i * 37 % 100) - 0.5;
        telling.push_back({noise + (positive ? 0.1 : -0.1), positive ? 2.0 : -2.0 + noise, positive});
        idle.push_back({noise + (positive ? 0.4 : -0.4), i % 4 < 2 ? 2.0 : -2.0, positive});
    }
    CHECK(weigh_likeliest_family(telling) > 0.2);
    CHECK(weigh_likeliest_family(idle) < 0.05);
    CHECK(weigh_likeliest_family({{1, 1, true}, {0, 0, false}}) == 0);  // too few to say
    CHECK(mixed({{1, 2, true}}, 0.5).front().value == 2);
}

TEST_CASE("recogniser: at even odds it does not matter how many examples each side has") {
    std::vector<Outcome> few, many;
    for (int i = 0; i < 400; ++i) {
        const bool positive = i % 2 == 0;
        const double value = 0.01 * (i % 100) + (positive ? 0.3 : -0.3);
        few.push_back({value, positive});
        for (int copies = positive ? 1 : 5; copies > 0; --copies) many.push_back({value, positive});
    }
    Head even, uneven, seen;
    calibrate(few, Prior::even, even);
    calibrate(many, Prior::even, uneven);
    calibrate(many, Prior::as_seen, seen);
    CHECK(std::abs(even.confidence(0.5) - uneven.confidence(0.5)) < 0.02);
    CHECK(seen.confidence(0.5) < uneven.confidence(0.5) - 0.1);
}

TEST_CASE("recogniser: training is repeatable, and bytes bring the model back") {
    const Recogniser& model = made_up_model();
    const std::string bytes = to_bytes(model);
    CHECK(to_bytes(train_recogniser(made_up_texts(1, 400), {})) == bytes);
    const auto back = recogniser_from(bytes);
    REQUIRE(back.has_value());
    CHECK(back->heads == model.heads);
    CHECK(back->weights == model.weights);
    CHECK(back->rows() == model.rows());
    for (std::size_t row = 0; row < model.rows(); ++row) REQUIRE(back->key_of_row(row) == model.key_of_row(row));
    CHECK(back->pack == model.pack);
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{40}, bytes.size() / 2, bytes.size() - 1})
        CHECK_FALSE(recogniser_from(std::string_view(bytes).substr(0, size)).has_value());
    CHECK_FALSE(recogniser_from(bytes + "x").has_value());
    CHECK_FALSE(recogniser_from("another " + bytes).has_value());
}

TEST_CASE("recogniser: a supervisor's own examples change what it sees, calibration stays") {
    const Recogniser& model = made_up_model();
    const std::size_t thank = label_of(Act::thank), deadline = label_of(Act::deadline);
    const std::string own = "有勞您費心了", fault = "要您多嘴";
    REQUIRE(value(model, thank, own) < model.heads[thank].threshold);
    REQUIRE(confidence(model, fault_label, fault) < 0.5);
    std::vector<TrainingText> texts = made_up_texts(1, 400);
    for (const char* more : {"有勞您費心了", "有勞您費心跑一趟", "今天有勞您費心", "讓您費心了，有勞"})
        texts.push_back({more, acts(Act::thank), {}});
    for (const char* more : {"要您多嘴", "誰要您多嘴了", "要您多嘴做什麼", "用得著您多嘴"})
        texts.push_back({more, {}, families(Family::mock)});
    const Recogniser taught = retrain_recogniser(model, texts, {});
    CHECK(value(taught, thank, own) >= taught.heads[thank].threshold);
    CHECK(taught.heads[thank].threshold == model.heads[thank].threshold);
    CHECK(value(taught, deadline, "後天七點之前弄好") >= taught.heads[deadline].threshold);
    CHECK(confidence(taught, fault_label, fault) > 0.5);
}

namespace {

std::string lines_of(const std::vector<TrainingText>& texts) {
    std::string lines;
    std::set<std::string> seen;
    const auto ids = [](const auto& set, auto name) {
        std::string out;
        for (std::size_t i = 0; i < set.size(); ++i)
            if (set[i]) out += (out.empty() ? "\"" : ",\"") + std::string(name(i)) + "\"";
        return out;
    };
    for (const TrainingText& text : texts) {
        if (!seen.insert(text.text).second) continue;
        lines += R"({"text":")" + text.text + R"(","acts":[)" +
                 ids(text.acts, [](std::size_t i) { return name_of(static_cast<Act>(i)); }) + R"(],"families":[)" +
                 ids(text.families, [](std::size_t i) { return name_of(static_cast<Family>(i)); }) +
                 R"(],"origin":"t"})" + "\n";
    }
    return lines;
}

/// A pack with a rule for each way in which rules and the model meet.
Engine made_up_engine() {
    const test::TemporaryFolder folder;
    std::string header = test::pack_header;
    header.insert(header.size() - 1, R"(,"doubt":{"findings":30,"acts":10})");
    folder.write("pack.json", header);
    folder.write(
        "r.json",
        test::rules_file(
            test::act("thank", R"(["多謝您"],"ignore":["neg"])") + "," +
            test::rule("neg", "context", R"("markers":["不用"],"side":"before")") + "," +
            test::rule("said", "context", R"("markers":["他說"],"side":"before","until":"reply")") + "," +
            test::forbid("cold.x", "cold", "minor", R"(["門口有"])") + "," +
            test::forbid("abuse.x", "abuse", "critical", R"(["裝修"])") + "," +
            test::rule("mock.learned", "learned", R"("family":"mock","severity":"minor","sure":50,"ignore":["said"])") +
            "," + test::rule("pair.x", "pair", R"("trigger":{"acts":["thank"]},"with":[{"acts":["own"]}])")));
    folder.write("utterances.jsonl", lines_of(made_up_texts(2, 700)));
    const Pack pack = load_pack(folder.path())->value;
    return *Engine::make({pack});
}

}  // namespace

TEST_CASE("recogniser: the judge credits paraphrases, but rules with scope win") {
    const Engine engine = made_up_engine();
    REQUIRE(EngineAccess::program(engine).model.has_value());
    const Judgement seen_by_model = engine.judge("感激您的提醒");
    REQUIRE(seen_by_model.acts.size() == 1);
    const EarnedAct& act = seen_by_model.acts[0];
    CHECK(act.by == EarnedAct::By::model);
    CHECK(act.rule == "model");
    CHECK(act.source == "§1");
    CHECK(act.confidence >= 0.3);
    CHECK_FALSE(act.evidence.empty());
    CHECK(seen_by_model.advice.empty());  // nobody is blamed for what only the model saw
    CHECK(engine.judge("多謝您告訴我們").acts[0].by == EarnedAct::By::pattern);
    CHECK(engine.judge("不用多謝您告訴我們").acts.empty());
}

TEST_CASE("recogniser: a learned rule finds a fault without its words, says why, and heeds contexts") {
    const Engine engine = made_up_engine();
    const Judgement judgement = engine.judge("電梯在三樓，您可真會挑地方");
    REQUIRE(judgement.findings.size() == 1);
    const Finding& finding = judgement.findings[0];
    CHECK(finding.rule == "mock.learned");
    CHECK(finding.family == Family::mock);
    CHECK(finding.quote.starts_with("您可真會"));
    const Explanation why = explain(engine, "電梯在三樓，您可真會挑地方");
    const auto told = [&](ExplainedStep::What what) {
        return std::ranges::find_if(
            why.steps, [&](const ExplainedStep& step) { return step.what == what && step.rule == "mock.learned"; });
    };
    REQUIRE(told(ExplainedStep::What::matched) != why.steps.end());  // the pieces that spoke for it
    CHECK(finding.quote.find(told(ExplainedStep::What::matched)->quote) != std::string::npos);
    REQUIRE(told(ExplainedStep::What::spoke) != why.steps.end());
    CHECK(told(ExplainedStep::What::spoke)->number >= 50);
    CHECK(engine.judge("電梯在三樓，他說您可真會挑地方").findings.empty());
    CHECK(engine.judge("電梯在三樓，今天天氣很好").findings.empty());
    CHECK(engine.judge("電梯在三樓，趕緊閉嘴坐下").findings.empty());  // a fault, but no learned rule for orders
}

TEST_CASE("recogniser: what rules find falls where the whole reply all but rules it out, what is critical last") {
    const Engine engine = made_up_engine();
    const Judgement harmless = engine.judge("小區門口有車，多謝您告訴我們");
    CHECK(harmless.findings.empty());
    CHECK(engine.judge("小區門口有車，趕緊閉嘴坐下").family_set()[static_cast<std::size_t>(Family::cold)]);
    // There is a fault, but a likelier name for it was found.
    CHECK(engine.judge("小區門口有車，您可真會挑時候").family_set() == families(Family::mock));
    CHECK(engine.judge("鄰居家在裝修，趕緊閉嘴坐下").worst() == Severity::critical);
    const Explanation surely = explain(engine, "鄰居家在裝修，多謝您告訴我們");
    const auto fell = std::ranges::find(surely.steps, ExplainedStep::What::doubted, &ExplainedStep::what);
    REQUIRE(fell != surely.steps.end());
    CHECK(fell->number < 8);
    const Explanation why = explain(engine, "小區門口有車，多謝您告訴我們");
    const auto doubted = std::ranges::find(why.steps, ExplainedStep::What::doubted, &ExplainedStep::what);
    REQUIRE(doubted != why.steps.end());
    CHECK(doubted->rule == "cold.x");
    CHECK(doubted->quote == "門口有");
    CHECK(doubted->number < 30);
}

TEST_CASE("recogniser: the examples of rules teach it") {
    const test::TemporaryFolder folder;
    folder.write("pack.json", test::pack_header);
    folder.write("r.json",
                 test::rules_file(
                     R"({"id":"mock.x","kind":"forbid","family":"mock","severity":"minor","match":["真會挑"],)"
                     R"("source":"§1","reason":"r","instead":"我記下了","hits":["您[[真會挑]]"],"misses":["挑好了"]},)"
                     R"({"id":"thank","kind":"act","act":"thank","match":["多謝"],"source":"§1","reason":"r",)"
                     R"("hits":["[[多謝]]您"],"misses":["不謝"]})"));
    const auto pack = load_pack(folder.path());
    REQUIRE(pack.has_value());
    std::vector<TrainingText> texts;
    append_lessons(pack->value.data(), texts);
    REQUIRE(texts.size() == 4);  // a hit, a miss and the better wording; the hit of an act
    CHECK(texts[0].text == "您真會挑");
    CHECK(texts[0].families == families(Family::mock));
    CHECK(texts[1].families.none());
    CHECK(texts[2].text == "我記下了");
    for (std::size_t i = 0; i < 3; ++i) CHECK(texts[i].unknown[label_of(Act::thank)]);  // nobody said
    CHECK(texts[3].acts == acts(Act::thank));
    CHECK_FALSE(texts[3].unknown[label_of(Act::thank)]);
    CHECK(texts[3].unknown[label_of(Act::own)]);
    for (const TrainingText& text : texts) CHECK(text.lesson);
}

TEST_CASE("recogniser: the one in the library was trained on the shipped utterances") {
    const auto embedded = recogniser_from(embedded_model());
    REQUIRE(embedded.has_value());
    const Engine engine = test::engine_of_folder("scoring/packs/zh");
    REQUIRE(EngineAccess::program(engine).model.has_value());
    CHECK(EngineAccess::program(engine).model->data_hash == embedded->data_hash);
    CHECK(EngineAccess::program(engine).model->weights == embedded->weights);
    // The engine's is no copy: it reads them where they lie.
    const auto* first = reinterpret_cast<const char*>(EngineAccess::program(engine).model->weights.data());
    CHECK(first >= embedded_model().data());
    CHECK(first < embedded_model().data() + embedded_model().size());
    CHECK(reinterpret_cast<const char*>(embedded->weights.data()) != first);
}
