#include "desktop/state/intent.hpp"

#include <utility>

#include "desktop/state/exam_intent.hpp"
#include "desktop/state/one_of_members.hpp"

namespace huashu::desktop {

template struct OneOf<IntentKinds>;
template struct OneOf<EffectKinds>;
template struct OneOf<ExamIntentKinds>;
template struct OneOf<ExamEffectKinds>;

Intent exam_intent(ExamIntent what) { return intent::Exam{std::make_shared<const ExamIntent>(std::move(what))}; }

Effect exam_effect(ExamEffect what) { return effect::Exam{std::make_shared<const ExamEffect>(std::move(what))}; }

}  // namespace huashu::desktop
