#include "match/guard.hpp"

#include <algorithm>
#include <bit>
#include <optional>

namespace huashu::scoring::match {
namespace {

constexpr int most_reach = 60;  // MatchText tells rooms up to 64
constexpr int most_bits = 128;  // a guard that lets half of everything pass is not worth asking

void let_pass(Guard& guard, std::uint8_t hash) { guard.mask[hash / 64] |= std::uint64_t{1} << hash % 64; }

std::u32string_view chars_of(ClassName name) {
    switch (name) {
        case ClassName::digit:
            return U"0123456789";
        case ClassName::num:
            return number_chars;
        case ClassName::letter:
            return U"abcdefghijklmnopqrstuvwxyz";
        case ClassName::han:
        case ClassName::any:
            return {};
    }
    return {};
}

struct After {
    static std::uint32_t near(const Edge& edge) { return edge.from; }
    static std::uint32_t far(const Edge& edge) { return edge.to; }
    static std::uint32_t goal(const Program& program) { return program.states - 1; }
    static std::vector<Edge> edges(const Program& program) { return program.edges; }
    static char32_t first_of(std::u32string_view word) { return word.front(); }
    static std::u32string_view pair_of(std::u32string_view word) { return word.substr(0, 2); }
};

struct Before {
    static std::uint32_t near(const Edge& edge) { return edge.to; }
    static std::uint32_t far(const Edge& edge) { return edge.from; }
    static std::uint32_t goal(const Program&) { return 0; }
    static std::vector<Edge> edges(const Program& program) {
        std::vector<Edge> edges = program.edges;
        std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.to > b.to; });
        return edges;
    }
    static char32_t first_of(std::u32string_view word) { return word.back(); }
    static std::u32string_view pair_of(std::u32string_view word) { return word.substr(word.size() - 2); }
};

/// What can come first in a direction.
struct Next {
    int reach = 0;
    bool crosses_clauses = false;
    std::vector<const LiteralSet*> sets;
    std::u32string chars;  ///< of classes
};

/// Nothing: a match may end there, or anything may follow.
template <class Direction>
std::optional<Next> next_of(const Program& program, std::uint32_t state) {
    constexpr int unreached = -1;
    std::vector<int> reach(program.states, unreached);
    reach[state] = 0;
    Next next;
    for (const Edge& edge : Direction::edges(program)) {
        const int here = reach[Direction::near(edge)];
        if (here == unreached) continue;
        int& there = reach[Direction::far(edge)];
        switch (edge.kind) {
            case Edge::Kind::set:
                next.sets.push_back(program.sets[edge.set].get());
                next.reach = std::max(next.reach, here);
                break;
            case Edge::Kind::char_class:
                if (edge.min == 0 || chars_of(edge.class_name).empty()) return std::nullopt;
                next.chars += chars_of(edge.class_name);
                next.reach = std::max(next.reach, here);
                break;
            case Edge::Kind::gap:
                next.crosses_clauses |= edge.crosses_clauses;
                there = std::max(there, here + edge.max);
                break;
            case Edge::Kind::anchor:
            case Edge::Kind::nothing:
                there = std::max(there, here);
                break;
        }
    }
    if (reach[Direction::goal(program)] != unreached || next.reach > most_reach) return std::nullopt;
    return next;
}

template <class Direction>
Guard guard_of(const Next& next) {
    Guard guard;
    guard.reach = static_cast<std::uint8_t>(next.reach);
    guard.crosses_clauses = next.crosses_clauses;
    guard.of_pairs = next.chars.empty();
    for (const LiteralSet* set : next.sets) guard.of_pairs = guard.of_pairs && set->lengths().min >= 2;
    for (const LiteralSet* set : next.sets)
        for (const std::u32string& word : set->strings()) {
            const std::u32string_view pair = guard.of_pairs ? Direction::pair_of(word) : std::u32string_view();
            let_pass(guard, guard.of_pairs ? hash_of(pair[0], pair[1]) : hash_of(Direction::first_of(word)));
        }
    for (const char32_t c : next.chars) let_pass(guard, hash_of(c));
    return guard;
}

bool is_worth_asking(const Guard& guard) {
    int bits = 0;
    for (const std::uint64_t word : guard.mask) bits += std::popcount(word);
    return bits <= most_bits;
}

}  // namespace

template <class Direction>
GuardId Guards::add(const Program& program, std::uint32_t state) {
    const std::optional<Next> next = next_of<Direction>(program, state);
    if (!next) return no_guard;
    const Guard guard = guard_of<Direction>(*next);
    if (!is_worth_asking(guard)) return no_guard;
    const auto [known, is_new] = known_.try_emplace(guard, static_cast<GuardId>(guards_.size()));
    if (is_new) guards_.push_back(guard);
    return known->second;
}

GuardId Guards::add_after(const Program& program, std::uint32_t state) { return add<After>(program, state); }
GuardId Guards::add_before(const Program& program, std::uint32_t state) { return add<Before>(program, state); }

}  // namespace huashu::scoring::match
