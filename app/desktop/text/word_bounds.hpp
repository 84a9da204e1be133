// Where words begin and end, for double clicks and Ctrl+arrow. Chinese has no blanks: ICU's dictionary decides.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace huashu::desktop {

/// The word (or the blanks, or the sign) that holds the character at `at`; half open. At the end of the text: the last.
[[nodiscard]] std::pair<std::size_t, std::size_t> word_around(std::u32string_view text, std::size_t at);
/// From `at` to the start of the word before, or past the end of the word after; blanks are skipped.
[[nodiscard]] std::size_t word_start_before(std::u32string_view text, std::size_t at);
[[nodiscard]] std::size_t word_end_after(std::u32string_view text, std::size_t at);

}  // namespace huashu::desktop
