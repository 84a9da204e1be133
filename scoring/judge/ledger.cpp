#include "judge/ledger.hpp"

#include <algorithm>

#include "judge/shares.hpp"

namespace huashu::scoring {
namespace {

bool applies(Judging& judging, const CompiledRequirement& requirement) {
    const std::optional<Range>& anger = requirement.body->anger;
    const std::optional<int> now = judging.moment().anger;
    if (anger && !(now && anger->holds(*now))) return false;
    const CharSpan whole = judging.reading().whole();
    return judging.all_hold(requirement.when, whole) && !judging.any_holds(requirement.unless, whole);
}

/// Where the requirement is met; an empty place for a condition that has none.
std::optional<CharSpan> met_at(Judging& judging, const CompiledRequirement& requirement) {
    for (const FoundAct& act : judging.acts())
        if (requirement.body->acts[static_cast<std::size_t>(act.act)]) return act.spot.span;
    for (const CompiledCondition& condition : requirement.any) {
        if (!judging.holds(condition, judging.reading().whole())) continue;
        std::vector<Spot> places;
        if (!condition.negated && condition.scope != Scope::owner && condition.scope != Scope::earlier)
            judging.occurrences(condition, places);
        return places.empty() ? CharSpan{} : places.front().span;
    }
    return std::nullopt;
}

LedgerLine line_of(LedgerLine::Kind kind, const Rule& rule, Dimension dimension) {
    LedgerLine line;
    line.kind = kind;
    line.rule = rule.id;
    line.dimension = dimension;
    line.reason = rule.reason;
    line.instead = rule.instead;
    line.source = rule.source;
    return line;
}

MissingAct missing_of(const CompiledRequirement& requirement) {
    const Rule& rule = *requirement.rule;
    ActSet acts = requirement.body->acts;
    for (const CompiledCondition& condition : requirement.any)
        if (!condition.negated) acts |= condition.acts;
    MissingAct missing{rule.id, {}, rule.reason, rule.instead, rule.source};
    for (std::size_t i = 0; i < act_count; ++i)
        if (acts[i]) missing.acts.push_back(static_cast<Act>(i));
    return missing;
}

/// Nothing is asked of a reply in this moment: it has full marks unless it says nothing.
void credit_unasked(Judgement& judgement) {
    LedgerLine line;
    line.kind = judgement.empty ? LedgerLine::Kind::missed : LedgerLine::Kind::earned;
    line.possible_centipoints = full_score_centipoints;
    line.centipoints = judgement.empty ? 0 : full_score_centipoints;
    judgement.ledger.push_back(std::move(line));
}

void write_requirements(Judging& judging, Judgement& judgement) {
    const Program& program = judging.program();
    std::vector<const CompiledRequirement*> asked;
    std::vector<std::int64_t> weights;
    for (const std::uint32_t index : program.requirements_for(judging.moment().complaint, judging.moment().step)) {
        const CompiledRequirement& requirement = program.requirements[index];
        if (!applies(judging, requirement)) continue;
        asked.push_back(&requirement);
        weights.push_back(requirement.body->weight);
    }
    if (asked.empty()) return credit_unasked(judgement);
    const std::vector<int> shares = divide(full_score_centipoints, weights);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto met = judgement.empty ? std::nullopt : met_at(judging, *asked[i]);
        LedgerLine line = line_of(met ? LedgerLine::Kind::earned : LedgerLine::Kind::missed, *asked[i]->rule,
                                  asked[i]->body->dimension);
        line.possible_centipoints = shares[i];
        line.centipoints = met ? shares[i] : 0;
        if (met && met->end > met->begin) line.span = judging.reading().canonical().bytes_of(*met);
        judgement.ledger.push_back(std::move(line));
        if (!met) judgement.missing.push_back(missing_of(*asked[i]));
    }
}

void write_findings(const std::vector<Finding>& findings, std::vector<LedgerLine>& ledger) {
    for (const Finding& finding : findings) {
        if (finding.points == 0 && finding.paid_by.empty()) continue;  // a note costs nothing
        LedgerLine line;
        line.kind = finding.paid_by.empty() ? LedgerLine::Kind::finding : LedgerLine::Kind::shared;
        line.rule = finding.rule;
        line.dimension = finding.dimension;
        line.centipoints = -100 * finding.points;
        line.span = finding.span;
        line.reason = finding.reason;
        line.instead = finding.instead;
        line.source = finding.source;
        ledger.push_back(std::move(line));
    }
}

int sum_of(const std::vector<LedgerLine>& ledger) {
    int sum = 0;
    for (const LedgerLine& line : ledger) sum += line.centipoints;
    return sum;
}

void write_bound(LedgerLine::Kind kind, int centipoints, std::vector<LedgerLine>& ledger) {
    LedgerLine line;
    line.kind = kind;
    line.centipoints = centipoints;
    ledger.push_back(std::move(line));
}

}  // namespace

void write_ledger(Judging& judging, Judgement& judgement) {
    std::vector<LedgerLine>& ledger = judgement.ledger;
    write_requirements(judging, judgement);
    write_findings(judgement.findings, ledger);
    write_findings(judgement.advice, ledger);
    int sum = sum_of(ledger);
    const int cap = 100 * judging.program().rubric.critical_cap;
    if (sum < 0) write_bound(LedgerLine::Kind::floor, -sum, ledger);
    if (sum > cap && judgement.worst() == Severity::critical) write_bound(LedgerLine::Kind::cap, cap - sum, ledger);
    sum = sum_of(ledger);
    judgement.score = (sum + 50) / 100;
}

}  // namespace huashu::scoring
