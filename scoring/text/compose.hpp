// Combining marks: the slow path of canonicalisation.
//
// Almost no reply holds one, so the fold table only flags characters that may combine with what stands before them; the
// stretch around them is then brought to composed form here. Private to scoring.
#pragma once

#include <cstddef>

#include "scoring/text.hpp"

namespace huashu::scoring {

// The vectors of the text may be longer than what is written in them; `end` says how far that goes.

/// Where the last stretch that a mark could combine with begins: the position of the last character that starts
/// afresh.
[[nodiscard]] std::size_t start_of_stretch(const FoldedText& text, std::size_t end);

/// Composes everything from `begin` to `end` (NFC), keeping the map exact: what was composed covers the bytes of all
/// its parts. Marks that compose with nothing are dropped: in Chinese text they only decorate or hide. Returns the new
/// end.
[[nodiscard]] std::size_t compose(FoldedText& text, std::size_t begin, std::size_t end);

}  // namespace huashu::scoring
