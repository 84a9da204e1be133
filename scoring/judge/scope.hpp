// Whether a place lies where a condition looks.
#pragma once

#include "judge/reading.hpp"

namespace huashu::scoring {

/// The stretch of the reply (characters) that a scope means, seen from a spot. For clause, sentence, next and around a
/// thing is in scope when it overlaps the stretch; for before and after when it lies inside.
[[nodiscard]] CharSpan stretch_of(const Reading& reading, Scope scope, std::uint32_t within, CharSpan spot);
[[nodiscard]] bool in_stretch(Scope scope, CharSpan stretch, CharSpan thing);

}  // namespace huashu::scoring
