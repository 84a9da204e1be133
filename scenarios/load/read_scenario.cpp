#include "load/read_scenario.hpp"

#include <algorithm>

#include "load/header.hpp"
#include "load/read_endings.hpp"
#include "load/read_household.hpp"
#include "load/read_record.hpp"
#include "load/read_stage.hpp"
#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

OwnerCard read_owner(LoadContext& context, ObjectReader& in) {
    OwnerCard owner;
    const JsonNode* found = in.member("owner");
    if (found == nullptr) {
        in.report("owner", "missing-key", "the scenario must say who the owner is", "add \"owner\"");
        return owner;
    }
    ObjectReader card(context.source, *found, context.problems);
    owner.name = card.required_string("name");
    owner.address = card.required_string("address");
    owner.age = static_cast<int>(card.required_integer("age", 16, 110));
    owner.sex = card.required_string("sex");
    if (!owner.sex.empty() && owner.sex != "female" && owner.sex != "male")
        card.report("sex", "unknown-name", "\"" + owner.sex + "\" is neither \"female\" nor \"male\"");
    owner.home = card.required_string("home");
    owner.about = card.required_string("about");
    card.done();
    return owner;
}

Mood read_mood(LoadContext& context, ObjectReader& in) {
    Mood mood;
    const JsonNode* found = in.member("mood");
    if (found == nullptr) {
        in.report("mood", "missing-key", "the scenario must say in which mood the owner comes", "add \"mood\"");
        return mood;
    }
    ObjectReader values(context.source, *found, context.problems);
    mood.anger = static_cast<int>(values.required_integer("anger", 0, 99));
    mood.trust = static_cast<int>(values.required_integer("trust", 0, 100));
    mood.patience = static_cast<int>(values.required_integer("patience", 1, 100));
    values.done();
    return mood;
}

std::vector<std::string> read_teaches(LoadContext& context, ObjectReader& in) {
    std::vector<std::string> points;
    (void)in.list("teaches", true);
    each_string(context, in, "teaches", [&](const std::string& point, const JsonNode& at) {
        points.push_back(point);
        if (!is_standard_point(point))
            context.report(at.offset(), "bad-point", "\"" + point + "\" is no point of the standard",
                           "write a chapter and its points, such as \"§4.2\" or \"§1.2.3\"");
    });
    return points;
}

}  // namespace

ScenarioCard read_card(LoadContext& context, ObjectReader& in, const std::string& file_id) {
    ScenarioCard card;
    card.file = context.source.file();
    card.id = read_header(context, in, "huashu-scenario", file_id);
    card.title = in.required_string("title");
    card.kind = in.required_string("kind");
    const auto complaint = parse_kind(card.kind);
    if (!complaint && !card.kind.empty())
        in.report("kind", "bad-kind", "\"" + card.kind + "\" is none of the twelve kinds of complaint",
                  "write one of §2.1.1-4 (service), §2.2.1-4 (facility), §2.3.1-4 (safety)");
    card.complaint = complaint.value_or(scoring::Complaint::service);
    card.difficulty = static_cast<int>(in.required_integer("difficulty", 1, 5));
    card.persona_id = in.required_string("persona");
    card.channel =
        in.required_name("channel", parse_channel, "a channel (front_desk, phone, chat, doorstep)", Channel::phone);
    card.teaches = read_teaches(context, in);
    card.brief = in.required_string("brief");
    card.owner = read_owner(context, in);
    return card;
}

namespace {

std::vector<FactData> read_facts(LoadContext& context, ObjectReader& in) {
    std::vector<FactData> facts;
    NameTable ids;
    for (const JsonNode& node : in.list("facts")) {
        ObjectReader item(context.source, node, context.problems);
        FactData fact;
        fact.offset = node.offset();
        fact.id = item.required_string("id");
        check_id(context, item, fact.id);
        fact.label = item.required_string("label");
        fact.group = read_patterns(context, item, "ask", true);
        fact.tell = read_lines(context, item, "tell", true).value_or(Lines{});
        fact.note = item.required_string("note");
        read_comment(context, item);
        item.done();
        note_id(context, ids, node, fact.id);
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<StageData> read_stages(LoadContext& context, ObjectReader& in) {
    std::vector<StageData> stages;
    const auto nodes = in.list("stages", true);
    stages.reserve(nodes.size());
    int latest = -1;  // names are numbered as they first appear: one that does not go beyond the latest stood before
    for (const JsonNode& node : nodes) {
        stages.push_back(read_stage(context, node));
        const std::string& id = stages.back().id;
        const int number = context.names.stages.find(id);
        NameTable earlier;
        if (number <= latest) earlier.add(id);
        note_id(context, earlier, node, id);
        latest = std::max(latest, number);
    }
    return stages;
}

int read_start(LoadContext& context, ObjectReader& in) {
    const std::string start = in.required_string("start");
    const int stage = context.names.stages.find(start);
    if (stage < 0 && !start.empty())
        in.report("start", "unknown-stage", "there is no stage \"" + start + "\"", context.names.stages.suggest(start));
    return stage;
}

}  // namespace

ScenarioData read_scenario(LoadContext& context, const JsonNode& root, const std::string& file_id) {
    ObjectReader in(context.source, root, context.problems);
    ScenarioData data;
    data.card = read_card(context, in, file_id);
    data.mood = read_mood(context, in);
    data.facts = read_facts(context, in);
    data.start = read_start(context, in);
    data.stages = read_stages(context, in);
    data.reactions = read_rules(context, in, "reactions", {.place = "scenario"});
    data.events = read_rules(context, in, "events", {.place = "event", .once_by_default = true});
    data.endings = read_endings(context, in);
    data.plays = read_plays(context, in, data.endings);
    data.household = read_household(context, in);
    read_comment(context, in);
    data.record = read_record(context, in, data.card.kind);
    data.card.household = data.household.id;
    data.card.after = data.household.after;
    data.card.has_record = data.record.has_value();
    in.done();
    return data;
}

}  // namespace huashu::scenarios
