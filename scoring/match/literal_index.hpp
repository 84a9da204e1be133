// All literals of a pattern set, found in one pass. Private to scoring.
//
// Not a textbook Aho-Corasick automaton, on purpose: its every step waits for the one before. Here each position asks a
// small bitmap whether any literal begins with the two characters that stand there; the questions don't depend on each
// other, so the processor answers several at a time, and nearly all answers are no. Only behind a yes a trie is walked.
// Hits come in the order of their places. A walk is as long as the longest common beginning of the text and a literal,
// which max_pattern_chars bounds.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huashu::scoring::match {

using LiteralId = std::uint32_t;

class LiteralIndex {
public:
    /// Non-empty, no two equal; ids are positions in the vector.
    explicit LiteralIndex(const std::vector<std::u32string_view>& literals);
    LiteralIndex() : LiteralIndex(std::vector<std::u32string_view>{}) {}

    /// Calls `found(id, begin, end)` for every occurrence that begins in [first, last), by begin, then end; false from
    /// it stops the search.
    template <class Found>
    void find(std::u32string_view text, std::size_t first, std::size_t last, Found found) const;

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    static constexpr std::size_t chunk = 256;  // positions asked about in one go

    struct Node {
        char32_t c = 0;
        std::uint32_t first_child = 0;  ///< children stand together, by character
        std::uint32_t child_count = 0;
        LiteralId literal = none;
    };
    /// Two characters that literals begin with; or one, with 0 for the second, that is a literal by itself.
    struct Slot {
        std::uint64_t pair = 0;  ///< 0: free
        std::uint32_t node = 0;
        std::uint32_t next_mask =
            0;  ///< which third characters can follow, by their last bits; all: the pair is a literal
    };

    [[nodiscard]] static std::uint64_t pair_of(char32_t a, char32_t b) {
        return static_cast<std::uint64_t>(a) << 32 | b;
    }
    [[nodiscard]] static std::uint64_t hash(std::uint64_t pair) { return (pair ^ pair >> 19) * 0x9E3779B97F4A7C15u; }
    [[nodiscard]] static std::uint32_t next_bit(char32_t c) { return 1u << (c & 31); }
    [[nodiscard]] const Slot* slot_of(std::uint64_t pair) const;
    [[nodiscard]] std::uint32_t child(const Node& node, char32_t c) const;
    template <bool WithAlone>
    std::size_t choose(std::u32string_view text, std::size_t first, std::size_t end, std::uint32_t* candidates) const;
    template <class Found>
    bool walk(std::u32string_view text, std::size_t at, Found& found) const;

    struct Sorted;
    void build_trie(const std::vector<std::u32string_view>& literals, const std::vector<Sorted>& sorted);
    void add_alone(char32_t c, LiteralId id);
    void put_slot(Slot slot);

    std::vector<std::uint64_t> alone_bits_;  ///< by the last 16 bits of a character; empty: no literal is that short
    std::vector<std::uint64_t> pair_bits_;
    unsigned pair_shift_ = 0;
    std::vector<Slot> slots_;  ///< open addressing, a power of two, at most half full
    std::vector<Node> nodes_;
};

inline const LiteralIndex::Slot* LiteralIndex::slot_of(std::uint64_t pair) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash(pair) >> 7 & mask; slots_[at].pair != 0; at = (at + 1) & mask)
        if (slots_[at].pair == pair) return &slots_[at];
    return nullptr;
}

template <class Found>
void LiteralIndex::find(std::u32string_view text, std::size_t first, std::size_t last, Found found) const {
    std::array<std::uint32_t, chunk> candidates;
    while (first < last) {
        const std::size_t end = std::min(last, first + chunk);
        const std::size_t count = alone_bits_.empty() ? choose<false>(text, first, end, candidates.data())
                                                      : choose<true>(text, first, end, candidates.data());
        for (std::size_t n = 0; n < count; ++n)
            if (!walk(text, candidates[n], found)) return;
        first = end;
    }
}

/// Writes down the places where a literal may begin; returns how many. There is no jump in the loop on purpose: whether
/// a place is a candidate is hard to foresee.
template <bool WithAlone>
std::size_t LiteralIndex::choose(std::u32string_view text, std::size_t first, std::size_t end,
                                 std::uint32_t* candidates) const {
    const char32_t* const chars = text.data();
    const std::uint64_t* const bits = pair_bits_.data();
    const std::uint64_t* const alone = alone_bits_.data();
    std::size_t count = 0;
    const auto ask = [&](std::size_t i, char32_t next) {
        const std::uint64_t h = hash(pair_of(chars[i], next)) >> pair_shift_;
        std::uint64_t yes = bits[h / 64] >> h % 64;
        if constexpr (WithAlone) yes |= alone[(chars[i] & 0xFFFF) / 64] >> chars[i] % 64;
        candidates[count] = static_cast<std::uint32_t>(i);
        count += yes & 1;
    };
    const std::size_t paired = std::min(end, text.size() - 1);
    for (std::size_t i = first; i < paired; ++i) ask(i, chars[i + 1]);
    if (paired < end) ask(paired, 0);
    return count;
}

template <class Found>
bool LiteralIndex::walk(std::u32string_view text, std::size_t at, Found& found) const {
    const auto begin = static_cast<std::uint32_t>(at);
    if (!alone_bits_.empty())
        if (const Slot* alone = slot_of(pair_of(text[at], 0)))
            if (!found(nodes_[alone->node].literal, begin, begin + 1)) return false;
    if (at + 1 >= text.size()) return true;
    const Slot* slot = slot_of(pair_of(text[at], text[at + 1]));
    if (slot == nullptr) return true;
    const char32_t third = at + 2 < text.size() ? text[at + 2] : 0;
    if ((slot->next_mask & next_bit(third)) == 0) return true;
    std::uint32_t node = slot->node;
    for (std::uint32_t end = begin + 2;; ++end) {
        const Node& here = nodes_[node];
        if (here.literal != none && !found(here.literal, begin, end)) return false;
        if (here.child_count == 0 || end >= text.size()) return true;
        node = child(here, text[end]);
        if (node == none) return true;
    }
}

}  // namespace huashu::scoring::match
