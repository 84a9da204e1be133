// Parallel forms: sets of scenarios that a blueprint allows, worth the same, covering the same, and near equal in
// difficulty. Pure: the same blueprint, candidates and seed give the same forms on every machine.
//
//     Result<Drawn> drawn = draw_forms(blueprint, candidates, blueprint.forms, 7);
//     drawn->forms[0].items[0].scenario_id;  drawn->numbers[0].difficulty_centi;  drawn->spread_centi;
//
// Difficulty is the level that the scenario declares, 1..5, in hundredths. Where at least `least_first_attempts` people
// have played it for the first time, it is drawn towards what they scored: a mean of 100 counts as level 1, a mean of 0
// as level 5, and the declared level weighs as much as `declared_weighs` attempts.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "assess/blueprint.hpp"

namespace huashu::assess {

inline constexpr int least_first_attempts = 20;
inline constexpr int declared_weighs = 20;

/// What first attempts at a scenario came to.
struct FirstAttempts {
    int count = 0;
    int mean_score_centi = 0;  ///< hundredths of a point, 0..10000
};

/// A scenario as the draw sees it.
struct Candidate {
    std::string id, kind, persona, household;
    scoring::Complaint complaint = scoring::Complaint::service;
    scenarios::Channel channel = scenarios::Channel::front_desk;
    int declared = 1;  ///< 1..5
    FirstAttempts first;

    [[nodiscard]] bool has_data() const { return first.count >= least_first_attempts; }
    [[nodiscard]] int difficulty_centi() const;  ///< 100..500
};
[[nodiscard]] Candidate candidate_of(const scenarios::ScenarioCard& card, FirstAttempts first = {});
[[nodiscard]] bool fits(const Candidate& candidate, const DrawRule& rule);

struct FormItem {
    std::string scenario_id;
    std::size_t draw = 0;  ///< index into the blueprint's draws
    Replies replies = Replies::either;
    int weight = 1, minutes = 0;
    int difficulty_centi = 100;
    bool operator==(const FormItem&) const = default;
};
struct Form {
    std::vector<FormItem> items;
    bool operator==(const Form&) const = default;
};

/// What shows that forms are parallel.
struct FormNumbers {
    int maximum = 0;           ///< points before they are brought to 100
    int difficulty_centi = 0;  ///< mean over the items by weight, rounded
    std::array<int, 3> complaints{};
    int kinds = 0;                        ///< different ones
    int choice = 0, typed = 0, free = 0;  ///< scenarios by how they are answered
    int from_data = 0;                    ///< scenarios whose difficulty rests on first attempts
    bool operator==(const FormNumbers&) const = default;
};

struct Drawn {
    std::uint64_t seed = 0;
    std::vector<Form> forms;
    std::vector<FormNumbers> numbers;
    int spread_centi = 0;  ///< greatest minus least mean difficulty
    int most_shared = 0;   ///< scenarios that two forms have in common, at most
    bool same_coverage = true;
    bool operator==(const Drawn&) const = default;
};

[[nodiscard]] FormNumbers numbers_of(const Form& form, const std::vector<Candidate>& candidates);

/// Error (content): no form can be filled: for each draw what it asks for, what fits and how many are missing, at its
/// place in the blueprint; or the forms differ in difficulty by more than the blueprint tolerates.
[[nodiscard]] Result<Drawn> draw_forms(const Blueprint& blueprint, const std::vector<Candidate>& candidates, int forms,
                                       std::uint64_t seed);

/// What keeps a form from being filled; empty: nothing. Errors as of draw_forms.
[[nodiscard]] Diagnostics unfilled(const Blueprint& blueprint, const std::vector<Candidate>& candidates);

}  // namespace huashu::assess
