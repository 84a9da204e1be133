// Runs a pattern's graph over a text from a given place, in either direction. Private to scoring.
//
// For each state the set of text positions in which it can be; as edges lead upwards, one walk over the edges does it.
// The cost is bounded by the size of the pattern, whatever the text.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "match/limits.hpp"
#include "match/match_text.hpp"
#include "match/program.hpp"
#include "match/set_pool.hpp"

namespace huashu::scoring::match {

/// Distances from the place where a run began, 0 to 64 * Words - 1.
template <std::size_t Words>
class DistanceSet {
public:
    [[nodiscard]] static DistanceSet only(std::uint32_t distance) {
        DistanceSet set;
        set.add(distance);
        return set;
    }
    [[nodiscard]] bool any() const {
        std::uint64_t all = 0;
        for (std::uint64_t word : words_) all |= word;
        return all != 0;
    }
    void add(std::uint32_t distance) { words_[distance / 64 % Words] |= std::uint64_t{1} << distance % 64; }
    /// All from `first` to `last`.
    void add_range(std::uint32_t first, std::uint32_t last) {
        for (std::size_t i = first / 64; i <= last / 64 && i < Words; ++i) {
            const std::uint32_t from = std::max(first, static_cast<std::uint32_t>(i * 64)) % 64;
            const std::uint32_t to = std::min(last, static_cast<std::uint32_t>(i * 64 + 63)) % 64;
            words_[i] |= ~std::uint64_t{0} >> (63 - (to - from)) << from;
        }
    }
    void add(const DistanceSet& other) {
        for (std::size_t i = 0; i < Words; ++i) words_[i] |= other.words_[i];
    }
    /// The greatest; the set must not be empty.
    [[nodiscard]] std::uint32_t greatest() const {
        std::size_t i = Words - 1;
        while (words_[i] == 0) --i;
        return static_cast<std::uint32_t>(i * 64) + 63 - static_cast<std::uint32_t>(std::countl_zero(words_[i]));
    }
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t i = 0; i < Words; ++i)
            for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
                visit(static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(word)));
    }

private:
    std::array<std::uint64_t, Words> words_{};
};

/// An edge as it is walked in one direction. All that a run asks of most edges is in here: what lies elsewhere is
/// seldom near the processor.
struct RunEdge {
    std::uint16_t near = 0;  ///< the state that it leaves in that direction
    std::uint16_t far = 0;
    Edge::Kind kind = Edge::Kind::nothing;
    std::uint8_t of = 0;  ///< the class, the anchor, or whether the gap crosses clauses
    std::uint8_t min = 0;
    std::uint8_t max = 0;
    SetSide set;
};
static_assert(max_gap <= 255 && max_class_count <= 255 && max_nodes < 65536);

[[nodiscard]] RunEdge forward_edge(const Edge& edge, const SetPool& sets);
[[nodiscard]] RunEdge backward_edge(const Edge& edge, const SetPool& sets);

/// The edges of a program in the order of a direction, and the states in which it begins and ends there.
struct Route {
    std::span<const RunEdge> edges;
    std::uint32_t states = 0;
};

/// Memory for runs, reused: one for each search.
template <std::size_t Words>
using RunMemory = std::vector<DistanceSet<Words>>;

/// How far matches reach that stand in `state` at position `at`: forward to the program's end, backward to its start.
/// `route.edges` are sorted by `near`, for backward downwards. No match may be longer than 64 * Words - 1.
template <std::size_t Words>
[[nodiscard]] DistanceSet<Words> run_forward(Route route, const SetPool& sets, const MatchText& text,
                                             std::uint32_t state, std::uint32_t at, RunMemory<Words>& memory);
template <std::size_t Words>
[[nodiscard]] DistanceSet<Words> run_backward(Route route, const SetPool& sets, const MatchText& text,
                                              std::uint32_t state, std::uint32_t at, RunMemory<Words>& memory);

inline constexpr std::size_t short_words = 1;
inline constexpr std::size_t long_words = 8;
static_assert(max_match_chars < 64 * long_words);

}  // namespace huashu::scoring::match
