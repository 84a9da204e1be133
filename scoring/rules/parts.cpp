#include "rules/parts.hpp"

#include <span>

namespace huashu::scoring {
namespace {

/// The elements of a list, or the value itself where an author wrote just one.
std::span<const JsonNode> one_or_many(const RuleInput& input, std::string_view key) {
    const JsonNode* value = input.in.member(key);
    if (value == nullptr) return {};
    if (value->kind() == JsonNode::Kind::array) return value->array();
    return {value, 1};
}

std::optional<Step> step_of(const JsonNode& node) {
    if (node.kind() == JsonNode::Kind::integer && node.integer() >= 1 && node.integer() <= 4)
        return static_cast<Step>(node.integer());
    if (node.kind() == JsonNode::Kind::string && node.string().size() > 1) return parse_step(node.string());
    return std::nullopt;
}

}  // namespace

void report_at(const RuleInput& input, const JsonNode& node, std::string code, std::string text, std::string remedy) {
    input.in.problems().push_back(
        diagnose(input.in.source(), node.offset(), std::move(code), std::move(text), std::move(remedy)));
}

PatternTexts read_texts(const RuleInput& input, std::string_view key, bool required) {
    PatternTexts texts;
    for (const JsonNode& item : input.in.list(key, required)) {
        if (item.kind() != JsonNode::Kind::string || item.string().empty()) {
            report_at(input, item, "wrong-type", "\"" + std::string(key) + "\" takes a list of non-empty strings",
                      "write each entry in quotes");
            continue;
        }
        texts.push_back({item.string(), input.site_of(item)});
    }
    return texts;
}

ComplaintSet read_complaints(const RuleInput& input, std::string_view key) {
    ComplaintSet set;
    for (const JsonNode& item : one_or_many(input, key)) {
        const std::optional<Complaint> value =
            item.kind() == JsonNode::Kind::string ? parse_complaint(item.string()) : std::nullopt;
        if (value)
            set.set(static_cast<std::size_t>(*value));
        else
            report_at(input, item, "unknown-name", "this is no family of complaints",
                      "use \"service\", \"facility\" or \"safety\", or a list of them");
    }
    return set;
}

StepSet read_steps(const RuleInput& input, std::string_view key) {
    StepSet set;
    for (const JsonNode& item : one_or_many(input, key)) {
        if (const std::optional<Step> value = step_of(item))
            set.set(static_cast<std::size_t>(*value));
        else
            report_at(input, item, "unknown-name", "this is no step of a conversation",
                      "use 1, 2, 3, 4, \"calm\", \"escalate\", \"close\" or \"callback\", or a list of them");
    }
    return set;
}

ActSet read_acts(const RuleInput& input, std::string_view key) {
    ActSet set;
    for (const Act act : input.in.name_list<Act>(key, parse_act, "a speech act"))
        set.set(static_cast<std::size_t>(act));
    return set;
}

FamilySet read_families(const RuleInput& input, std::string_view key) {
    FamilySet set;
    for (const Family family : input.in.name_list<Family>(key, parse_family, "a forbidden family"))
        set.set(static_cast<std::size_t>(family));
    return set;
}

std::optional<Range> read_range(const RuleInput& input, std::string_view key, Range limits) {
    const JsonNode* node = input.in.member(key);
    if (node == nullptr) return std::nullopt;
    ObjectReader in(input.in.source(), *node, input.in.problems());
    Range range = limits;
    range.min = static_cast<int>(in.optional_integer("min", limits.min, limits.max).value_or(limits.min));
    range.max = static_cast<int>(in.optional_integer("max", limits.min, limits.max).value_or(limits.max));
    in.done();
    if (range.min > range.max)
        report_at(input, *node, "empty-range", "\"min\" is greater than \"max\": no value is inside",
                  "swap them, or leave one out");
    return range;
}

}  // namespace huashu::scoring
