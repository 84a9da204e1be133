#include "desktop/text/word_bounds.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <vector>

#include "desktop/text/line_break.hpp"

namespace huashu::desktop {
namespace {

// Only the neighbourhood is looked at: a word is never this long, and the text may be.
constexpr std::size_t reach = 200;

std::unique_ptr<icu::BreakIterator> make_iterator() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made{icu::BreakIterator::createWordInstance(icu::Locale("zh"), status)};
    return U_SUCCESS(status) ? std::move(made) : nullptr;
}

// The boundaries around `at`, as positions in the text, ascending; the ends of the neighbourhood are among them.
std::vector<std::size_t> bounds_near(std::u32string_view text, std::size_t at) {
    const std::size_t from = at > reach ? at - reach : 0;
    const std::size_t to = std::min(text.size(), at + reach);
    std::vector<std::size_t> out{from};
    icu::UnicodeString utf16;
    std::vector<std::size_t> position_of;  // per UTF-16 unit
    for (std::size_t i = from; i < to; ++i) {
        const int before = utf16.length();
        utf16.append(static_cast<UChar32>(text[i]));
        position_of.insert(position_of.end(), static_cast<std::size_t>(utf16.length() - before), i);
    }
    position_of.push_back(to);
    const std::unique_ptr<icu::BreakIterator> words = make_iterator();
    if (words != nullptr) {
        words->setText(utf16);
        for (int b = words->next(); b != icu::BreakIterator::DONE; b = words->next()) {
            const std::size_t position = position_of[static_cast<std::size_t>(b)];
            if (position > out.back()) out.push_back(position);
        }
    }
    if (out.back() != to) out.push_back(to);
    return out;
}

bool is_blank(char32_t c) {
    const BreakClass kind = break_class(c);
    return kind == BreakClass::blank || kind == BreakClass::newline;
}

}  // namespace

std::pair<std::size_t, std::size_t> word_around(std::u32string_view text, std::size_t at) {
    if (text.empty()) return {0, 0};
    at = std::min(at, text.size() - 1);
    const std::vector<std::size_t> bounds = bounds_near(text, at);
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i)
        if (at >= bounds[i] && at < bounds[i + 1]) return {bounds[i], bounds[i + 1]};
    return {at, at + 1};
}

std::size_t word_start_before(std::u32string_view text, std::size_t at) {
    while (at > 0 && is_blank(text[at - 1])) --at;
    return at == 0 ? 0 : word_around(text, at - 1).first;
}

std::size_t word_end_after(std::u32string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at == text.size() ? at : word_around(text, at).second;
}

}  // namespace huashu::desktop
