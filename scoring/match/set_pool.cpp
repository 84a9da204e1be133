#include "match/set_pool.hpp"

namespace huashu::scoring::match {

SetId SetPool::add(const LiteralSet& set) {
    const auto [known, is_new] = known_.try_emplace(set.strings(), static_cast<SetId>(sets_.size()));
    if (is_new) {
        const bool of_pairs = set.lengths().min >= 2;
        const auto offset = static_cast<std::uint32_t>(pool_.size());
        for (const std::u32string& word : set.strings()) pool_.insert(pool_.end(), word.begin(), word.end());
        const SetSide after = side_after(set, offset, of_pairs);
        const SetSide before = side_before(set, offset, of_pairs);
        sets_.push_back({after, before});
    }
    return known->second;
}

void SetPool::finish() {
    known_.clear();
    std::vector<Set>().swap(sets_);
    members_.shrink_to_fit();
    pool_.shrink_to_fit();
}

SetSide SetPool::side_after(const LiteralSet& set, std::uint32_t offset, bool of_pairs) {
    SetSide side;
    side.of_pairs = of_pairs ? 1 : 0;
    side.begin = static_cast<std::uint32_t>(members_.size());
    for (const std::u32string& word : set.strings()) {
        const auto length = static_cast<std::uint32_t>(word.size());
        side.firsts |= SetSide::bit_of(of_pairs ? hash_of(word[0], word[1]) : hash_of(word[0]));
        members_.push_back({word[0], length > 1 ? word[1] : 0, offset, length});
        offset += length;
    }
    side.end = static_cast<std::uint32_t>(members_.size()) & 0x7FFFFFFF;
    return side;
}

SetSide SetPool::side_before(const LiteralSet& set, std::uint32_t offset, bool of_pairs) {
    SetSide side;
    side.of_pairs = of_pairs ? 1 : 0;
    side.begin = static_cast<std::uint32_t>(members_.size());
    for (const std::u32string& word : set.strings()) {
        const std::size_t size = word.size();
        offset += static_cast<std::uint32_t>(size);
        side.firsts |= SetSide::bit_of(of_pairs ? hash_of(word[size - 2], word[size - 1]) : hash_of(word[size - 1]));
        members_.push_back(
            {word[size - 1], size > 1 ? word[size - 2] : 0, offset - 1, static_cast<std::uint32_t>(size)});
    }
    const auto read_backwards = [this](const Member& a, const Member& b) {
        const std::uint32_t common = std::min(a.length, b.length);
        for (std::uint32_t i = 0; i < common; ++i)
            if (const char32_t left = pool_[a.offset - i], right = pool_[b.offset - i]; left != right)
                return left < right;
        return a.length < b.length;
    };
    std::sort(members_.begin() + side.begin, members_.end(), read_backwards);
    side.end = static_cast<std::uint32_t>(members_.size()) & 0x7FFFFFFF;
    return side;
}

std::size_t SetPool::memory_bytes() const { return members_.size() * sizeof(Member) + pool_.size() * sizeof(char32_t); }

}  // namespace huashu::scoring::match
