#include "match/literal_index.hpp"

#include <algorithm>
#include <bit>

namespace huashu::scoring::match {
namespace {

constexpr std::uint32_t code_points = 0x110000;

}  // namespace

/// A literal as symbols. The first two decide most comparisons, so they are kept as one number.
struct LiteralIndex::Sorted {
    std::uint64_t head = 0;
    std::vector<Symbol> symbols;
    LiteralId id = 0;
};

LiteralIndex::LiteralIndex(const std::vector<std::u32string>& literals) {
    number_symbols(literals);
    std::vector<Sorted> sorted;
    for (LiteralId id = 0; id < literals.size(); ++id) {
        const std::u32string& literal = literals[id];
        Sorted one;
        one.id = id;
        for (char32_t c : literal) one.symbols.push_back(symbol_of(c) & symbol_mask);
        if (literal.size() == 1) {
            alone_[one.symbols[0]] = id;
            symbol_blocks_[(static_cast<std::uint32_t>(symbol_index_[literal[0] >> block_shift]) << block_shift) +
                           (literal[0] & ((1u << block_shift) - 1))] |= alone_bit;
            continue;
        }
        one.head = pair_of(one.symbols[0], one.symbols[1]);
        sorted.push_back(std::move(one));
    }
    build_trie(sorted);
}

void LiteralIndex::number_symbols(const std::vector<std::u32string>& literals) {
    symbol_index_.assign(code_points >> block_shift, 0);
    symbol_blocks_.assign(1u << block_shift, 0);
    std::uint32_t next = 1;
    for (const std::u32string& literal : literals)
        for (char32_t c : literal) {
            std::uint16_t& block = symbol_index_[c >> block_shift];
            if (block == 0) {
                block = static_cast<std::uint16_t>(symbol_blocks_.size() >> block_shift);
                symbol_blocks_.resize(symbol_blocks_.size() + (1u << block_shift), 0);
            }
            Symbol& symbol =
                symbol_blocks_[(static_cast<std::uint32_t>(block) << block_shift) + (c & ((1u << block_shift) - 1))];
            if (symbol == 0) symbol = next++;
        }
    alone_.assign(next, none);
}

// Level by level: the children of one node are the ranges of literals that agree one symbol further.
void LiteralIndex::build_trie(std::vector<Sorted>& sorted) {
    std::sort(sorted.begin(), sorted.end(), [](const Sorted& a, const Sorted& b) {
        return a.head != b.head ? a.head < b.head : a.symbols < b.symbols;
    });
    struct Range {
        std::uint32_t node;
        std::uint32_t begin;
        std::uint32_t end;
        std::uint32_t depth;
    };
    std::vector<Range> todo;
    const auto count = static_cast<std::uint32_t>(sorted.size());
    const auto pair_at = [&](std::uint32_t i) { return sorted[i].head; };
    std::uint32_t pair_count = 0;
    for (std::uint32_t i = 0; i < count; ++i) pair_count += i == 0 || pair_at(i) != pair_at(i - 1);
    const unsigned bits = std::clamp(static_cast<unsigned>(std::bit_width(pair_count)) + 4u, 10u, 20u);
    pair_shift_ = 64 - bits;
    pair_bits_.assign((std::size_t{1} << bits) / 64, 0);
    pairs_.assign(std::bit_ceil(pair_count * 2 + 2), {});
    for (std::uint32_t begin = 0; begin < count;) {
        std::uint32_t end = begin + 1;
        while (end < count && pair_at(end) == pair_at(begin)) ++end;
        add_pair(pair_at(begin), static_cast<std::uint32_t>(nodes_.size()));
        todo.push_back({static_cast<std::uint32_t>(nodes_.size()), begin, end, 2});
        nodes_.push_back({});
        begin = end;
    }
    for (std::size_t next = 0; next < todo.size(); ++next) {
        auto [node, begin, end, depth] = todo[next];
        while (begin < end && sorted[begin].symbols.size() == depth) nodes_[node].literal = sorted[begin++].id;
        nodes_[node].first_child = static_cast<std::uint32_t>(nodes_.size());
        while (begin < end) {
            const Symbol symbol = sorted[begin].symbols[depth];
            std::uint32_t last = begin + 1;
            while (last < end && sorted[last].symbols[depth] == symbol) ++last;
            todo.push_back({static_cast<std::uint32_t>(nodes_.size()), begin, last, depth + 1});
            Node child_node;
            child_node.symbol = symbol;
            nodes_.push_back(child_node);
            ++nodes_[node].child_count;
            begin = last;
        }
    }
}

void LiteralIndex::add_pair(std::uint64_t pair, std::uint32_t node) {
    const std::uint64_t h = hash(pair) >> pair_shift_;
    pair_bits_[h / 64] |= std::uint64_t{1} << h % 64;
    const auto mask = static_cast<std::uint32_t>(pairs_.size() - 1);
    auto at = static_cast<std::uint32_t>(hash(pair) >> 20) & mask;
    while (pairs_[at].pair != 0) at = (at + 1) & mask;
    pairs_[at] = {pair, node};
}

std::uint32_t LiteralIndex::node_of_pair(std::uint64_t pair) const {
    const auto mask = static_cast<std::uint32_t>(pairs_.size() - 1);
    for (auto at = static_cast<std::uint32_t>(hash(pair) >> 20) & mask; pairs_[at].pair != 0; at = (at + 1) & mask)
        if (pairs_[at].pair == pair) return pairs_[at].node;
    return none;
}

std::uint32_t LiteralIndex::child(std::uint32_t node, Symbol symbol) const {
    std::uint32_t low = nodes_[node].first_child;
    std::uint32_t high = low + nodes_[node].child_count;
    while (high - low > 8) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (nodes_[middle].symbol <= symbol)
            low = middle;
        else
            high = middle;
    }
    for (; low < high; ++low)
        if (nodes_[low].symbol == symbol) return low;
    return none;
}

std::size_t LiteralIndex::memory_bytes() const {
    return symbol_index_.size() * sizeof(std::uint16_t) + symbol_blocks_.size() * sizeof(Symbol) +
           alone_.size() * sizeof(LiteralId) + pair_bits_.size() * sizeof(std::uint64_t) +
           pairs_.size() * sizeof(PairSlot) + nodes_.size() * sizeof(Node);
}

}  // namespace huashu::scoring::match
