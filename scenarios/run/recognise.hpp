// What a typed reply is, before it is judged.
#pragma once

#include <string>
#include <string_view>

namespace huashu::scenarios {

/// The owner's words pasted back: nearly all of the reply stands in his last line, and it is long enough for that to be
/// no chance. Taking up a few of his words is listening, not copying. `words`: of the reply, as words_of() has them.
[[nodiscard]] bool is_copied(const std::u32string& words, std::string_view owner_line);

/// Each byte that belongs to no character becomes U+FFFD, so that a transcript can always be written down.
[[nodiscard]] std::string repair_utf8(const std::string& text);

}  // namespace huashu::scenarios
