#include "scoring/scorecard.hpp"

#include <algorithm>

#include "judge/engine_access.hpp"
#include "judge/ledger_lines.hpp"
#include "judge/shares.hpp"
#include "scoring/score_only.hpp"

namespace huashu::scoring {
namespace {

/// Something that a stage of the plan offers points for.
struct Credit {
    int stage = 0;
    const CompiledRequirement* requirement = nullptr;  ///< null: clean talk in `dimension`
    Dimension dimension = Dimension::forbidden;
    std::int64_t weight = 0;
    int centipoints = 0;
};

/// A turn that met a requirement.
struct Met {
    int stage = 0, turn = 0;
    ByteSpan span;
};

class Scorer {
public:
    Scorer(const Program& program, Complaint complaint, const std::vector<PlannedStage>& plan,
           const std::vector<JudgedTurn>& turns, bool with_lines)
        : program_(program),
          complaint_(complaint),
          plan_(plan),
          turns_(turns),
          with_lines_(with_lines),
          turns_in_(plan.size()),
          met_(program.requirements.size()) {}

    Scorecard run() {
        for (std::size_t i = 0; i < dimension_count; ++i)
            card_.dimensions.push_back({static_cast<Dimension>(i), 0, 0, 0});
        if (plan_.empty()) return std::move(card_);
        place_turns();
        offer_credits();
        weigh_credits();
        for (const Credit& credit : credits_) settle(credit);
        for (std::size_t i = 0; i < turns_.size(); ++i) charge(i);
        card_.score = with_lines_ ? close_ledger(card_.ledger, card_.has_critical, program_.rubric.critical_cap)
                                  : closed_sum(sum_, card_.has_critical, program_.rubric.critical_cap);
        return std::move(card_);
    }

private:
    static constexpr std::int64_t stage_weight = 1'000'000;  // what a stage's requirements weigh together

    /// A turn outside the plan belongs to the furthest stage reached before it.
    void place_turns() {
        for (const JudgedTurn& turn : turns_) {
            const int stage = turn.stage >= 0 ? turn.stage : std::max(reached_, 0);
            reached_ = std::max(reached_, stage);
            turns_in_[static_cast<std::size_t>(stage)].push_back(stage_of_.size());
            stage_of_.push_back(stage);
        }
    }

    void offer_credits() {
        for (int stage = 0; stage < static_cast<int>(plan_.size()); ++stage) {
            std::vector<const CompiledRequirement*> asked;
            std::int64_t total = 0;
            for (const std::uint32_t index : program_.requirements_for(complaint_, plan_[stage].step)) {
                const CompiledRequirement& requirement = program_.requirements[index];
                if (requirement.body->conditional() && !was_asked(requirement, stage)) continue;
                asked.push_back(&requirement);
                total += requirement.body->weight;
            }
            for (const CompiledRequirement* requirement : asked)
                credits_.push_back({stage, requirement, requirement->body->dimension,
                                    stage_weight * requirement->body->weight / total, 0});
            for (const Dimension clean : {Dimension::wording, Dimension::forbidden})
                credits_.push_back({stage, nullptr, clean, stage_weight, 0});
        }
    }

    /// Each dimension that anything is offered in gets its weight; the weights of the others are spread over these.
    void weigh_credits() {
        std::vector<std::int64_t> weights(dimension_count, 0);
        for (const Credit& credit : credits_) {
            const auto dimension = static_cast<std::size_t>(credit.dimension);
            weights[dimension] = program_.rubric.weights[dimension];
        }
        const std::vector<int> shares = divide(full_score, weights);
        for (std::size_t i = 0; i < dimension_count; ++i) {
            std::vector<Credit*> mine;
            std::vector<std::int64_t> within;
            for (Credit& credit : credits_) {
                if (static_cast<std::size_t>(credit.dimension) != i) continue;
                mine.push_back(&credit);
                within.push_back(credit.weight);
            }
            const std::vector<int> parts = divide(shares[i], within);
            for (std::size_t k = 0; k < mine.size(); ++k) mine[k]->centipoints = parts[k];
            card_.dimensions[i].possible_centipoints = mine.empty() ? 0 : shares[i];
        }
    }

    void settle(const Credit& credit) {
        const Met* met = credit.requirement != nullptr ? met_for(credit) : nullptr;
        const bool is_earned = credit.requirement != nullptr ? met != nullptr : is_clean(credit);
        const int earned = is_earned ? credit.centipoints : 0;
        card_.dimensions[static_cast<std::size_t>(credit.dimension)].earned_centipoints += earned;
        sum_ += earned;
        if (!with_lines_) return;
        card_.ledger.push_back(credit.requirement != nullptr ? settled_requirement(credit, met)
                                                             : settled_clean(credit, earned, is_earned));
    }

    /// The first turn that met the credit's requirement in its stage or before; null: none.
    const Met* met_for(const Credit& credit) {
        if (credit.stage > reached_) return nullptr;
        for (const Met& met : all_met(*credit.requirement))
            if (met.stage <= credit.stage) return &met;
        return nullptr;
    }

