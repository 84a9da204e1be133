#include "judge/judge_kinds.hpp"
#include "judge/whole_reply.hpp"

namespace huashu::scoring {
namespace {

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
    for (const Candidate& one : judging.candidates())
        if (one.placed) mark(one.spot.span, ~ActSet{});
    return settled;
}

}  // namespace

void judge_model_acts(Judging& judging) {
    if (!judging.asks_model() || words_of_reply(judging) > most_words_for_model) return;
    const Recogniser& model = *judging.program().model;
    const LabelValues& values = model_values(judging);
    const std::vector<ActSet> settled = settled_acts(judging);
    std::vector<FoundAct> found;
    for (std::size_t i = 0; i < act_count; ++i) {
        const Head& head = model.heads[i];
        if (!head.usable || values[i] < head.threshold || judging.act_set()[i]) continue;
        std::vector<bool> open(settled.size());
        for (std::size_t clause = 0; clause < settled.size(); ++clause) open[clause] = !settled[clause][i];
        const auto clause = strongest_clause(judging, i, open);
        if (!clause) continue;
        const CharSpan span = judging.reading().clauses()[*clause].span;
        judging.trace({TraceStep::What::act, nullptr, span});
        found.push_back({static_cast<Act>(i),
                         {span},
                         *clause,
                         by_model,
                         rounded(head.confidence(values[i])),
                         evidence_in(judging, *clause, i)});
    }
    judging.add_acts(found);
}

}  // namespace huashu::scoring
