#include "match/runner.hpp"

#include <algorithm>

namespace huashu::scoring::match {
namespace {

/// One direction each, so that the walk below is written once.
struct Forward {
    static std::uint32_t position(std::uint32_t base, std::uint32_t distance) { return base + distance; }
    static std::uint32_t other_end(const Edge& edge) { return edge.to; }
    template <class Found>
    static void find(const LiteralSet& set, const MatchText& text, std::uint32_t at, Found found) {
        set.find_after(text.chars(), at, found);
    }
    /// How many characters of the class stand one after the other from `at` on, at most `most`.
    static std::uint32_t run_of(const MatchText& text, ClassName name, std::uint32_t at, std::uint32_t most) {
        std::uint32_t count = 0;
        while (count < most && at + count < text.size() && text.is_in(name, at + count)) ++count;
        return count;
    }
    static std::uint32_t gap_room(const MatchText& text, std::uint32_t at, bool crosses) {
        return text.gap_end(at, crosses) - at;
    }
};

struct Backward {
    static std::uint32_t position(std::uint32_t base, std::uint32_t distance) { return base - distance; }
    static std::uint32_t other_end(const Edge& edge) { return edge.from; }
    template <class Found>
    static void find(const LiteralSet& set, const MatchText& text, std::uint32_t at, Found found) {
        set.find_before(text.chars(), at, found);
    }
    static std::uint32_t run_of(const MatchText& text, ClassName name, std::uint32_t at, std::uint32_t most) {
        std::uint32_t count = 0;
        while (count < most && count < at && text.is_in(name, at - 1 - count)) ++count;
        return count;
    }
    static std::uint32_t gap_room(const MatchText& text, std::uint32_t at, bool crosses) {
        return at - text.gap_begin(at, crosses);
    }
};

template <class Direction, std::size_t Words>
void follow(const Edge& edge, const MatchText& text, std::uint32_t base, const DistanceSet<Words>& from,
            DistanceSet<Words>& to) {
    if (edge.kind == Edge::Kind::nothing) return to.add(from);
    std::uint32_t filled = 0;  // gaps overlap; each distance is added once
    from.for_each([&](std::uint32_t distance) {
        const std::uint32_t at = Direction::position(base, distance);
        switch (edge.kind) {
            case Edge::Kind::set:
                Direction::find(*edge.set, text, at,
                                [&](std::size_t length) { to.add(distance + static_cast<std::uint32_t>(length)); });
                break;
            case Edge::Kind::char_class: {
                const std::uint32_t count = Direction::run_of(text, edge.class_name, at, edge.max);
                for (std::uint32_t i = edge.min; i <= count; ++i) to.add(distance + i);
                break;
            }
            case Edge::Kind::gap: {
                const std::uint32_t room =
                    std::min<std::uint32_t>(edge.max, Direction::gap_room(text, at, edge.crosses_clauses));
                for (std::uint32_t d = std::max(distance, filled); d <= distance + room; ++d) to.add(d);
                filled = std::max(filled, distance + room + 1);
                break;
            }
            case Edge::Kind::anchor:
                if (text.holds(edge.anchor, at)) to.add(distance);
                break;
            case Edge::Kind::nothing:
                break;
        }
    });
}

}  // namespace

template <std::size_t Words>
DistanceSet<Words> run_forward(const Program& program, const MatchText& text, std::uint32_t state, std::uint32_t at,
                               RunMemory<Words>& memory) {
    memory.assign(program.states, {});
    memory[state].add(0u);
    for (std::uint32_t s = state; s + 1 < program.states; ++s) {
        if (!memory[s].any()) continue;
        for (std::uint32_t e = program.forward_begin[s]; e < program.forward_begin[s + 1]; ++e) {
            const Edge& edge = program.forward[e];
            follow<Forward>(edge, text, at, memory[s], memory[edge.to]);
        }
    }
    return memory[program.states - 1];
}

template <std::size_t Words>
DistanceSet<Words> run_backward(const Program& program, const MatchText& text, std::uint32_t state, std::uint32_t at,
                                RunMemory<Words>& memory) {
    memory.assign(state + 1, {});
    memory[state].add(0u);
    for (std::uint32_t s = state; s > 0; --s) {
        if (!memory[s].any()) continue;
        for (std::uint32_t e = program.backward_begin[s]; e < program.backward_begin[s + 1]; ++e) {
            const Edge& edge = program.backward[e];
            follow<Backward>(edge, text, at, memory[s], memory[edge.from]);
        }
    }
    return memory[0];
}

template DistanceSet<short_words> run_forward(const Program&, const MatchText&, std::uint32_t, std::uint32_t,
                                              RunMemory<short_words>&);
template DistanceSet<long_words> run_forward(const Program&, const MatchText&, std::uint32_t, std::uint32_t,
                                             RunMemory<long_words>&);
template DistanceSet<short_words> run_backward(const Program&, const MatchText&, std::uint32_t, std::uint32_t,
                                               RunMemory<short_words>&);
template DistanceSet<long_words> run_backward(const Program&, const MatchText&, std::uint32_t, std::uint32_t,
                                              RunMemory<long_words>&);

}  // namespace huashu::scoring::match
