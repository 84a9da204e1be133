#include "judge/ledger.hpp"

#include "judge/ledger_lines.hpp"
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
    line.possible_centipoints = full_score;
    line.centipoints = judgement.empty ? 0 : full_score;
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
    const std::vector<int> shares = divide(full_score, weights);
    judgement.ledger.reserve(asked.size() + judgement.findings.size() + judgement.advice.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto met = judgement.empty ? std::nullopt : met_at(judging, *asked[i]);
        LedgerLine line = requirement_line(*asked[i], met.has_value(), shares[i]);
        if (met && met->end > met->begin) line.span = judging.reading().canonical().bytes_of(*met);
        judgement.ledger.push_back(std::move(line));
        if (!met) judgement.missing.push_back(missing_of(*asked[i]));
    }
}

void write_findings(const std::vector<Finding>& findings, std::vector<LedgerLine>& ledger) {
    for (const Finding& finding : findings)
        if (finding.points > 0 || !finding.paid_by.empty())  // a note costs nothing and is no line
            ledger.push_back(finding_line(finding, 100 * finding.points));
}

}  // namespace

void write_ledger(Judging& judging, Judgement& judgement) {
    write_requirements(judging, judgement);
    write_findings(judgement.findings, judgement.ledger);
    write_findings(judgement.advice, judgement.ledger);
    judgement.score =
        close_ledger(judgement.ledger, judgement.worst() == Severity::critical, judging.program().rubric.critical_cap);
}

}  // namespace huashu::scoring
