#include "commands/score_line.hpp"

#include "json/json_writer.hpp"
#include "scoring/json_reader.hpp"
#include "scoring/judgement_json.hpp"

namespace huashu::app {
namespace {

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

std::string answer(const std::string& id, const scoring::Judgement& judgement) {
    std::string out;
    scoring::append_json(out, judgement, id);
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
