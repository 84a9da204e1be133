// What was said, as bubbles: the owner's at the left with the face he made, the trainee's at the right with what it was
// worth. Shared by play and debrief.
#pragma once

#include "desktop/portrait/likeness.hpp"
#include "desktop/ui/icons.hpp"
#include "desktop/ui/ui.hpp"
#include "desktop/views/turn_view.hpp"

namespace huashu::desktop {

[[nodiscard]] Tone tone_of(const Theme& theme, Weighting weighting);
[[nodiscard]] Tone tone_of_score(const Theme& theme, int score, int pass_mark = 80);

/// Wrapped text with its marks: findings on a pale ground with a wavy line, advice dotted, acts with a plain line.
float marked_paragraph(Ui& ui, float x, float y, float width, const MarkedText& text, Type type, Color color);

/// Each returns its height.
float owner_bubble(Ui& ui, Box column, float y, const OwnerBubble& bubble, const Likeness& likeness,
                   const scenarios::Mood& mood, bool show_face);
/// `brief`: below the bubble stand the acts and findings in short.
float staff_bubble(Ui& ui, Box column, float y, const TurnView& turn, const Speech& speech, bool brief);

/// Chips in rows; returns the height.
struct ChipItem {
    std::string label;
    Tone tone;
    Icon icon = Icon::none;
};
float chip_rows(Ui& ui, float x, float y, float width, const std::vector<ChipItem>& chips, bool right_aligned = false);

}  // namespace huashu::desktop
