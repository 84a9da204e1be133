#include "rules/limit.hpp"

#include <array>

namespace huashu::scoring {
namespace {

constexpr std::array<std::string_view, 8> count_names{"chars",        "questions",    "sentence_chars", "repeats",
                                                      "copied_owner", "copied_model", "act_density",    "match"};

void check_limit(const RuleInput& input, const LimitRule& rule) {
    ObjectReader& in = input.in;
    if (!rule.min && !rule.max) in.report("max", "missing-key", "a limit needs \"max\" or \"min\"");
    if (rule.min && rule.max && *rule.min > *rule.max)
        in.report("min", "empty-range", "\"min\" is greater than \"max\": every reply would break it");
    if (rule.count == Count::match && rule.words.match.empty())
        in.report("match", "missing-key", "\"count\": \"match\" needs \"match\": the patterns to count");
    if (rule.count != Count::match && in.member("match") != nullptr)
        in.report("match", "no-scope-here", "\"match\" goes with \"count\": \"match\" only");
    for (const auto* conditions : {&rule.guard.when, &rule.guard.unless})
        for (const Condition& condition : *conditions)
            if (condition.asks == Condition::Asks::families)
                in.report("when", "no-scope-here", "a limit is measured before findings are known",
                          "ask it with \"match\" or \"acts\"");
    if (rule.voids && rule.count == Count::questions)
        in.report("voids", "no-scope-here", "questions can't void acts: what is counted has no place in the reply");
}

}  // namespace

std::optional<Count> parse_count(std::string_view name) {
    for (std::size_t i = 0; i < count_names.size(); ++i)
        if (count_names[i] == name) return static_cast<Count>(i);
    return std::nullopt;
}

LimitRule read_limit(const RuleInput& input) {
    ObjectReader& in = input.in;
    LimitRule rule;
    rule.count = in.required_name<Count>("count", parse_count, "something that can be counted", Count::chars);
    if (const auto min = in.optional_integer("min", 0, 1'000'000)) rule.min = static_cast<int>(*min);
    if (const auto max = in.optional_integer("max", 0, 1'000'000)) rule.max = static_cast<int>(*max);
    rule.words.match = read_texts(input, "match");
    rule.words.except = read_texts(input, "except");
    rule.voids = in.optional_boolean("voids", false);
    rule.guard = read_guard(input, Scope::reply);
    rule.charge = read_charge(input);
    check_limit(input, rule);
    return rule;
}

}  // namespace huashu::scoring
