// Training an ActModel from labelled utterances.
//
// An utterance is labelled as a whole, but an act is done in one of its clauses; which one is not said. So training
// goes in rounds (multiple-instance learning): first an utterance that does the act counts whole; then, with the
// weights found, its likeliest clause stands for it, the rest of it for nothing. Clauses of utterances without the act
// are the counter-examples.
#pragma once

#include <string>
#include <vector>

#include "model/act_model.hpp"

namespace huashu::scoring {

struct TrainingText {
    std::string text;
    ActSet acts;
};

/// Trains weights, thresholds and calibration (by four-fold cross-validation). Some seconds for thousands of texts.
[[nodiscard]] ActModel train_act_model(const std::vector<TrainingText>& texts);

/// Trains the weights of a model anew from texts that may have more and other examples; it keeps the base's thresholds
/// and calibration, and the choice of clauses comes from the base. Well under a second for thousands of texts.
[[nodiscard]] ActModel retrain_act_model(const ActModel& base, const std::vector<TrainingText>& texts);

}  // namespace huashu::scoring
