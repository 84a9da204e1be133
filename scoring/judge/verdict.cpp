#include "judge/verdict.hpp"

#include "judge/charges.hpp"
#include "judge/judge_kinds.hpp"
#include "judge/ledger.hpp"

namespace huashu::scoring {
namespace {

Finding finding_of(const Judging& judging, std::string_view reply, const Charged& charged) {
    const Speaker& speaker = judging.program().speakers[charged.candidate.speaker];
    Finding finding;
    finding.rule = speaker.rule->id;
    finding.family = speaker.family;
    finding.severity = speaker.severity;
    finding.dimension = speaker.dimension;
    finding.reason = speaker.rule->reason;
    finding.instead = speaker.rule->instead;
    finding.source = speaker.rule->source;
    finding.points = charged.points;
    if (charged.paid_by != nullptr) finding.paid_by = charged.paid_by->id;
    if (charged.candidate.placed) {
        finding.span = judging.reading().canonical().bytes_of(charged.candidate.spot.span);
        finding.quote = reply.substr(finding.span.begin, finding.span.end - finding.span.begin);
        finding.revealed_by = charged.candidate.spot.steps;
    }
    return finding;
}

EarnedAct earned_of(const Judging& judging, std::string_view reply, const FoundAct& found) {
    const FoldedText& text = judging.reading().canonical();
    EarnedAct act;
    act.act = found.act;
    act.span = text.bytes_of(found.spot.span);
    act.confidence = found.confidence;
    if (found.rule == by_model) {
        act.by = EarnedAct::By::model;
        act.rule = "model";
        for (const CharSpan piece : found.evidence) {
            const ByteSpan bytes = text.bytes_of(piece);
            act.evidence.emplace_back(reply.substr(bytes.begin, bytes.end - bytes.begin));
        }
    }
    const Rule* rule = found.rule == by_model ? judging.program().act_sources[static_cast<std::size_t>(found.act)]
                                              : judging.program().acts[found.rule].rule;
    if (found.rule != by_model) act.rule = rule->id;
    if (rule != nullptr) {
        act.source = rule->source;
        act.reason = rule->reason;
    }
    return act;
}

}  // namespace

Judgement judge_reply(const Program& program, std::string_view reply, const Moment& moment, Scratch& scratch,
                      Trace* trace, bool ask_model) {
    Judging judging(program, moment, scratch, trace);
    if (!ask_model) judging.leave_out_model();
    Judgement judgement;
    judging.read(reply);
    judgement.empty = says_nothing(judging.reading().canonical());
    if (!judgement.empty) judge_all_kinds(judging);
    for (const Charged& charged : settle_charges(judging)) {
        Finding finding = finding_of(judging, reply, charged);
        (finding.family ? judgement.findings : judgement.advice).push_back(std::move(finding));
    }
    for (const FoundAct& act : judging.acts()) judgement.acts.push_back(earned_of(judging, reply, act));
    write_ledger(judging, judgement);
    return judgement;
}

}  // namespace huashu::scoring
