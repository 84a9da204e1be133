// A reply laid out for judging: its characters, its clauses, its matches, and where contexts hold.
#pragma once

#include <vector>

#include "judge/match_table.hpp"
#include "judge/program.hpp"

namespace huashu::scoring {

/// First and last clause (or sentence), both included.
struct IndexRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    [[nodiscard]] bool meets(IndexRange other) const { return first <= other.last && other.first <= last; }
};

class Reading {
public:
    /// Lays out a text. Its buffers are kept from one text to the next.
    void read(const PatternSet& patterns, std::size_t slots, std::string_view text);

    [[nodiscard]] const FoldedText& canonical() const { return text_.canonical; }
    [[nodiscard]] const Skeleton& skeleton() const { return text_.skeleton; }
    [[nodiscard]] const std::vector<Clause>& clauses() const { return text_.clauses; }
    [[nodiscard]] const MatchTable& matches() const { return matches_; }
    [[nodiscard]] CharSpan whole() const { return {0, length()}; }
    [[nodiscard]] std::uint32_t length() const { return static_cast<std::uint32_t>(text_.canonical.chars.size()); }

    /// The clause of a character; punctuation belongs to the clause before it.
    [[nodiscard]] std::uint32_t clause_at(std::uint32_t position) const;
    [[nodiscard]] IndexRange clauses_of(CharSpan span) const;
    [[nodiscard]] IndexRange sentences_of(CharSpan span) const;

    /// How many characters of the span say something (is_wordlike).
    [[nodiscard]] int words_in(CharSpan span) const;

    /// Whether the span stands in the context.
    [[nodiscard]] bool in_context(const CompiledContext& context, CharSpan span) const;

private:
    [[nodiscard]] bool marker_counts(const CompiledContext& context, CharSpan marker) const;
    [[nodiscard]] bool marked_before(const CompiledContext& context, CharSpan span) const;
    [[nodiscard]] bool marked_after(const CompiledContext& context, CharSpan span) const;
    [[nodiscard]] bool marked_inside(const CompiledContext& context, CharSpan span) const;
    [[nodiscard]] bool same_reach(const CompiledContext& context, std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] bool between(std::pair<char32_t, char32_t> marks, CharSpan span) const;
    [[nodiscard]] const std::vector<CharSpan>& quoted(std::pair<char32_t, char32_t> marks) const;

    struct Quotes {
        std::pair<char32_t, char32_t> marks;
        std::vector<CharSpan> spans;  // between the marks, in order, apart
    };

    PreparedText text_;
    std::vector<std::uint32_t> clause_of_;     // by character
    std::vector<std::uint32_t> words_before_;  // by character, and one more: how many before it say something
    MatchTable matches_;
    mutable std::vector<Quotes> quotes_;  // found when first asked for; a Reading belongs to one thread
};

/// Letters, digits and Han characters: what says something. Punctuation, blanks and emoji do not.
[[nodiscard]] bool is_wordlike(char32_t c);
[[nodiscard]] bool says_nothing(const FoldedText& text);

}  // namespace huashu::scoring
