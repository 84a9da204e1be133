// A linear model that recognises speech acts in a clause by its grams (grams.hpp), for the paraphrases that no pattern
// foresaw. One logistic regression per act; integers while scoring, so that it decides alike everywhere.
//
// An act is recognised where its decision value reaches the act's threshold. The threshold was chosen on utterances
// that the regression had not seen, so that what it recognises is right at least as often as target_precision says; an
// act that can't be recognised that well is not recognised at all. The confidence is calibrated (Platt) on the same
// utterances.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/grams.hpp"
#include "scoring/types.hpp"

namespace huashu::scoring {

inline constexpr double target_precision = 0.85;

/// What the model knows of one act beside its weights.
struct ActHead {
    double scale = 0;  ///< of the integer weights
    double bias = 0;
    double threshold = 0;  ///< of the decision value
    double slope = -1;     ///< confidence = 1 / (1 + exp(slope × value + offset))
    double offset = 0;
    bool usable = false;               ///< false: too few examples, or the target was out of reach
    int examples = 0;                  ///< labelled utterances it was trained on
    double precision = 0, recall = 0;  ///< at the threshold, on utterances not seen

    [[nodiscard]] double confidence(double value) const;
    bool operator==(const ActHead&) const = default;
};

using ActValues = std::array<double, act_count>;

class ActModel {
public:
    static constexpr std::size_t lanes = 24;  ///< act_count, rounded up to whole vector registers

    /// The decision value of each act for a clause's grams; without grams no act.
    [[nodiscard]] ActValues values_of(std::span<const Gram> grams) const;
    [[nodiscard]] const ActHead& head(Act act) const { return heads[static_cast<std::size_t>(act)]; }
    /// What a gram adds to an act's decision value in a clause of `count` grams.
    [[nodiscard]] double contribution(Act act, const Gram& gram, std::size_t count) const;

    std::array<ActHead, act_count> heads{};
    std::vector<std::int16_t> weights;  ///< gram_buckets rows of `lanes`
    std::string pack;                   ///< id of the pack whose utterances it was trained on
    std::string data_hash;              ///< of these utterances
};

/// The model as bytes, and back. Nothing: the bytes are no model of this version.
[[nodiscard]] std::string to_bytes(const ActModel& model);
[[nodiscard]] std::optional<ActModel> act_model_from(std::string_view bytes);

/// The model that was trained while building, of the shipped pack's utterances. Empty in the program that trains it.
[[nodiscard]] std::string_view embedded_act_model();

}  // namespace huashu::scoring
