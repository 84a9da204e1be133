#include "rules/rule.hpp"

#include <algorithm>
#include <array>

namespace huashu::scoring {
namespace {

constexpr std::array<std::string_view, rule_kind_count> kind_names{
    "forbid", "act", "context", "require", "order", "pair", "prefer", "limit", "echo", "memory", "learned"};

RuleBody read_body(RuleKind kind, const RuleInput& input) {
    switch (kind) {
        case RuleKind::forbid:
            return read_forbid(input);
        case RuleKind::act:
            return read_act(input);
        case RuleKind::context:
            return read_context(input);
        case RuleKind::require:
            return read_require(input);
        case RuleKind::order:
            return read_order(input);
        case RuleKind::pair:
            return read_pair(input);
        case RuleKind::prefer:
            return read_prefer(input);
        case RuleKind::limit:
            return read_limit(input);
        case RuleKind::echo:
            return read_echo(input);
        case RuleKind::memory:
            return read_memory(input);
        case RuleKind::learned:
            return read_learned(input);
    }
    return ForbidRule{};
}

Marks marks_of_hits(RuleKind kind) {
    switch (kind) {
        case RuleKind::require:
        case RuleKind::limit:
        case RuleKind::echo:
            return Marks::none;
        case RuleKind::order:
        case RuleKind::learned:
            return Marks::optional;
        default:
            return Marks::required;
    }
}

/// A miss has no span, but a context's miss says of which words it is not true.
Marks marks_of_misses(RuleKind kind) { return kind == RuleKind::context ? Marks::required : Marks::none; }

bool is_id(std::string_view id) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
    return !id.empty() && id.front() >= 'a' && id.front() <= 'z' && id.back() != '.' && std::ranges::all_of(id, fits);
}

void read_common(const RuleInput& input, Rule& rule) {
    ObjectReader& in = input.in;
    rule.id = in.required_string("id");
    if (!rule.id.empty() && !is_id(rule.id))
        in.report("id", "bad-id", "an id is lower case letters, digits and _, in parts joined by dots",
                  "write it like \"deflect.not_mine\"");
    rule.source = in.required_string("source");
    if (!rule.source.empty() && !rule.source.starts_with("§"))
        in.report("source", "bad-source", "a source names a point of the standard", "write it like \"§1.2.1\"");
    rule.reason = in.required_string("reason");
    rule.instead = in.optional_string("instead");
    (void)in.optional_string("note");
}

void check_instead(const RuleInput& input, RuleKind kind, Rule& rule) {
    const bool unused = kind == RuleKind::act || kind == RuleKind::context;
    if (unused && !rule.instead.empty())
        input.in.report("instead", "no-instead-here", "acts and contexts have no better wording", "leave it out");
    if (kind == RuleKind::prefer && rule.instead.empty()) rule.instead = std::get<PreferRule>(rule.body).say;
    if (!unused && rule.instead.empty())
        input.in.report("instead", "missing-key", "\"instead\" is missing: the better wording, ready to say");
}

void add(std::vector<const WrittenText*>& out, const PatternTexts& patterns) {
    for (const WrittenText& pattern : patterns) out.push_back(&pattern);
}
void add(std::vector<const WrittenText*>& out, const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) add(out, condition.match);
}
void add(std::vector<const WrittenText*>& out, const Wording& words) {
    add(out, words.match);
    add(out, words.except);
}
void add(std::vector<const WrittenText*>& out, const Guard& guard) {
    add(out, guard.when);
    add(out, guard.unless);
}

struct PatternCollector {
    std::vector<const WrittenText*>& out;

    void operator()(const ForbidRule& rule) { collect(rule.words, rule.guard); }
    void operator()(const ActRule& rule) { collect(rule.words, rule.guard); }
    void operator()(const ContextRule& rule) { collect(rule.markers, rule.except); }
    void operator()(const RequireRule& rule) { collect(rule.any, rule.when, rule.unless); }
    void operator()(const OrderRule& rule) { collect(rule.first.match, rule.then.match, rule.guard); }
    void operator()(const PairRule& rule) { collect(rule.trigger.match, rule.with, rule.guard); }
    void operator()(const PreferRule& rule) { collect(rule.words, rule.guard); }
    void operator()(const LimitRule& rule) { collect(rule.words, rule.guard); }
    void operator()(const EchoRule& rule) { collect(rule.owner, rule.match, rule.guard); }
    void operator()(const MemoryRule& rule) { collect(rule.words, rule.known, rule.earlier, rule.guard); }

    void operator()(const LearnedRule& rule) { collect(rule.guard); }

    template <class... Parts>
    void collect(const Parts&... parts) {
        (add(out, parts), ...);
    }
};

}  // namespace

std::string_view name_of(RuleKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<RuleKind> parse_rule_kind(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == name) return static_cast<RuleKind>(i);
    return std::nullopt;
}

std::optional<Rule> read_rule(const SourceText& source, const JsonNode& node, std::uint32_t file,
                              Diagnostics& problems) {
    Diagnostics own;
    ObjectReader in(source, node, own);
    const RuleInput input{in, file};
    Rule rule;
    rule.site = input.site_of(node);
    if (node.kind() == JsonNode::Kind::object) {
        read_common(input, rule);
        const auto kind = in.optional_name<RuleKind>("kind", parse_rule_kind, "a kind of rule");
        if (kind) {
            rule.body = read_body(*kind, input);
            rule.hits = read_examples(input, "hits", marks_of_hits(*kind));
            rule.misses = read_examples(input, "misses", marks_of_misses(*kind));
            check_instead(input, *kind, rule);
            in.done();  // not without a kind: every key of its body would count as unknown
        } else if (in.member("kind") == nullptr) {
            in.report("kind", "missing-key", "\"kind\" is missing: what sort of rule is this?");
        }
    }
    const bool sound = !has_errors(own);
    problems.insert(problems.end(), own.begin(), own.end());
    return sound ? std::optional(std::move(rule)) : std::nullopt;
}

std::vector<const WrittenText*> patterns_of(const Rule& rule) {
    std::vector<const WrittenText*> out;
    std::visit(PatternCollector{out}, rule.body);
    return out;
}

std::vector<const WrittenText*> contexts_of(const Rule& rule) {
    std::vector<const WrittenText*> out;
    std::visit(
        [&out](const auto& body) {
            if constexpr (requires { body.guard; }) add(out, body.guard.ignore);
        },
        rule.body);
    return out;
}

}  // namespace huashu::scoring
