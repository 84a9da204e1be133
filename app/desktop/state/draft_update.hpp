// How a blueprint's draft changes by what is wished for.
#pragma once

#include "desktop/state/exam_intent.hpp"
#include "desktop/state/update.hpp"

namespace huashu::desktop {

/// Another value, remembered for undo. `goes_on` as of exam_wish::ChangeDraft.
void change_draft(BlueprintDraft& draft, DraftValue value, bool goes_on);
/// One step back, or forward again. False: there is none.
bool undo_draft(BlueprintDraft& draft, bool redo);

}  // namespace huashu::desktop
