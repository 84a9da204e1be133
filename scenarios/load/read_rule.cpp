#include "load/read_parts.hpp"

namespace huashu::scenarios {
namespace {

Rule read_rule(LoadContext& context, const JsonNode& node, const RuleShape& shape, std::size_t index) {
    ObjectReader in(context.source, node, context.problems);
    Rule rule;
    rule.offset = node.offset();
    rule.id = in.optional_string("id");
    check_id(context, in, rule.id);
    if (rule.id.empty()) rule.id = std::string(shape.place) + "#" + std::to_string(index + 1);
    rule.when = read_when(context, in);
    if (!rule.when && shape.when_required)
        in.report("when", "missing-when", "without a \"when\" this would speak after every reply",
                  "say when it fits; only a persona's last reaction fits always");
    rule.say = read_lines(context, in, "say", true).value_or(Lines{});
    rule.mood = read_delta(context, in, "mood");
    rule.set = read_assignments(context, in);
    rule.tell = read_fact_list(context, in, "tell");
    rule.to = read_optional_jump(context, in, "to");
    rule.once = in.optional_boolean("once", shape.once_by_default);
    read_comment(context, in);
    if (rule.once) rule.once_slot = context.onces++;
    in.done();
    return rule;
}

}  // namespace

std::vector<Rule> read_rules(LoadContext& context, ObjectReader& in, std::string_view key, const RuleShape& shape) {
    std::vector<Rule> rules;
    NameTable ids;
    for (const JsonNode& node : in.list(key)) {
        rules.push_back(read_rule(context, node, shape, rules.size()));
        note_id(context, ids, node, rules.back().id);
    }
    return rules;
}

}  // namespace huashu::scenarios
