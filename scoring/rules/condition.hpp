// A condition (docs/rules.md, "A condition"): one question about the reply or what surrounds it.
#pragma once

#include "rules/parts.hpp"

namespace huashu::scoring {

/// Where a condition looks, seen from a match of the rule that asks.
enum class Scope : std::uint8_t {
    clause,    ///< the clause(s) in which the match stands
    sentence,  ///< its sentence
    next,      ///< the clause after it
    before,    ///< earlier in the same reply
    after,     ///< later in the same reply
    around,    ///< within N characters of it, on either side
    reply,     ///< anywhere in the reply
    owner,     ///< the owner's last line
    earlier,   ///< staff's earlier replies
};

/// Of which of the rule's own matches a condition is asked.
enum class Which : std::uint8_t {
    any,    ///< of each by itself; a match for which it fails does not count
    first,  ///< of the first; its answer stands for all
    last,   ///< of the last; likewise
    every,  ///< of each; one failure fails them all
};

struct Condition {
    enum class Asks : std::uint8_t { match, acts, families, complaint, steps, anger };
    Asks asks = Asks::match;
    bool negated = false;
    Scope scope = Scope::clause;
    Which which = Which::any;
    int within = 0;  ///< characters, for Scope::around
    int turns = 0;   ///< for Scope::earlier; 0: all of them
    PatternTexts match;
    ActSet acts;
    FamilySet families;
    ComplaintSet complaints;
    StepSet steps;
    Range anger;
    Site site;
};

/// `fallback` is the scope of a condition that names none.
[[nodiscard]] Condition read_condition(const RuleInput& parent, const JsonNode& node, Scope fallback);
/// A list of conditions under a key of the parent; absent: empty.
[[nodiscard]] std::vector<Condition> read_conditions(const RuleInput& parent, std::string_view key, Scope fallback,
                                                     bool required = false);
/// One condition under a key that must be there.
[[nodiscard]] Condition read_required_condition(const RuleInput& parent, std::string_view key, Scope fallback);

[[nodiscard]] std::optional<Scope> parse_scope(std::string_view name);
[[nodiscard]] std::optional<Which> parse_which(std::string_view name);

}  // namespace huashu::scoring
