// Invented records to look after and a second marking, the same every time: for the gallery and for tests of its
// layout.
#pragma once

#include "desktop/state/care_update.hpp"

namespace huashu::desktop {

[[nodiscard]] app::Holdings sample_holdings();
/// What an order comes to; of a verification also one that finds changes.
[[nodiscard]] CareDone sample_care(CareJob job, bool sound = true);
/// `marked` of twelve replies.
[[nodiscard]] assess::MarkingSheet sample_marking_sheet(int marked);
[[nodiscard]] assess::SheetResult sample_marking_result();

/// What SampleBackstage answers: the looks at once, of all else how far it is.
[[nodiscard]] Intents sample_care_answer(const CareEffect& effect);
[[nodiscard]] Intents sample_marking_answer(const MarkingEffect& effect);

}  // namespace huashu::desktop
