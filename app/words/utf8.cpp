#include "words/utf8.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace huashu::app {

std::string repair_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const std::size_t size = text.size();
    for (std::size_t at = 0; at < size;) {
        UChar32 c = 0;
        const std::size_t begin = at;
        U8_NEXT(bytes, at, size, c);
        if (c >= 0)
            repaired.append(text, begin, at - begin);
        else
            repaired += "\xEF\xBF\xBD";
    }
    return repaired;
}

}  // namespace huashu::app
