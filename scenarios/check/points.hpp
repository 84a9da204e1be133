// The score of a talk by choices, taken apart into what each choice adds, so that a search need not reckon a scorecard
// for every play: credits that a stage offers, what a choice does for them, and what its findings cost.
//
// This mirrors scoring::make_scorecard, which stays the judge: what a search finds by these numbers is played and
// reckoned there, and a difference is reported as "not exact".
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/scenario_data.hpp"
#include "scoring/engine.hpp"
#include "scoring/scorecard.hpp"

namespace huashu::scenarios {

/// A bit per requirement that any planned stage offers points for.
using RuleBits = std::uint64_t;

/// What choosing a choice in its stage does to the sum, in hundredths of a point.
struct Gain {
    RuleBits met = 0;
    int charge = 0;              ///< >= 0
    bool soils_wording = false;  ///< its stage's points for clean wording are lost
    bool soils_manners = false;  ///< its stage's points for no forbidden language are lost
    bool critical = false;
};

class Points {
public:
    Points(const ScenarioData& data, const scoring::Engine& engine);

    /// False: some play's points are more than this sum: a requirement that is asked only in some plays, more than 64
    /// requirements, or a scorecard that is built otherwise than this knows.
    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] const Gain& gain(int stage, int choice) const { return gains_[stage][choice]; }
    /// What these rules give when the stage's reply number `reply` (from 0) is the first of the stage to meet them.
    [[nodiscard]] int in_reply(int planned, int reply, RuleBits met) const;
    /// What rules give that were met before the stage and not in its first reply.
    [[nodiscard]] int before_stage(int planned, RuleBits met) const;
    /// What clean talk gives when the stage is left.
    [[nodiscard]] int clean(int planned, bool wording_soiled, bool manners_soiled) const;
    /// Replies of a stage from this number on give alike.
    static constexpr int last_reply = 3;
    [[nodiscard]] int planned_stages() const { return static_cast<int>(credits_.size()); }
    /// Rules that only an act can meet are known by the acts done; these are not.
    [[nodiscard]] RuleBits not_by_acts() const { return not_by_acts_; }
    [[nodiscard]] const scoring::ActSet& acts() const { return acts_; }

private:
    [[nodiscard]] std::vector<int> earned_with(const ScenarioData& data, const scoring::Engine& engine, int planned,
                                               const std::vector<scoring::JudgedTurn>& turns) const;

    struct Credit {
        int rule = 0;
        std::array<int, last_reply + 1> in_reply{};  ///< hundredths of a point
        int before = 0;
    };
    struct StageCredits {
        std::vector<Credit> requirements;
        int wording = 0, manners = 0;
    };

    void read_credits(const ScenarioData& data, const scoring::Engine& engine);
    void read_late_credits(const ScenarioData& data, const scoring::Engine& engine);
    void read_acts(const ScenarioData& data, const scoring::Engine& engine);
    [[nodiscard]] Gain gain_of(const ScenarioData& data, const StageData& stage, const ChoiceData& choice,
                               const scoring::Engine& engine);
    [[nodiscard]] int rule_number(const std::string& rule) const;

    bool sound_ = true;
    std::vector<scoring::PlannedStage> plan_;
    std::vector<std::string> rules_;
    std::vector<scoring::ActSet> rule_acts_;
    std::vector<StageCredits> credits_;     ///< by planned stage
    std::vector<std::vector<Gain>> gains_;  ///< by stage and choice
    RuleBits not_by_acts_ = 0;
    scoring::ActSet acts_;
};

}  // namespace huashu::scenarios
