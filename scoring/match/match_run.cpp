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

}  // namespace

class MatchRun {
public:
    MatchRun(const Matcher& matcher, const FoldedText& folded, bool first_only, std::vector<PatternMatch>& out,
             FoldSteps steps)
        : matcher_(matcher),
          folded_(folded),
          text_(folded.chars),
          first_only_(first_only),
          out_(out),
          first_(out.size()) {
        if (steps != 0) note_steps(steps);
    }

    void run(std::uint32_t first, std::uint32_t last) {
        matcher_.index_.find(folded_.chars, first, last, [this](LiteralId id, std::uint32_t begin, std::uint32_t end) {
            return on_literal(id, begin, end);
        });
        for (std::uint32_t program : matcher_.everywhere_)
            for (std::uint32_t at = first; at < last && !is_enough(); ++at) try_at(matcher_.programs_[program], at);
        if (!matcher_.one_length_only_) keep_longest();
        if (folded_.all_steps == 0) return;
        for (std::size_t i = first_; i < out_.size(); ++i) out_[i].steps = folded_.steps_of(out_[i].span);
    }

private:
    [[nodiscard]] bool is_enough() const { return first_only_ && out_.size() > first_; }

    bool on_literal(LiteralId id, std::uint32_t begin, std::uint32_t end) {
        const Matcher::Use* use = matcher_.uses_.data() + matcher_.uses_begin_[id];
        const Matcher::Use* const last = matcher_.uses_.data() + matcher_.uses_begin_[id + 1];
        for (; use != last; ++use) {
            if (!next_step_.empty() && !has_step_near(*use, begin, end)) continue;
            if (use->whole)
                emit(use->target, begin, end);
            else if (may_match(*use, begin, end))
                verify(matcher_.needed_[use->target], begin, end);
        }
        return !is_enough();
    }

    void note_steps(FoldSteps steps) {
        const auto size = static_cast<std::uint32_t>(folded_.steps.size());
        next_step_.resize(size + 1);
        next_step_[size] = size;
        for (std::uint32_t i = size; i-- > 0;) next_step_[i] = (folded_.steps[i] & steps) != 0 ? i : next_step_[i + 1];
    }

    /// Whether a match through the literal can have one of the steps in it that are asked for.
    [[nodiscard]] bool has_step_near(const Matcher::Use& use, std::uint32_t begin, std::uint32_t end) const {
        const std::uint32_t more = use.max_chars - (end - begin);
        return next_step_[begin - std::min(begin, more)] < std::min(end + more, text_.size());
    }

    [[nodiscard]] bool may_match(const Matcher::Use& use, std::uint32_t begin, std::uint32_t end) {
        text_.fill();
        return (use.after == no_guard || holds_after(matcher_.guards_.at(use.after), text_, end)) &&
               (use.before == no_guard || holds_before(matcher_.guards_.at(use.before), text_, begin));
    }

    void verify(const Matcher::Needed& needed, std::uint32_t begin, std::uint32_t end) {
        if (matcher_.programs_[needed.program].max_chars < 64 * short_words)
            verify_with<short_words>(needed, begin, end, short_memory_);
        else
            verify_with<long_words>(needed, begin, end, long_memory_);
    }

    [[nodiscard]] Route route(const std::vector<Edge>& edges, const Matcher::StoredProgram& program,
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

    void try_at(const Matcher::StoredProgram& program, std::uint32_t at) {
        text_.fill();
        if (program.max_chars < 64 * short_words)
            try_with<short_words>(program, at, short_memory_);
        else
            try_with<long_words>(program, at, long_memory_);
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
    MatchText text_;
    std::vector<std::uint32_t> next_step_;  ///< by place; empty: matches need no step
    bool first_only_;
    std::vector<PatternMatch>& out_;
    std::size_t first_;  ///< what the vector held before
    RunMemory<short_words> short_memory_;
    RunMemory<long_words> long_memory_;
};

void Matcher::match(const FoldedText& text, std::uint32_t first, std::uint32_t last, bool first_only,
                    std::vector<PatternMatch>& out, FoldSteps steps) const {
    if (!empty() && first < last) MatchRun(*this, text, first_only, out, steps).run(first, last);
}

}  // namespace huashu::scoring::match
