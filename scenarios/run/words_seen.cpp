#include "run/words_seen.hpp"

namespace huashu::scenarios {

std::size_t WordsSeen::slot_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::size_t>(hash) & mask;
    while (slots_[slot] != 0 && slots_[slot] != hash) slot = (slot + 1) & mask;
    return slot;
}

bool WordsSeen::contains(std::uint64_t hash) const {
    return hash != 0 && !slots_.empty() && slots_[slot_of(hash)] == hash;
}

void WordsSeen::insert(std::uint64_t hash) {
    if (hash == 0 || contains(hash)) return;
    if ((count_ + 1) * 2 > slots_.size()) grow();
    slots_[slot_of(hash)] = hash;
    digest_ += hash;
    ++count_;
}

void WordsSeen::grow() {
    std::vector<std::uint64_t> old(slots_.empty() ? 16 : slots_.size() * 2, 0);
    old.swap(slots_);
    for (const std::uint64_t hash : old)
        if (hash != 0) slots_[slot_of(hash)] = hash;
}

}  // namespace huashu::scenarios
