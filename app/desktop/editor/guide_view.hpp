// The way from nothing to a scenario that holds together: what is to be done next, and what is done already. Nothing is
// ticked off by hand: every step is read from the draft, its check and its trials.
#pragma once

#include "desktop/editor/side_view.hpp"

namespace huashu::desktop {

[[nodiscard]] std::vector<GuideStep> make_guide(const AuthorDesk& desk, const Speech& speech);

}  // namespace huashu::desktop
