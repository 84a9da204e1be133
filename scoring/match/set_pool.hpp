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
#include "match/match_text.hpp"

namespace huashu::scoring::match {

using SetId = std::uint32_t;

/// The members of a set as they are read in one direction, sorted so.
struct SetSide {
    /// A bit for each first character, or first two where all have as many: most places are turned down by this.
    std::uint64_t firsts = 0;
    std::uint32_t begin = 0;  ///< in SetPool's members
    std::uint32_t end : 31 = 0;
    std::uint32_t of_pairs : 1 = 0;

    [[nodiscard]] std::size_t width() const { return of_pairs != 0 ? 2 : 1; }
    [[nodiscard]] static std::uint64_t bit_of(std::uint8_t hash) { return std::uint64_t{1} << hash / 4; }
    [[nodiscard]] bool may_hold(std::uint8_t hash) const { return (firsts & bit_of(hash)) != 0; }
};

class SetPool {
public:
    /// The same set, or an equal one, gets the same id.
    SetId add(const LiteralSet& set);
    [[nodiscard]] const SetSide& after(SetId id) const { return sets_[id].after; }
    [[nodiscard]] const SetSide& before(SetId id) const { return sets_[id].before; }
    /// After the last of these, when whoever searches has the sides: gives back what only building needed.
    void finish();

    /// Calls `found(length)` for each member that begins at `at`, shortest first where there are several.
    template <class Found>
    void find_after(const SetSide& side, const MatchText& text, std::size_t at, Found found) const {
        const std::u32string_view chars = text.chars();
        if (at + side.width() > chars.size()) return;
        if (side.may_hold(side.of_pairs ? text.hashes().pairs[at] : text.hashes().chars[at]))
            find<1>(
                side, [&](std::size_t i) { return at + i < chars.size() ? chars[at + i] : 0; }, found);
    }
    /// Calls `found(length)` for each member that ends before `at`.
    template <class Found>
    void find_before(const SetSide& side, const MatchText& text, std::size_t at, Found found) const {
        if (at < side.width()) return;
        const std::u32string_view chars = text.chars();
        if (side.may_hold(side.of_pairs ? text.hashes().pairs[at - 2] : text.hashes().chars[at - 1]))
            find<-1>(
                side, [&](std::size_t i) { return i < at ? chars[at - 1 - i] : 0; }, found);
    }

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    /// The first two characters stand here, for most words are no longer, or differ in them.
    struct Member {
        char32_t first = 0;
        char32_t second = 0;       ///< 0: there is none
        std::uint32_t offset = 0;  ///< of its first character in the pool; read backwards, of its last
        std::uint32_t length = 0;
    };
    struct Set {
        SetSide after;
        SetSide before;
    };

    SetSide side_after(const LiteralSet& set, std::uint32_t offset, bool of_pairs);
    SetSide side_before(const LiteralSet& set, std::uint32_t offset, bool of_pairs);
    template <int step, class CharAt, class Found>
    void find(const SetSide& side, CharAt char_at, Found found) const;

    std::map<std::vector<std::u32string>, SetId> known_;  ///< while building
    std::vector<Set> sets_;                               ///< while building
    std::vector<Member> members_;
    std::vector<char32_t> pool_;  ///< each set's words one after another, read from either end
};

template <int step, class CharAt, class Found>
void SetPool::find(const SetSide& side, CharAt char_at, Found found) const {
    constexpr std::uint32_t few = 12;  // up to here a look at each is faster than halving
    const char32_t first = char_at(0), second = char_at(1);
    const Member* member = members_.data() + side.begin;
    const Member* const end = members_.data() + side.end;
    if (side.end - side.begin > few)
        member = std::partition_point(member, end, [first](const Member& m) { return m.first < first; });
    for (; member != end && member->first <= first; ++member) {
        if (member->first != first || (member->length > 1 && member->second != second)) continue;
        std::uint32_t same = std::min<std::uint32_t>(member->length, 2);
        if (same < member->length) {
            const char32_t* const word = pool_.data() + member->offset;
            while (same < member->length && word[step * static_cast<std::ptrdiff_t>(same)] == char_at(same)) ++same;
        }
        if (same == member->length) found(same);
    }
}

}  // namespace huashu::scoring::match
