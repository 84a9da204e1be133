#include "rules/condition.hpp"

#include <array>

namespace huashu::scoring {
namespace {

constexpr std::array<std::string_view, 9> scope_names{"clause", "sentence", "next",  "before", "after",
                                                      "around", "reply",    "owner", "earlier"};
constexpr std::array<std::string_view, 4> which_names{"any", "first", "last", "every"};
constexpr std::array<std::string_view, 6> question_keys{"match", "acts", "families", "complaint", "steps", "anger"};

template <class T>
std::optional<T> parse(std::span<const std::string_view> names, std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<T>(i);
    return std::nullopt;
}

/// Which question the object asks; reports none and several.
Condition::Asks read_question(const RuleInput& input) {
    std::optional<Condition::Asks> asks;
    for (std::size_t i = 0; i < question_keys.size(); ++i) {
        if (input.in.member(question_keys[i]) == nullptr) continue;
        if (asks)
            input.in.report(question_keys[i], "two-questions", "a condition asks exactly one question",
                            "make two conditions of it");
        else
            asks = static_cast<Condition::Asks>(i);
    }
    if (!asks)
        report_at(input, input.in.node(), "no-question", "this condition asks nothing",
                  "give it one of \"match\", \"acts\", \"families\", \"complaint\", \"steps\", \"anger\"");
    return asks.value_or(Condition::Asks::match);
}

void read_answer(const RuleInput& input, Condition& condition) {
    switch (condition.asks) {
        case Condition::Asks::match:
            condition.match = read_texts(input, "match");
            break;
        case Condition::Asks::acts:
            condition.acts = read_acts(input, "acts");
            break;
        case Condition::Asks::families:
            condition.families = read_families(input, "families");
            break;
        case Condition::Asks::complaint:
            condition.complaints = read_complaints(input, "complaint");
            break;
        case Condition::Asks::steps:
            condition.steps = read_steps(input, "steps");
            break;
        case Condition::Asks::anger:
            condition.anger = read_range(input, "anger", {0, 100}).value_or(Range{});
            break;
    }
}

bool has_place(Condition::Asks asks) {
    return asks == Condition::Asks::match || asks == Condition::Asks::acts || asks == Condition::Asks::families;
}

/// "in" with its companions, and what can't be combined.
void read_scope(const RuleInput& input, Condition& condition, Scope fallback) {
    ObjectReader& in = input.in;
    const bool placed = has_place(condition.asks);
    const std::optional<Scope> scope = in.optional_name<Scope>(
        "in", parse_scope, "a scope (clause, sentence, next, before, after, around, reply, owner, earlier)");
    const Scope usual = condition.asks == Condition::Asks::families ? Scope::reply : fallback;
    condition.scope = scope.value_or(usual);
    const auto within = in.optional_integer("within", 1, 1000);
    const auto turns = in.optional_integer("turns", 1, 1000);
    condition.within = static_cast<int>(within.value_or(12));
    condition.turns = static_cast<int>(turns.value_or(0));
    if (scope && !placed)
        in.report("in", "no-scope-here", "only \"match\", \"acts\" and \"families\" are looked for in a place",
                  "leave \"in\" out");
    if (within && condition.scope != Scope::around)
        in.report("within", "no-scope-here", "\"within\" goes with \"in\": \"around\" only");
    if (turns && condition.scope != Scope::earlier)
        in.report("turns", "no-scope-here", "\"turns\" goes with \"in\": \"earlier\" only");
    if (condition.scope == Scope::owner && placed && condition.asks != Condition::Asks::match)
        in.report("in", "no-scope-here", "the owner's line is searched for words, not judged for acts or families",
                  "ask it with \"match\"");
    if (condition.scope == Scope::earlier && condition.asks == Condition::Asks::families)
        in.report("in", "no-scope-here", "findings are known of this reply only", "ask it with \"match\" or \"acts\"");
}

}  // namespace

std::optional<Scope> parse_scope(std::string_view name) { return parse<Scope>(scope_names, name); }
std::optional<Which> parse_which(std::string_view name) { return parse<Which>(which_names, name); }

Condition read_condition(const RuleInput& parent, const JsonNode& node, Scope fallback) {
    ObjectReader in(parent.in.source(), node, parent.in.problems());
    const RuleInput input{in, parent.file};
    Condition condition;
    condition.site = input.site_of(node);
    if (node.kind() != JsonNode::Kind::object) return condition;
    condition.asks = read_question(input);
    read_answer(input, condition);
    read_scope(input, condition, fallback);
    condition.which = in.optional_name<Which>("which", parse_which, "any, first, last or every").value_or(Which::any);
    condition.negated = in.optional_boolean("not", false);
    in.done();
    return condition;
}

std::vector<Condition> read_conditions(const RuleInput& parent, std::string_view key, Scope fallback, bool required) {
    std::vector<Condition> conditions;
    for (const JsonNode& node : parent.in.list(key, required))
        conditions.push_back(read_condition(parent, node, fallback));
    return conditions;
}

Condition read_required_condition(const RuleInput& parent, std::string_view key, Scope fallback) {
    if (const JsonNode* node = parent.in.member(key)) return read_condition(parent, *node, fallback);
    parent.in.report(key, "missing-key", "\"" + std::string(key) + "\" is missing: a condition");
    return {};
}

}  // namespace huashu::scoring
