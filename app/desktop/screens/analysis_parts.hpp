// The parts of the page of analysis. Each draws from page.y on and moves it.
#pragma once

#include "desktop/screens/analysis_screen.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {

void analysis_team_ui(Ui& ui, Scroll& page, const AnalysisView& view, int pass_mark, const Speech& speech,
                      Intents& out);
void analysis_items_ui(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech, Intents& out);
void analysis_person_ui(Ui& ui, Scroll& page, const AnalysisView& view, int pass_mark, const Speech& speech,
                        AnalysisScreen& own, Intents& out);

/// A card that is `content` pixels high below its heading and the explanation (may be empty). Returns the box of the
/// content; page.y is below the card.
[[nodiscard]] Box analysis_card(Ui& ui, Scroll& page, std::string_view heading, std::string_view how, float content);
/// Figures side by side, or one below the other where there is no room.
void analysis_figures(Ui& ui, Scroll& page, std::string_view id, const std::vector<AnalysisFigure>& figures);
/// The colour of a cell of the heat table and of a weakness: `depth` 0..1.
[[nodiscard]] Color heat_color(const Theme& theme, float depth);

}  // namespace huashu::desktop
