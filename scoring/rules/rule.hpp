// A rule of any kind, as its file says it.
#pragma once

#include <variant>

#include "rules/act.hpp"
#include "rules/context.hpp"
#include "rules/echo.hpp"
#include "rules/example.hpp"
#include "rules/forbid.hpp"
#include "rules/learned.hpp"
#include "rules/limit.hpp"
#include "rules/memory.hpp"
#include "rules/order.hpp"
#include "rules/pair.hpp"
#include "rules/prefer.hpp"
#include "rules/require.hpp"

namespace huashu::scoring {

/// In the order of RuleBody's alternatives.
enum class RuleKind : std::uint8_t { forbid, act, context, require, order, pair, prefer, limit, echo, memory, learned };
inline constexpr std::size_t rule_kind_count = 11;
[[nodiscard]] std::string_view name_of(RuleKind kind);
[[nodiscard]] std::optional<RuleKind> parse_rule_kind(std::string_view name);

using RuleBody = std::variant<ForbidRule, ActRule, ContextRule, RequireRule, OrderRule, PairRule, PreferRule, LimitRule,
                              EchoRule, MemoryRule, LearnedRule>;

struct Rule {
    std::string id;
    std::string source;  ///< "§1.2.1"
    std::string reason;
    std::string instead;  ///< empty for acts and contexts
    std::vector<Example> hits, misses;
    RuleBody body;
    Site site;

    [[nodiscard]] RuleKind kind() const { return static_cast<RuleKind>(body.index()); }
};

/// Reads one element of "rules". Nothing when any error was found in it; the errors are in the reader's problems.
[[nodiscard]] std::optional<Rule> read_rule(const SourceText& source, const JsonNode& node, std::uint32_t file,
                                            Diagnostics& problems);

/// Every pattern of the rule, whatever its role, in the order of its file's keys.
[[nodiscard]] std::vector<const WrittenText*> patterns_of(const Rule& rule);
/// The contexts that the rule names.
[[nodiscard]] std::vector<const WrittenText*> contexts_of(const Rule& rule);

}  // namespace huashu::scoring
