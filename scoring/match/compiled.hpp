// What a PatternSet is made of: twice the same, over canonical text and over the skeleton. Private to scoring.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/guard.hpp"
#include "match/literal_index.hpp"
#include "match/program.hpp"
#include "match/runner.hpp"
#include "match/set_pool.hpp"
#include "scoring/pattern.hpp"

namespace huashu::scoring::match {

/// Patterns over one form of text.
class Matcher {
public:
    /// A word that is a whole pattern.
    void add_literal(PatternId id, std::u32string_view literal);
    /// A simplified pattern; `max_chars` is the longest text that it can match.
    void add(PatternId id, const Node& simplified, std::uint32_t max_chars);
    void finish();  ///< after the last of these

    /// Appends the matches that begin at a literal in [first, last) to `out`, sorted, per pattern and start the
    /// longest. `first_only` stops at the first few. With `steps` only matches matter that have one of these steps in
    /// them; of the others some may be left out.
    void match(const FoldedText& text, std::uint32_t first, std::uint32_t last, bool first_only,
               std::vector<PatternMatch>& out, FoldSteps steps = 0) const;
    [[nodiscard]] std::size_t memory_bytes() const;
    [[nodiscard]] bool empty() const { return uses_.empty() && everywhere_.empty(); }
    /// The longest text that a match can cover.
    [[nodiscard]] std::uint32_t max_chars() const { return max_chars_; }

private:
    friend class MatchRun;

    /// What to do when a literal was found.
    struct Use {
        std::uint32_t target = 0;     ///< the pattern's id when the literal is the whole match, else a place in needed_
        std::uint16_t max_chars = 0;  ///< the longest text that the match can cover
        bool whole = false;
        GuardId before = no_guard;  ///< what must stand beside the literal, unless it is the whole match
        GuardId after = no_guard;
    };
    struct StoredProgram {
        PatternId id = 0;
        std::uint32_t states = 0;
        std::uint32_t max_chars = 0;
        std::uint32_t edges_begin = 0;  ///< in forward_ and in backward_
        std::uint32_t edges_end = 0;
    };
    /// One of the literal sets that a match of a program must pass through.
    struct Needed {
        std::uint32_t program = 0;
        std::uint32_t from = 0;  ///< the states before and behind it
        std::uint32_t to = 0;
        std::uint32_t forward_begin = 0;  ///< the first edge that can follow, in forward_; likewise in backward_
        std::uint32_t backward_begin = 0;
    };
    /// A program without a needed literal.
    struct Everywhere {
        std::uint32_t program = 0;
        GuardId begins = no_guard;  ///< what must stand where a match begins
    };
    /// While building: a literal somewhere in pool_, and what it is good for.
    struct Wanted {
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
        Use use;
    };

    void want(std::u32string_view literal, Use use);
    std::uint32_t store(const Program& program, PatternId id, std::uint32_t max_chars);
    [[nodiscard]] std::u32string_view text_of(const Wanted& wanted) const;

    std::vector<char32_t> pool_;  ///< while building
    std::vector<Wanted> wanted_;  ///< while building

    LiteralIndex index_;
    std::vector<std::uint32_t> uses_begin_;  ///< by literal, and one beyond
    std::vector<Use> uses_;
    std::vector<StoredProgram> programs_;
    std::vector<Needed> needed_;
    std::vector<RunEdge> forward_;
    std::vector<RunEdge> backward_;
    SetPool sets_;
    Guards guards_;
    std::vector<Everywhere> everywhere_;
    std::uint32_t max_chars_ = 0;
    bool one_length_only_ = true;  ///< no pattern can match two lengths at one place
};

}  // namespace huashu::scoring::match
