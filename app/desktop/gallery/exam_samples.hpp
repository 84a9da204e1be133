// Invented assessments, the same every time: for the gallery and for tests of its layout.
#pragma once

#include "desktop/state/exam_intent.hpp"

namespace huashu::desktop {

/// Three blueprints: one that may be sat, one whose attempts are used up, one that can't be filled; and one's own
/// sittings.
[[nodiscard]] ExamsState sample_exams();
/// A sitting of three scenarios.
enum class SampleSitting : std::uint8_t { running, contested, confirmed, fatal, set_aside };
[[nodiscard]] assess::Filed sample_sitting(SampleSitting kind);
[[nodiscard]] OpenSitting sample_open_sitting(SampleSitting kind, bool as_supervisor);
[[nodiscard]] SuperviseState sample_supervision();
/// A blueprint that is being written: sound, or with mistakes.
[[nodiscard]] BlueprintDraft sample_draft_blueprint(bool sound);

/// What SampleBackstage answers.
[[nodiscard]] Intents sample_exam_answer(const ExamEffect& effect);

}  // namespace huashu::desktop
