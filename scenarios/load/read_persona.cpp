#include "load/read_persona.hpp"

#include "load/header.hpp"
#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

void add(Delta& sum, const Delta& more) {
    sum.anger += more.anger;
    sum.trust += more.trust;
    sum.patience += more.patience;
}

void read_effect(LoadContext& context, const JsonNode& node, PersonaData& persona) {
    constexpr int largest_effect = 100;
    ObjectReader in(context.source, node, context.problems);
    const auto acts = in.name_list("acts", scoring::parse_act, "a speech act");
    const auto families = in.name_list("families", scoring::parse_family, "a forbidden family");
    const auto sorts =
        in.name_list("input", parse_input_sort, "a sort of input (empty, silent, repeat, off_topic, copied, long)");
    Delta delta;
    delta.anger = static_cast<int>(in.optional_integer("anger", -largest_effect, largest_effect).value_or(0));
    delta.trust = static_cast<int>(in.optional_integer("trust", -largest_effect, largest_effect).value_or(0));
    delta.patience = static_cast<int>(in.optional_integer("patience", -largest_effect, largest_effect).value_or(0));
    in.done();
    const bool object = node.kind() == JsonNode::Kind::object;
    if (object && acts.empty() && families.empty() && sorts.empty())
        context.report(node.offset(), "effect-of-nothing", "this effect names no act, no family and no input",
                       "add \"acts\", \"families\" or \"input\"");
    for (const auto act : acts) add(persona.act_effects[static_cast<std::size_t>(act)], delta);
    for (const auto family : families) add(persona.family_effects[static_cast<std::size_t>(family)], delta);
    for (const auto sort : sorts) add(persona.input_effects[static_cast<std::size_t>(sort)], delta);
}

/// What some reaction answers, also inside "any".
struct Covered {
    scoring::ActSet acts;
    scoring::FamilySet families;
    InputSorts inputs = 0;

    void take(const Condition& condition) {
        acts |= condition.acts | condition.all_acts;
        families |= condition.families;
        inputs = static_cast<InputSorts>(inputs | condition.inputs);
        for (const Condition& inner : condition.any) take(inner);
    }
};

void check_coverage(ObjectReader& in, const PersonaData& persona) {
    Covered covered;
    for (const Rule& rule : persona.reactions)
        if (rule.when) covered.take(*rule.when);
    const auto missing = [&](std::string_view what, std::string_view name) {
        in.report("reactions", "reaction-missing",
                  "no reaction answers the " + std::string(what) + " \"" + std::string(name) + "\"",
                  "add one, so that the owner never stands there without a word");
    };
    for (std::size_t i = 0; i < scoring::act_count; ++i)
        if (!covered.acts.test(i)) missing("speech act", name_of(static_cast<scoring::Act>(i)));
    for (std::size_t i = 0; i < scoring::family_count; ++i)
        if (!covered.families.test(i)) missing("forbidden family", name_of(static_cast<scoring::Family>(i)));
    for (std::size_t i = 0; i < input_sort_count; ++i)
        if ((i != static_cast<std::size_t>(InputSort::too_long) || persona.hears > 0) &&
            (covered.inputs & bit(static_cast<InputSort>(i))) == 0)
            missing("input", name_of(static_cast<InputSort>(i)));
}

void check_catch_all(LoadContext& context, ObjectReader& in, const PersonaData& persona) {
    for (std::size_t i = 0; i + 1 < persona.reactions.size(); ++i)
        if (!persona.reactions[i].when)
            context.report(persona.reactions[i].offset, "reaction-after-default",
                           "this reaction fits always, so those below it never speak",
                           "give it a \"when\", or move it to the end");
    if (!persona.reactions.empty() && persona.reactions.back().when)
        in.report("reactions", "no-catch-all", "the last reaction has a condition, so some reply would get no answer",
                  "add a last one without \"when\"");
}

// Rudeness must have a price, or a trainee learns that it has none.
void check_prices(ObjectReader& in, const PersonaData& persona) {
    for (std::size_t i = 0; i < scoring::family_count; ++i) {
        const Delta& delta = persona.family_effects[i];
        if (delta.anger > 0 || delta.trust < 0 || delta.patience < 0) continue;
        in.report("effects", "fault-without-price",
                  "the forbidden family \"" + std::string(name_of(static_cast<scoring::Family>(i))) +
                      "\" neither raises anger nor lowers trust or patience",
                  "add an effect for it");
    }
}

}  // namespace

PersonaData read_persona(LoadContext& context, const JsonNode& root, const std::string& file_id) {
    ObjectReader in(context.source, root, context.problems);
    PersonaData persona;
    persona.id = read_header(context, in, "huashu-persona", file_id);
    persona.name = in.required_string("name");
    persona.about = in.required_string("about");
    read_comment(context, in);
    persona.seconds = read_seconds(in);
    persona.hears = static_cast<int>(in.optional_integer("hears", 20, 2000).value_or(0));
    for (const JsonNode& effect : in.list("effects", true)) read_effect(context, effect, persona);
    persona.reactions = read_rules(context, in, "reactions", {.place = file_id, .when_required = false});
    persona.leaves = read_lines(context, in, "leaves", true).value_or(Lines{});
    persona.silence = read_lines(context, in, "silence", true).value_or(Lines{});
    if (root.kind() == JsonNode::Kind::object) {
        check_coverage(in, persona);
        check_catch_all(context, in, persona);
        check_prices(in, persona);
    }
    in.done();
    return persona;
}

}  // namespace huashu::scenarios
