// Combining marks: the slow path of canonicalisation.
//
// Almost no reply holds one, so the fold table only flags characters that may combine with what stands before them; the
// stretch around them is then brought to composed form here. Private to scoring.
#pragma once

#include <cstddef>

#include "scoring/text.hpp"

namespace huashu::scoring {

/// Where the last stretch that a mark could combine with begins: the position of the last character that starts
/// afresh.
[[nodiscard]] std::size_t start_of_stretch(const FoldedText& text);

/// Composes everything from `begin` on (NFC), keeping the map exact: what was composed covers the bytes of all its
/// parts. Marks that compose with nothing are dropped: in Chinese text they only decorate or hide.
void compose_from(FoldedText& text, std::size_t begin);

}  // namespace huashu::scoring
