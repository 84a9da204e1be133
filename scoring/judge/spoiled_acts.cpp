#include <algorithm>

#include "judge/judge_kinds.hpp"

namespace huashu::scoring {
namespace {

/// By clause: the rule of a fault that stands there, or null.
std::vector<const Rule*> faults_by_clause(const Judging& judging) {
    const Reading& reading = judging.reading();
    std::vector<const Rule*> faults(reading.clauses().size(), nullptr);
    for (const Candidate& one : judging.candidates()) {
        const Speaker& speaker = judging.program().speakers[one.speaker];
        if (!speaker.family || !one.placed) continue;
        const IndexRange clauses = reading.clauses_of(one.spot.span);
        for (std::uint32_t i = clauses.first; i <= clauses.last && i < faults.size(); ++i)
            if (faults[i] == nullptr) faults[i] = speaker.rule;
    }
    return faults;
}

}  // namespace

void judge_spoiled_acts(Judging& judging) {
    if (judging.acts().empty() || judging.candidates().empty()) return;
    const std::vector<const Rule*> faults = faults_by_clause(judging);
    judging.drop_acts([&](const FoundAct& act) {
        const IndexRange clauses = judging.reading().clauses_of(act.spot.span);
        for (std::uint32_t i = clauses.first; i <= clauses.last && i < faults.size(); ++i) {
            if (faults[i] == nullptr) continue;
            judging.trace({TraceStep::What::voided, judging.program().acts[act.rule].rule, act.spot.span, faults[i]});
            return true;
        }
        return false;
    });
}

}  // namespace huashu::scoring
