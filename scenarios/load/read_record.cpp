#include "load/read_record.hpp"

#include "model/names.hpp"

namespace huashu::scenarios {
namespace {

constexpr std::size_t most_items = 12;  // of a form that a person fills in

RecordFactData read_fact(LoadContext& context, const JsonNode& node) {
    ObjectReader in(context.source, node, context.problems);
    RecordFactData item;
    item.offset = node.offset();
    item.id = in.required_string("id");
    check_id(context, in, item.id);
    item.text = in.required_string("text");
    item.group = read_patterns(context, in, "match", true);
    const std::string fact = in.optional_string("fact");
    if (!fact.empty()) {
        item.fact = context.names.facts.find(fact);
        if (item.fact < 0)
            in.report("fact", "unknown-fact", "there is no fact \"" + fact + "\"", context.names.facts.suggest(fact));
    }
    read_comment(context, in);
    in.done();
    return item;
}

RecordPromiseData read_promise(LoadContext& context, const JsonNode& node) {
    ObjectReader in(context.source, node, context.problems);
    RecordPromiseData item;
    item.offset = node.offset();
    item.id = in.required_string("id");
    check_id(context, in, item.id);
    item.text = in.required_string("text");
    item.by = in.required_string("by");
    read_comment(context, in);
    if (const JsonNode* at = in.member("by")) item.by_offset = at->offset();
    item.group = read_patterns(context, in, "match", true);
    in.done();
    return item;
}

template <class Item, class Read>
std::vector<Item> read_items(LoadContext& context, ObjectReader& in, const char* key, Read read) {
    std::vector<Item> items;
    NameTable ids;
    for (const JsonNode& node : in.list(key, true)) {
        items.push_back(read(context, node));
        note_id(context, ids, node, items.back().id);
    }
    if (items.size() > most_items)
        in.report(key, "too-many-items", "nobody fills in more than 12 of these", "keep what the next colleague needs");
    return items;
}

}  // namespace

std::optional<RecordData> read_record(LoadContext& context, ObjectReader& outer, const std::string& kind) {
    const JsonNode* found = outer.member("record");
    if (found == nullptr) return std::nullopt;
    LoadContext inner = context.for_record();
    ObjectReader in(context.source, *found, context.problems);
    RecordData record;
    record.offset = found->offset();
    record.kind = in.optional_string("kind", kind);
    if (!parse_kind(record.kind) && record.kind != kind)
        in.report("kind", "bad-kind", "\"" + record.kind + "\" is none of the twelve kinds of complaint",
                  "write one of §2.1.1-4 (service), §2.2.1-4 (facility), §2.3.1-4 (safety)");
    record.urgency =
        in.required_name("urgency", parse_urgency, "an urgency (normal, urgent, emergency)", Urgency::normal);
    constexpr const char* departments = "a department (service, engineering, order, environment, finance, management)";
    record.department = in.required_name("department", parse_department, departments, Department::service);
    record.acceptable = in.name_list("acceptable", parse_department, departments);
    record.facts = read_items<RecordFactData>(inner, in, "facts", read_fact);
    record.promises = read_items<RecordPromiseData>(inner, in, "promises", read_promise);
    record.private_group = read_patterns(inner, in, "private", false);
    read_comment(context, in);
    in.done();
    return record;
}

}  // namespace huashu::scenarios
