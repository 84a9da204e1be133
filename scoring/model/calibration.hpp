// From decision values to a threshold and a probability, on examples that the weights were not trained on.
#pragma once

#include <vector>

#include "model/act_model.hpp"

namespace huashu::scoring {

struct Outcome {
    double value = 0;
    bool positive = false;
};

/// Sets threshold, slope, offset, precision, recall and usable.
void calibrate(std::vector<Outcome> outcomes, ActHead& head);

}  // namespace huashu::scoring
