// The part of update() that knows of assessments.
#pragma once

#include "desktop/state/intent.hpp"

namespace huashu::desktop {

[[nodiscard]] Effects update_exams(State& state, const ExamIntent& intent);

/// Whether a talk of an assessment is on the screen.
[[nodiscard]] bool is_sealed(const State& state);
/// The same for what update() does in both: a reply, the owner speaking up, leaving, going on after the end.
[[nodiscard]] Effects answer_sealed(const scenarios::Input& input, const std::vector<std::string>& pasted);
[[nodiscard]] Effects nudge_sealed(int nth);
[[nodiscard]] Effects leave_sealed(State& state);

}  // namespace huashu::desktop
