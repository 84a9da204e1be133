#include "model/trainer.hpp"

#include <algorithm>
#include <cmath>

#include "model/calibration.hpp"
#include "model/linear.hpp"

namespace huashu::scoring {
namespace {

constexpr int folds = 4;
constexpr int rounds = 3;  // the whole utterance, then twice its likeliest clause

using Weights = std::vector<double>;

/// A text as rows: each clause, and all of it.
struct Bag {
    std::vector<FeatureRow> clauses;
    std::vector<FeatureRow> whole;  // one, or none for a text without a word
    ActSet acts;
    int fold = 0;
};

Bag make_bag(const TrainingText& text, std::size_t number) {
    Bag bag;
    bag.acts = text.acts;
    bag.fold = static_cast<int>(number % folds);
    const FoldedText canonical = canonicalise(text.text);
    std::vector<Gram> all;
    for (const Clause& clause : split_clauses(canonical)) {
        const std::size_t before = all.size();
        append_grams(canonical.chars, clause, all);
        bag.clauses.emplace_back(std::span(all).subspan(before));
    }
    if (!all.empty()) bag.whole.emplace_back(all);
    return bag;
}

std::vector<Bag> make_bags(const std::vector<TrainingText>& texts) {
    std::vector<Bag> bags;
    for (std::size_t i = 0; i < texts.size(); ++i) bags.push_back(make_bag(texts[i], i));
    std::erase_if(bags, [](const Bag& bag) { return bag.clauses.empty(); });
    return bags;
}

const FeatureRow& likeliest(const Bag& bag, const Weights& weights) {
    return *std::ranges::max_element(bag.clauses, {}, [&](const FeatureRow& row) { return row.value(weights); });
}

/// Trains one act from the bags outside a fold (-1: from all).
class ActTraining {
public:
    ActTraining(const std::vector<Bag>& bags, std::size_t act) : bags_(bags), act_(act) {}

    [[nodiscard]] int positives(int left_out) const {
        return static_cast<int>(
            std::ranges::count_if(bags_, [&](const Bag& bag) { return bag.fold != left_out && bag.acts[act_]; }));
    }

    [[nodiscard]] Weights train(int left_out) const {
        Weights weights;
        for (int round = 0; round < rounds; ++round) weights = train_round(left_out, weights);
        return weights;
    }

    /// `weights` choose the clause that stands for an utterance; none: the whole utterance stands for itself.
    [[nodiscard]] Weights train_round(int left_out, const Weights& weights) const {
        std::vector<LabelledRow> rows;
        for (const Bag& bag : bags_) {
            if (bag.fold == left_out) continue;
            if (!bag.acts[act_])
                for (const FeatureRow& clause : bag.clauses) rows.push_back({&clause, false});
            else
                rows.push_back({weights.empty() ? &bag.whole.front() : &likeliest(bag, weights), true});
        }
        return train_linear(rows, weights);
    }

    [[nodiscard]] std::vector<Outcome> outcomes() const {
        std::vector<Outcome> all;
        for (int fold = 0; fold < folds; ++fold) {
            if (positives(fold) == 0) continue;
            const Weights weights = train(fold);
            for (const Bag& bag : bags_)
                if (bag.fold == fold) all.push_back({likeliest(bag, weights).value(weights), bag.acts[act_]});
        }
        return all;
    }

private:
    const std::vector<Bag>& bags_;
    std::size_t act_;
};

void store(const Weights& weights, std::size_t act, ActModel& model) {
    double largest = 1e-9;
    for (std::size_t i = 0; i < gram_buckets; ++i) largest = std::max(largest, std::abs(weights[i]));
    ActHead& head = model.heads[act];
    head.scale = largest / 32767;
    head.bias = weights.back();
    for (std::size_t i = 0; i < gram_buckets; ++i)
        model.weights[i * ActModel::lanes + act] = static_cast<std::int16_t>(std::lround(weights[i] / head.scale));
}

Weights weights_of(const ActModel& model, std::size_t act) {
    Weights weights(gram_buckets + 1);
    for (std::size_t i = 0; i < gram_buckets; ++i)
        weights[i] = model.heads[act].scale * model.weights[i * ActModel::lanes + act];
    weights.back() = model.heads[act].bias;
    return weights;
}

ActModel empty_model() {
    ActModel model;
    model.weights.assign(std::size_t{gram_buckets} * ActModel::lanes, 0);
    return model;
}

}  // namespace

ActModel train_act_model(const std::vector<TrainingText>& texts) {
    const std::vector<Bag> bags = make_bags(texts);
    ActModel model = empty_model();
    for (std::size_t act = 0; act < act_count; ++act) {
        const ActTraining training(bags, act);
        ActHead& head = model.heads[act];
        head.examples = training.positives(-1);
        if (head.examples == 0 || head.examples == static_cast<int>(bags.size())) continue;
        calibrate(training.outcomes(), head);
        store(training.train(-1), act, model);
    }
    return model;
}

ActModel retrain_act_model(const ActModel& base, const std::vector<TrainingText>& texts) {
    const std::vector<Bag> bags = make_bags(texts);
    ActModel model = base;
    for (std::size_t act = 0; act < act_count; ++act) {
        const ActTraining training(bags, act);
        if (!base.heads[act].usable || training.positives(-1) == 0) continue;
        model.heads[act].examples = training.positives(-1);
        store(training.train_round(-1, weights_of(base, act)), act, model);
    }
    return model;
}

}  // namespace huashu::scoring
