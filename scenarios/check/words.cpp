// A quality label is a claim; the packs decide. So is a model reply.
#include "check/report.hpp"
#include "model/choice_verdict.hpp"
#include "model/in_parallel.hpp"

namespace huashu::scenarios {
namespace {

constexpr int least_best = 80;
constexpr int least_model = 90;
constexpr int below_bad = 50;

std::string found_in(const scoring::Judgement& judgement) {
    std::string text;
    for (const scoring::Finding& finding : judgement.findings)
        text += (text.empty() ? "found: " : "; ") + finding.rule + " 「" + finding.quote + "」";
    for (const scoring::MissingAct& missing : judgement.missing)
        text += (text.empty() ? "missing: " : "; missing: ") + missing.rule;
    return text;
}

bool has_fault(const scoring::Judgement& judgement) {
    for (const scoring::Finding& finding : judgement.findings)
        if (finding.family && finding.severity >= scoring::Severity::minor) return true;
    return false;
}

const scoring::Judgement& judgement_of(const Check& check, const StageData& stage, const ChoiceData& choice) {
    return *verdict_of(check.data, stage, choice, check.engine).judgement;
}

void check_choice(const Check& check, const StageData& stage, const ChoiceData& choice, int best_score) {
    const scoring::Judgement& judgement = judgement_of(check, stage, choice);
    const std::string scored = "the choice \"" + choice.card.id + "\" scores " + std::to_string(judgement.score);
    const std::string why = found_in(judgement);
    switch (choice.card.quality) {
        case Quality::best:
            if (judgement.score < least_best)
                check.report(choice.quality_offset, "label-best",
                             scored + ", but a best choice scores at least " + std::to_string(least_best), why);
            else if (has_fault(judgement))
                check.report(choice.quality_offset, "label-best", "a best choice breaks no rule, but this one does",
                             why);
            break;
        case Quality::near:
            if (judgement.score >= best_score)
                check.report(choice.quality_offset, "label-near",
                             scored + ", as much as the best one (" + std::to_string(best_score) + ")",
                             "take out what makes it so good, or better the best one");
            else if (judgement.worst() == scoring::Severity::critical)
                check.report(choice.quality_offset, "label-near",
                             "a near miss holds no critical finding, but this one does",
                             "label it bad, or reword it; " + why);
            break;
        case Quality::bad:
            if (!has_fault(judgement) && judgement.score >= below_bad)
                check.report(choice.quality_offset, "label-bad",
                             scored + " and breaks no rule, so the packs do not find it bad",
                             "label it near, or say what people really say; " + why);
            break;
    }
}

int best_score_of(const Check& check, const StageData& stage) {
    for (const ChoiceData& choice : stage.choices)
        if (choice.card.quality == Quality::best) return judgement_of(check, stage, choice).score;
    return 100;
}

void check_model(const Check& check, const StageData& stage) {
    const scoring::Judgement judgement = check.engine.judge(stage.model, choice_moment(check.data, stage));
    if (judgement.score >= least_model && !has_fault(judgement)) return;
    check.report(stage.model_offset, "model-low",
                 "the model reply scores " + std::to_string(judgement.score) + "; it must score at least " +
                     std::to_string(least_model) + " and break no rule",
                 found_in(judgement));
}

// Whoever plays must be told that days have passed, and what was done meanwhile.
void check_scene(const Check& check, const StageData& stage) {
    if (stage.days_later == 0) return;
    const auto check_lines = [&](const Variants& variants) {
        for (const std::string& line : variants.texts)
            if (!line.starts_with("（"))
                check.report(variants.offset, "no-scene",
                             "the stage begins days later, but this line does not begin with a scene that says so",
                             "begin it with （三天後，……）: how long it has been, and what has been done");
    };
    for (const Lines::Guarded& guarded : stage.enter.guarded) check_lines(guarded.variants);
    check_lines(stage.enter.plain);
}

void check_words_of(const Check& check, const StageData& stage) {
    check_scene(check, stage);
    for (const ChoiceData& choice : stage.choices) check_choice(check, stage, choice, best_score_of(check, stage));
    check_model(check, stage);
}

// Judging every choice is most of the work of checking a long scenario. Short ones are checked side by side anyway.
constexpr std::size_t long_scenario = 200;  // stages

}  // namespace

void check_words(const Check& check) {
    const std::vector<StageData>& stages = check.data.stages;
    if (stages.size() < long_scenario) {
        for (const StageData& stage : stages) check_words_of(check, stage);
        return;
    }
    std::vector<Diagnostics> problems(stages.size());
    in_parallel(stages.size(), [&](std::size_t i) {
        if (check.stopped()) return;
        check_words_of({check.scenario, check.data, check.engine, problems[i], check.stop}, stages[i]);
    });
    for (const Diagnostics& of_stage : problems)
        check.problems.insert(check.problems.end(), of_stage.begin(), of_stage.end());
}

}  // namespace huashu::scenarios
