// Pieces that the pages of assessments share.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"
#include "desktop/views/exams_view.hpp"
#include "desktop/views/supervise_view.hpp"

namespace huashu::desktop {

/// The heading of a page with a line below it; returns what is left of the heading's row at its right.
Box page_head(Ui& ui, Scroll& page, std::string_view title, std::string_view line);

/// A card as high as what `content` draws into it, from the pen down; two passes: the first measures. `content` gets
/// the inner box and returns the height it used.
using CardContent = std::function<float(Box inner, bool draws)>;
void card_of(Ui& ui, Scroll& page, const CardContent& content);
float heading_row(Ui& ui, Box inner, std::string_view text, bool draws);
/// Sentences behind dots; returns the height.
float sentences(Ui& ui, Box inner, const std::vector<std::string>& items, Color color, Icon icon, Color icon_color,
                bool draws);

[[nodiscard]] Tone tone_of(const Theme& theme, ExamStatus status);
[[nodiscard]] Icon icon_of(ExamStatus status);
[[nodiscard]] Tone tone_of(const Theme& theme, MySitting::Kind kind);
void sitting_badge(Ui& ui, Box box, MySitting::Kind kind, int score);

}  // namespace huashu::desktop
