// Training a Recogniser from labelled utterances: each is one example, with all that it does and all that is wrong with
// it.
#pragma once

#include <string>
#include <vector>

#include "model/recogniser.hpp"

namespace huashu::scoring {

struct TrainingText {
    std::string text;
    ActSet acts;
    FamilySet families;
    LabelSet unknown = {};  ///< of these nobody said whether they are there
    bool lesson = false;    ///< an example of a rule: taught, but never examined
};

/// Trains weights, thresholds and calibration (by four-fold cross-validation). Seconds for thousands of texts.
[[nodiscard]] Recogniser train_recogniser(const std::vector<TrainingText>& texts, const Concepts& concepts);

/// Trains the weights of a model anew from texts that may have more and other examples; it keeps the base's thresholds
/// and calibration. A few seconds for ten thousand texts.
[[nodiscard]] Recogniser retrain_recogniser(const Recogniser& base, const std::vector<TrainingText>& texts,
                                            const Concepts& concepts);

}  // namespace huashu::scoring
