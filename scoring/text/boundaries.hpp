// Where clauses and sentences end in canonical text. Private to scoring.
#pragma once

#include <cstdint>
#include <string_view>

namespace huashu::scoring {

enum class Boundary : std::uint8_t { none, clause, sentence };

/// Whether the character at `at` ends something. A full stop between letters or digits and a comma between digits end
/// nothing; two full stops or more are an ellipsis.
[[nodiscard]] Boundary boundary_at(std::u32string_view canonical, std::size_t at);

/// A bracket or quotation mark that belongs to what stands before it.
[[nodiscard]] bool is_closing_mark(char32_t c);

}  // namespace huashu::scoring
