// The matches of one text, found by slot. Reused from text to text: filling costs nothing per slot that has no
// match.
#pragma once

#include <span>
#include <vector>

#include "judge/slots.hpp"
#include "scoring/pattern.hpp"

namespace huashu::scoring {

class MatchTable {
public:
    /// Runs the set, whose pattern ids are slots below `slots`, over the text.
    void fill(const PatternSet& set, const PreparedText& text, std::size_t slots);

    /// In order of their spans.
    [[nodiscard]] std::span<const PatternMatch> of(Slot slot) const {
        if (slot == no_slot) return {};
        const Range range = ranges_[slot];
        return {sorted_.data() + range.begin, range.size};
    }
    [[nodiscard]] bool has(Slot slot) const { return slot != no_slot && ranges_[slot].size > 0; }
    /// The slots that have a match, in no meaningful order.
    [[nodiscard]] std::span<const Slot> touched() const { return touched_; }
    /// No match of this text is longer (characters).
    [[nodiscard]] std::uint32_t longest() const { return longest_; }

    /// A match of the slot that overlaps the span (touching is not overlapping), or null.
    [[nodiscard]] const PatternMatch* overlapping(Slot slot, CharSpan span) const;
    /// A match of the slot inside which the span lies, or null.
    [[nodiscard]] const PatternMatch* covering(Slot slot, CharSpan span) const;
    /// The matches of the slot that begin at or after `position`.
    [[nodiscard]] std::span<const PatternMatch> from(Slot slot, std::uint32_t position) const;

private:
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    std::vector<PatternMatch> found_, sorted_;
    std::vector<Range> ranges_;  // by slot
    std::vector<Slot> touched_;
    std::uint32_t longest_ = 0;
};

}  // namespace huashu::scoring
