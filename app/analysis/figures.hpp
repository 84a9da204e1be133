// The figures of test theory, as small pure functions over numbers. Each says from how many values on it speaks; below
// that it returns nothing, because a figure from a handful of people misleads more than none.
//
// Scores are 0..100. What is called difficulty elsewhere is the mean here: the higher, the easier.
#pragma once

#include <optional>
#include <vector>

namespace huashu::app {

/// From so many people on, discrimination is told (27 % of ten are three above and three below).
inline constexpr int least_for_discrimination = 10;
/// From so many people with a full set of scores on, reliability is told.
inline constexpr int least_for_reliability = 10;
/// The share of people in the upper and in the lower group (Kelley 1939).
inline constexpr double group_share = 0.27;

/// 0 for none.
[[nodiscard]] double mean_of(const std::vector<double>& values);
/// Of a sample: divided by n − 1. 0 for fewer than two.
[[nodiscard]] double variance_of(const std::vector<double>& values);

/// One person at one item: what he got there, and how good he is by all the rest.
struct ItemResult {
    double score = 0;  ///< 0..100
    double rest = 0;   ///< mean of the person's other scores: the item itself would flatter it
};

struct ItemFigures {
    int people = 0;
    double mean = 0, deviation = 0;
    /// Mean of the upper less mean of the lower group, −1..1 (as a share of 100 points). From ten people on.
    std::optional<double> discrimination;
    /// Pearson's r of the item with the rest; nothing below ten people or where either does not vary.
    std::optional<double> rest_correlation;
    bool operator==(const ItemFigures&) const = default;
};

/// Groups are the 27 % with the highest and with the lowest rest, rounded to whole people and at least one. Those who
/// tie at the edge share the places that are left, so that no order of names decides. `without_rest`: scores of people
/// who have no other; they count for the mean alone.
[[nodiscard]] ItemFigures figures_of(const std::vector<ItemResult>& results,
                                     const std::vector<double>& without_rest = {});

struct Reliability {
    std::optional<double> alpha;  ///< Cronbach's; nothing: too few, or everybody has the same total
    double standard_error = 0;    ///< of the mean score of a person over these items, in points; with alpha only
    int people = 0, items = 0;
    bool operator==(const Reliability&) const = default;
};

/// `rows`: a person's scores, one for each item; all rows are of one length.
[[nodiscard]] Reliability reliability_of(const std::vector<std::vector<double>>& rows);

}  // namespace huashu::app
