#include <algorithm>

#include "judge/engine_access.hpp"
#include "judge/verdict.hpp"

namespace huashu::scoring {
namespace {

using What = TraceStep::What;

/// Runs the examples of one pack.
class ExampleRunner {
public:
    ExampleRunner(const Program& program, const PackData& pack, Diagnostics& problems)
        : program_(program), pack_(pack), problems_(problems) {}

    void run(const Rule& rule) {
        rule_ = &rule;
        for (const Example& example : rule.hits) run_one(example, true);
        for (const Example& example : rule.misses) run_one(example, false);
    }

private:
    void run_one(const Example& example, bool is_hit) {
        example_ = &example;
        if (rule_->kind() == RuleKind::context) return check_context(is_hit);
        trace_.clear();
        // Rules stand for themselves here: else an utterance more could break the example of a rule.
        const bool learned = rule_->kind() == RuleKind::learned;
        judgement_ = judge_reply(program_, example.text, moment(), scratch_, &trace_, learned);
        if (rule_->kind() == RuleKind::require) return check_requirement(is_hit);
        found_ = spans_found();
        if (!is_hit)
            check_silence();
        else if (found_ != wanted_spans())
            report_miss();
    }

    /// The example's own moment; where it says nothing, one in which the rule applies.
    Moment moment() const {
        Moment moment = example_->moment;
        ComplaintSet complaints;
        StepSet steps;
        std::visit(
            [&](const auto& body) {
                if constexpr (requires { body.guard; }) {
                    complaints = body.guard.complaints;
                    steps = body.guard.steps;
                } else if constexpr (requires { body.weight; }) {
                    complaints = body.complaints;
                    steps = body.steps;
                    if (body.anger && !moment.anger) moment.anger = body.anger->max;
                }
            },
            rule_->body);
        for (std::size_t i = complaints.size(); i-- > 0 && !example_->has_complaint;)
            if (complaints[i]) moment.complaint = static_cast<Complaint>(i);
        for (std::size_t i = steps.size(); i-- > 0 && !example_->has_step;)
            if (steps[i]) moment.step = static_cast<Step>(i);
        return moment;
    }

    std::vector<ByteSpan> spans_found() const {
        std::vector<ByteSpan> spans;
        for (const auto* findings : {&judgement_.findings, &judgement_.advice})
            for (const Finding& finding : *findings)
                if (finding.rule == rule_->id) spans.push_back(finding.span);
        for (const EarnedAct& act : judgement_.acts)
            if (act.rule == rule_->id) spans.push_back(act.span);
        std::ranges::sort(spans);
        return spans;
    }

    /// What a hit must give: the marked spans, or (kinds without a span, and an order rule whose author marked none)
    /// one finding wherever it stands.
    std::vector<ByteSpan> wanted_spans() const {
        if (!example_->marks.empty()) return example_->marks;
        return found_.empty() ? std::vector<ByteSpan>{{}} : found_;
    }

    void check_silence() {
        if (found_.empty()) return;
        report("example-speaks", "this miss makes \"" + rule_->id + "\" speak up" + at_spans(found_),
               "make the patterns narrower, add an exception or a context, or move the example to \"hits\"");
    }

    void report_miss() {
        if (found_.empty() && outdone_in_place()) return;
        if (found_.empty())
            report("example-silent",
                   "\"" + rule_->id + "\" says nothing in this hit: " + why_silent() + instead_of_it(),
                   "widen the patterns, or move the example to \"misses\"");
        else
            report("example-span", "\"" + rule_->id + "\" finds" + at_spans(found_) + ", not the marked words",
                   "mark exactly what it finds, or change the patterns");
    }

    /// The rule found just the marked words, but another rule of the same family or act has more words there. The reply
    /// is judged alike, so that this is a warning: one of the two may be unneeded.
    bool outdone_in_place() {
        for (const TraceStep& step : trace_) {
            if (step.rule != rule_ || (step.what != What::outdone && step.what != What::act_longer)) continue;
            const ByteSpan span = bytes_of(step.span);
            if (std::ranges::find(example_->marks, span) == example_->marks.end()) continue;
            report("example-outdone",
                   "\"" + name_of_rule(step.other) + "\" finds more in the same words than \"" + rule_->id + "\"",
                   "choose an example that only this rule finds, or drop one of the two", Level::warning);
            return true;
        }
        return false;
    }

