#include "judge/ledger_lines.hpp"

#include <algorithm>

namespace huashu::scoring {
namespace {

int sum_of(const std::vector<LedgerLine>& ledger) {
    int sum = 0;
    for (const LedgerLine& line : ledger) sum += line.centipoints;
    return sum;
}

void add_bound(LedgerLine::Kind kind, int centipoints, std::vector<LedgerLine>& ledger) {
    LedgerLine line;
    line.kind = kind;
    line.centipoints = centipoints;
    ledger.push_back(std::move(line));
}

}  // namespace

LedgerLine requirement_line(const CompiledRequirement& requirement, bool met, int possible_centipoints) {
    LedgerLine line;
    line.kind = met ? LedgerLine::Kind::earned : LedgerLine::Kind::missed;
    line.rule = requirement.rule->id;
    line.dimension = requirement.body->dimension;
    line.centipoints = met ? possible_centipoints : 0;
    line.possible_centipoints = possible_centipoints;
    line.reason = requirement.rule->reason;
    line.instead = requirement.rule->instead;
    line.source = requirement.rule->source;
    return line;
}

LedgerLine finding_line(const Finding& finding, int centipoints) {
    LedgerLine line;
    line.kind = finding.paid_by.empty() ? LedgerLine::Kind::finding : LedgerLine::Kind::shared;
    line.rule = finding.rule;
    line.dimension = finding.dimension;
    line.centipoints = -centipoints;
    line.span = finding.span;
    line.reason = finding.reason;
    line.instead = finding.instead;
    line.source = finding.source;
    return line;
}

int closed_sum(int sum, bool has_critical, int critical_cap) {
    sum = std::max(sum, 0);
    return ((has_critical ? std::min(sum, 100 * critical_cap) : sum) + 50) / 100;
}

int close_ledger(std::vector<LedgerLine>& ledger, bool has_critical, int critical_cap) {
    const int sum = sum_of(ledger);
    const int cap = 100 * critical_cap;
    if (sum < 0) add_bound(LedgerLine::Kind::floor, -sum, ledger);
    if (has_critical && sum > cap) add_bound(LedgerLine::Kind::cap, cap - sum, ledger);
    return (sum_of(ledger) + 50) / 100;
}

}  // namespace huashu::scoring
