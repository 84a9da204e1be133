#include "match/set_pool.hpp"

namespace huashu::scoring::match {

SetId SetPool::add(const LiteralSet& set) {
    const auto [known, is_new] = known_.try_emplace(set.strings(), static_cast<SetId>(sets_.size()));
    if (is_new) {
        const bool of_pairs = set.lengths().min >= 2;
        const Side after = make_side(set.strings(), of_pairs, false);
        const Side before = make_side(set.reversed(), of_pairs, true);
        sets_.push_back({after, before});
    }
    return known->second;
}

SetPool::Side SetPool::make_side(const std::vector<std::u32string>& sorted, bool of_pairs, bool reversed) {
    const auto hash = [&](const std::u32string& word) {
        if (!of_pairs) return hash_of(word[0]);
        return reversed ? hash_of(word[1], word[0]) : hash_of(word[0], word[1]);
    };
    Side side;
    side.of_pairs = of_pairs ? 1 : 0;
    side.begin = static_cast<std::uint32_t>(members_.size());
    for (const std::u32string& literal : sorted) {
        side.firsts |= Side::bit_of(hash(literal));
        members_.push_back(
            {literal[0], static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(literal.size())});
        pool_.insert(pool_.end(), literal.begin(), literal.end());
    }
    side.end = static_cast<std::uint32_t>(members_.size()) & 0x7FFFFFFF;
    return side;
}

std::size_t SetPool::memory_bytes() const {
    return sets_.size() * sizeof(Set) + members_.size() * sizeof(Member) + pool_.size() * sizeof(char32_t);
}

}  // namespace huashu::scoring::match
