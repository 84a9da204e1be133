// What a trained model remembers of how it was taught, so that it can learn more examples without going over the old
// ones again. Kept beside the model: only learning reads it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/recogniser.hpp"
#include "model/training_data.hpp"

namespace huashu::scoring {

struct Teaching {
    std::uint32_t examples = 0;
    std::vector<std::uint64_t> known;  ///< hashes of the lines and lessons that it was taught, sorted
    std::vector<std::uint8_t> rarity;  ///< of the model's features, by row, in sixteenths

    /// Of a feature of the model by its row, or of one that no example had.
    [[nodiscard]] float rarity_of_row(std::uint32_t row) const;
};

/// Of a model that was trained on these files (their lines of the test split are known, but taught nothing) and texts
/// (those that `read_training_texts` made of the files, then the lessons).
[[nodiscard]] Teaching teaching_of(const Recogniser& model, const std::vector<TrainingFile>& files,
                                   const std::vector<TrainingText>& texts, const Concepts& concepts);

/// What these files and lessons hold beyond what was taught, and a sample of the old lines, to be gone over with it.
/// Nothing: a line that was taught is gone or was changed, and that can't be untaught.
[[nodiscard]] std::optional<std::vector<TrainingText>> untaught(const Teaching& teaching,
                                                                const std::vector<TrainingFile>& files,
                                                                const std::vector<TrainingText>& lessons);

[[nodiscard]] std::string to_bytes(const Teaching& teaching);
/// Nothing: the bytes are none of this version.
[[nodiscard]] std::optional<Teaching> teaching_from(std::string_view bytes);

/// That of embedded_model().
[[nodiscard]] std::string_view embedded_teaching();

}  // namespace huashu::scoring
