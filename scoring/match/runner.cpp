#include "match/runner.hpp"

#include <algorithm>

namespace huashu::scoring::match {
namespace {

/// One direction each, so that the walk below is written once.
struct Forward {
    /// Of the states that can be reached.
    template <class Memory>
    static void clear(Memory& memory, std::uint32_t state, std::uint32_t states) {
        if (memory.size() < states) memory.resize(states);
        for (std::uint32_t i = state; i < states; ++i) memory[i] = {};
    }
    static std::uint32_t position(std::uint32_t base, std::uint32_t distance) { return base + distance; }
    static bool is_beyond(std::uint32_t state, std::uint32_t reached) { return state > reached; }
    template <class Found>
    static void find(const SetPool& sets, const SetSide& set, const MatchText& text, std::uint32_t at, Found found) {
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
    static bool is_beyond(std::uint32_t state, std::uint32_t reached) { return state < reached; }
    template <class Found>
    static void find(const SetPool& sets, const SetSide& set, const MatchText& text, std::uint32_t at, Found found) {
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
DistanceSet<Words> follow(const RunEdge& edge, const SetPool& sets, const MatchText& text, std::uint32_t base,
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
                const std::uint32_t count = Direction::run_of(text, static_cast<ClassName>(edge.of), at, edge.max);
                if (edge.min <= count) to.add_range(distance + edge.min, distance + count);
                break;
            }
            case Edge::Kind::gap: {
                const std::uint32_t room = std::min<std::uint32_t>(edge.max, Direction::room(text, at, edge.of != 0));
                to.add_range(distance, distance + room);
                break;
            }
            case Edge::Kind::anchor:
                if (text.holds(static_cast<Anchor>(edge.of), at)) to.add(distance);
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
    for (const RunEdge& edge : route.edges) {
        const std::uint32_t near = edge.near;
        if (Direction::is_beyond(near, reached)) break;
        const DistanceSet<Words> from = memory[near];
        if (!from.any()) continue;
        const DistanceSet<Words> to = follow<Direction>(edge, sets, text, at, from);
        if (!to.any()) continue;
        const std::uint32_t far = edge.far;
        memory[far].add(to);
        if (Direction::is_beyond(far, reached)) reached = far;
    }
    return memory[goal];
}

RunEdge run_edge(const Edge& edge) {
    RunEdge made;
    made.kind = edge.kind;
    made.min = static_cast<std::uint8_t>(edge.min);
    made.max = static_cast<std::uint8_t>(edge.max);
    if (edge.kind == Edge::Kind::char_class) made.of = static_cast<std::uint8_t>(edge.class_name);
    if (edge.kind == Edge::Kind::anchor) made.of = static_cast<std::uint8_t>(edge.anchor);
    if (edge.kind == Edge::Kind::gap) made.of = edge.crosses_clauses ? 1 : 0;
    return made;
}

}  // namespace

RunEdge forward_edge(const Edge& edge, const SetPool& sets) {
    RunEdge made = run_edge(edge);
    made.near = static_cast<std::uint16_t>(edge.from);
    made.far = static_cast<std::uint16_t>(edge.to);
    if (edge.kind == Edge::Kind::set) made.set = sets.after(edge.set);
    return made;
}

RunEdge backward_edge(const Edge& edge, const SetPool& sets) {
    RunEdge made = run_edge(edge);
    made.near = static_cast<std::uint16_t>(edge.to);
    made.far = static_cast<std::uint16_t>(edge.from);
    if (edge.kind == Edge::Kind::set) made.set = sets.before(edge.set);
    return made;
}

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
