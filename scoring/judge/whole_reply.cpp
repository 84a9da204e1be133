#include "judge/whole_reply.hpp"

#include <cmath>

namespace huashu::scoring {
namespace {

std::span<const Feature> features_of(Judging& judging, std::uint32_t clause) {
    const Scratch& scratch = judging.scratch();
    const std::uint32_t begin = clause == 0 ? 0 : scratch.features_end[clause - 1];
    return std::span(scratch.features).subspan(begin, scratch.features_end[clause] - begin);
}

}  // namespace

const LabelValues& model_values(Judging& judging) {
    Scratch& scratch = judging.scratch();
    const Reading& reading = judging.reading();
    if (!scratch.features_end.empty()) return scratch.values;
    FeatureMaker maker(reading.canonical().chars, reading.clauses(), judging.program().concepts);
    for (std::size_t i = 0; i < reading.clauses().size(); ++i) {
        maker.append(i, scratch.features);
        scratch.features_end.push_back(static_cast<std::uint32_t>(scratch.features.size()));
    }
    judging.program().model->look_up(scratch.features);
    scratch.values = judging.program().model->values_of(scratch.features);
    return scratch.values;
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
        std::int64_t sum = 0;
        for (const Feature& feature : features_of(judging, i))
            if (feature.span.end > feature.span.begin) sum += judging.program().model->weight(label, feature);
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
