#include <algorithm>

#include "match/compiled.hpp"
#include "match/match_text.hpp"

namespace huashu::scoring::match {

void Matcher::add(PatternId id, const Node& simplified, std::uint32_t max_chars) {
    Program program = make_program(simplified);
    program.max_chars = max_chars;
    if (program.is_plain_set()) {
        for (const std::u32string& literal : program.forward.front().set->strings()) add_use(literal, {id, Use::whole});
        return;
    }
    const auto number = static_cast<std::uint32_t>(programs_.size());
    for (std::uint32_t n = 0; n < program.needed.size(); ++n)
        for (const std::u32string& literal : program.needed[n].set->strings()) add_use(literal, {number, n});
    if (program.needed.empty()) everywhere_.push_back(number);
    programs_.push_back({id, std::move(program)});
}

void Matcher::add_use(const std::u32string& literal, Use use) {
    const auto [found, is_new] = ids_.try_emplace(literal, static_cast<LiteralId>(literals_.size()));
    if (is_new) {
        literals_.push_back(literal);
        uses_of_.emplace_back();
    }
    uses_of_[found->second].push_back(use);
}

void Matcher::finish() {
    index_ = LiteralIndex(literals_);
    uses_begin_.push_back(0);
    std::unordered_map<PatternId, std::uint32_t> literals_of;
    for (std::vector<Use>& uses : uses_of_) {
        std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
            return std::pair(a.needed != Use::whole, a.target) < std::pair(b.needed != Use::whole, b.target);
        });
        for (const Use& use : uses)
            if (use.needed == Use::whole && ++literals_of[use.target] > 1) one_length_only_ = false;
        uses_.insert(uses_.end(), uses.begin(), uses.end());
        uses_begin_.push_back(static_cast<std::uint32_t>(uses_.size()));
    }
    ids_ = {};
    literals_ = {};
    uses_of_ = {};
}

std::size_t Matcher::memory_bytes() const {
    std::size_t bytes = index_.memory_bytes() + uses_begin_.size() * sizeof(std::uint32_t) + uses_.size() * sizeof(Use);
    for (const NumberedProgram& numbered : programs_) {
        const Program& p = numbered.program;
        bytes += sizeof(NumberedProgram) + (p.forward.size() + p.backward.size() + p.needed.size()) * sizeof(Edge) +
                 (p.forward_begin.size() + p.backward_begin.size()) * sizeof(std::uint32_t);
    }
    return bytes;
}

/// One search through one text.
class MatchRun {
public:
    MatchRun(const Matcher& matcher, const FoldedText& folded, bool first_only, std::vector<PatternMatch>& out)
        : matcher_(matcher), folded_(folded), text_(folded), first_only_(first_only), out_(out), first_(out.size()) {}

    void run() {
        std::vector<std::uint32_t> symbols;
        matcher_.index_.find_all(folded_.chars, symbols, [this](LiteralId id, std::uint32_t begin, std::uint32_t end) {
            return on_literal(id, begin, end);
        });
        for (std::uint32_t program : matcher_.everywhere_) {
            if (first_only_ && out_.size() > first_) break;
            try_everywhere(matcher_.programs_[program]);
        }
        if (!matcher_.one_length_only_ || found_by_program_) keep_longest();
        for (std::size_t i = first_; i < out_.size(); ++i) out_[i].steps = folded_.steps_of(out_[i].span);
    }

private:
    bool on_literal(LiteralId id, std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t u = matcher_.uses_begin_[id]; u < matcher_.uses_begin_[id + 1]; ++u) {
            const Use& use = matcher_.uses_[u];
            if (use.needed == Use::whole)
                emit(use.target, begin, end);
            else
                verify(matcher_.programs_[use.target], use.needed, begin, end);
        }
        return !(first_only_ && out_.size() > first_);
    }

    void verify(const NumberedProgram& numbered, std::uint32_t needed, std::uint32_t begin, std::uint32_t end) {
        text_.fill();
        if (numbered.program.max_chars < 64 * short_words)
            verify_with<short_words>(numbered, needed, begin, end, short_memory_);
        else
            verify_with<long_words>(numbered, needed, begin, end, long_memory_);
    }

    /// What stands before the literal and what stands behind it don't depend on each other: every beginning goes with
    /// the furthest end.
    template <std::size_t Words>
    void verify_with(const NumberedProgram& numbered, std::uint32_t needed, std::uint32_t begin, std::uint32_t end,
                     RunMemory<Words>& memory) {
        const Edge& edge = numbered.program.needed[needed];
        const DistanceSet<Words> ends = run_forward<Words>(numbered.program, text_, edge.to, end, memory);
        if (!ends.any()) return;
        const DistanceSet<Words> begins = run_backward<Words>(numbered.program, text_, edge.from, begin, memory);
        begins.for_each([&](std::uint32_t distance) {
            found_by_program_ = true;
            emit(numbered.id, begin - distance, end + ends.greatest());
        });
    }

    void try_everywhere(const NumberedProgram& numbered) {
        text_.fill();
        for (std::uint32_t at = 0; at < text_.size(); ++at) {
            if (numbered.program.max_chars < 64 * short_words)
                try_at<short_words>(numbered, at, short_memory_);
            else
                try_at<long_words>(numbered, at, long_memory_);
        }
    }

    template <std::size_t Words>
    void try_at(const NumberedProgram& numbered, std::uint32_t at, RunMemory<Words>& memory) {
        const DistanceSet<Words> ends = run_forward<Words>(numbered.program, text_, 0, at, memory);
        if (!ends.any()) return;
        found_by_program_ = true;
        emit(numbered.id, at, at + ends.greatest());
    }

    void emit(PatternId id, std::uint32_t begin, std::uint32_t end) { out_.push_back({id, {begin, end}, 0, false}); }

    void keep_longest() {
        const auto first = out_.begin() + static_cast<std::ptrdiff_t>(first_);
        std::sort(first, out_.end(), [](const PatternMatch& a, const PatternMatch& b) {
            if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
            return a.pattern != b.pattern ? a.pattern < b.pattern : a.span.end > b.span.end;
        });
        const auto last = std::unique(first, out_.end(), [](const PatternMatch& a, const PatternMatch& b) {
            return a.span.begin == b.span.begin && a.pattern == b.pattern;
        });
        out_.erase(last, out_.end());
        std::sort(first, out_.end(), [](const PatternMatch& a, const PatternMatch& b) {
            return a.span != b.span ? a.span < b.span : a.pattern < b.pattern;
        });
    }

    const Matcher& matcher_;
    const FoldedText& folded_;
    MatchText text_;
    bool first_only_;
    std::vector<PatternMatch>& out_;
    std::size_t first_;  ///< what the vector held before
    bool found_by_program_ = false;
    RunMemory<short_words> short_memory_;
    RunMemory<long_words> long_memory_;
};

void Matcher::match(const FoldedText& text, bool first_only, std::vector<PatternMatch>& out) const {
    if (!empty()) MatchRun(*this, text, first_only, out).run();
}

}  // namespace huashu::scoring::match
