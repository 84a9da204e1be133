// The parts of update() that know of looking after records and of second markings.
#pragma once

#include "desktop/state/care_state.hpp"
#include "desktop/state/intent.hpp"
#include "desktop/state/marking_state.hpp"

namespace huashu::desktop {

[[nodiscard]] Effects update_care(State& state, const CareIntent& intent);
[[nodiscard]] Effects update_marking(State& state, const MarkingIntent& intent);

[[nodiscard]] Intent care_intent(CareIntent what);
[[nodiscard]] Intent marking_intent(MarkingIntent what);
[[nodiscard]] Effect care_effect(CareEffect what);
[[nodiscard]] Effect marking_effect(MarkingEffect what);

}  // namespace huashu::desktop
