#include <optional>

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

/// Clauses that are read as if they were a reply: what the model learned from.
struct Passage {
    std::size_t first = 0, end = 0;
    LabelValues values{};
};

/// The whole reply; of a long one each sentence, for it does so many things that the words of one speak for another.
std::vector<Passage> passages_of(Judging& judging) {
    const std::vector<Clause>& clauses = judging.reading().clauses();
    if (words_of_reply(judging) <= most_words_for_clauses) return {{0, clauses.size(), model_values(judging)}};
    std::vector<Passage> passages;
    for (std::size_t first = 0, end = 0; first < clauses.size(); first = end) {
        while (end < clauses.size() && clauses[end].sentence == clauses[first].sentence) ++end;
        passages.push_back({first, end, model_values_of(judging, first, end)});
    }
    return passages;
}

std::optional<FoundAct> credit(Judging& judging, Act act, const Passage& passage, const std::vector<ActSet>& settled) {
    const auto label = label_of(act);
    const Head& head = judging.program().model->heads[label];
    if (!head.usable || passage.values[label] < head.threshold) return std::nullopt;
    std::vector<bool> open(settled.size());
    for (std::size_t i = passage.first; i < passage.end; ++i) open[i] = !settled[i][label];
    const auto clause = strongest_clause(judging, label, open);
    if (!clause) return std::nullopt;
    const CharSpan span = judging.reading().clauses()[*clause].span;
    judging.trace({TraceStep::What::act, nullptr, span});
    const double sure = rounded(head.confidence(passage.values[label]));
    return FoundAct{act, {span}, *clause, by_model, sure, evidence_in(judging, *clause, label)};
}

}  // namespace

void judge_model_acts(Judging& judging) {
    if (!judging.asks_model()) return;
    const std::vector<ActSet> settled = settled_acts(judging);
    std::vector<FoundAct> found;
    for (const Passage& passage : passages_of(judging))
        for (std::size_t i = 0; i < act_count; ++i) {
            if (judging.act_set()[i]) continue;
            if (auto act = credit(judging, static_cast<Act>(i), passage, settled)) found.push_back(std::move(*act));
        }
    judging.add_acts(found);
}

}  // namespace huashu::scoring
