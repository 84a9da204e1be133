#include "match/runner.hpp"

#include <algorithm>

namespace huashu::scoring::match {
namespace {

/// One direction each, so that the walk below is written once. `near` is the state that an edge leaves in that
/// direction.
struct Forward {
    /// Of the states that can be reached.
    template <class Memory>
    static void clear(Memory& memory, std::uint32_t state, std::uint32_t states) {
        if (memory.size() < states) memory.resize(states);
        for (std::uint32_t i = state; i < states; ++i) memory[i] = {};
    }
    static std::uint32_t position(std::uint32_t base, std::uint32_t distance) { return base + distance; }
    static std::uint32_t near(const Edge& edge) { return edge.from; }
    static std::uint32_t far(const Edge& edge) { return edge.to; }
    static bool is_beyond(std::uint32_t state, std::uint32_t reached) { return state > reached; }
    template <class Found>
    static void find(const SetPool& sets, SetId set, const MatchText& text, std::uint32_t at, Found found) {
        sets.find_after(set, text, at, found);
    }
    /// How many characters of the class stand one after the other from `at` on, at most `most`.
    static std::uint32_t run_of(const MatchText& text, ClassName name, std::uint32_t at, std::uint32_t most) {
        return std::min(most, text.run_after(name, at));
    }
    static std::uint32_t room(const MatchText& text, std::uint32_t at, bool crosses) {
        return text.room_after(at, crosses);
    }
};

struct Backward {
    template <class Memory>
    static void clear(Memory& memory, std::uint32_t state, std::uint32_t states) {
        if (memory.size() < states) memory.resize(states);
        for (std::uint32_t i = 0; i <= state; ++i) memory[i] = {};
    }
    static std::uint32_t position(std::uint32_t base, std::uint32_t distance) { return base - distance; }
    static std::uint32_t near(const Edge& edge) { return edge.to; }
    static std::uint32_t far(const Edge& edge) { return edge.from; }
    static bool is_beyond(std::uint32_t state, std::uint32_t reached) { return state < reached; }
    template <class Found>
    static void find(const SetPool& sets, SetId set, const MatchText& text, std::uint32_t at, Found found) {
        sets.find_before(set, text, at, found);
    }
    static std::uint32_t run_of(const MatchText& text, ClassName name, std::uint32_t at, std::uint32_t most) {
        return std::min(most, text.run_before(name, at));
    }
    static std::uint32_t room(const MatchText& text, std::uint32_t at, bool crosses) {
        return text.room_before(at, crosses);
    }
};

template <class Direction, std::size_t Words>
DistanceSet<Words> follow(const Edge& edge, const SetPool& sets, const MatchText& text, std::uint32_t base,
                          const DistanceSet<Words>& from) {
    if (edge.kind == Edge::Kind::nothing) return from;
    DistanceSet<Words> to;
    from.for_each([&](std::uint32_t distance) {
        const std::uint32_t at = Direction::position(base, distance);
        switch (edge.kind) {
            case Edge::Kind::set:
                Direction::find(sets, edge.set, text, at, [&](std::uint32_t length) { to.add(distance + length); });
                break;
            case Edge::Kind::char_class: {
                const std::uint32_t count = Direction::run_of(text, edge.class_name, at, edge.max);
                if (edge.min <= count) to.add_range(distance + edge.min, distance + count);
                break;
            }
            case Edge::Kind::gap: {
                const std::uint32_t room =
                    std::min<std::uint32_t>(edge.max, Direction::room(text, at, edge.crosses_clauses));
                to.add_range(distance, distance + room);
                break;
            }
            case Edge::Kind::anchor:
                if (text.holds(edge.anchor, at)) to.add(distance);
                break;
            case Edge::Kind::nothing:
                break;
        }
    });
    return to;
}

template <class Direction, std::size_t Words>
DistanceSet<Words> run(Route route, std::uint32_t goal, const SetPool& sets, const MatchText& text, std::uint32_t state,
                       std::uint32_t at, RunMemory<Words>& memory) {
    if (state == goal) return DistanceSet<Words>::only(0);
    Direction::clear(memory, state, route.states);
    memory[state].add(0);
    std::uint32_t reached = state;  // the furthest state with anything in it
    for (const Edge& edge : route.edges) {
        const std::uint32_t near = Direction::near(edge);
        if (Direction::is_beyond(near, reached)) break;
        const DistanceSet<Words> from = memory[near];
        if (!from.any()) continue;
        const DistanceSet<Words> to = follow<Direction>(edge, sets, text, at, from);
        if (!to.any()) continue;
        const std::uint32_t far = Direction::far(edge);
        memory[far].add(to);
        if (Direction::is_beyond(far, reached)) reached = far;
    }
    return memory[goal];
}

}  // namespace

template <std::size_t Words>
DistanceSet<Words> run_forward(Route route, const SetPool& sets, const MatchText& text, std::uint32_t state,
                               std::uint32_t at, RunMemory<Words>& memory) {
    return run<Forward>(route, route.states - 1, sets, text, state, at, memory);
}

template <std::size_t Words>
DistanceSet<Words> run_backward(Route route, const SetPool& sets, const MatchText& text, std::uint32_t state,
                                std::uint32_t at, RunMemory<Words>& memory) {
    return run<Backward>(route, 0, sets, text, state, at, memory);
}

template DistanceSet<short_words> run_forward(Route, const SetPool&, const MatchText&, std::uint32_t, std::uint32_t,
                                              RunMemory<short_words>&);
template DistanceSet<long_words> run_forward(Route, const SetPool&, const MatchText&, std::uint32_t, std::uint32_t,
                                             RunMemory<long_words>&);
template DistanceSet<short_words> run_backward(Route, const SetPool&, const MatchText&, std::uint32_t, std::uint32_t,
                                               RunMemory<short_words>&);
template DistanceSet<long_words> run_backward(Route, const SetPool&, const MatchText&, std::uint32_t, std::uint32_t,
                                              RunMemory<long_words>&);

}  // namespace huashu::scoring::match
