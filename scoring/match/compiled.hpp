// What a PatternSet is made of: twice the same, over canonical text and over the skeleton. Private to scoring.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/literal_index.hpp"
#include "match/program.hpp"
#include "match/runner.hpp"
#include "scoring/pattern.hpp"

namespace huashu::scoring::match {

/// What to do when a literal was found.
struct Use {
    static constexpr std::uint32_t whole = 0xFFFFFFFF;
    std::uint32_t target = 0;      ///< the pattern's id when the literal is the whole match, else the program
    std::uint32_t needed = whole;  ///< which of the program's needed edges the literal belongs to
};

struct NumberedProgram {
    PatternId id = 0;
    Program program;
};

/// Patterns over one form of text.
class Matcher {
public:
    /// A simplified pattern; `max_chars` is the longest text that it can match.
    void add(PatternId id, const Node& simplified, std::uint32_t max_chars);
    void finish();  ///< after the last add()

    /// Appends all matches to `out`, sorted, per pattern and start the longest; `first_only` stops at the first few.
    void match(const FoldedText& text, bool first_only, std::vector<PatternMatch>& out) const;
    [[nodiscard]] std::size_t memory_bytes() const;
    [[nodiscard]] bool empty() const { return uses_.empty() && everywhere_.empty(); }

private:
    friend class MatchRun;
    void add_use(const std::u32string& literal, Use use);

    std::unordered_map<std::u32string, LiteralId> ids_;  ///< while building
    std::vector<std::u32string> literals_;               ///< while building
    std::vector<std::vector<Use>> uses_of_;              ///< while building

    LiteralIndex index_;
    std::vector<std::uint32_t> uses_begin_;  ///< by literal, and one beyond
    std::vector<Use> uses_;
    std::vector<NumberedProgram> programs_;
    std::vector<std::uint32_t> everywhere_;  ///< programs without a needed literal
    bool one_length_only_ = true;            ///< no pattern can match two lengths at one place
};

}  // namespace huashu::scoring::match
