#include "judge/whole_reply.hpp"

#include <cmath>

namespace huashu::scoring {
namespace {

std::span<const Feature> features_of(Judging& judging, std::uint32_t clause) {
    const Scratch& scratch = judging.scratch();
    const std::uint32_t begin = clause == 0 ? 0 : scratch.features_end[clause - 1];
    return std::span(scratch.features).subspan(begin, scratch.features_end[clause] - begin);
}

void add_sums(const Recogniser::Sums& more, Recogniser::Sums& sums) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

}  // namespace

const LabelValues& model_values(Judging& judging) {
    Scratch& scratch = judging.scratch();
    const Reading& reading = judging.reading();
    if (!scratch.features_end.empty()) return scratch.values;
    FeatureMaker maker(reading.canonical().chars, reading.clauses(), judging.program().concepts);
    const auto count = [&] { return static_cast<std::uint32_t>(scratch.features.size()); };
    for (std::size_t i = 0; i < reading.clauses().size(); ++i) {
        ClauseSums& clause = scratch.clause_sums.emplace_back();
        const std::uint32_t begin = count();
        maker.append_words(i, scratch.features);
        clause.features = count() - begin;
        maker.append_place(i, scratch.features);
        scratch.features_end.push_back(count());
    }
    const Recogniser& model = *judging.program().model;
    model.look_up(scratch.features);
    Recogniser::Sums sums{};
    for (std::uint32_t i = 0; i < scratch.clause_sums.size(); ++i) {
        const std::span<const Feature> features = features_of(judging, i);
        ClauseSums& clause = scratch.clause_sums[i];
        model.add(features.first(clause.features), clause.sums);
        add_sums(clause.sums, sums);
        model.add(features.subspan(clause.features), sums);
    }
    scratch.values = model.values_of(sums, scratch.features.size());
    return scratch.values;
}

LabelValues model_values_of(Judging& judging, std::size_t first, std::size_t end) {
    (void)model_values(judging);
    const Reading& reading = judging.reading();
    const Recogniser& model = *judging.program().model;
    FeatureMaker maker(reading.canonical().chars, std::span(reading.clauses()).subspan(first, end - first),
                       judging.program().concepts);
    std::vector<Feature> places;
    Recogniser::Sums sums{};
    std::size_t features = 0;
    for (std::size_t i = first; i < end; ++i) {
        const ClauseSums& clause = judging.scratch().clause_sums[i];
        add_sums(clause.sums, sums);
        features += clause.features;
        maker.append_place(i - first, places);
    }
    model.look_up(places);
    model.add(places, sums);
    return model.values_of(sums, features + places.size());
}

std::optional<double> model_confidence(Judging& judging, std::size_t label) {
    const Head& head = judging.program().model->heads[label];
    if (!head.calibrated) return std::nullopt;
    return head.confidence(model_values(judging)[label]);
}

std::uint32_t words_of_reply(const Judging& judging) {
    return static_cast<std::uint32_t>(judging.reading().words_in(judging.reading().whole()));
}

std::optional<std::uint32_t> strongest_clause(Judging& judging, std::size_t label, const std::vector<bool>& allowed) {
    (void)model_values(judging);
    std::optional<std::uint32_t> strongest;
    std::int64_t most = 0;
    for (std::uint32_t i = 0; i < allowed.size(); ++i) {
        if (!allowed[i]) continue;
        const std::int64_t sum = judging.scratch().clause_sums[i].sums[label];  // where it stands is no reason
        if (sum <= most) continue;
        most = sum;
        strongest = i;
    }
    return strongest;
}

std::vector<CharSpan> evidence_in(Judging& judging, std::uint32_t clause, std::size_t label) {
    return judging.program().model->evidence_for(label, features_of(judging, clause));
}

int per_cent(double confidence) { return static_cast<int>(std::floor(confidence * 100)); }

double rounded(double confidence) { return std::round(confidence * 1000) / 1000; }

}  // namespace huashu::scoring
