// One search through one text.
#include <algorithm>

#include "match/compiled.hpp"
#include "match/match_text.hpp"

namespace huashu::scoring::match {
namespace {

bool by_place(const PatternMatch& a, const PatternMatch& b) {
    return a.span != b.span ? a.span < b.span : a.pattern < b.pattern;
}

/// Of matches with one beginning, sorted by end: drops those whose pattern comes again with a later end.
template <class Iterator>
Iterator drop_shorter(Iterator begin, Iterator end) {
    constexpr std::ptrdiff_t few = 24;  // up to here looking at each pair is faster than sorting
    if (end - begin > few) {
        std::sort(begin, end, [](const PatternMatch& a, const PatternMatch& b) {
            return a.pattern != b.pattern ? a.pattern < b.pattern : a.span.end > b.span.end;
        });
        end = std::unique(begin, end,
                          [](const PatternMatch& a, const PatternMatch& b) { return a.pattern == b.pattern; });
        std::sort(begin, end, by_place);
        return end;
    }
    Iterator kept = begin;
    for (Iterator at = begin; at != end; ++at) {
        const bool again =
            std::any_of(at + 1, end, [&](const PatternMatch& later) { return later.pattern == at->pattern; });
        if (!again) *kept++ = *at;
    }
    return kept;
}

void fetch(const void* what) { __builtin_prefetch(what); }

}  // namespace

/// A literal that stands in the text, and what it is good for.
struct LiteralHit {
    LiteralId id = 0;
    std::uint32_t begin = 0, end = 0;
    std::uint32_t first_use = 0, last_use = 0;
};

/// A literal for one of its uses.
struct LiteralTry {
    std::uint32_t use = 0;
    std::uint32_t begin = 0, end = 0;
};

/// Room for searches, one after another.
struct MatchMemory {
    MatchText text;
    std::vector<std::uint32_t> next_step;  ///< by place; empty: matches need no step
    std::vector<LiteralHit> hits;
    std::vector<LiteralTry> tries;
    RunMemory<short_words> short_runs;
    RunMemory<long_words> long_runs;
};

class MatchRun {
public:
    MatchRun(const Matcher& matcher, const FoldedText& folded, bool first_only, std::vector<PatternMatch>& out,
             FoldSteps steps, MatchMemory& memory)
        : matcher_(matcher),
          folded_(folded),
          text_(memory.text),
          memory_(memory),
          first_only_(first_only),
          out_(out),
          first_(out.size()) {
        text_.begin(folded.chars);
        memory_.next_step.clear();
        memory_.hits.clear();
        if (steps != 0) note_steps(steps);
    }

    void run(std::uint32_t first, std::uint32_t last) {
        if (matcher_.programs_.empty())
            matcher_.index_.find(
                folded_.chars, first, last,
                [this](LiteralId id, std::uint32_t begin, std::uint32_t end) { return emit_words(id, begin, end); });
        else
            matcher_.index_.find(
                folded_.chars, first, last,
                [this](LiteralId id, std::uint32_t begin, std::uint32_t end) { return note_hit(id, begin, end); });
        try_hits();
        for (const Matcher::Everywhere& one : matcher_.everywhere_)
            for (std::uint32_t at = first; at < last && !is_enough(); ++at) try_at(one, at);
        if (!matcher_.one_length_only_) keep_longest();
        if (folded_.all_steps == 0) return;
        for (std::size_t i = first_; i < out_.size(); ++i) out_[i].steps = folded_.steps_of(out_[i].span);
    }

private:
    static constexpr std::size_t batch = 64;

    [[nodiscard]] bool is_enough() const { return first_only_ && out_.size() > first_; }

    /// Where every literal is a whole pattern.
    bool emit_words(LiteralId id, std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = matcher_.uses_begin_[id]; i != matcher_.uses_begin_[id + 1]; ++i) {
            const Matcher::Use& use = matcher_.uses_[i];
            if (has_step_near(use, begin, end)) emit(use.target, begin, end);
        }
        return !is_enough();
    }

    bool note_hit(LiteralId id, std::uint32_t begin, std::uint32_t end) {
        fetch(&matcher_.uses_begin_[id]);
        memory_.hits.push_back({id, begin, end, 0, 0});
        if (memory_.hits.size() < batch) return true;
        try_hits();
        return !is_enough();
    }

    /// The rules are too large to lie near the processor, and each step below looks somewhere that nobody can foresee:
    /// many hits take a step together, so that what they will look at next is fetched meanwhile.
    void try_hits() {
        for (LiteralHit& hit : memory_.hits) {
            hit.first_use = matcher_.uses_begin_[hit.id];
            hit.last_use = matcher_.uses_begin_[hit.id + 1];
            fetch(&matcher_.uses_[hit.first_use]);
            fetch(&matcher_.uses_[hit.last_use - 1]);
        }
        memory_.tries.clear();
        for (const LiteralHit& hit : memory_.hits) look_at_uses(hit);
        memory_.hits.clear();
        std::erase_if(memory_.tries, [this](const LiteralTry& one) { return !may_match(one); });
        for (const LiteralTry& one : memory_.tries) {
            const Matcher::Needed& needed = matcher_.needed_[matcher_.uses_[one.use].target];
            fetch(&matcher_.programs_[needed.program]);
            fetch(matcher_.forward_.data() + needed.forward_begin);
            fetch(matcher_.backward_.data() + needed.backward_begin);
        }
        for (const LiteralTry& one : memory_.tries)
            verify(matcher_.needed_[matcher_.uses_[one.use].target], one.begin, one.end);
    }

