// The pattern language of docs/rules.md, compiled as a set: many patterns, one pass over the text.
//
// Literals of all patterns go into one automaton over canonical characters; "literal ~gap literal" is
// joined from its hits; what has classes or wide alternation is verified only near a literal that it needs. Time is
// linear in the text, whatever the patterns are. Immutable after build(); safe to share between threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/diagnostic.hpp"
#include "scoring/text.hpp"

namespace huashu::scoring {

using PatternId = std::uint32_t;

/// What is wrong with a pattern, where in it (code points from its start), and what to do.
struct PatternProblem {
    std::uint32_t column = 0;
    std::string code;  ///< "unclosed-group", "unknown-list", "matches-empty", "too-large", …
    std::string text;
    std::string remedy;
};

struct PatternMatch {
    PatternId pattern = 0;
    CharSpan span;        ///< in the canonical text
    FoldSteps steps = 0;  ///< what had to be folded for it to match
    bool by_skeleton = false;
    auto operator<=>(const PatternMatch&) const = default;
};

/// Named word lists, resolved (extends followed, each entry a pattern without anchors and gaps).
using WordLists = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A text ready to be matched: canonical form, clauses and the readings of its skeleton.
struct PreparedText {
    FoldedText canonical;
    std::vector<Clause> clauses;
    Skeleton skeleton;
    Skeleton without_fillers;  ///< empty when there are no fillers
};
[[nodiscard]] PreparedText prepare(std::string_view text);
/// The same into an object that is used again and again, which saves the allocations.
void prepare_into(std::string_view text, PreparedText& out);

class PatternSet {
public:
    /// All matches, every pattern, overlaps included (per pattern and start the longest), sorted by (span, pattern).
    /// The vector is cleared first; reuse it between calls to avoid allocation.
    void match(const PreparedText& text, std::vector<PatternMatch>& out) const;
    [[nodiscard]] std::vector<PatternMatch> match(const PreparedText& text) const;
    [[nodiscard]] bool matches_any(const PreparedText& text) const;
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::size_t memory_bytes() const;

    PatternSet();
    ~PatternSet();
    PatternSet(PatternSet&&) noexcept;
    PatternSet& operator=(PatternSet&&) noexcept;

private:
    friend class PatternSetBuilder;
    struct Compiled;
    std::unique_ptr<const Compiled> compiled_;
};

/// Collects patterns, then compiles them. An unsound pattern is reported by add() and left out of the set.
class PatternSetBuilder {
public:
    explicit PatternSetBuilder(const WordLists& lists);  ///< keeps a reference until build()
    ~PatternSetBuilder();
    /// Ids may repeat: several patterns may stand for one thing.
    [[nodiscard]] std::vector<PatternProblem> add(PatternId id, std::string_view pattern, bool evasion = false);
    [[nodiscard]] PatternSet build();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace huashu::scoring
