// Strings of code points for the generator, by ICU.
#pragma once

#include <unicode/unistr.h>

#include <string>

namespace huashu::tools {

inline std::u32string to_utf32(const icu::UnicodeString& text) {
    std::u32string out;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        out.push_back(static_cast<char32_t>(text.char32At(i)));
    return out;
}
inline std::u32string to_utf32(const std::string& text) { return to_utf32(icu::UnicodeString::fromUTF8(text)); }

inline icu::UnicodeString to_icu(const std::u32string& text) {
    return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                         static_cast<int32_t>(text.size()));
}

}  // namespace huashu::tools
