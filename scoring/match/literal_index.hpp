// All literals of a pattern set, found in one pass. Private to scoring.
//
// Not a textbook Aho-Corasick automaton, on purpose: its every step waits for the one before. Here each position asks a
// small bitmap whether any literal begins with the two characters that stand there; the questions don't depend on each
// other, so the processor answers several at a time, and nearly all answers are no. Only behind a yes a trie is walked.
// Hits come in the order of their places. A walk is as long as the longest common beginning of the text and a literal,
// which max_pattern_chars bounds.
#pragma once

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
    explicit LiteralIndex(const std::vector<std::u32string>& literals);
    LiteralIndex() : LiteralIndex(std::vector<std::u32string>{}) {}

    /// Calls `found(id, begin, end)` for every occurrence, by begin, then end; false from it stops the search.
    /// `symbols` is memory to work with.
    template <class Found>
    void find_all(std::u32string_view text, std::vector<std::uint32_t>& symbols, Found found) const;

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    // A character that no literal holds is symbol 0.
    using Symbol = std::uint32_t;
    static constexpr Symbol symbol_mask = 0x7FFFFFFF;
    static constexpr Symbol alone_bit = 0x80000000;  ///< the character is a literal by itself
    static constexpr unsigned block_shift = 7;
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    struct Node {
        std::uint32_t first_child = 0;  ///< children stand together, by symbol
        std::uint32_t child_count = 0;
        Symbol symbol = 0;
        LiteralId literal = none;
    };
    struct PairSlot {
        std::uint64_t pair = 0;  ///< 0: free
        std::uint32_t node = 0;
    };

    [[nodiscard]] Symbol symbol_of(char32_t c) const {
        return symbol_blocks_[(static_cast<std::uint32_t>(symbol_index_[c >> block_shift]) << block_shift) +
                              (c & ((1u << block_shift) - 1))];
    }
    [[nodiscard]] static std::uint64_t pair_of(Symbol a, Symbol b) {
        return static_cast<std::uint64_t>(a & symbol_mask) << 32 | (b & symbol_mask);
    }
    [[nodiscard]] static std::uint64_t hash(std::uint64_t pair) { return (pair ^ pair >> 15) * 0x9E3779B97F4A7C15u; }
    [[nodiscard]] bool may_begin(std::uint64_t pair) const {
        const std::uint64_t h = hash(pair) >> pair_shift_;
        return (pair_bits_[h / 64] >> h % 64 & 1) != 0;
    }
    [[nodiscard]] std::uint32_t node_of_pair(std::uint64_t pair) const;
    [[nodiscard]] std::uint32_t child(std::uint32_t node, Symbol symbol) const;

    struct Sorted;
    void number_symbols(const std::vector<std::u32string>& literals);
    void build_trie(std::vector<Sorted>& sorted);
    void add_pair(std::uint64_t pair, std::uint32_t node);

    std::vector<std::uint16_t> symbol_index_;
    std::vector<Symbol> symbol_blocks_;
    std::vector<LiteralId> alone_;  ///< by symbol
    std::vector<std::uint64_t> pair_bits_;
    unsigned pair_shift_ = 54;
    std::vector<PairSlot> pairs_;  ///< open addressing, a power of two, at most half full
    std::vector<Node> nodes_;
};

template <class Found>
void LiteralIndex::find_all(std::u32string_view text, std::vector<std::uint32_t>& symbols, Found found) const {
    const auto size = static_cast<std::uint32_t>(text.size());
    symbols.resize(size + 1);
    for (std::uint32_t i = 0; i < size; ++i) symbols[i] = symbol_of(text[i]);
    symbols[size] = 0;  // begins and continues nothing
    for (std::uint32_t i = 0; i < size; ++i) {
        const Symbol first = symbols[i];
        if ((first & alone_bit) != 0 && !found(alone_[first & symbol_mask], i, i + 1)) return;
        const std::uint64_t pair = pair_of(first, symbols[i + 1]);
        if (!may_begin(pair)) continue;
        std::uint32_t node = node_of_pair(pair);
        for (std::uint32_t end = i + 2; node != none; ++end) {
            const LiteralId id = nodes_[node].literal;
            if (id != none && !found(id, i, end)) return;
            if (nodes_[node].child_count == 0) break;
            node = child(node, symbols[end] & symbol_mask);
        }
    }
}

}  // namespace huashu::scoring::match
