// The quick way to read JSON that is sound. Whatever it can't read is read again by JsonBuilder, which says what is
// wrong with it and decides in doubt: it is the reference with which tests compare this one. Private to scoring.
#pragma once

#include <optional>

#include "scoring/json.hpp"

namespace huashu {

/// Room that a text needs behind its end (its capacity, not its size) to be read this way.
[[nodiscard]] std::size_t fast_json_padding();

/// Nothing: it is not sound, or not plain enough (a bare value at the top, a number beyond 64 bits, a duplicate key,
/// too deep). `text` needs the padding.
[[nodiscard]] std::optional<JsonNode> read_json_fast(const std::string& text);

}  // namespace huashu