    static LedgerLine settled_requirement(const Credit& credit, const Met* met) {
        LedgerLine line = requirement_line(*credit.requirement, met != nullptr, credit.centipoints);
        if (met == nullptr) return line;
        line.turn = met->turn;
        line.span = met->span;
        return line;
    }

    /// The turns that met it and stand in an earlier stage than all such turns before: the first of them that stands in
    /// a stage or before it is the first turn at all that met it for that stage. A plan of thousands of stages asks for
    /// the same few requirements again and again.
    const std::vector<Met>& all_met(const CompiledRequirement& requirement) {
        std::optional<std::vector<Met>>& known =
            met_[static_cast<std::size_t>(&requirement - program_.requirements.data())];
        if (known) return *known;
        known.emplace();
        int earliest = static_cast<int>(plan_.size());
        for (std::size_t i = 0; i < turns_.size() && earliest > 0; ++i) {
            if (stage_of_[i] >= earliest) continue;
            const auto span = met_in(turns_[i].judgement, requirement);
            if (!span) continue;
            known->push_back({stage_of_[i], static_cast<int>(i), *span});
            earliest = stage_of_[i];
        }
        return *known;
    }

    static std::optional<ByteSpan> met_in(const Judgement& judgement, const CompiledRequirement& requirement) {
        for (const EarnedAct& act : judgement.acts)
            if (requirement.body->acts[static_cast<std::size_t>(act.act)]) return act.span;
        for (const LedgerLine& line : judgement.ledger)
            if (line.kind == LedgerLine::Kind::earned && line.rule == requirement.rule->id) return line.span;
        return std::nullopt;
    }

    static LedgerLine settled_clean(const Credit& credit, int earned, bool is_earned) {
        LedgerLine line;
        line.kind = is_earned ? LedgerLine::Kind::earned : LedgerLine::Kind::missed;
        line.dimension = credit.dimension;
        line.possible_centipoints = credit.centipoints;
        line.centipoints = earned;
        return line;
    }

    /// The stage was reached, something was said in it (or it was passed over), and nothing in it costs points in the
    /// dimension.
    bool is_clean(const Credit& credit) const {
        if (credit.stage > reached_) return false;
        bool silent = false, spoken = false;
        for (const std::size_t i : turns_in_[static_cast<std::size_t>(credit.stage)]) {
            const Judgement& judgement = turns_[i].judgement;
            (judgement.empty ? silent : spoken) = true;
            if (soils(judgement.findings, credit.dimension) || soils(judgement.advice, credit.dimension)) return false;
        }
        return spoken || !silent;
    }

    static bool soils(const std::vector<Finding>& findings, Dimension dimension) {
        return std::ranges::any_of(findings, [dimension](const Finding& finding) {
            return finding.dimension == dimension && (finding.points > 0 || !finding.paid_by.empty());
        });
    }

    bool was_asked(const CompiledRequirement& requirement, int stage) const {
        return std::ranges::any_of(turns_in_[static_cast<std::size_t>(stage)], [&](std::size_t turn) {
            return std::ranges::any_of(turns_[turn].judgement->ledger, [&](const LedgerLine& line) {
                return line.possible_centipoints > 0 && line.rule == requirement.rule->id;
            });
        });
    }

    void charge(std::size_t turn) {
        const Judgement& judgement = turns_[turn].judgement;
        if (judgement.worst() == Severity::critical) card_.has_critical = true;
        for (const auto* findings : {&judgement.findings, &judgement.advice})
            for (const Finding& finding : *findings) charge(finding, static_cast<int>(turn));
    }

    void charge(const Finding& finding, int turn) {
        if (finding.points == 0 && finding.paid_by.empty()) return;
        const int stages = static_cast<int>(plan_.size());
        const int cost = (100 * finding.points + stages / 2) / stages;
        card_.dimensions[static_cast<std::size_t>(finding.dimension)].lost_centipoints += cost;
        sum_ -= cost;
        if (!with_lines_) return;
        LedgerLine line = finding_line(finding, cost);
        line.turn = turn;
        card_.ledger.push_back(std::move(line));
    }

    const Program& program_;
    Complaint complaint_;
    const std::vector<PlannedStage>& plan_;
    const std::vector<JudgedTurn>& turns_;
    bool with_lines_;
    std::vector<int> stage_of_;                         // by turn
    std::vector<std::vector<std::size_t>> turns_in_;    // by stage
    int reached_ = -1;                                  // the furthest stage that a turn belongs to
    std::vector<std::optional<std::vector<Met>>> met_;  // by requirement, read when first asked for
    std::vector<Credit> credits_;
    int sum_ = 0;  // of all lines, written or not
    Scorecard card_;
};

}  // namespace

Scorecard make_scorecard(const Engine& engine, Complaint complaint, const std::vector<PlannedStage>& plan,
                         const std::vector<JudgedTurn>& turns) {
    return Scorer(EngineAccess::program(engine), complaint, plan, turns, true).run();
}

int score_of(const Engine& engine, Complaint complaint, const std::vector<PlannedStage>& plan,
             const std::vector<JudgedTurn>& turns) {
    return Scorer(EngineAccess::program(engine), complaint, plan, turns, false).run().score;
}

}  // namespace huashu::scoring
