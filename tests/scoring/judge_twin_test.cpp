// The judge against its plain twin, and what must hold of every judgement.
#include <doctest/doctest.h>

#include <memory>
#include <unordered_map>

#include "scoring/plain_judge.hpp"
#include "scoring/random_text.hpp"
#include "scoring/support/packs.hpp"

using namespace huashu;
using namespace huashu::scoring;
using test::Dice;

namespace {

/// One pattern, compiled by itself: slower than the set of all, and unable to mix them up.
class AloneFinder {
public:
    explicit AloneFinder(const WordLists& lists) : lists_(lists) {}
    std::vector<CharSpan> operator()(const std::string& pattern, bool evasion, const PreparedText& text) {
        std::shared_ptr<PatternSet>& set = sets_[pattern + (evasion ? "+" : "-")];
        if (!set) {
            PatternSetBuilder builder(lists_);
            REQUIRE(builder.add(0, pattern, evasion).empty());
            set = std::make_shared<PatternSet>(builder.build());
        }
        std::vector<CharSpan> spans;
        for (const PatternMatch& match : set->match(text)) spans.push_back(match.span);
        return spans;
    }

private:
    const WordLists& lists_;
    std::unordered_map<std::string, std::shared_ptr<PatternSet>> sets_;
};

/// Sentences of the pack's own examples: the words on which its rules differ.
std::vector<std::string> example_texts(const PackData& pack) {
    std::vector<std::string> texts;
    for (const Rule& rule : pack.rules)
        for (const auto* examples : {&rule.hits, &rule.misses})
            for (const Example& example : *examples) texts.push_back(example.text);
    return texts;
}

std::string random_reply(Dice& dice, const std::vector<std::string>& texts) {
    static const char* const joints[] = {"", "，", "。", "？", "「", "」", "\n", " ", "不會", "我"};
    std::string reply;
    for (std::uint32_t i = 1 + dice.below(4); i > 0; --i) {
        reply += texts[dice.below(static_cast<std::uint32_t>(texts.size()))];
        reply += joints[dice.below(sizeof joints / sizeof *joints)];
    }
    return reply;
}

Moment random_moment(Dice& dice, const std::vector<std::string>& texts) {
    Moment moment;
    if (dice.one_in(2)) moment.complaint = static_cast<Complaint>(dice.below(3));
    moment.step = static_cast<Step>(dice.below(9));
    if (dice.one_in(2)) moment.anger = static_cast<int>(dice.below(101));
    if (dice.one_in(2)) moment.owner_line = random_reply(dice, texts);
    if (dice.one_in(3)) moment.model_reply = random_reply(dice, texts);
    if (dice.one_in(3)) moment.earlier = {random_reply(dice, texts), random_reply(dice, texts)};
    if (dice.one_in(3)) moment.owner_earlier = {random_reply(dice, texts)};
    return moment;
}

void blank_steps(Judgement& judgement) {
    for (auto* findings : {&judgement.findings, &judgement.advice})
        for (Finding& finding : *findings) finding.revealed_by = 0;
}

std::string show(const Judgement& judgement) {
    std::string out;
    const auto span = [](ByteSpan s) { return "[" + std::to_string(s.begin) + "," + std::to_string(s.end) + ") "; };
    for (const auto* findings : {&judgement.findings, &judgement.advice})
        for (const Finding& one : *findings)
            out += one.rule + span(one.span) + std::to_string(one.points) + " " + one.paid_by + "\n";
    for (const EarnedAct& act : judgement.acts) out += act.rule + span(act.span) + "\n";
    for (const LedgerLine& line : judgement.ledger)
        out += "  " + line.rule + " " + std::to_string(line.centipoints) + span(line.span) + "\n";
    return out;
}

/// What holds whatever was judged.
void check_laws(const Judgement& judgement, const std::string& reply) {
    int sum = 0;
    int possible = 0;
    for (const LedgerLine& line : judgement.ledger) {
        sum += line.centipoints;
        possible += line.possible_centipoints;
        CHECK(line.span.end <= reply.size());
        if (line.kind == LedgerLine::Kind::missed) CHECK(line.centipoints == 0);
        if (line.kind == LedgerLine::Kind::earned) CHECK(line.centipoints == line.possible_centipoints);
    }
    CHECK(possible == 10'000);
    CHECK(judgement.score == (sum + 50) / 100);
    CHECK(judgement.score >= 0);
    CHECK(judgement.score <= 100);
    for (const Finding& finding : judgement.findings) {
        CHECK(finding.family.has_value());
        CHECK(finding.quote == reply.substr(finding.span.begin, finding.span.end - finding.span.begin));
    }
    for (std::size_t i = 1; i < judgement.acts.size(); ++i) CHECK(judgement.acts[i - 1].span <= judgement.acts[i].span);
    if (judgement.empty) CHECK(judgement.score == 0);
}

void compare(const Engine& engine, const test::FindPattern& finder, std::uint32_t seed, int rounds) {
    const PackData& pack = engine.packs().front().data();
    const std::vector<std::string> texts = example_texts(pack);
    test::PlainJudge twin(pack, finder);
    Dice dice(seed);
    int findings = 0, acts = 0, differing_scores = 0;
    for (int i = 0; i < rounds; ++i) {
        const std::string reply = random_reply(dice, texts);
        const Moment moment = random_moment(dice, texts);
        Judgement fast = engine.judge(reply, moment);
        blank_steps(fast);
        const Judgement slow = twin.judge(reply, moment);
        check_laws(fast, reply);
        findings += static_cast<int>(fast.findings.size());
        acts += static_cast<int>(fast.acts.size());
        differing_scores += fast.score > 0 && fast.score < 100 ? 1 : 0;
        if (fast == slow) continue;
        CAPTURE(reply);
        REQUIRE(show(fast) == show(slow));
        REQUIRE(fast == slow);
    }
    CHECK(findings > rounds / 4);  // the twin agrees about something
    CHECK(acts > rounds / 4);
    CHECK(differing_scores > rounds / 5);
}

}  // namespace

TEST_CASE("judge twin: the sample pack, patterns matched plainly") {
    const Engine engine = test::engine_of_folder(test::mini_pack_folder);
    AloneFinder alone(engine.word_lists());
    const test::FindPattern plain = [&](const std::string& pattern, bool evasion, const PreparedText& text) {
        if (evasion) return alone(pattern, true, text);
        const FoldedText folded = canonicalise(pattern);
        return test::PlainMatcher(engine.word_lists(), text.canonical).matches(folded.chars);
    };
    compare(engine, plain, 5, 1500);
}

TEST_CASE("judge twin: the shipped pack, each pattern alone") {
    const Engine shipped = test::engine_of_folder("scoring/packs/zh");
    auto without_model = std::make_shared<PackData>(shipped.packs()[0].data());
    without_model->training.clear();  // the twin reads rules, not weights
    const Engine engine = *Engine::make({Pack(without_model)});
    AloneFinder alone(engine.word_lists());
    compare(engine, std::ref(alone), 7, 300);
}

TEST_CASE("judge: bytes of any kind are judged, alike each time") {
    const Engine engine = test::engine_of_folder("scoring/packs/zh");
    Dice dice(11);
    for (int i = 0; i < 2000; ++i) {
        const std::string text = test::random_text(dice, 20);
        const Judgement judgement = engine.judge(text);
        check_laws(judgement, text);
        CHECK(engine.judge(text) == judgement);
    }
}

TEST_CASE("judge: Simplified and Traditional, full width and spaced out, give the same verdict") {
    const Engine engine = test::engine_of_folder(test::mini_pack_folder);
    const Judgement plain = engine.judge("非常抱歉，這不歸我們管。");
    for (const char* other : {"非常抱歉，这不归我们管。", "非常抱歉,這不歸我們管｡", "非常抱歉，這不 歸 我 們 管。",
                              "非常抱歉，這不\u200B歸我們管。", "非常抱歉，這不歸歸我們管。"}) {
        CAPTURE(other);
        const Judgement judgement = engine.judge(other);
        CHECK(judgement.score == plain.score);
        CHECK(judgement.family_set() == plain.family_set());
        CHECK(judgement.act_set() == plain.act_set());
    }
    const auto steps = [&](const char* reply) { return engine.judge(reply).findings.at(0).revealed_by; };
    CHECK((steps("這不歸我們管") & (bit(FoldStep::separators) | bit(FoldStep::blanks))) == 0);
    CHECK((steps("這不 歸 我 們 管") & bit(FoldStep::blanks)) != 0);
    CHECK((steps("這不*歸*我*們*管") & bit(FoldStep::separators)) != 0);
}
