#include <nlohmann/json.hpp>

#include "model/names.hpp"
#include "scenarios/record_form.hpp"
#include "scoring/json.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::scenarios {
namespace {

using Json = nlohmann::ordered_json;

constexpr int form_version = 1;
constexpr std::size_t most_promises = 50;

RecordForm read_form(ObjectReader& in, Diagnostics& problems) {
    RecordForm form;
    const auto version = in.optional_integer("version", 1, 1'000'000);
    if (version && *version > form_version)
        in.report("version", "newer-version", "this record was written by a newer program");
    form.kind = in.optional_string("kind");
    if (!form.kind.empty() && !parse_kind(form.kind))
        in.report("kind", "bad-kind", "\"" + form.kind + "\" is none of the twelve kinds of complaint",
                  "write one of §2.1.1-4 (service), §2.2.1-4 (facility), §2.3.1-4 (safety)");
    form.facts = in.optional_string("facts");
    form.urgency = in.optional_name("urgency", parse_urgency, "an urgency (normal, urgent, emergency)");
    form.department = in.optional_name("department", parse_department,
                                       "a department (service, engineering, order, environment, finance, management)");
    const auto promises = in.list("promises");
    if (promises.size() > most_promises) in.report("promises", "too-many-items", "a record holds at most 50 promises");
    for (const JsonNode& node : promises) {
        ObjectReader item(in.source(), node, problems);
        form.promises.push_back({item.optional_string("what"), item.optional_string("by")});
        item.done();
    }
    in.done();
    return form;
}

}  // namespace

std::string to_json(const RecordForm& form) {
    Json json{{"version", form_version}};
    if (!form.kind.empty()) json["kind"] = form.kind;
    if (!form.facts.empty()) json["facts"] = form.facts;
    if (form.urgency) json["urgency"] = name_of(*form.urgency);
    if (form.department) json["department"] = name_of(*form.department);
    json["promises"] = Json::array();
    for (const RecordedPromise& promise : form.promises)
        json["promises"].push_back({{"what", promise.what}, {"by", promise.by}});
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<RecordForm> record_form_from_json(std::string_view json) {
    const Result<JsonDocument> document = parse_json("record", std::string(json));
    if (!document) return tl::unexpected(document.error());
    Diagnostics problems;
    ObjectReader in(*document->source, document->root, problems);
    RecordForm form = read_form(in, problems);
    if (has_errors(problems)) return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    return form;
}

}  // namespace huashu::scenarios
