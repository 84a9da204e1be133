// The complaint record as a form to fill in: after a talk, and in an assessment where it counts.
#pragma once

#include "desktop/screens/debrief_screen.hpp"
#include "desktop/views/record_view.hpp"

namespace huashu::desktop {

/// True: it was handed in. `submit`: what stands on its button.
[[nodiscard]] bool record_form_ui(Ui& ui, Box box, const RecordView& view, const Speech& speech, RecordDraft& draft,
                                  const std::string& submit);

}  // namespace huashu::desktop
