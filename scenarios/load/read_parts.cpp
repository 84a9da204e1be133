#include "load/read_parts.hpp"

#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

constexpr int largest_change = 100;
constexpr int variable_bound = 99;
constexpr std::size_t most_variants = 32;

void wrong_type(LoadContext& context, const JsonNode& node, std::string_view what, std::string_view wanted) {
    context.report(
        node.offset(), "wrong-type",
        std::string(what) + " must be " + std::string(wanted) + ", but this is " + std::string(describe(node.kind())));
}

void add_text(LoadContext& context, Variants& variants, const JsonNode& node) {
    if (node.kind() != JsonNode::Kind::string)
        wrong_type(context, node, "a line", "a string");
    else if (node.string().empty())
        context.report(node.offset(), "empty-value", "a line must not be empty");
    else
        variants.texts.push_back(node.string());
}

// A session remembers the variants that it used as bits of one number.
void check_count(LoadContext& context, const Variants& variants) {
    if (variants.texts.size() > most_variants)
        context.report(variants.offset, "too-many-lines", "more than 32 variants of one line", "take some out");
}

Lines::Guarded read_guarded(LoadContext& context, const JsonNode& node) {
    ObjectReader in(context.source, node, context.problems);
    Lines::Guarded guarded;
    const std::optional<Condition> when = read_when(context, in);
    if (!when) in.report("when", "missing-key", "a line in an object needs a \"when\"", "or write the plain string");
    guarded.when = when.value_or(Condition{});
    guarded.variants.offset = node.offset();
    guarded.variants.slot = context.slots++;
    for (const JsonNode& text : in.list("lines", true)) add_text(context, guarded.variants, text);
    in.done();
    check_count(context, guarded.variants);
    return guarded;
}

}  // namespace

std::optional<Lines> read_lines(LoadContext& context, ObjectReader& in, std::string_view key, bool required) {
    const std::size_t before = context.problems.size();
    const auto items = in.list(key, required);
    if (items.empty()) return std::nullopt;
    Lines lines;
    lines.plain.offset = in.node().find(key)->offset();
    lines.plain.slot = context.slots++;
    for (const JsonNode& item : items) {
        if (item.kind() == JsonNode::Kind::object)
            lines.guarded.push_back(read_guarded(context, item));
        else
            add_text(context, lines.plain, item);
    }
    check_count(context, lines.plain);
    if (lines.plain.texts.empty() && context.problems.size() == before)
        context.report(lines.plain.offset, "no-plain-line",
                       "where none of these conditions holds, the owner has nothing to say",
                       "add a line without a condition");
    return lines;
}

Range read_range(LoadContext& context, const JsonNode& node, int lowest, int highest) {
    ObjectReader in(context.source, node, context.problems);
    const auto min = in.optional_integer("min", lowest, highest);
    const auto max = in.optional_integer("max", lowest, highest);
    const bool empty_object = node.kind() == JsonNode::Kind::object && node.object().empty();
    in.done();
    if (empty_object) context.report(node.offset(), "empty-range", "a range needs a \"min\", a \"max\" or both");
    if (min && max && *min > *max)
        context.report(node.offset(), "contradiction", "no value is at least \"min\" and at most \"max\"",
                       "swap the two numbers");
    Range range;
    if (min) range.min = static_cast<int>(*min);
    if (max) range.max = static_cast<int>(*max);
    return range;
}

Delta read_delta(LoadContext& context, ObjectReader& in, std::string_view key) {
    const JsonNode* found = in.member(key);
    if (found == nullptr) return {};
    ObjectReader mood(context.source, *found, context.problems);
    Delta delta;
    delta.anger = static_cast<int>(mood.optional_integer("anger", -largest_change, largest_change).value_or(0));
    delta.trust = static_cast<int>(mood.optional_integer("trust", -largest_change, largest_change).value_or(0));
    delta.patience = static_cast<int>(mood.optional_integer("patience", -largest_change, largest_change).value_or(0));
    mood.done();
    return delta;
}

