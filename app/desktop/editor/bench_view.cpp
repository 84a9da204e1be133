// What a sentence comes to by the draft's rules: what fires, where, and what became of the open rule's words.
#include <algorithm>

#include "desktop/editor/rules_view.hpp"
#include "scoring/explanation.hpp"

namespace huashu::desktop {
namespace {

using scoring::ExplainedStep;

class BenchMaker {
public:
    BenchMaker(const RulesDesk& desk, const scoring::Explanation& explained, const std::string& typed,
               const Speech& speech)
        : desk_(desk),
          explained_(explained),
          typed_(typed),
          speech_(speech),
          open_(app::at(desk.document.root(), desk.selected)["id"].text()) {}

    BenchView make() {
        view_.score = explained_.judgement.score;
        std::vector<Mark> marks;
        int number = 0;
        for (const auto* findings : {&explained_.judgement.findings, &explained_.judgement.advice})
            for (const scoring::Finding& finding : *findings) {
                marks.push_back({finding.family ? MarkKind::finding : MarkKind::advice, number++, finding.span});
                add_finding(finding);
            }
        number = 0;
        for (const scoring::EarnedAct& act : explained_.judgement.acts) {
            marks.push_back({MarkKind::act, number++, act.span});
            add_act(act);
        }
        for (const scoring::MissingAct& missing : explained_.judgement.missing)
            view_.missing.push_back(speech_.content(missing.reason) + "（" + missing.rule + "）");
        for (const ExplainedStep& step : explained_.steps)
            if (step.rule == open_) add_step(step);
        view_.text = mark_text(typed_, std::move(marks), speech_, false);
        for (const scoring::FoldedPiece& fold : explained_.folds)
            if (fold.read != fold.typed && (fold.steps & hidden_folds) != 0)
                view_.read_as += (view_.read_as.empty() ? "" : "、") + fold.typed + " → " + fold.read;
        return std::move(view_);
    }

private:
    // Script, case and width are read alike without anybody noticing; these are worth telling.
    static constexpr scoring::FoldSteps hidden_folds = scoring::bit(scoring::FoldStep::invisible) |
                                                       scoring::bit(scoring::FoldStep::repair) |
                                                       scoring::bit(scoring::FoldStep::compatibility);

    [[nodiscard]] std::string pointer_of(const std::string& rule) const {
        return app::rule_pointer_of(desk_.document.root(), rule);
    }

    void add_finding(const scoring::Finding& finding) {
        BenchRow row;
        row.rule = finding.rule;
        row.pointer = pointer_of(finding.rule);
        row.label = finding.family ? speech_.words.name("name.family.", name_of(*finding.family))
                                   : speech_.words("desktop.turn.advice");
        row.quote = finding.quote;
        row.text = speech_.content(finding.reason);
        if (finding.points > 0) row.points = signed_number(-finding.points);
        row.weighting =
            finding.family ? static_cast<Weighting>(static_cast<int>(finding.severity) + 1) : Weighting::advice;
        row.open = finding.rule == open_;
        view_.rows.push_back(std::move(row));
    }

    void add_act(const scoring::EarnedAct& act) {
        BenchRow row;
        row.rule = act.rule;
        row.pointer = pointer_of(act.rule);
        row.label = speech_.words.name("name.act.", name_of(act.act));
        row.quote = typed_.substr(act.span.begin, act.span.end - act.span.begin);
        row.text = speech_.content(act.reason);
        if (act.by == scoring::EarnedAct::By::model) {
            std::string pieces;
            for (const std::string& piece : act.evidence) pieces += (pieces.empty() ? "" : "、") + piece;
            row.text = speech_.words(
                "desktop.rules.by_model",
                {{"sure", std::to_string(static_cast<int>(act.confidence * 100 + 0.5))}, {"pieces", pieces}});
        }
        row.good = true;
        row.open = act.rule == open_;
        view_.rows.push_back(std::move(row));
    }

    void add_step(const ExplainedStep& step) {
        using What = ExplainedStep::What;
        const bool fine = step.what == What::matched || step.what == What::act || step.what == What::spoke ||
                          step.what == What::measured;
        const std::string quote = step.quote.empty() ? "" : "「" + step.quote + "」";
        std::string text = speech_.words.name("desktop.rules.step.", name_of(step.what));
        if (!step.other.empty()) text += " " + step.other;
        if (step.what == What::unfulfilled || step.what == What::excused) text += " " + std::to_string(step.number + 1);
        if (step.what == What::doubted) text += " " + std::to_string(step.number) + "%";
        if (step.what == What::measured) text += " " + std::to_string(step.number);
        view_.steps.push_back({quote + text, !fine});
    }

    const RulesDesk& desk_;
    const scoring::Explanation& explained_;
    const std::string& typed_;
    const Speech& speech_;
    std::string open_;
    BenchView view_;
};

}  // namespace

BenchView make_bench(const RulesDesk& desk, const BenchQuestion& question, const Speech& speech) {
    if (!desk.report || !desk.report->engine || question.text.empty()) return {};
    scoring::Moment moment;
    moment.owner_line = question.owner;
    moment.complaint = scoring::parse_complaint(question.complaint);
    moment.step = scoring::parse_step(question.step).value_or(scoring::Step::unknown);
    const scoring::Explanation explained = scoring::explain(*desk.report->engine, question.text, moment);
    return BenchMaker(desk, explained, question.text, speech).make();
}

}  // namespace huashu::desktop
