#include "commands/score_line.hpp"

#include "json/json_writer.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::app {
namespace {

using scoring::Judgement;

std::string sentence_of(const Diagnostics& problems) {
    std::string all;
    for (const Diagnostic& problem : problems) {
        if (!all.empty()) all += "; ";
        if (problem.place.column > 0) all += "column " + std::to_string(problem.place.column) + ": ";
        all += problem.text;
        if (!problem.remedy.empty()) all += " (" + problem.remedy + ")";
    }
    return all;
}

// An id is a string or a whole number, given back as it came; a line without one is answered with null.
std::string id_of(ObjectReader& in) {
    const JsonNode* id = in.member("id");
    std::string written;
    if (id == nullptr) return "null";
    if (id->kind() == JsonNode::Kind::string)
        JsonWriter(written).value(id->string());
    else if (id->kind() == JsonNode::Kind::integer)
        JsonWriter(written).value(id->integer());
    else
        in.report("id", "wrong-type", "\"id\" must be a string or a whole number");
    return written;
}

void write_act(JsonWriter& json, const scoring::EarnedAct& act) {
    json.begin_object();
    json.member("act", name_of(act.act));
    json.member("begin", act.span.begin);
    json.member("end", act.span.end);
    json.member("by", act.by == scoring::EarnedAct::By::pattern ? "pattern" : "model");
    json.member("confidence", act.confidence);
    json.member("source", act.source);
    json.end_object();
}

void write_finding(JsonWriter& json, const scoring::Finding& finding) {
    json.begin_object();
    json.member("rule", finding.rule);
    if (finding.family) json.member("family", name_of(*finding.family));
    json.member("severity", name_of(finding.severity));
    json.member("begin", finding.span.begin);
    json.member("end", finding.span.end);
    json.member("quote", finding.quote);
    json.member("reason", finding.reason);
    json.member("instead", finding.instead);
    json.member("source", finding.source);
    json.end_object();
}

// Several requirements may lack the same act; each is named once, in the order of the acts.
void write_missing(JsonWriter& json, const Judgement& judgement) {
    scoring::ActSet missing;
    for (const scoring::MissingAct& requirement : judgement.missing)
        for (const scoring::Act act : requirement.acts) missing.set(static_cast<std::size_t>(act));
    json.begin_array();
    for (std::size_t act = 0; act < scoring::act_count; ++act)
        if (missing.test(act)) json.value(name_of(static_cast<scoring::Act>(act)));
    json.end_array();
}

template <class Items, class Write>
void write_list(JsonWriter& json, std::string_view name, const Items& items, const Write& write) {
    json.key(name);
    json.begin_array();
    for (const auto& item : items) write(json, item);
    json.end_array();
}

std::string answer(const std::string& id, const Judgement& judgement) {
    std::string out = "{\"id\":" + id + ",";
    JsonWriter json(out);
    json.member("score", judgement.score);
    write_list(json, "findings", judgement.findings, write_finding);
    write_list(json, "acts", judgement.acts, write_act);
    json.key("missing");
    write_missing(json, judgement);
    json.end_object();
    return out + "\n";
}

std::string answer(std::size_t line, const BadLine& bad) {
    std::string out = "{";
    if (!bad.id.empty()) out += "\"id\":" + bad.id + ",";
    JsonWriter json(out);
    json.member("line", line);
    json.member("error", bad.error);
    json.end_object();
    return out + "\n";
}

// The reader's own strings must not be empty; a reply may be: it is judged, and is worth nothing.
std::string text_of(ObjectReader& in, std::string_view key, bool is_required) {
    const JsonNode* found = in.member(key);
    if (found != nullptr && found->kind() == JsonNode::Kind::string) return found->string();
    if (found != nullptr)
        in.report(key, "wrong-type", "\"" + std::string(key) + "\" must be a string");
    else if (is_required)
        in.report(key, "missing-key", "the key \"" + std::string(key) + "\" is missing");
    return {};
}

}  // namespace

tl::expected<ScoreRequest, BadLine> parse_score_line(const ByteLine& line) {
    if (line.is_too_long)
        return tl::unexpected(BadLine{
            "", "the line is longer than " + std::to_string(max_score_line_bytes >> 20) + " MiB; split the reply"});
    auto document = parse_json("", line.text);
    if (!document) return tl::unexpected(BadLine{"", sentence_of(document.error().diagnostics)});
    Diagnostics problems;
    ObjectReader in(*document->source, document->root, problems);
    ScoreRequest request;
    request.id = id_of(in);
    request.text = text_of(in, "text", true);
    request.moment.owner_line = text_of(in, "owner", false);
    request.moment.complaint = in.optional_name("family", scoring::parse_complaint, "one of service, facility, safety");
    if (const auto step = in.optional_integer("step", 1, 4)) request.moment.step = static_cast<scoring::Step>(*step);
    in.done();
    if (request.text.size() > max_reply_bytes)
        in.report("text", "text-too-long",
                  "the text is longer than " + std::to_string(max_reply_bytes >> 20) + " MiB; split it");
    if (has_errors(problems)) {
        return tl::unexpected(BadLine{request.id == "null" ? "" : request.id, sentence_of(problems)});
    }
    return request;
}

std::string answer_score_line(const scoring::Engine& engine, const ByteLine& line, bool& is_bad) {
    const auto request = parse_score_line(line);
    is_bad = !request;
    if (!request) return answer(line.number, request.error());
    return answer(request->id, engine.judge(request->text, request->moment));
}

}  // namespace huashu::app
