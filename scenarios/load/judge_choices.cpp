#include "load/judge_choices.hpp"

#include "model/hear.hpp"

namespace huashu::scenarios {

// Without the owner's line, the earlier replies and the mood: a choice is one verdict for all plays, which
// makes its turns cheap and the static check exact. Without the model reply too, because a best choice may say the
// same.
scoring::Moment choice_moment(const ScenarioData& data, const StageData& stage) {
    scoring::Moment moment;
    moment.complaint = data.card.complaint;
    moment.step = stage.step;
    return moment;
}

void judge_choices(ScenarioData& data, const scoring::Engine& engine) {
    for (StageData& stage : data.stages) {
        const scoring::Moment moment = choice_moment(data, stage);
        for (ChoiceData& choice : stage.choices) {
            choice.verdict.judgement = engine.judge(choice.card.text, moment);
            choice.verdict.heard = hear(data, choice.card.text, choice.verdict.judgement);
        }
    }
}

}  // namespace huashu::scenarios
