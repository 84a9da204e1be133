#include "scoring/explanation.hpp"

#include <algorithm>

#include "judge/engine_access.hpp"
#include "judge/verdict.hpp"

namespace huashu::scoring {
namespace {

class Explainer {
public:
    Explainer(const Program& program, std::string_view reply, const Moment& moment) : reply_(reply) {
        Trace trace;
        explanation_.judgement = judge_reply(program, reply, moment, scratch_, &trace);
        explain_text();
        for (const TraceStep& step : trace) explanation_.steps.push_back(explained(step));
    }

    Explanation take() { return std::move(explanation_); }

private:
    [[nodiscard]] const FoldedText& canonical() const { return scratch_.reply.canonical(); }
    [[nodiscard]] std::string bytes(ByteSpan span) const {
        return std::string(reply_.substr(span.begin, span.end - span.begin));
    }
    [[nodiscard]] std::string chars(CharSpan span) const {
        return to_utf8(std::u32string_view(canonical().chars).substr(span.begin, span.end - span.begin));
    }

    void explain_text() {
        explanation_.canonical = to_utf8(canonical().chars);
        explanation_.skeleton = to_utf8(scratch_.reply.skeleton().text.chars);
        for (const Clause& clause : scratch_.reply.clauses())
            explanation_.clauses.push_back({canonical().bytes_of(clause.span), chars(clause.span), clause.sentence});
        explain_folds();
    }

    /// Neighbours to which the same was done are one piece.
    void explain_folds() {
        const std::vector<FoldSteps>& steps = canonical().steps;
        for (std::uint32_t i = 0; i < steps.size();) {
            std::uint32_t end = i + 1;
            while (end < steps.size() && steps[end] == steps[i]) ++end;
            const CharSpan span{i, end};
            if (steps[i] != 0) {
                const ByteSpan typed = canonical().bytes_of(span);
                explanation_.folds.push_back({typed, bytes(typed), chars(span), steps[i]});
            }
            i = end;
        }
    }

    [[nodiscard]] ExplainedStep explained(const TraceStep& step) const {
        ExplainedStep out;
        out.what = step.what;
        out.rule = step.rule != nullptr ? step.rule->id : "model";
        if (step.span.end > step.span.begin) out.span = canonical().bytes_of(step.span);
        out.quote = bytes(out.span);
        if (step.other != nullptr) out.other = step.other->id;
        const bool counts_from_one =
            step.what == ExplainedStep::What::unfulfilled || step.what == ExplainedStep::What::excused;
        out.number = counts_from_one ? step.index + 1 : std::max(step.index, 0);
        return out;
    }

    std::string_view reply_;
    Scratch scratch_;
    Explanation explanation_;
};

}  // namespace

Explanation explain(const Engine& engine, std::string_view reply, const Moment& moment) {
    return Explainer(EngineAccess::program(engine), reply, moment).take();
}

}  // namespace huashu::scoring
