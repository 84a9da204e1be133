#include <algorithm>

#include "judge/judge_kinds.hpp"
#include "judge/whole_reply.hpp"

namespace huashu::scoring {
namespace {

constexpr double needed_for_critical = 0.08;

/// How sure the model must be for the finding to stand; 0: it stands whatever the model says. Words of an evader are
/// for rules alone: there the model reads worse. What fails an assessment by itself falls only where it all but rules a
/// fault out: of replies that it held for so harmless, seven in eight were.
double needed_for(const Program& program, const Candidate& one) {
    const Speaker& speaker = program.speakers[one.speaker];
    if (!one.placed || one.spot.by_skeleton) return 0;
    return speaker.severity == Severity::critical ? std::min(speaker.sure, needed_for_critical) : speaker.sure;
}

/// Two rules that know nothing of each other seldom err together: where a second one spoke, a quarter is enough.
double share_of_witnesses(const Judging& judging) {
    const auto& all = judging.candidates();
    const auto is_fault = [&](const Candidate& one) {
        return judging.program().speakers[one.speaker].family && one.placed;
    };
    const auto first = std::ranges::find_if(all, is_fault);
    const bool agreed = first != all.end() && std::any_of(first, all.end(), [&](const Candidate& one) {
                            return is_fault(one) && one.speaker != first->speaker;
                        });
    return agreed ? 0.25 : 1.0;
}

void doubt_findings(Judging& judging) {
    const Program& program = judging.program();
    const auto is_weak = [&](const Candidate& one) { return needed_for(program, one) > 0; };
    if (std::ranges::none_of(judging.candidates(), is_weak)) return;
    const auto sure = model_confidence(judging, fault_label);
    if (!sure) return;
    const double share = share_of_witnesses(judging);
    judging.drop_candidates([&](const Candidate& one) {
        if (*sure >= share * needed_for(program, one)) return false;
        judging.trace(
            {TraceStep::What::doubted, program.speakers[one.speaker].rule, one.spot.span, nullptr, per_cent(*sure)});
        return true;
    });
}

void doubt_acts(Judging& judging) {
    const int limit = judging.program().rubric.doubted_acts;
    if (limit == 0) return;
    judging.drop_acts([&](const FoundAct& act) {
        const auto sure = model_confidence(judging, label_of(act.act));
        if (!sure || *sure * 100 >= limit) return false;
        judging.trace(
            {TraceStep::What::doubted, judging.program().acts[act.rule].rule, act.spot.span, nullptr, per_cent(*sure)});
        return true;
    });
}

}  // namespace

void judge_doubts(Judging& judging) {
    if (!judging.asks_model() || words_of_reply(judging) > most_words_for_clauses) return;
    doubt_findings(judging);
    doubt_acts(judging);
}

}  // namespace huashu::scoring