std::vector<Assignment> read_assignments(LoadContext& context, ObjectReader& in) {
    std::vector<Assignment> assignments;
    const JsonNode* found = in.member("set");
    if (found == nullptr) return assignments;
    if (found->kind() != JsonNode::Kind::object) {
        wrong_type(context, *found, "\"set\"", "an object");
        return assignments;
    }
    ObjectReader values(context.source, *found, context.problems);
    for (const JsonNode::Member& member : found->object()) {
        if (!is_id(member.key))
            context.report(member.key_offset, "bad-id", "\"" + member.key + "\" is no name for a variable",
                           "use lower case letters, digits and hyphens");
        const auto value = values.required_integer(member.key, -variable_bound, variable_bound);
        assignments.push_back({context.names.variables.find(member.key), static_cast<int>(value)});
    }
    return assignments;
}

int read_jump(LoadContext& context, const JsonNode& node) {
    if (node.kind() != JsonNode::Kind::string) {
        wrong_type(context, node, "a jump", "the id of a stage or \"end\"");
        return no_jump;
    }
    if (node.string() == "end") return to_end;
    const int stage = context.names.stages.find(node.string());
    if (stage >= 0) return stage;
    context.report(node.offset(), "unknown-stage", "there is no stage \"" + node.string() + "\"",
                   context.names.stages.suggest(node.string()));
    return no_jump;
}

int read_optional_jump(LoadContext& context, ObjectReader& in, std::string_view key) {
    const JsonNode* found = in.member(key);
    return found == nullptr ? no_jump : read_jump(context, *found);
}

std::vector<int> read_fact_list(LoadContext& context, ObjectReader& in, std::string_view key) {
    std::vector<int> facts;
    each_string(context, in, key, [&](const std::string& name, const JsonNode& at) {
        const int fact = context.names.facts.find(name);
        if (fact < 0)
            context.report(at.offset(), "unknown-fact", "there is no fact \"" + name + "\"",
                           context.names.facts.suggest(name));
        else
            facts.push_back(fact);
    });
    return facts;
}

int read_patterns(LoadContext& context, ObjectReader& in, std::string_view key, bool required) {
    const auto items = in.list(key, required);
    if (items.empty()) return -1;
    const int group = context.patterns.groups++;
    for (const JsonNode& item : items) {
        if (item.kind() != JsonNode::Kind::string)
            wrong_type(context, item, "a pattern", "a string");
        else
            context.patterns.uses.push_back({group, item.string(), item.offset(), &context.source});
    }
    return group;
}

int read_seconds(ObjectReader& in) { return static_cast<int>(in.optional_integer("seconds", 10, 600).value_or(0)); }

void read_comment(LoadContext& context, ObjectReader& in) {
    const std::string comment = in.optional_string("comment");
    if (!comment.starts_with("TODO")) return;
    context.report(in.node().find("comment")->offset(), "todo", "left to do: " + comment.substr(0, 200),
                   "do it, and take the comment out", Level::warning);
}

bool check_id(LoadContext& context, ObjectReader& in, const std::string& id) {
    if (id.empty() || is_id(id)) return !id.empty();
    const JsonNode* found = in.node().find("id");
    context.report(found->offset(), "bad-id", "\"" + id + "\" is no id",
                   "use lower case letters, digits and hyphens; begin with a letter or digit");
    return false;
}

void note_id(LoadContext& context, NameTable& ids, const JsonNode& node, const std::string& id) {
    if (id.empty() || ids.add(id)) return;
    const JsonNode* at = node.kind() == JsonNode::Kind::object ? node.find("id") : nullptr;
    context.report(at != nullptr ? at->offset() : node.offset(), "duplicate-id",
                   "the id \"" + id + "\" stands twice in this list", "rename one of them");
}

}  // namespace huashu::scenarios
