#include "char_fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <map>
#include <stdexcept>

#include "scoring/text.hpp"
#include "unicode_text.hpp"

namespace huashu::tools {
namespace {

using scoring::bit;
using scoring::CharClass;
using scoring::FoldKind;
using scoring::FoldStep;

struct Normalizers {
    const icu::Normalizer2* nfc;
    const icu::Normalizer2* nfkc;
    const icu::Normalizer2* nfkd;
    const icu::Normalizer2* nfkc_casefold;

    Normalizers() {
        UErrorCode status = U_ZERO_ERROR;
        nfc = icu::Normalizer2::getNFCInstance(status);
        nfkc = icu::Normalizer2::getNFKCInstance(status);
        nfkd = icu::Normalizer2::getNFKDInstance(status);
        nfkc_casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
    }
};

const Normalizers& normalizers() {
    static const Normalizers all;
    return all;
}

std::u32string normalized(const icu::Normalizer2* normalizer, const std::u32string& text) {
    UErrorCode status = U_ZERO_ERROR;
    return to_utf32(normalizer->normalize(to_icu(text), status));
}

/// The Greek iota below is a mark that case folding turns into a letter, so its place among other marks would matter;
/// as marks say nothing here, it goes.
std::u32string without_iota_below(const std::u32string& text) {
    constexpr char32_t iota_below = 0x345;
    std::u32string out = normalized(normalizers().nfkd, text);
    if (out.find(iota_below) == std::u32string::npos) return text;
    std::erase(out, iota_below);
    return normalized(normalizers().nfc, out);
}

// NFKC would turn an ellipsis into three full stops, and so the end of a clause into three separators.
const std::map<char32_t, char32_t> own_forms{{U'…', U'…'},  {U'‥', U'…'}, {U'⋯', U'…'},
                                             {U'〜', U'~'}, {U'∼', U'~'}, {0xFE19, U'…'}};

bool is_newline(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_blank(char32_t c) {
    return c == '\t' || c == 0x2800 || u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR;
}

bool is_dropped(char32_t c) {
    const auto cp = static_cast<UChar32>(c);
    const int8_t type = u_charType(cp);
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_ENCLOSING_MARK || c == 0xFFFC ||
           u_hasBinaryProperty(cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_wide_form(char32_t c) {
    const int32_t width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH;
}

std::u32string fold_script(const std::u32string& text, const HanVariants& variants) {
    std::u32string out;
    for (char32_t c : text) out.push_back(variants.representative(c));
    return out;
}

// The steps are applied until nothing changes: a representative may have a compatibility form of its own.
std::u32string fold_to_the_end(std::u32string text, const HanVariants& variants) {
    while (true) {
        std::u32string next = fold_script(normalized(normalizers().nfkc_casefold, text), variants);
        if (next == text) return text;
        text = std::move(next);
    }
}

}  // namespace

CharFold fold_of(char32_t c, const HanVariants& variants) {
    if (is_newline(c)) return {FoldKind::newline, {}, 0, false};
    if (is_blank(c)) return {FoldKind::blank, {}, 0, false};
    if (is_dropped(c)) return {FoldKind::dropped, {}, bit(FoldStep::invisible), false};

    CharFold fold;
    const std::u32string as_typed = without_iota_below(std::u32string(1, c));
    if (as_typed.empty()) return {FoldKind::dropped, {}, bit(FoldStep::invisible), false};
    const auto own = own_forms.find(c);
    const std::u32string compatible =
        own != own_forms.end() ? std::u32string(1, own->second) : normalized(normalizers().nfkc, as_typed);
    const std::u32string folded =
        own != own_forms.end() ? compatible : normalized(normalizers().nfkc_casefold, as_typed);
    fold.becomes = own != own_forms.end() ? compatible : fold_to_the_end(folded, variants);
    if (compatible != as_typed) fold.steps |= bit(is_wide_form(c) ? FoldStep::width : FoldStep::compatibility);
    if (folded != compatible) fold.steps |= bit(FoldStep::letter_case);
    if (fold.becomes != folded) fold.steps |= bit(FoldStep::script);
    if (fold.becomes.empty()) return {FoldKind::dropped, {}, bit(FoldStep::invisible), false};
    // Spacing accents are a blank and a mark; the mark would be dropped, so they are blanks.
    if (fold.becomes.size() == 2 && fold.becomes[0] == U' ' &&
        u_getCombiningClass(static_cast<UChar32>(fold.becomes[1])) != 0)
        return {FoldKind::blank, {}, fold.steps, false};
    fold.kind = fold.becomes.size() == 1 ? FoldKind::single : FoldKind::sequence;
    fold.joins_backwards = !normalizers().nfc->hasBoundaryBefore(static_cast<UChar32>(fold.becomes.front()));
    return fold;
}

CharClass class_for(char32_t c) {
    const auto cp = static_cast<UChar32>(c);
    if (c == '\n') return CharClass::newline;
    if (c == ' ') return CharClass::blank;
    if (c >= '0' && c <= '9') return CharClass::digit;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(cp, &status);
    if (script == USCRIPT_HAN && u_isalpha(cp)) return CharClass::han;
    if (c == U'〇' || c == U'々') return CharClass::han;
    if (script == USCRIPT_LATIN && u_isalpha(cp)) return CharClass::letter;
    if (u_ispunct(cp)) return CharClass::punctuation;
    const int8_t type = u_charType(cp);
    const bool symbol =
        type == U_MATH_SYMBOL || type == U_CURRENCY_SYMBOL || type == U_MODIFIER_SYMBOL || type == U_OTHER_SYMBOL;
    if (symbol) return c < 0x80 ? CharClass::punctuation : CharClass::symbol;
    return CharClass::other;
}

}  // namespace huashu::tools