    std::string why_silent() const {
        std::string why = "no pattern matches";
        for (const TraceStep& step : trace_) {
            if (step.rule != rule_) continue;
            const std::string place = " " + quote(bytes_of(step.span));
            switch (step.what) {
                case What::matched:
                    why = "the words" + place + " alone are not enough";
                    break;
                case What::excepted:
                    why = "an exception covers" + place;
                    break;
                case What::in_context:
                    why = "the context \"" + name_of_rule(step.other) + "\" holds at" + place;
                    break;
                case What::not_now:
                    why = "it is not for this complaint or step";
                    break;
                case What::unfulfilled:
                    why = "\"when\" number " + std::to_string(step.index + 1) + " fails at" + place;
                    break;
                case What::excused:
                    why = "\"unless\" number " + std::to_string(step.index + 1) + " holds at" + place;
                    break;
                case What::voided:
                    why = "\"" + name_of_rule(step.other) + "\" voids" + place;
                    break;
                case What::outdone:
                case What::act_longer:
                    why = "\"" + name_of_rule(step.other) + "\" has more words around" + place;
                    break;
                case What::doubted:
                    why = "the model doubts" + place;
                    break;
                case What::measured:
                case What::act:
                case What::spoke:
                case What::once:
                    break;
            }
        }
        return why;
    }

    std::string instead_of_it() const {
        std::string others;
        for (const Finding& finding : judgement_.findings)
            others += (others.empty() ? "; instead: " : ", ") + finding.rule + " " + quote(finding.span);
        if (rule_->kind() != RuleKind::act) return others;
        for (const EarnedAct& act : judgement_.acts)
            others += (others.empty() ? "; instead: " : ", ") + act.rule + " " + quote(act.span);
        return others;
    }

    void check_requirement(bool is_hit) {
        const auto is_ours = [this](const LedgerLine& line) { return line.rule == rule_->id; };
        const auto line = std::ranges::find_if(judgement_.ledger, is_ours);
        if (line == judgement_.ledger.end())
            return report("example-not-asked", "\"" + rule_->id + "\" does not apply to this example",
                          "give the example a complaint, a step and an anger in which it does");
        const bool missed = line->kind == LedgerLine::Kind::missed;
        if (is_hit && !missed)
            report("example-silent", "this reply meets \"" + rule_->id + "\"" + at_spans({line->span}),
                   "a hit of a requirement falls short of it; move the example to \"misses\"");
        if (!is_hit && missed)
            report("example-speaks", "this reply falls short of \"" + rule_->id + "\"" + instead_of_it(),
                   "a miss of a requirement meets it; move the example to \"hits\", or teach the act these words");
    }

    void check_context(bool is_hit) {
        scratch_.reply.read(program_.reply_patterns, program_.reply_slots, example_->text);
        const auto ours = std::ranges::find(program_.contexts, rule_, &CompiledContext::rule);
        for (const ByteSpan mark : example_->marks) {
            const bool holds = scratch_.reply.in_context(*ours, chars_of(mark));
            if (holds == is_hit) continue;
            if (is_hit)
                report("example-silent", "the context \"" + rule_->id + "\" does not hold at " + quote(mark),
                       "add a marker, or widen \"within\" or \"until\"");
            else
                report("example-speaks", "the context \"" + rule_->id + "\" holds at " + quote(mark),
                       "add an exception, or narrow \"within\" or \"until\"");
        }
    }

    ByteSpan bytes_of(CharSpan span) const { return scratch_.reply.canonical().bytes_of(span); }

    /// The characters that stand for bytes of the example.
    CharSpan chars_of(ByteSpan bytes) const {
        const FoldedText& text = scratch_.reply.canonical();
        const auto begin = std::ranges::lower_bound(text.begin_byte, bytes.begin);
        const auto end = std::ranges::lower_bound(text.begin_byte, bytes.end);
        return {static_cast<std::uint32_t>(begin - text.begin_byte.begin()),
                static_cast<std::uint32_t>(end - text.begin_byte.begin())};
    }

    std::string quote(ByteSpan span) const {
        if (span.end <= span.begin) return "(as a whole)";
        return "[[" + example_->text.substr(span.begin, span.end - span.begin) + "]]";
    }

    std::string at_spans(const std::vector<ByteSpan>& spans) const {
        std::string out;
        for (const ByteSpan span : spans) out += " " + quote(span);
        return out;
    }

    static std::string name_of_rule(const Rule* rule) { return rule == nullptr ? "the model" : rule->id; }

    void report(std::string code, std::string text, std::string remedy, Level level = Level::error) {
        // What was learned moves with the utterances: an example that no longer holds is worth a look, not a stop.
        if (rule_->kind() == RuleKind::learned) level = Level::warning;
        problems_.push_back(
            diagnose_at(pack_, example_->site, std::move(code), std::move(text), std::move(remedy), level));
    }

    const Program& program_;
    const PackData& pack_;
    Diagnostics& problems_;
    Scratch scratch_;
    Trace trace_;
    Judgement judgement_;
    const Rule* rule_ = nullptr;
    const Example* example_ = nullptr;
    std::vector<ByteSpan> found_;
};

}  // namespace

Diagnostics run_examples(const Engine& engine) {
    Diagnostics problems;
    for (const Pack& pack : engine.packs()) {
        ExampleRunner runner(EngineAccess::program(engine), pack.data(), problems);
        for (const Rule& rule : pack.data().rules) runner.run(rule);
    }
    sort_by_place(problems);
    return problems;
}

}  // namespace huashu::scoring
