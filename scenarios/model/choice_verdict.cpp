#include "model/choice_verdict.hpp"

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

const Verdict& verdict_of(const ScenarioData& data, const StageData& stage, const ChoiceData& choice,
                          const scoring::Engine& engine) {
    return choice.verdict.get([&] {
        const scoring::SharedJudgement judgement = engine.judge(choice.card.text, choice_moment(data, stage));
        return Verdict{judgement, hear(data, choice.card.text, *judgement)};
    });
}

}  // namespace huashu::scenarios
