// From decision values to a threshold and a probability, on examples that the weights were not trained on.
#pragma once

#include <vector>

#include "model/recogniser.hpp"

namespace huashu::scoring {

struct Outcome {
    double value = 0;
    bool positive = false;
};

/// The least share of right ones that an act's threshold must reach; above it the best F1 decides. High: a choice
/// that leaves out one act must not be given it.
inline constexpr double act_precision_floor = 0.65;

/// How likely a label is taken to be before a reply is read: as often as it stands in the utterances, or as not.
enum class Prior { as_seen, even };

/// Sets slope, offset and calibrated.
void calibrate(const std::vector<Outcome>& outcomes, Prior prior, Head& head);
/// The same for "a fault at all", which is said twice: by its own value, and by the log odds of the likeliest family.
struct MixedOutcome {
    double value = 0, likeliest_family = 0;
    bool positive = false;
};
/// How much the log odds of the likeliest family should count beside the value, so that the sum tells most.
[[nodiscard]] double weigh_likeliest_family(const std::vector<MixedOutcome>& outcomes);
/// The values with the family's part in them.
[[nodiscard]] std::vector<Outcome> mixed(const std::vector<MixedOutcome>& outcomes, double weight);

/// Sets the threshold with the best F1, and with it precision, recall and usable.
void choose_threshold(std::vector<Outcome> outcomes, Head& head);

}  // namespace huashu::scoring
