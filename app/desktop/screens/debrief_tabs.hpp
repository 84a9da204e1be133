// The three tabs of the debrief.
#pragma once

#include "desktop/screens/debrief_screen.hpp"
#include "desktop/ui/scroll.hpp"

namespace huashu::desktop {

void debrief_overview_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, Intents& out);
void debrief_replies_ui(Ui& ui, Box box, const DebriefState& debrief, const DebriefView& view, const Speech& speech,
                        DebriefScreen& own, Intents& out);
/// The right side of the second tab: everything about one reply.
void debrief_turn_ui(Ui& ui, Box box, const DebriefView& view, std::size_t index, const Speech& speech,
                     DebriefScreen& own, Intents& out);
/// Its parts: what one can ask "what if" about, and the answer.
void what_if_questions(Ui& ui, Scroll& column, const TurnView& turn, const std::vector<Alternative>& alternatives,
                       const Speech& speech, DebriefScreen& own, Intents& out);
void what_if_card(Ui& ui, Scroll& column, const WhatIfView& what_if, const Speech& speech, Intents& out);
/// A filled-in form as the screen edits it, and back.
[[nodiscard]] RecordDraft record_draft_of(const scenarios::RecordForm& form);
[[nodiscard]] scenarios::RecordForm record_form_of(const RecordDraft& draft);
/// The complaint record; only where the scenario asks for one.
void debrief_record_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, DebriefScreen& own,
                       Intents& out);
void debrief_ledger_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, DebriefScreen& own,
                       Intents& out);

}  // namespace huashu::desktop