    void look_at_uses(const LiteralHit& hit) {
        for (std::uint32_t i = hit.first_use; i != hit.last_use; ++i) {
            const Matcher::Use& use = matcher_.uses_[i];
            if (!has_step_near(use, hit.begin, hit.end)) continue;
            if (use.whole) {
                emit(use.target, hit.begin, hit.end);
                continue;
            }
            fetch(&matcher_.guards_.at(use.after));
            fetch(&matcher_.guards_.at(use.before));
            memory_.tries.push_back({i, hit.begin, hit.end});
        }
    }

    void note_steps(FoldSteps steps) {
        const auto size = static_cast<std::uint32_t>(folded_.steps.size());
        std::vector<std::uint32_t>& next = memory_.next_step;
        next.resize(size + 1);
        next[size] = size;
        for (std::uint32_t i = size; i-- > 0;) next[i] = (folded_.steps[i] & steps) != 0 ? i : next[i + 1];
    }

    /// Whether a match through the literal can have one of the steps in it that are asked for.
    [[nodiscard]] bool has_step_near(const Matcher::Use& use, std::uint32_t begin, std::uint32_t end) const {
        if (memory_.next_step.empty()) return true;
        const std::uint32_t more = use.max_chars - (end - begin);
        return memory_.next_step[begin - std::min(begin, more)] < std::min(end + more, text_.size());
    }

    [[nodiscard]] bool may_match(const LiteralTry& one) {
        text_.fill();
        const Matcher::Use& use = matcher_.uses_[one.use];
        const bool may = (use.after == no_guard || holds_after(matcher_.guards_.at(use.after), text_, one.end)) &&
                         (use.before == no_guard || holds_before(matcher_.guards_.at(use.before), text_, one.begin));
        if (may) fetch(&matcher_.needed_[use.target]);
        return may;
    }

    void verify(const Matcher::Needed& needed, std::uint32_t begin, std::uint32_t end) {
        if (matcher_.programs_[needed.program].max_chars < 64 * short_words)
            verify_with<short_words>(needed, begin, end, memory_.short_runs);
        else
            verify_with<long_words>(needed, begin, end, memory_.long_runs);
    }

    [[nodiscard]] Route route(const std::vector<RunEdge>& edges, const Matcher::StoredProgram& program,
                              std::uint32_t first) const {
        return {std::span(edges).subspan(first, program.edges_end - first), program.states};
    }

    /// What stands before the literal and what stands behind it don't depend on each other: every beginning goes with
    /// the furthest end.
    template <std::size_t Words>
    void verify_with(const Matcher::Needed& needed, std::uint32_t begin, std::uint32_t end, RunMemory<Words>& memory) {
        const Matcher::StoredProgram& program = matcher_.programs_[needed.program];
        const DistanceSet<Words> ends = run_forward<Words>(route(matcher_.forward_, program, needed.forward_begin),
                                                           matcher_.sets_, text_, needed.to, end, memory);
        if (!ends.any()) return;
        const DistanceSet<Words> begins = run_backward<Words>(route(matcher_.backward_, program, needed.backward_begin),
                                                              matcher_.sets_, text_, needed.from, begin, memory);
        begins.for_each([&](std::uint32_t distance) { emit(program.id, begin - distance, end + ends.greatest()); });
    }

    void try_at(const Matcher::Everywhere& one, std::uint32_t at) {
        text_.fill();
        if (one.begins != no_guard && !holds_after(matcher_.guards_.at(one.begins), text_, at)) return;
        const Matcher::StoredProgram& program = matcher_.programs_[one.program];
        if (program.max_chars < 64 * short_words)
            try_with<short_words>(program, at, memory_.short_runs);
        else
            try_with<long_words>(program, at, memory_.long_runs);
    }

    template <std::size_t Words>
    void try_with(const Matcher::StoredProgram& program, std::uint32_t at, RunMemory<Words>& memory) {
        const DistanceSet<Words> ends = run_forward<Words>(route(matcher_.forward_, program, program.edges_begin),
                                                           matcher_.sets_, text_, 0, at, memory);
        if (ends.any()) emit(program.id, at, at + ends.greatest());
    }

    void emit(PatternId id, std::uint32_t begin, std::uint32_t end) { out_.push_back({id, {begin, end}, 0, false}); }

    void keep_longest() {
        const auto first = out_.begin() + static_cast<std::ptrdiff_t>(first_);
        if (!std::is_sorted(first, out_.end(), by_place)) std::sort(first, out_.end(), by_place);
        auto kept = first;
        for (auto group = first; group != out_.end();) {
            auto next = group + 1;
            while (next != out_.end() && next->span.begin == group->span.begin) ++next;
            const auto group_end = next - group > 1 ? drop_shorter(group, next) : next;
            kept = std::move(group, group_end, kept);
            group = next;
        }
        out_.erase(kept, out_.end());
    }

    const Matcher& matcher_;
    const FoldedText& folded_;
    MatchText& text_;
    MatchMemory& memory_;
    bool first_only_;
    std::vector<PatternMatch>& out_;
    std::size_t first_;  ///< what the vector held before
};

void Matcher::match(const FoldedText& text, std::uint32_t first, std::uint32_t last, bool first_only,
                    std::vector<PatternMatch>& out, FoldSteps steps) const {
    static thread_local MatchMemory memory;  // room only; nothing in it outlives the call
    if (!empty() && first < last) MatchRun(*this, text, first_only, out, steps, memory).run(first, last);
}

}  // namespace huashu::scoring::match
