// Tables of the supervisor's side: parallel forms beside each other, and agreement of marks.
#pragma once

#include "desktop/ui/scroll.hpp"
#include "desktop/views/supervise_view.hpp"

namespace huashu::desktop {

void forms_ui(Ui& ui, Scroll& page, const FormsView& forms, const Speech& speech);
void agreement_ui(Ui& ui, Scroll& page, const SuperviseView& view, const Speech& speech);

void agreement_cards_ui(Ui& ui, Scroll& page, const std::vector<AgreementLine>& dimensions,
                        const std::vector<AgreementLine>& rules, const Speech& speech);

}  // namespace huashu::desktop
