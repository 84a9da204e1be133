#include "run/recognise.hpp"

#include <algorithm>
#include <vector>

#include "model/hear.hpp"
#include "scoring/text.hpp"

namespace huashu::scenarios {
namespace {

constexpr std::size_t shortest_copy = 8;  // characters
constexpr std::size_t copied_per_cent = 80;

std::uint64_t pair_at(const std::u32string& words, std::size_t i) {
    return static_cast<std::uint64_t>(words[i]) << 32 | words[i + 1];
}

// The length of the well-formed sequence at `at`; 0: none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto tail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return tail(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return tail(at + 1, low, high) && tail(at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return tail(at + 1, low, high) && tail(at + 2) && tail(at + 3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

bool is_copied(const std::u32string& words, std::string_view owner_line) {
    if (words.size() < shortest_copy) return false;
    const std::u32string owner = words_of(scoring::canonicalise(owner_line));
    std::vector<std::uint64_t> pairs;
    pairs.reserve(owner.size());
    for (std::size_t i = 0; i + 1 < owner.size(); ++i) pairs.push_back(pair_at(owner, i));
    std::sort(pairs.begin(), pairs.end());
    std::size_t shared = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        shared += std::binary_search(pairs.begin(), pairs.end(), pair_at(words, i)) ? 1 : 0;
    return shared * 100 >= (words.size() - 1) * copied_per_cent;
}

std::string repair_utf8(const std::string& text) {
    if (scoring::is_valid_utf8(text)) return text;
    std::string sound;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length > 0)
            sound.append(text, at, length);
        else
            sound += "\xEF\xBF\xBD";
        at += length > 0 ? length : 1;
    }
    return sound;
}

}  // namespace huashu::scenarios
