// Many literals that stand at one place of a pattern: a word list, or alternatives. Private to scoring.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/node.hpp"

namespace huashu::scoring::match {

/// Immutable. Finding what begins (or ends) at a position narrows a range of sorted strings, one character at a time.
class LiteralSet {
public:
    /// Non-empty strings; doubles are dropped.
    explicit LiteralSet(std::vector<std::u32string> strings);

    [[nodiscard]] const std::vector<std::u32string>& strings() const { return strings_; }
    [[nodiscard]] Lengths lengths() const { return lengths_; }

    /// Calls `found(length)` for each member that begins at `at`, shortest first.
    template <class Found>
    void find_after(std::u32string_view text, std::size_t at, Found found) const {
        find(
            strings_, [&](std::size_t i) { return at + i < text.size() ? text[at + i] : 0; }, found);
    }
    /// Calls `found(length)` for each member that ends before `at`, shortest first.
    template <class Found>
    void find_before(std::u32string_view text, std::size_t at, Found found) const {
        find(
            reversed_, [&](std::size_t i) { return i < at ? text[at - 1 - i] : 0; }, found);
    }

private:
    template <class CharAt, class Found>
    static void find(const std::vector<std::u32string>& sorted, CharAt char_at, Found found);

    std::vector<std::u32string> strings_;   ///< sorted
    std::vector<std::u32string> reversed_;  ///< each turned round, sorted
    Lengths lengths_;
};

template <class CharAt, class Found>
void LiteralSet::find(const std::vector<std::u32string>& sorted, CharAt char_at, Found found) {
    std::size_t low = 0;
    std::size_t high = sorted.size();
    for (std::size_t depth = 0; low < high; ++depth) {
        // Canonical text holds no U+0000, so the end of the text fits no member.
        const char32_t c = char_at(depth);
        if (c == 0) return;
        const auto before = [&](std::size_t i, char32_t bound) {
            return depth >= sorted[i].size() || sorted[i][depth] < bound;
        };
        const auto first_not_before = [&](std::size_t from, char32_t bound) {
            std::size_t end = high;
            while (from < end) {
                const std::size_t middle = from + (end - from) / 2;
                if (before(middle, bound))
                    from = middle + 1;
                else
                    end = middle;
            }
            return from;
        };
        low = first_not_before(low, c);
        high = first_not_before(low, c + 1);
        if (low < high && sorted[low].size() == depth + 1) found(depth + 1);
    }
}

}  // namespace huashu::scoring::match
