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
    if (sound_) read_late_credits(data, engine);
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
            stage.requirements.push_back({rule_number(line.rule), {}, 0});
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

/// What each requirement of the planned stage earns by the turns, in the order of its credits.
std::vector<int> Points::earned_with(const ScenarioData& data, const scoring::Engine& engine, int planned,
                                     const std::vector<scoring::JudgedTurn>& turns) const {
    std::vector<int> earned;
    int stage = 0, clean = 0;
    for (const LedgerLine& line : card_of(data, engine, plan_, turns).ledger) {
        if (line.possible_centipoints == 0) continue;
        if (!line.rule.empty() && stage == planned) earned.push_back(line.centipoints);
        if (line.rule.empty() && ++clean % 2 == 0) ++stage;
    }
    return earned;
}

// A made-up reply that meets everything, said at the different times, shows what each time is worth.
void Points::read_late_credits(const ScenarioData& data, const scoring::Engine& engine) {
    scoring::Judgement all;
    for (const std::string& rule : rules_) {
        LedgerLine line;
        line.rule = rule;
        all.ledger.push_back(line);
    }
    const scoring::Judgement nothing;
    for (int planned = 0; planned < planned_stages(); ++planned) {
        std::vector<Credit>& credits = credits_[planned].requirements;
        std::vector<scoring::JudgedTurn> turns{{planned, all, std::nullopt}};
        for (int reply = 0; reply <= last_reply; ++reply) {
            const std::vector<int> earned = earned_with(data, engine, planned, turns);
            sound_ = sound_ && earned.size() == credits.size();
            for (std::size_t i = 0; sound_ && i < credits.size(); ++i)
                credits[i].in_reply[static_cast<std::size_t>(reply)] = earned[i];
            turns.insert(turns.begin(), {planned, nothing, std::nullopt});
        }
        if (planned == 0) continue;
        const std::vector<int> earned =
            earned_with(data, engine, planned, {{planned - 1, all, std::nullopt}, {planned, nothing, std::nullopt}});
        for (std::size_t i = 0; sound_ && i < credits.size(); ++i) credits[i].before = earned[i];
    }
}

Gain Points::gain_of(const ScenarioData& data, const StageData& stage, const ChoiceData& choice,
                     const scoring::Engine& engine) {
    const scoring::Judgement& judgement = verdict_of(data, stage, choice, engine).judgement;
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
    const scoring::Scorecard alone =
        card_of(data, engine, plan_, {{std::max(stage.planned, 0), judgement, std::nullopt}});
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

int Points::in_reply(int planned, int reply, RuleBits met) const {
    int sum = 0;
    for (const Credit& credit : credits_[planned].requirements)
        if ((met >> credit.rule & 1u) != 0)
            sum += credit.in_reply[static_cast<std::size_t>(std::min(reply, last_reply))];
    return sum;
}

int Points::before_stage(int planned, RuleBits met) const {
    int sum = 0;
    for (const Credit& credit : credits_[planned].requirements)
        if ((met >> credit.rule & 1u) != 0) sum += credit.before;
    return sum;
}

int Points::clean(int planned, bool wording_soiled, bool manners_soiled) const {
    const StageCredits& stage = credits_[planned];
    return (wording_soiled ? 0 : stage.wording) + (manners_soiled ? 0 : stage.manners);
}

}  // namespace huashu::scenarios
