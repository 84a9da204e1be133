// What one character becomes in canonical text, and by which steps: the rules behind the fold table.
#pragma once

#include <cstdint>
#include <string>

#include "han_variants.hpp"
#include "text/fold_table.hpp"

namespace huashu::tools {

struct CharFold {
    scoring::FoldKind kind = scoring::FoldKind::single;
    std::u32string becomes;   ///< empty for dropped, blank and newline
    std::uint16_t steps = 0;  ///< FoldSteps
    bool joins_backwards = false;
};

[[nodiscard]] CharFold fold_of(char32_t c, const HanVariants& variants);
[[nodiscard]] scoring::CharClass class_for(char32_t c);

}  // namespace huashu::tools
