#include "load/read_household.hpp"

#include <algorithm>

#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

// Before the first word there is no reply, no turn and no fact; only the past can be asked for.
constexpr std::uint32_t before_the_talk = Condition::key_remembers | Condition::key_kept | Condition::key_broken |
                                          Condition::key_last | Condition::key_any | Condition::key_not;
// After the last word there is no reply any more.
constexpr std::uint32_t after_the_talk =
    before_the_talk | Condition::key_mood | Condition::key_told | Condition::key_untold | Condition::key_did |
    Condition::key_var | Condition::key_turn | Condition::key_score | Condition::key_ending | Condition::key_promised;

void check_keys(LoadContext& context, const Condition& condition, std::uint32_t allowed, const char* why) {
    if ((condition.keys & ~allowed) != 0)
        context.report(condition.offset, "condition-out-of-place", why,
                       "docs/scenarios.md lists what can be asked for here");
    for (const Condition& inner : condition.any) check_keys(context, inner, allowed, why);
    for (const Condition& inner : condition.negated) check_keys(context, inner, allowed, why);
}

MemoryData read_memory(LoadContext& context, const JsonNode& node) {
    ObjectReader in(context.source, node, context.problems);
    MemoryData memory;
    memory.offset = node.offset();
    memory.id = in.required_string("id");
    check_id(context, in, memory.id);
    memory.sort =
        in.required_name("sort", parse_memory_sort, "a sort of memory (kept, broken, said)", Memory::Sort::said);
    LoadContext inner = context;
    inner.after_the_talk = true;
    memory.when = read_when(inner, in);
    if (memory.when)
        check_keys(context, *memory.when, after_the_talk,
                   "what a household remembers is looked at when the talk is over: there is no reply to ask about");
    memory.note = in.required_string("note");
    read_comment(context, in);
    in.done();
    return memory;
}

Returning read_returning(LoadContext& context, const JsonNode& node, std::size_t index) {
    ObjectReader in(context.source, node, context.problems);
    Returning returning;
    returning.offset = node.offset();
    returning.id = in.optional_string("id");
    check_id(context, in, returning.id);
    if (returning.id.empty()) returning.id = "returning#" + std::to_string(index + 1);
    const std::optional<Condition> when = read_when(context, in);
    if (!when)
        in.report("when", "missing-when",
                  "without a \"when\" this would change the mood of an owner who rings for the first time",
                  "say what he remembers, or change \"mood\" itself");
    returning.when = when.value_or(Condition{});
    check_keys(context, returning.when, before_the_talk,
               "this is looked at before the first word: only what he remembers can be asked for");
    returning.mood = read_delta(context, in, "mood");
    returning.set = read_assignments(context, in);
    read_comment(context, in);
    in.done();
    return returning;
}

std::vector<std::string> read_ids(LoadContext& context, ObjectReader& in, std::string_view key) {
    std::vector<std::string> ids;
    each_string(context, in, key, [&](const std::string& id, const JsonNode& at) {
        if (!is_id(id))
            context.report(at.offset(), "bad-id", "\"" + id + "\" is no id",
                           "use lower case letters, digits and hyphens");
        ids.push_back(id);
    });
    return ids;
}

}  // namespace

HouseholdData read_household(LoadContext& context, ObjectReader& in) {
    HouseholdData household;
    household.id = in.optional_string("household");
    if (!household.id.empty() && !is_id(household.id))
        in.report("household", "bad-id", "\"" + household.id + "\" is no id",
                  "use lower case letters, digits and hyphens");
    household.after = read_ids(context, in, "after");
    NameTable ids;
    for (const JsonNode& node : in.list("memories")) {
        household.memories.push_back(read_memory(context, node));
        note_id(context, ids, node, household.memories.back().id);
    }
    for (const JsonNode& node : in.list("returning"))
        household.returning.push_back(read_returning(context, node, household.returning.size()));
    if (const JsonNode* at = in.node().kind() == JsonNode::Kind::object ? in.node().find("household") : nullptr)
        household.offset = at->offset();
    if (const JsonNode* at = in.node().kind() == JsonNode::Kind::object ? in.node().find("after") : nullptr)
        household.after_offset = at->offset();
    const bool some = !household.after.empty() || !household.memories.empty();
    if (some && household.id.empty())
        in.report(household.memories.empty() ? "after" : "memories", "no-household",
                  "memories belong to a household, and this scenario names none",
                  "add \"household\": the same id in each of its scenarios");
    return household;
}

History read_history(LoadContext& context, ObjectReader& in, std::string_view key) {
    History history;
    const JsonNode* found = in.member(key);
    if (found == nullptr) return history;
    ObjectReader past(context.source, *found, context.problems);
    history.kept = read_ids(context, past, "kept");
    history.broken = read_ids(context, past, "broken");
    history.said = read_ids(context, past, "said");
    history.last = past.optional_name("last", parse_rank, "a rank (best, good, mixed, bad, worst)");
    past.done();
    return history;
}

}  // namespace huashu::scenarios
