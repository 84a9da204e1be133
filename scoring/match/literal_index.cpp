#include "match/literal_index.hpp"

#include <bit>

namespace huashu::scoring::match {

/// The first two characters decide most comparisons, so they are kept as one number.
struct LiteralIndex::Sorted {
    std::uint64_t head = 0;
    LiteralId id = 0;
};

LiteralIndex::LiteralIndex(const std::vector<std::u32string_view>& literals) {
    std::vector<Sorted> sorted;
    sorted.reserve(literals.size());
    for (LiteralId id = 0; id < literals.size(); ++id)
        sorted.push_back({pair_of(literals[id][0], literals[id].size() > 1 ? literals[id][1] : 0), id});
    std::sort(sorted.begin(), sorted.end(), [&](const Sorted& a, const Sorted& b) {
        return a.head != b.head ? a.head < b.head : literals[a.id] < literals[b.id];
    });
    std::size_t heads = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) heads += i == 0 || sorted[i].head != sorted[i - 1].head ? 1 : 0;
    // A bit for every 32nd: one place in thirty is looked at in vain.
    const unsigned bits = std::clamp(static_cast<unsigned>(std::bit_width(heads)) + 5u, 10u, 22u);
    pair_shift_ = 64 - bits;
    pair_bits_.assign((std::size_t{1} << bits) / 64, 0);
    slots_.assign(std::bit_ceil(heads * 2 + 2), {});
    build_trie(literals, sorted);
}

// Level by level: the children of one node are the ranges of literals that agree one character further.
void LiteralIndex::build_trie(const std::vector<std::u32string_view>& literals, const std::vector<Sorted>& sorted) {
    struct Range {
        std::uint32_t node;
        std::uint32_t begin;
        std::uint32_t end;
        std::uint32_t depth;
        std::size_t slot;  ///< of the level below a pair, whose characters its mask collects
    };
    std::vector<Range> todo;
    std::vector<Slot> slots;
    const auto count = static_cast<std::uint32_t>(sorted.size());
    nodes_.reserve(sorted.size() * 2);
    for (std::uint32_t begin = 0, end = 0; begin < count; begin = end) {
        const std::u32string_view literal = literals[sorted[begin].id];
        if (literal.size() == 1) {
            add_alone(literal[0], sorted[begin].id);
            end = begin + 1;
            continue;
        }
        while (end < count && sorted[end].head == sorted[begin].head) ++end;
        const auto node = static_cast<std::uint32_t>(nodes_.size());
        todo.push_back({node, begin, end, 2, slots.size()});
        slots.push_back({sorted[begin].head, node, 0});
        nodes_.push_back({});
    }
    for (std::size_t next = 0; next < todo.size(); ++next) {
        auto [node, begin, end, depth, slot] = todo[next];
        if (literals[sorted[begin].id].size() == depth) {
            nodes_[node].literal = sorted[begin++].id;
            if (depth == 2) slots[slot].next_mask = 0xFFFFFFFF;
        }
        nodes_[node].first_child = static_cast<std::uint32_t>(nodes_.size());
        while (begin < end) {
            const char32_t c = literals[sorted[begin].id][depth];
            std::uint32_t last = begin + 1;
            while (last < end && literals[sorted[last].id][depth] == c) ++last;
            todo.push_back({static_cast<std::uint32_t>(nodes_.size()), begin, last, depth + 1, 0});
            nodes_.push_back({c, 0, 0, none});
            ++nodes_[node].child_count;
            if (depth == 2) slots[slot].next_mask |= next_bit(c);
            begin = last;
        }
    }
    for (const Slot& slot : slots) {
        const std::uint64_t h = hash(slot.pair) >> pair_shift_;
        pair_bits_[h / 64] |= std::uint64_t{1} << h % 64;
        put_slot(slot);
    }
    nodes_.shrink_to_fit();
}

void LiteralIndex::add_alone(char32_t c, LiteralId id) {
    if (alone_bits_.empty()) alone_bits_.assign(0x10000 / 64, 0);
    alone_bits_[(c & 0xFFFF) / 64] |= std::uint64_t{1} << c % 64;
    put_slot({pair_of(c, 0), static_cast<std::uint32_t>(nodes_.size()), 0});
    nodes_.push_back({c, 0, 0, id});
}

void LiteralIndex::put_slot(Slot slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash(slot.pair) >> 7 & mask;
    while (slots_[at].pair != 0) at = (at + 1) & mask;
    slots_[at] = slot;
}

std::uint32_t LiteralIndex::child(const Node& node, char32_t c) const {
    std::uint32_t low = node.first_child;
    std::uint32_t high = low + node.child_count;
    while (high - low > 8) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (nodes_[middle].c <= c)
            low = middle;
        else
            high = middle;
    }
    for (; low < high; ++low)
        if (nodes_[low].c == c) return low;
    return none;
}

std::size_t LiteralIndex::memory_bytes() const {
    return (alone_bits_.size() + pair_bits_.size()) * sizeof(std::uint64_t) + slots_.size() * sizeof(Slot) +
           nodes_.size() * sizeof(Node);
}

}  // namespace huashu::scoring::match
