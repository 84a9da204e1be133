// Parts of the home screen.
#pragma once

#include "desktop/screens/home_screen.hpp"
#include "desktop/theme/theme.hpp"

namespace huashu::desktop {

/// A card's portrait gives nothing of the conversation away.
inline constexpr scenarios::Mood neutral_mood{38, 45, 60};

[[nodiscard]] Tone tone_of_complaint(const Theme& theme, scoring::Complaint complaint);

/// The chosen scenario with the way in.
void detail_pane(Ui& ui, Box box, const ScenarioDetail& detail, const Speech& speech, Intents& out);

}  // namespace huashu::desktop
