#include "text/compose.hpp"

#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <vector>

namespace huashu::scoring {
namespace {

struct Piece {
    char32_t c = 0;
    std::uint8_t combining_class = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    FoldSteps steps = 0;
};

const UNormalizer2* nfc() {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_getNFCInstance(&status);  // ICU's own singleton; its NFC data is built in and can't fail to load
}

Piece piece_of(char32_t c, const FoldedText& text, std::size_t at) {
    return {c, unorm2_getCombiningClass(nfc(), static_cast<UChar32>(c)), text.begin_byte[at], text.end_byte[at],
            text.steps[at]};
}

/// Decomposes canonically, all the way: marks may have to go in between.
std::vector<Piece> decompose(const FoldedText& text, std::size_t begin, std::size_t end) {
    std::vector<Piece> pieces;
    for (std::size_t i = begin; i < end; ++i) {
        std::array<UChar, 64> parts;  // the longest canonical decomposition has 4 code points
        UErrorCode status = U_ZERO_ERROR;
        const int32_t length = unorm2_getDecomposition(nfc(), static_cast<UChar32>(text.chars[i]), parts.data(),
                                                       static_cast<int32_t>(parts.size()), &status);
        if (length < 0 || U_FAILURE(status)) {
            pieces.push_back(piece_of(text.chars[i], text, i));
            continue;
        }
        for (int32_t at = 0; at < length;) {
            UChar32 c = 0;
            U16_NEXT(parts.data(), at, length, c);
            pieces.push_back(piece_of(static_cast<char32_t>(c), text, i));
        }
    }
    return pieces;
}

/// Canonical order: marks between two starters by class, stably.
void order_marks(std::vector<Piece>& pieces) {
    for (auto at = pieces.begin(); at != pieces.end();) {
        if (at->combining_class == 0) {
            ++at;
            continue;
        }
        const auto end = std::find_if(at, pieces.end(), [](const Piece& p) { return p.combining_class == 0; });
        std::stable_sort(at, end, [](const Piece& a, const Piece& b) { return a.combining_class < b.combining_class; });
        at = end;
    }
}

bool absorb(Piece& starter, const Piece& next) {
    const UChar32 composed = unorm2_composePair(nfc(), static_cast<UChar32>(starter.c), static_cast<UChar32>(next.c));
    if (composed < 0) return false;
    starter.c = static_cast<char32_t>(composed);
    starter.end = std::max(starter.end, next.end);
    starter.steps = static_cast<FoldSteps>(starter.steps | next.steps | bit(FoldStep::compatibility));
    return true;
}

/// The standard algorithm, except that marks that find no starter to join are dropped.
std::vector<Piece> composed(const std::vector<Piece>& pieces) {
    std::vector<Piece> out;
    bool has_starter = false;
    std::uint8_t last_class = 0;  // of the marks kept out of the starter so far: they block others of their class
    for (const Piece& piece : pieces) {
        const bool blocked = last_class != 0 && last_class >= piece.combining_class;
        if (has_starter && !blocked && absorb(out.back(), piece)) continue;
        last_class = piece.combining_class;
        if (piece.combining_class != 0) continue;  // a mark that composes with nothing
        out.push_back(piece);
        has_starter = true;
    }
    return out;
}

}  // namespace

std::size_t start_of_stretch(const FoldedText& text, std::size_t end) {
    for (std::size_t at = end; at > 0;)
        if (unorm2_hasBoundaryBefore(nfc(), static_cast<UChar32>(text.chars[--at])) != 0) return at;
    return 0;
}

std::size_t compose(FoldedText& text, std::size_t begin, std::size_t end) {
    std::vector<Piece> pieces = decompose(text, begin, end);
    order_marks(pieces);
    pieces = composed(composed(pieces));  // twice: without the dropped marks, starters may have come to stand together
    const std::size_t new_end = begin + pieces.size();
    if (new_end > text.chars.size()) {
        text.chars.resize(new_end);
        text.begin_byte.resize(new_end);
        text.end_byte.resize(new_end);
        text.steps.resize(new_end);
    }
    std::size_t at = begin;
    for (const Piece& piece : pieces) {
        text.chars[at] = piece.c;
        text.begin_byte[at] = piece.begin;
        text.end_byte[at] = piece.end;
        text.steps[at] = piece.steps;
        text.all_steps |= piece.steps;
        ++at;
    }
    return new_end;
}

}  // namespace huashu::scoring
