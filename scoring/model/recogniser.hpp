// A linear model that recognises speech acts and faults in a reply by its features (features.hpp), for the paraphrases
// that no pattern foresaw. One linear classifier per label over the whole reply, for what stands beside a sentence
// decides what it is ("I can't" alone, or with who will and when); integers while scoring, so that it decides alike
// everywhere.
//
// Everything is calibrated on utterances that the classifiers had not seen (calibration.hpp): the confidence of a label
// (Platt), and for an act the threshold that is the best compromise of precision and recall. The confidence of a family
// is that of the family where there is a fault.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/features.hpp"
#include "model/labels.hpp"
#include "model/weights.hpp"

namespace huashu::scoring {

/// What the model knows of one label beside its weights.
struct Head {
    double scale = 0;  ///< of the integer weights
    double bias = 0;
    double slope = -1;  ///< confidence = 1 / (1 + exp(slope × value + offset))
    double offset = 0;
    double threshold = 0;              ///< of the decision value of an act
    bool calibrated = false;           ///< false: too few examples to say how sure a value is
    bool usable = false;               ///< calibrated, and the threshold is good enough
    int examples = 0;                  ///< labelled utterances it was trained on
    double precision = 0, recall = 0;  ///< at the threshold, on utterances not seen

    [[nodiscard]] double log_odds(double value) const { return -(slope * value + offset); }
    [[nodiscard]] double confidence(double value) const;
    bool operator==(const Head&) const = default;
};

using LabelValues = std::array<double, label_count>;

class Recogniser {
public:
    static constexpr std::size_t lanes = 40;  ///< label_count, rounded up to whole vector registers

    /// Looks the features up: each has its row of weights then, or Feature::unknown. Before any other question.
    void look_up(std::span<Feature> features) const;
    using Sums = std::array<std::int32_t, lanes>;
    /// Adds the weights of features. Sums are whole numbers, so those of parts make up that of the whole.
    void add(std::span<const Feature> features, Sums& sums) const;
    /// The decision value of each label for a reply that has so many features with such sums. Whether there is a fault
    /// at all is asked twice: of its own classifier, and of the likeliest family's, for what is plainly mockery is
    /// plainly a fault.
    [[nodiscard]] LabelValues values_of(const Sums& sums, std::size_t features) const;
    [[nodiscard]] LabelValues values_of(std::span<const Feature> features) const {
        Sums sums{};
        add(features, sums);
        return values_of(sums, features.size());
    }
    /// The whole-number weight of a feature for a label.
    [[nodiscard]] int weight(std::size_t label, const Feature& feature) const {
        return feature.row == Feature::unknown ? 0 : weights[std::size_t{feature.row} * lanes + label];
    }
    /// The pieces that spoke for the label, strongest first; a piece inside a stronger one is not told again.
    [[nodiscard]] std::vector<CharSpan> evidence_for(std::size_t label, std::span<const Feature> features) const;

    /// Takes the features that have weights: sorted keys, each once. Rows stand in their order.
    void set_keys(const std::vector<std::uint32_t>& keys);
    [[nodiscard]] std::size_t rows() const { return low_.size(); }
    [[nodiscard]] std::uint32_t key_of_row(std::size_t row) const;
    /// The first row whose key is greater than this one, which has none.
    [[nodiscard]] std::size_t row_after(std::uint32_t key) const;

    std::array<Head, label_count> heads{};
    double most_family = 0;  ///< how much the log odds of the likeliest family count for a fault at all
    Weights weights;         ///< rows() times `lanes`
    std::string pack;        ///< id of the pack whose utterances it was trained on
    std::string data_hash;   ///< of these utterances

    /// The log odds of the likeliest family, given that there is a fault.
    [[nodiscard]] double likeliest_family(const LabelValues& values) const;

private:
    std::vector<std::uint32_t> starts_;  ///< by the upper half of a key: where its rows begin, and one beyond
    std::vector<std::uint16_t> low_;     ///< by row: the lower half of its key
};

/// The model as bytes, and back. Nothing: the bytes are no model of this version.
[[nodiscard]] std::string to_bytes(const Recogniser& model);
enum class Bytes { copied, outlive_model };
[[nodiscard]] std::optional<Recogniser> recogniser_from(std::string_view bytes, Bytes are = Bytes::copied);

/// The model that was trained while building, of the shipped pack's utterances. Empty in the program that trains it.
[[nodiscard]] std::string_view embedded_model();

}  // namespace huashu::scoring
