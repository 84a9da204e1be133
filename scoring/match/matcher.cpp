// Building a matcher: literals gathered into one index, programs laid out one behind the other.
#include <algorithm>

#include "match/compiled.hpp"

namespace huashu::scoring::match {

void Matcher::want(std::u32string_view literal, Use use) {
    wanted_.push_back({static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(literal.size()), use});
    pool_.insert(pool_.end(), literal.begin(), literal.end());
}

std::u32string_view Matcher::text_of(const Wanted& wanted) const {
    return {pool_.data() + wanted.offset, wanted.length};
}

void Matcher::add_literal(PatternId id, std::u32string_view literal) {
    want(literal, {id, static_cast<std::uint16_t>(literal.size()), true, no_guard, no_guard});
    max_chars_ = std::max(max_chars_, static_cast<std::uint32_t>(literal.size()));
}

void Matcher::add(PatternId id, const Node& simplified, std::uint32_t max_chars) {
    max_chars_ = std::max(max_chars_, max_chars);
    const Program program = make_program(simplified);
    if (program.is_plain_set()) {
        for (const std::u32string& literal : program.sets.front()->strings()) add_literal(id, literal);
        return;
    }
    const std::uint32_t number = store(program, id, max_chars);
    if (program.needed.empty()) everywhere_.push_back({number, guards_.add_after(program, 0)});
    for (const Edge& edge : program.needed) {
        Needed needed;
        needed.program = number;
        needed.from = edge.from;
        needed.to = edge.to;
        const auto begin = [&](std::vector<RunEdge>& edges) { return edges.begin() + programs_[number].edges_begin; };
        const auto forward =
            std::partition_point(begin(forward_), forward_.end(), [&](const RunEdge& e) { return e.near < edge.to; });
        const auto backward = std::partition_point(begin(backward_), backward_.end(),
                                                   [&](const RunEdge& e) { return e.near > edge.from; });
        needed.forward_begin = static_cast<std::uint32_t>(forward - forward_.begin());
        needed.backward_begin = static_cast<std::uint32_t>(backward - backward_.begin());
        const auto place = static_cast<std::uint32_t>(needed_.size());
        needed_.push_back(needed);
        const Use use{place, static_cast<std::uint16_t>(max_chars), false, guards_.add_before(program, edge.from),
                      guards_.add_after(program, edge.to)};
        for (const std::u32string& literal : program.sets[edge.set]->strings()) want(literal, use);
    }
}

std::uint32_t Matcher::store(const Program& program, PatternId id, std::uint32_t max_chars) {
    std::vector<Edge> edges = program.edges;
    for (Edge& edge : edges)
        if (edge.kind == Edge::Kind::set) edge.set = sets_.add(*program.sets[edge.set]);
    StoredProgram stored;
    stored.id = id;
    stored.states = program.states;
    stored.max_chars = max_chars;
    stored.edges_begin = static_cast<std::uint32_t>(forward_.size());
    for (const Edge& edge : edges) forward_.push_back(forward_edge(edge, sets_));
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.to > b.to; });
    for (const Edge& edge : edges) backward_.push_back(backward_edge(edge, sets_));
    stored.edges_end = static_cast<std::uint32_t>(forward_.size());
    programs_.push_back(stored);
    return static_cast<std::uint32_t>(programs_.size() - 1);
}

void Matcher::finish() {
    std::sort(wanted_.begin(), wanted_.end(), [this](const Wanted& a, const Wanted& b) {
        if (const int order = text_of(a).compare(text_of(b)); order != 0) return order < 0;
        return a.use.whole != b.use.whole ? a.use.whole : a.use.target < b.use.target;
    });
    std::vector<std::u32string_view> literals;
    std::vector<PatternId> ids;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        if (i == 0 || text_of(wanted_[i]) != text_of(wanted_[i - 1])) {
            literals.push_back(text_of(wanted_[i]));
            uses_begin_.push_back(static_cast<std::uint32_t>(uses_.size()));
        }
        uses_.push_back(wanted_[i].use);
        if (wanted_[i].use.whole) ids.push_back(wanted_[i].use.target);
    }
    uses_begin_.push_back(static_cast<std::uint32_t>(uses_.size()));
    index_ = LiteralIndex(literals);
    std::sort(ids.begin(), ids.end());
    one_length_only_ = programs_.empty() && std::adjacent_find(ids.begin(), ids.end()) == ids.end();
    guards_.finish();
    sets_.finish();
    // What is left is kept as long as the program runs, so nothing is kept in store; `= {}` would keep the room.
    std::vector<char32_t>().swap(pool_);
    std::vector<Wanted>().swap(wanted_);
    uses_begin_.shrink_to_fit();
    uses_.shrink_to_fit();
    programs_.shrink_to_fit();
    needed_.shrink_to_fit();
    forward_.shrink_to_fit();
    backward_.shrink_to_fit();
}

std::size_t Matcher::memory_bytes() const {
    return index_.memory_bytes() + sets_.memory_bytes() + guards_.memory_bytes() +
           uses_begin_.size() * sizeof(std::uint32_t) + uses_.size() * sizeof(Use) +
           programs_.size() * sizeof(StoredProgram) + needed_.size() * sizeof(Needed) +
           (forward_.size() + backward_.size()) * sizeof(RunEdge);
}

}  // namespace huashu::scoring::match
