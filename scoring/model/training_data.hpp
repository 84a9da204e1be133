// The labelled utterances of packs, as the model is trained on them.
#pragma once

#include <string>
#include <vector>

#include "model/trainer.hpp"
#include "scoring/diagnostic.hpp"
#include "scoring/evaluate.hpp"

namespace huashu::scoring {

using TrainingFile = UtteranceFile;

/// The training split of all files. Lines that are wrong are problems, and left out.
[[nodiscard]] Loaded<std::vector<TrainingText>> read_training_texts(const std::vector<TrainingFile>& files);

[[nodiscard]] std::string hash_training_files(const std::vector<TrainingFile>& files);

}  // namespace huashu::scoring
