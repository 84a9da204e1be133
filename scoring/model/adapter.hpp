// Teaching a trained model a few more examples in a moment.
#pragma once

#include "model/teaching.hpp"

namespace huashu::scoring {

/// The model that stays as near to `base` as the new examples let it: ½‖w − w₀‖² and the loss of the new examples alone
/// (the adaptive SVM of Yang, Yan and Hauptmann, 2007). Only weights of features that they have move; thresholds and
/// calibration are the base's. Milliseconds for tens of examples; about a tenth of training anew for as many as the
/// base was taught.
[[nodiscard]] Recogniser adapt_recogniser(const Recogniser& base, const Teaching& teaching,
                                          const std::vector<TrainingText>& more, const Concepts& concepts);

}  // namespace huashu::scoring
