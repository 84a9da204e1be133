// "Did you mean …?" Private to scoring.
#pragma once

#include <span>
#include <string_view>

namespace huashu {

/// The candidate nearest to `word` by insertions, deletions, replacements and swaps of neighbours, if one is near
/// enough to be what was meant (at most a third of the longer one's bytes); else empty. The first of equals.
[[nodiscard]] std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace huashu
