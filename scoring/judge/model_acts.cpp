#include <algorithm>
#include <cmath>

#include "judge/judge_kinds.hpp"

namespace huashu::scoring {
namespace {

constexpr std::size_t most_evidence = 4;
constexpr std::size_t fewest_grams = 6;  // a clause of one character proves nothing

/// By clause: the acts that the model shall not see there, because a rule did or would not. All of them where a fault
/// stands.
std::vector<ActSet> settled_acts(const Judging& judging) {
    const Reading& reading = judging.reading();
    std::vector<ActSet> settled(reading.clauses().size());
    const auto mark = [&](CharSpan span, ActSet acts) {
        const IndexRange clauses = reading.clauses_of(span);
        for (std::uint32_t i = clauses.first; i <= clauses.last && i < settled.size(); ++i) settled[i] |= acts;
    };
    for (std::uint32_t i = 0; i < settled.size(); ++i) settled[i] = judging.denied_in(i);
    for (const FoundAct& act : judging.acts()) mark(act.spot.span, ActSet{}.set(static_cast<std::size_t>(act.act)));
    for (const Candidate& one : judging.candidates())
        if (one.placed) mark(one.spot.span, ~ActSet{});
    return settled;
}

/// The pieces of the clause that spoke for the act, strongest first; a piece inside a stronger one is not told again.
std::vector<CharSpan> evidence_for(Act act, const ActModel& model, const std::vector<Gram>& grams) {
    std::vector<const Gram*> by_strength;
    for (const Gram& gram : grams)
        if (gram.span.end > gram.span.begin && model.contribution(act, gram, grams.size()) > 0)
            by_strength.push_back(&gram);
    std::ranges::stable_sort(by_strength, [&](const Gram* a, const Gram* b) {
        return model.contribution(act, *a, grams.size()) > model.contribution(act, *b, grams.size());
    });
    std::vector<CharSpan> evidence;
    for (const Gram* gram : by_strength) {
        const CharSpan span = gram->span;
        const auto meets = [span](CharSpan told) { return told.begin < span.end && span.begin < told.end; };
        if (std::ranges::none_of(evidence, meets)) evidence.push_back(span);
        if (evidence.size() == most_evidence) break;
    }
    return evidence;
}

/// Three decimals, so that a report prints what was decided.
double rounded(double confidence) { return std::round(confidence * 1000) / 1000; }

}  // namespace

void judge_model_acts(Judging& judging) {
    const std::optional<ActModel>& model = judging.program().act_model;
    if (!model) return;
    const Reading& reading = judging.reading();
    std::vector<Gram>& grams = judging.scratch().grams;
    const std::vector<ActSet> settled = settled_acts(judging);
    std::vector<FoundAct> found;
    for (std::uint32_t index = 0; index < reading.clauses().size(); ++index) {
        const Clause& clause = reading.clauses()[index];
        grams.clear();
        append_grams(reading.canonical().chars, clause, grams);
        if (grams.size() < fewest_grams || settled[index].all()) continue;
        const ActValues values = model->values_of(grams);
        for (std::size_t i = 0; i < act_count; ++i) {
            const ActHead& head = model->heads[i];
            if (!head.usable || values[i] < head.threshold || settled[index][i]) continue;
            const auto act = static_cast<Act>(i);
            judging.trace({TraceStep::What::act, nullptr, clause.span});
            found.push_back({act,
                             {clause.span},
                             index,
                             by_model,
                             rounded(head.confidence(values[i])),
                             evidence_for(act, *model, grams)});
        }
    }
    judging.add_acts(found);
}

}  // namespace huashu::scoring
