// What must stand beside a literal for its pattern to match at all, asked before the pattern's graph is run: most
// literals turn up in vain, and this is one look at a few characters. Private to scoring.
//
// A guard knows the characters (or, where all of its words have two or more, the pairs) with which the next words
// begin, each as one of 256 bits, and how far away they may stand. It may let something pass that does not match, never
// the other way round.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "match/match_text.hpp"
#include "match/program.hpp"

namespace huashu::scoring::match {

struct Guard {
    std::array<std::uint64_t, 4> mask{};
    std::uint8_t reach = 0;  ///< characters that a gap may put in between
    bool crosses_clauses = false;
    bool of_pairs = false;
    auto operator<=>(const Guard&) const = default;

    [[nodiscard]] bool lets_pass(std::uint8_t hash) const { return (mask[hash / 64] >> hash % 64 & 1) != 0; }
};

using GuardId = std::uint32_t;
inline constexpr GuardId no_guard = 0;

/// The guards of a matcher; equal ones are kept once, for a small table stays near the processor.
class Guards {
public:
    /// Of what follows the state in a match, or comes before it. no_guard: there may be nothing, or too many things.
    GuardId add_after(const Program& program, std::uint32_t state);
    GuardId add_before(const Program& program, std::uint32_t state);
    void finish() {  ///< after the last of these
        known_.clear();
        guards_.shrink_to_fit();
    }

    [[nodiscard]] const Guard& at(GuardId id) const { return guards_[id]; }
    [[nodiscard]] std::size_t memory_bytes() const { return guards_.size() * sizeof(Guard); }

private:
    template <class Direction>
    GuardId add(const Program& program, std::uint32_t state);

    std::vector<Guard> guards_ = std::vector<Guard>(1);
    std::map<Guard, GuardId> known_;
};

/// Whether something that the guard lets pass stands at `at` or, behind a gap, further on.
inline bool holds_after(const Guard& guard, const MatchText& text, std::uint32_t at) {
    const std::vector<std::uint8_t>& row = guard.of_pairs ? text.hashes().pairs : text.hashes().chars;
    const std::uint32_t room = guard.reach == 0 ? 0 : text.room_after(at, guard.crosses_clauses);
    const std::size_t end = std::min<std::size_t>(row.size(), at + std::min<std::uint32_t>(guard.reach, room) + 1);
    for (std::size_t i = at; i < end; ++i)
        if (guard.lets_pass(row[i])) return true;
    return false;
}

/// … ends before `at`.
inline bool holds_before(const Guard& guard, const MatchText& text, std::uint32_t at) {
    const std::vector<std::uint8_t>& row = guard.of_pairs ? text.hashes().pairs : text.hashes().chars;
    const std::uint32_t width = guard.of_pairs ? 2 : 1;
    if (at < width) return false;
    const std::uint32_t nearest = at - width;
    const std::uint32_t room = guard.reach == 0 ? 0 : text.room_before(at, guard.crosses_clauses);
    const std::uint32_t more = std::min({nearest, std::uint32_t{guard.reach}, room});
    for (std::uint32_t i = 0; i <= more; ++i)
        if (guard.lets_pass(row[nearest - i])) return true;
    return false;
}

}  // namespace huashu::scoring::match
