// All sets of literals that stand inside the patterns of one matcher, laid out flat for the verifier. Private to
// scoring.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "match/literal_set.hpp"

namespace huashu::scoring::match {

using SetId = std::uint32_t;

class SetPool {
public:
    /// The same set, or an equal one, gets the same id.
    SetId add(const LiteralSet& set);

    /// Calls `found(length)` for each member that begins at `at`, shortest first where there are several.
    template <class Found>
    void find_after(SetId id, std::u32string_view text, std::size_t at, Found found) const {
        if (at >= text.size()) return;
        const Side& side = sets_[id].after;
        if (side.may_hold(text[at]))
            find(
                side, [&](std::size_t i) { return at + i < text.size() ? text[at + i] : 0; }, found);
    }
    /// Calls `found(length)` for each member that ends before `at`.
    template <class Found>
    void find_before(SetId id, std::u32string_view text, std::size_t at, Found found) const {
        if (at == 0) return;
        const Side& side = sets_[id].before;
        if (side.may_hold(text[at - 1]))
            find(
                side, [&](std::size_t i) { return i < at ? text[at - 1 - i] : 0; }, found);
    }

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    struct Member {
        char32_t first = 0;
        std::uint32_t offset = 0;  ///< of its characters in the pool
        std::uint32_t length = 0;
    };
    /// The members in one direction, sorted.
    struct Side {
        std::uint64_t firsts = 0;  ///< a bit for each first character, by its hash: most places are turned down by this
        std::uint32_t begin = 0;   ///< in members_
        std::uint32_t end = 0;

        [[nodiscard]] static std::uint64_t bit_of(char32_t c) { return std::uint64_t{1} << (c * 0x9E3779B1u >> 26); }
        [[nodiscard]] bool may_hold(char32_t c) const { return (firsts & bit_of(c)) != 0; }
    };
    struct Set {
        Side after;
        Side before;
    };

    Side make_side(const std::vector<std::u32string>& sorted);
    template <class CharAt, class Found>
    void find(const Side& side, CharAt char_at, Found found) const;

    std::map<std::vector<std::u32string>, SetId> known_;
    std::vector<Set> sets_;
    std::vector<Member> members_;
    std::vector<char32_t> pool_;
};

template <class CharAt, class Found>
void SetPool::find(const Side& side, CharAt char_at, Found found) const {
    constexpr std::uint32_t few = 12;  // up to here a look at each is faster than halving
    const char32_t first = char_at(0);
    const Member* member = members_.data() + side.begin;
    const Member* const end = members_.data() + side.end;
    if (side.end - side.begin > few)
        member = std::partition_point(member, end, [first](const Member& m) { return m.first < first; });
    for (; member != end && member->first <= first; ++member) {
        if (member->first != first) continue;
        std::uint32_t same = 1;
        while (same < member->length && pool_[member->offset + same] == char_at(same)) ++same;
        if (same == member->length) found(same);
    }
}

}  // namespace huashu::scoring::match
