#include "judge/match_table.hpp"

#include <algorithm>

namespace huashu::scoring {

void MatchTable::fill(const PatternSet& set, const PreparedText& text, std::size_t slots) {
    for (const Slot slot : touched_) ranges_[slot] = {};
    touched_.clear();
    if (ranges_.size() < slots) ranges_.resize(slots);
    set.match(text, found_);
    longest_ = 0;
    for (const PatternMatch& match : found_) {
        if (ranges_[match.pattern].size++ == 0) touched_.push_back(match.pattern);
        longest_ = std::max(longest_, match.span.end - match.span.begin);
    }
    std::uint32_t begin = 0;
    for (const Slot slot : touched_) {
        ranges_[slot].begin = begin;
        begin += ranges_[slot].size;
        ranges_[slot].size = 0;
    }
    sorted_.resize(found_.size());
    for (const PatternMatch& match : found_) {
        Range& range = ranges_[match.pattern];
        sorted_[range.begin + range.size++] = match;
    }
}

std::span<const PatternMatch> MatchTable::from(Slot slot, std::uint32_t position) const {
    const std::span<const PatternMatch> all = of(slot);
    constexpr std::size_t few = 8;  // a scan is faster than a search
    std::size_t first = 0;
    if (all.size() <= few) {
        while (first < all.size() && all[first].span.begin < position) ++first;
    } else {
        const auto begins_before = [position](const PatternMatch& match) { return match.span.begin < position; };
        first = static_cast<std::size_t>(std::ranges::partition_point(all, begins_before) - all.begin());
    }
    return all.subspan(first);
}

const PatternMatch* MatchTable::overlapping(Slot slot, CharSpan span) const {
    const std::uint32_t reach = span.begin > longest_ ? span.begin - longest_ : 0;
    for (const PatternMatch& match : from(slot, reach)) {
        if (match.span.begin >= span.end) break;
        if (match.span.end > span.begin) return &match;
    }
    return nullptr;
}

const PatternMatch* MatchTable::covering(Slot slot, CharSpan span) const {
    const std::uint32_t reach = span.begin > longest_ ? span.begin - longest_ : 0;
    for (const PatternMatch& match : from(slot, reach)) {
        if (match.span.begin > span.begin) break;
        if (match.span.end >= span.end) return &match;
    }
    return nullptr;
}

}  // namespace huashu::scoring
