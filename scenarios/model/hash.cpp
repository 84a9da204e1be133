#include "model/hash.hpp"

namespace huashu::scenarios {

std::string to_hex(std::uint64_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; value >>= 4) text[i] = digits[value & 0xFu];
    return text;
}

}  // namespace huashu::scenarios
