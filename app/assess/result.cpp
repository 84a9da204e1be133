#include "assess/result.hpp"

#include <algorithm>

#include "assess/digest.hpp"
#include "assess/result_json.hpp"

namespace huashu::assess {
namespace {

using scoring::Finding;
using scoring::LedgerLine;

bool is_bound(const LedgerLine& line) {
    return line.kind == LedgerLine::Kind::floor || line.kind == LedgerLine::Kind::cap;
}

int line_of(const std::vector<LedgerLine>& ledger, const Finding& finding, int turn) {
    for (std::size_t i = 0; i < ledger.size(); ++i)
        if (ledger[i].rule == finding.rule && ledger[i].turn == turn && ledger[i].span.begin == finding.span.begin)
            return static_cast<int>(i);
    return -1;
}

// Why this finding is fatal; the first reason that holds.
std::optional<FatalReason> fatal_reason(const Finding& finding, const FatalRules& rules) {
    if (finding.severity == scoring::Severity::critical && finding.family)
        return FatalReason{FatalReason::Why::severity, "critical", finding.rule};
    if (finding.family &&
        std::find(rules.families.begin(), rules.families.end(), *finding.family) != rules.families.end())
        return FatalReason{FatalReason::Why::family, std::string(name_of(*finding.family)), finding.rule};
    if (std::find(rules.rules.begin(), rules.rules.end(), finding.rule) != rules.rules.end())
        return FatalReason{FatalReason::Why::rule, finding.rule, finding.rule};
    return std::nullopt;
}

void fatal_findings(const scenarios::Session& session, const FatalRules& rules, ItemResult& out) {
    const std::vector<scenarios::Turn>& turns = session.turns();
    for (std::size_t t = 0; t < turns.size(); ++t)
        for (const auto* findings : {&turns[t].judgement->findings, &turns[t].judgement->advice})
            for (const Finding& finding : *findings)
                if (auto reason = fatal_reason(finding, rules)) {
                    reason->turn = static_cast<int>(t);
                    reason->line = line_of(out.ledger, finding, reason->turn);
                    out.fatal.push_back(std::move(*reason));
                }
}

bool same_dimension(const scoring::DimensionScore& a, const scoring::DimensionScore& b) {
    return a.dimension == b.dimension && a.earned_centipoints == b.earned_centipoints &&
           a.possible_centipoints == b.possible_centipoints && a.lost_centipoints == b.lost_centipoints;
}

}  // namespace

std::string_view name_of(FatalReason::Why value) {
    switch (value) {
        case FatalReason::Why::severity:
            return "severity";
        case FatalReason::Why::family:
            return "family";
        case FatalReason::Why::rule:
            return "rule";
        case FatalReason::Why::ending:
            return "ending";
    }
    return "";
}

bool ItemResult::operator==(const ItemResult& o) const {
    return scenario_id == o.scenario_id && weight == o.weight && score == o.score && finished == o.finished &&
           turns == o.turns && ending == o.ending && rank == o.rank && ledger == o.ledger && fatal == o.fatal &&
           record_percent == o.record_percent &&
           std::equal(dimensions.begin(), dimensions.end(), o.dimensions.begin(), o.dimensions.end(), same_dimension);
}

ItemResult judge_item(const scenarios::Session& session, const FatalRules& fatal, int weight) {
    scoring::Scorecard card = session.scorecard();
    ItemResult out;
    out.scenario_id = session.scenario().card().id;
    out.weight = weight;
    out.score = card.score;
    out.turns = static_cast<int>(session.turns().size());
    out.ledger = std::move(card.ledger);
    out.dimensions = std::move(card.dimensions);
    fatal_findings(session, fatal, out);
    if (!session.ending()) return out;
    out.finished = true;
    out.ending = session.ending()->id;
    out.rank = name_of(session.ending()->rank);
    if (std::find(fatal.endings.begin(), fatal.endings.end(), session.ending()->rank) != fatal.endings.end())
        out.fatal.push_back({FatalReason::Why::ending, out.rank, {}});
    return out;
}

int weighted_mean(const std::vector<std::pair<int, int>>& score_and_weight) {
    long sum = 0, weights = 0;
    for (const auto& [score, weight] : score_and_weight) {
        sum += static_cast<long>(score) * weight;
        weights += weight;
    }
    return weights == 0 ? 0 : static_cast<int>((2 * sum + weights) / (2 * weights));
}

SittingResult judge_sitting(std::vector<ItemResult> items, const Marking& marking) {
    SittingResult out;
    std::vector<std::pair<int, int>> scores;
    for (const ItemResult& item : items) {
        scores.emplace_back(item.score, item.weight);
        out.fatal = out.fatal || !item.fatal.empty();
        out.too_low = out.too_low || item.score < marking.least_per_scenario;
    }
    out.items = std::move(items);
    out.score = weighted_mean(scores);
    out.passed = out.score >= marking.pass_mark && !out.fatal && !out.too_low;
    out.hash = digest_of(to_json(out.items));
    return out;
}

int cap_of(const std::vector<LedgerLine>& lines) {
    int sum = 0;
    bool capped = false;
    for (const LedgerLine& line : lines) {
        sum += line.centipoints;
        capped = capped || line.kind == LedgerLine::Kind::cap;
    }
    return capped ? sum : -1;
}

int score_of_lines(const std::vector<LedgerLine>& lines, int cap_centi) {
    int sum = 0;
    for (const LedgerLine& line : lines)
        if (!is_bound(line)) sum += line.centipoints;
    sum = std::clamp(sum, 0, cap_centi < 0 ? 10'000 : cap_centi);
    return (sum + 50) / 100;
}

}  // namespace huashu::assess
