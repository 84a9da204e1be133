#include "load/read_stage.hpp"

#include <algorithm>

#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

constexpr std::size_t fewest_choices = 3;
constexpr std::size_t most_choices = 5;
constexpr int most_turns = 6;

scoring::Step read_step(LoadContext& context, ObjectReader& in) {
    constexpr std::string_view wanted = "write 1, 2, 3, 4, \"calm\", \"escalate\", \"close\" or \"callback\"";
    const JsonNode* found = in.member("step");
    if (found == nullptr) {
        in.report("step", "missing-key", "the stage must say which step it is", std::string(wanted));
        return scoring::Step::unknown;
    }
    std::optional<scoring::Step> step;
    if (found->kind() == JsonNode::Kind::integer) step = scoring::parse_step(std::to_string(found->integer()));
    // A step's number is a number: "1" in quotation marks would be a second way to write the same.
    if (found->kind() == JsonNode::Kind::string && found->string().size() > 1)
        step = scoring::parse_step(found->string());
    if (!step) context.report(found->offset(), "bad-step", "this is no step of a conversation", std::string(wanted));
    return step.value_or(scoring::Step::unknown);
}

ChoiceData read_choice(LoadContext& context, const JsonNode& node) {
    ObjectReader in(context.source, node, context.problems);
    ChoiceData choice;
    choice.offset = node.offset();
    choice.card.id = in.required_string("id");
    check_id(context, in, choice.card.id);
    choice.name = context.names.choices.find(choice.card.id);
    choice.card.quality = in.required_name("quality", parse_quality, "a quality (best, near, bad)", Quality::near);
    choice.card.text = in.required_string("text");
    choice.answer = read_lines(context, in, "answer", false);
    choice.mood = read_delta(context, in, "mood");
    choice.set = read_assignments(context, in);
    choice.next = read_optional_jump(context, in, "next");
    read_comment(context, in);
    if (const JsonNode* at = in.member("text")) choice.text_offset = at->offset();
    if (const JsonNode* at = in.member("quality")) choice.quality_offset = at->offset();
    in.done();
    return choice;
}

void check_choices(LoadContext& context, ObjectReader& in, const std::vector<ChoiceData>& choices) {
    if (choices.size() < fewest_choices || choices.size() > most_choices)
        in.report("choices", "choice-count",
                  "a stage offers 3 to 5 choices, and here are " + std::to_string(choices.size()));
    const auto best = std::count_if(choices.begin(), choices.end(),
                                    [](const ChoiceData& choice) { return choice.card.quality == Quality::best; });
    if (!choices.empty() && best != 1)
        in.report("choices", "best-count", "exactly one choice is the best, and here are " + std::to_string(best));
    NameTable texts;
    for (const ChoiceData& choice : choices)
        if (!choice.card.text.empty() && !texts.add(choice.card.text))
            context.report(choice.text_offset, "duplicate-text", "another choice of this stage says the same words",
                           "reword one of them");
}

std::vector<ChoiceData> read_choices(LoadContext& context, ObjectReader& in, const NameTable& own) {
    std::vector<ChoiceData> choices;
    NameTable ids;
    LoadContext inner = context;
    inner.stage_choices = &own;
    const auto nodes = in.list("choices", true);
    choices.reserve(nodes.size());
    for (const JsonNode& node : nodes) {
        choices.push_back(read_choice(inner, node));
        note_id(context, ids, node, choices.back().card.id);
    }
    check_choices(context, in, choices);
    return choices;
}

NameTable choice_ids(const JsonNode& stage) {
    NameTable ids;
    const JsonNode* choices = stage.kind() == JsonNode::Kind::object ? stage.find("choices") : nullptr;
    if (choices == nullptr || choices->kind() != JsonNode::Kind::array) return ids;
    for (const JsonNode& choice : choices->array()) {
        const JsonNode* id = choice.kind() == JsonNode::Kind::object ? choice.find("id") : nullptr;
        if (id != nullptr && id->kind() == JsonNode::Kind::string) ids.add(id->string());
    }
    return ids;
}

NextRule read_next_rule(LoadContext& context, const JsonNode& node, bool last) {
    ObjectReader in(context.source, node, context.problems);
    NextRule rule;
    rule.offset = node.offset();
    rule.when = read_when(context, in);
    if (const JsonNode* to = in.member("to"))
        rule.to = read_jump(context, *to);
    else
        in.report("to", "missing-key", "this way out does not say where it leads", "add \"to\"");
    if (last && rule.when)
        in.report("when", "next-without-default",
                  "the last entry must have no condition, or the talk could get stuck here",
                  "add an entry with \"to\" alone");
    if (!last && !rule.when)
        in.report("to", "next-after-default", "the entries below this one can never be taken",
                  "give this one a \"when\", or move it to the end");
    in.done();
    return rule;
}

std::vector<NextRule> read_next(LoadContext& context, ObjectReader& in) {
    std::vector<NextRule> rules;
    const JsonNode* found = in.member("next");
    if (found == nullptr) {
        in.report("next", "stage-without-exit", "nothing says where the talk goes from here",
                  "add \"next\": the id of a stage, or \"end\"");
    } else if (found->kind() != JsonNode::Kind::array) {
        rules.push_back({std::nullopt, read_jump(context, *found), found->offset()});
    } else {
        const auto& items = found->array();
        if (items.empty())
            context.report(found->offset(), "stage-without-exit", "this list of ways out is empty",
                           "add {\"to\": …} with the id of a stage, or \"end\"");
        for (const JsonNode& item : items) rules.push_back(read_next_rule(context, item, &item == &items.back()));
    }
    return rules;
}

}  // namespace

StageData read_stage(LoadContext& context, const JsonNode& node) {
    ObjectReader in(context.source, node, context.problems);
    const NameTable own_choices = choice_ids(node);
    LoadContext inner = context;
    inner.stage_choices = &own_choices;
    StageData stage;
    stage.offset = node.offset();
    stage.id = in.required_string("id");
    check_id(context, in, stage.id);
    if (stage.id == "end") in.report("id", "reserved-id", "\"end\" is where talks end, not a stage", "rename it");
    stage.step = read_step(context, in);
    stage.title = in.required_string("title");
    stage.enter = read_lines(context, in, "enter", true).value_or(Lines{});
    for (const JsonNode& goal : in.list("goal", true)) stage.goal.push_back(read_condition(inner, goal));
    if (stage.goal.size() > 32) in.report("goal", "too-many-goals", "a stage has at most 32 goals");
    stage.turns = static_cast<int>(in.required_integer("turns", 1, most_turns));
    stage.seconds = read_seconds(in);
    stage.days_later = static_cast<int>(in.optional_integer("days_later", 1, 365).value_or(0));
    stage.choices = read_choices(context, in, own_choices);
    stage.model = in.required_string("model");
    if (const JsonNode* at = in.member("model")) stage.model_offset = at->offset();
    stage.reactions = read_rules(inner, in, "reactions", {.place = stage.id});
    stage.stuck = read_lines(context, in, "stuck", false);
    stage.next = read_next(context, in);
    read_comment(context, in);
    in.done();
    return stage;
}

}  // namespace huashu::scenarios
