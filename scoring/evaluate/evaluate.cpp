#include "scoring/evaluate.hpp"

#include <map>

namespace huashu::scoring {
namespace {

bool belongs(const Utterance& utterance, Split split) {
    return split == Split::all || in_test_split(utterance.text) == (split == Split::test);
}

template <std::size_t Count>
void tally(std::array<Tally, Count>& tallies, const std::bitset<Count>& labelled, const std::bitset<Count>& found) {
    for (std::size_t i = 0; i < Count; ++i) {
        tallies[i].hit += labelled[i] && found[i];
        tallies[i].missed += labelled[i] && !found[i];
        tallies[i].false_alarm += !labelled[i] && found[i];
    }
}

template <std::size_t Count>
void count_confusions(std::array<std::array<int, Count>, Count>& confusions, const std::bitset<Count>& missed,
                      const std::bitset<Count>& extra) {
    for (std::size_t labelled = 0; labelled < Count; ++labelled)
        for (std::size_t found = 0; found < Count; ++found)
            confusions[labelled][found] += missed[labelled] && extra[found];
}

/// Counts each rule once a reply.
void count_rules(std::map<std::string, RuleTally>& rules, const Utterance& utterance, const Judgement& judgement) {
    std::map<std::string, bool> spoke;
    for (const Finding& finding : judgement.findings)
        spoke[finding.rule] = spoke[finding.rule] || utterance.families[static_cast<std::size_t>(*finding.family)];
    for (const EarnedAct& act : judgement.acts)
        spoke[act.rule] = spoke[act.rule] || utterance.acts[static_cast<std::size_t>(act.act)];
    for (const auto& [rule, right] : spoke) ++(right ? rules[rule].right : rules[rule].wrong);
}

Misreading misreading_of(const Utterance& utterance, const Judgement& judgement) {
    const ActSet acts = judgement.act_set();
    const FamilySet families = judgement.family_set();
    Misreading wrong{.file = utterance.file,
                     .line = utterance.line,
                     .text = utterance.text,
                     .missed_families = utterance.families & ~families,
                     .extra_families = families & ~utterance.families,
                     .missed_acts = utterance.acts & ~acts,
                     .extra_acts = acts & ~utterance.acts,
                     .rules = {}};
    for (const Finding& finding : judgement.findings)
        if (finding.family && wrong.extra_families[static_cast<std::size_t>(*finding.family)])
            wrong.rules.push_back(finding.rule);
    for (const EarnedAct& act : judgement.acts)
        if (wrong.extra_acts[static_cast<std::size_t>(act.act)]) wrong.rules.push_back(act.rule);
    return wrong;
}

void count(Evaluation& evaluation, const Utterance& utterance, const Judgement& judgement) {
    const FamilySet families = judgement.family_set();
    ++evaluation.utterances;
    if (utterance.families.any()) {
        ++evaluation.bad;
        evaluation.bad_found += (families & utterance.families).any();
        evaluation.bad_noticed += families.any();
    } else {
        ++evaluation.good;
        evaluation.good_flagged += families.any();
    }
    tally(evaluation.families, utterance.families, families);
    tally(evaluation.acts, utterance.acts, judgement.act_set());
    Misreading wrong = misreading_of(utterance, judgement);
    count_confusions(evaluation.confusions, wrong.missed_families, wrong.extra_families);
    count_confusions(evaluation.act_confusions, wrong.missed_acts, wrong.extra_acts);
    if (wrong.missed_families.any() || wrong.extra_families.any() || wrong.missed_acts.any() || wrong.extra_acts.any())
        evaluation.misreadings.push_back(std::move(wrong));
}

double share(int part, int whole, double when_none) {
    return whole == 0 ? when_none : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Tally::precision() const { return share(hit, hit + false_alarm, 1.0); }
double Tally::recall() const { return share(hit, hit + missed, 1.0); }
double Tally::f1() const { return share(2 * hit, 2 * hit + missed + false_alarm, 1.0); }

Tally Evaluation::all_acts() const {
    Tally sum;
    for (const Tally& one : acts) {
        sum.hit += one.hit;
        sum.missed += one.missed;
        sum.false_alarm += one.false_alarm;
    }
    return sum;
}

double Evaluation::recall() const { return share(bad_found, bad, 1.0); }
double Evaluation::false_alarms() const { return share(good_flagged, good, 0.0); }

Evaluation evaluate(const Engine& engine, const std::vector<Utterance>& utterances, Split split) {
    Evaluation evaluation;
    std::map<std::string, RuleTally> rules;
    for (const Utterance& utterance : utterances) {
        if (!belongs(utterance, split)) continue;
        Moment moment;
        moment.owner_line = utterance.owner;
        const Judgement judgement = engine.judge(utterance.text, moment);
        count(evaluation, utterance, judgement);
        count_rules(rules, utterance, judgement);
    }
    for (auto& [id, tally] : rules) {
        tally.rule = id;
        evaluation.rules.push_back(std::move(tally));
    }
    return evaluation;
}

}  // namespace huashu::scoring
