#include "terminal/columns.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "words/utf8.hpp"

namespace huashu::app {
namespace {

int columns_of(UChar32 c) {
    switch (u_charType(c)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return 0;
        default:
            break;
    }
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

UChar32 next(std::string_view text, std::size_t& at) {
    UChar32 c = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
    return c;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::size_t without_trailing_blanks(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && is_blank(text[end - 1])) --end;
    return end;
}

// How far from `begin` the text can go in so many columns; at least one character.
std::size_t cut(std::string_view text, std::size_t begin, std::size_t end, int columns) {
    int used = 0;
    for (std::size_t at = begin; at < end;) {
        std::size_t after = at;
        used += columns_of(next(text, after));
        if (used > columns && at > begin) return at;
        at = after;
    }
    return end;
}

struct Break {
    std::size_t at = 0;
    bool is_hard = false;
};

// Where lines may or must end, in order; the end of the text is the last.
std::vector<Break> breaks_of(std::string_view text) {
    std::vector<Break> breaks;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, decltype(&utext_close)> units(
        utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status), utext_close);
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> lines(ubrk_open(UBRK_LINE, "zh", nullptr, 0, &status),
                                                                       ubrk_close);
    if (U_SUCCESS(status)) ubrk_setUText(lines.get(), units.get(), &status);
    if (U_FAILURE(status)) return {{text.size(), false}};  // no break data: lines are cut where they are full
    for (int32_t at = ubrk_next(lines.get()); at != UBRK_DONE; at = ubrk_next(lines.get()))
        breaks.push_back({static_cast<std::size_t>(at), ubrk_getRuleStatus(lines.get()) >= UBRK_LINE_HARD});
    return breaks;
}

}  // namespace

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

int columns_of(std::string_view text) {
    int columns = 0;
    for (std::size_t at = 0; at < text.size();) columns += columns_of(next(text, at));
    return columns;
}

std::vector<TextLine> break_lines(std::string_view text, int columns) {
    columns = std::max(columns, 2);
    std::vector<TextLine> lines;
    std::size_t begin = 0;  // of the line being filled
    std::size_t full = 0;   // how far it is known to fit
    const auto close_line = [&](std::size_t end) {
        lines.push_back({begin, without_trailing_blanks(text, begin, end)});
        begin = full = end;
    };
    for (const Break& candidate : breaks_of(text)) {
        const auto fits = [&] {
            return columns_of(text.substr(begin, without_trailing_blanks(text, begin, candidate.at) - begin)) <=
                   columns;
        };
        if (!fits() && full > begin) close_line(full);
        while (!fits()) close_line(cut(text, begin, candidate.at, columns));
        full = candidate.at;
        if (candidate.is_hard) close_line(full);
    }
    if (begin < text.size() || lines.empty()) close_line(text.size());
    return lines;
}

std::string wrap(std::string_view text, int columns, int indent) {
    std::string wrapped;
    for (const TextLine& line : break_lines(text, columns - indent)) {
        if (!wrapped.empty()) wrapped += "\n" + std::string(static_cast<std::size_t>(indent), ' ');
        wrapped += text.substr(line.begin, line.end - line.begin);
    }
    return wrapped;
}

std::string pad(std::string_view text, int columns) {
    const int missing = columns - columns_of(text);
    return std::string(text) + std::string(static_cast<std::size_t>(std::max(missing, 0)), ' ');
}

std::string printable(std::string_view text) {
    std::string shown;
    const std::string valid = repair_utf8(text);
    for (std::size_t at = 0; at < valid.size();) {
        const std::size_t begin = at;
        const UChar32 c = next(valid, at);
        if (c == '\n')
            shown += '\n';
        else if (c == '\t')
            shown += ' ';
        else if (c < 0x20 || c == 0x7f) {
            shown += "\xE2\x90";  // U+2400 and on: pictures of the controls
            shown += static_cast<char>(c == 0x7f ? 0xA1 : 0x80 + c);
        } else if (c >= 0x80 && c < 0xa0)
            shown += "\xEF\xBF\xBD";
        else
            shown.append(valid, begin, at - begin);
    }
    return shown;
}

}  // namespace huashu::app
