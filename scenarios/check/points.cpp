#include "check/points.hpp"

#include <algorithm>
#include <utility>

#include "model/choice_verdict.hpp"

namespace huashu::scenarios {
namespace {

using scoring::Dimension;
using scoring::LedgerLine;

constexpr std::size_t most_rules = 64;

scoring::Scorecard card_of(const ScenarioData& data, const scoring::Engine& engine,
                           const std::vector<scoring::PlannedStage>& plan,
                           const std::vector<scoring::JudgedTurn>& turns) {
    return make_scorecard(engine, data.card.complaint, plan, turns);
}

}  // namespace

Points::Points(const ScenarioData& data, const scoring::Engine& engine) {
    for (const int stage : data.plan) plan_.push_back({data.stages[stage].id, data.stages[stage].step});
    read_credits(data, engine);
    read_acts(data, engine);
    for (const StageData& stage : data.stages) {
        gains_.emplace_back();
        for (const ChoiceData& choice : stage.choices) gains_.back().push_back(gain_of(data, stage, choice, engine));
    }
}

int Points::rule_number(const std::string& rule) const {
    const auto found = std::find(rules_.begin(), rules_.end(), rule);
    return found == rules_.end() ? -1 : static_cast<int>(found - rules_.begin());
}

// The card of a talk without turns lists everything offered: stage by stage the requirements, then clean wording, then
// clean manners, which have no rule.
void Points::read_credits(const ScenarioData& data, const scoring::Engine& engine) {
    StageCredits stage;
    int clean = 0;
    for (const LedgerLine& line : card_of(data, engine, plan_, {}).ledger) {
        if (line.kind != LedgerLine::Kind::missed) continue;
        if (!line.rule.empty()) {
            if (rule_number(line.rule) < 0) rules_.push_back(line.rule);
            stage.requirements.push_back({rule_number(line.rule), line.possible_centipoints});
            continue;
        }
        (line.dimension == Dimension::wording ? stage.wording : stage.manners) = line.possible_centipoints;
        if (++clean % 2 == 0) credits_.push_back(std::exchange(stage, {}));
    }
    sound_ = credits_.size() == plan_.size() && stage.requirements.empty() && rules_.size() <= most_rules;
}

// What is missing in an empty reply names the acts that would meet each requirement.
void Points::read_acts(const ScenarioData& data, const scoring::Engine& engine) {
    rule_acts_.resize(rules_.size());
    for (const int planned : data.plan)
        for (const scoring::MissingAct& missing : engine.judge({}, choice_moment(data, data.stages[planned])).missing)
            if (const int rule = rule_number(missing.rule); rule >= 0)
                for (const scoring::Act act : missing.acts) rule_acts_[rule].set(static_cast<std::size_t>(act));
    for (std::size_t i = 0; i < rules_.size() && i < most_rules; ++i) {
        acts_ |= rule_acts_[i];
        if (rule_acts_[i].none()) not_by_acts_ |= RuleBits{1} << i;
    }
}

Gain Points::gain_of(const ScenarioData& data, const StageData& stage, const ChoiceData& choice,
                     const scoring::Engine& engine) {
    const scoring::SharedJudgement& shared = verdict_of(data, stage, choice, engine).judgement;
    const scoring::Judgement& judgement = *shared;
    Gain gain;
    const scoring::ActSet acts = judgement.act_set();
    for (std::size_t i = 0; i < rules_.size() && i < most_rules; ++i)
        if ((rule_acts_[i] & acts).any()) gain.met |= RuleBits{1} << i;
    for (const LedgerLine& line : judgement.ledger) {
        const bool requirement = line.kind == LedgerLine::Kind::earned || line.kind == LedgerLine::Kind::missed;
        const int rule = rule_number(line.rule);
        if (requirement && rule < 0 && stage.planned >= 0 && !line.rule.empty()) sound_ = false;
        if (line.kind == LedgerLine::Kind::earned && rule >= 0) gain.met |= RuleBits{1} << rule;
    }
    const scoring::Scorecard alone = card_of(data, engine, plan_, {{std::max(stage.planned, 0), shared, std::nullopt}});
    gain.critical = alone.has_critical;
    const int at = std::max(stage.planned, 0);
    int clean = 0;
    for (const LedgerLine& line : alone.ledger) {
        if (line.kind == LedgerLine::Kind::finding) gain.charge -= line.centipoints;
        if (!line.rule.empty() || line.possible_centipoints == 0) continue;
        if (clean++ / 2 != at) continue;
        const bool lost = line.kind == LedgerLine::Kind::missed;
        (line.dimension == Dimension::wording ? gain.soils_wording : gain.soils_manners) = lost;
    }
    return gain;
}

int Points::settle(int planned, RuleBits met, bool wording_soiled, bool manners_soiled) const {
    const StageCredits& stage = credits_[planned];
    int sum = (wording_soiled ? 0 : stage.wording) + (manners_soiled ? 0 : stage.manners);
    for (const Credit& credit : stage.requirements)
        if ((met >> credit.rule & 1u) != 0) sum += credit.centipoints;
    return sum;
}

}  // namespace huashu::scenarios
