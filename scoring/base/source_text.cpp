// From byte offsets to lines, columns and excerpts.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/utf8.hpp"
#include "scoring/json.hpp"

namespace huashu {
namespace {

// A file may be one line of 64 MB with a problem in every value: counting each column from the start of the line would
// be quadratic, so the count of characters is noted every so many bytes.
constexpr std::size_t checkpoint_bytes = 1024;
constexpr std::size_t excerpt_half = 50;  // code points on each side

// Eight bytes at a time: a continuation byte has its highest bit set and the next one not.
std::size_t count_chars(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::uint64_t lowest_bits = 0x0101010101010101u;
    std::size_t chars = end - begin;
    for (; begin + 8 <= end; begin += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + begin, 8);
        chars -= static_cast<std::size_t>(std::popcount((bytes >> 7) & ~(bytes >> 6) & lowest_bits));
    }
    for (; begin < end; ++begin) chars -= is_utf8_continuation(text[begin]) ? 1 : 0;
    return chars;
}

std::size_t back_chars(std::string_view text, std::size_t from, std::size_t lowest, std::size_t count) {
    for (; count > 0 && from > lowest; --count) do
            --from;
        while (from > lowest && is_utf8_continuation(text[from]));
    return from;
}

std::size_t forward_chars(std::string_view text, std::size_t from, std::size_t highest, std::size_t count) {
    for (; count > 0 && from < highest; --count) from += decode_utf8(text.substr(0, highest), from).size;
    return from;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Twice as wide as a Latin letter on a terminal, as far as it matters for a caret.
bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace

SourceText::SourceText(std::string file, std::string text) : file_(std::move(file)), text_(std::move(text)) {
    line_starts_.push_back(0);
    for (std::size_t i = text_.find('\n'); i != std::string::npos; i = text_.find('\n', i + 1))
        line_starts_.push_back(i + 1);
    std::size_t chars = 0;
    for (std::size_t i = 0; i < text_.size(); i += checkpoint_bytes) {
        chars_before_.push_back(chars);
        chars += count_chars(text_, i, std::min(i + checkpoint_bytes, text_.size()));
    }
}

std::size_t SourceText::chars_before(std::size_t byte) const {
    if (chars_before_.empty()) return 0;
    const std::size_t checkpoint = std::min(byte / checkpoint_bytes, chars_before_.size() - 1);
    return chars_before_[checkpoint] + count_chars(text_, checkpoint * checkpoint_bytes, byte);
}

std::size_t SourceText::line_of(std::size_t byte) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
    return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

Place SourceText::place_of(std::size_t byte) const {
    byte = std::min(byte, text_.size());
    while (byte > 0 && byte < text_.size() && is_utf8_continuation(text_[byte])) --byte;
    const std::size_t line = line_of(byte);
    const std::size_t column = chars_before(byte) - chars_before(line_starts_[line]);
    return {file_, static_cast<int>(line) + 1, static_cast<int>(column) + 1};
}

std::string SourceText::excerpt_at(std::size_t byte) const {
    byte = std::min(byte, text_.size());
    const std::size_t line = line_of(byte);
    const std::size_t line_begin = line_starts_[line];
    std::size_t line_end = line + 1 < line_starts_.size() ? line_starts_[line + 1] - 1 : text_.size();
    if (line_end > line_begin && text_[line_end - 1] == '\r') --line_end;
    const std::size_t at = std::min(byte, line_end);
    const std::size_t begin = back_chars(text_, at, line_begin, excerpt_half);
    const std::size_t end = forward_chars(text_, at, line_end, excerpt_half);

    std::string shown;
    std::string caret;
    for (std::size_t i = begin; i < end;) {
        const DecodedChar c = decode_utf8(std::string_view(text_).substr(0, end), i);
        const bool control = is_control(c.value);
        append_utf8(shown, control ? U' ' : c.value);
        if (i < at) caret += is_wide(c.value) ? "\u3000" : " ";
        i += c.size;
    }
    return shown + "\n" + caret + "^";
}

}  // namespace huashu
