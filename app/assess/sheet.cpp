// The sheet of a second marking as a file: written with empty marks, read back with a person's.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "assess/calibration.hpp"
#include "scoring/json.hpp"
#include "scoring/json_fault.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::assess {
namespace {

constexpr const char* sheet_format = "huashu-second-marking";
constexpr const char* how_to_mark =
    "Say who you are in \"rater\". For each reply list in \"breaks\" the rules that it breaks (ids from \"rules\"; "
    "leave "
    "it empty when there are none), and give each dimension that the moment asks for a grade: 0 not at all, 1 a "
    "little, "
    "2 mostly, 3 fully; leave null what the moment does not ask for. Do not look at the program's marks.";

class SheetReader {
public:
    SheetReader(const JsonDocument& document, Diagnostics& problems)
        : source_(*document.source), root_(document.root), problems_(problems) {}

    MarkedSheet read() {
        MarkedSheet out;
        ObjectReader in(source_, root_, problems_);
        if (in.required_string("format") != sheet_format)
            in.report("format", "wrong-format", "this is no sheet of a second marking",
                      "make one with huashu assess sample");
        (void)in.required_integer("version", 1, 1);
        (void)in.optional_string("how");
        out.rater = in.required_string("rater");
        for (const std::string& rule : in.string_list("rules")) rules_.insert(rule);
        for (const JsonNode& node : in.list("replies", true)) read_reply(node, out);
        in.done();
        return out;
    }

private:
    void read_reply(const JsonNode& node, MarkedSheet& out) {
        ObjectReader in(source_, node, problems_);
        Marks marks;
        marks.key = in.required_string("key");
        for (const char* shown : {"scenario", "complaint", "step", "owner", "reply"}) (void)in.optional_string(shown);
        marks.breaks = in.string_list("breaks");
        for (const std::string& rule : marks.breaks)
            if (rules_.count(rule) == 0)
                in.report("breaks", "unknown-rule", "the sheet has no rule '" + rule + "'",
                          "use an id from \"rules\", or add it there");
        std::sort(marks.breaks.begin(), marks.breaks.end());
        marks.breaks.erase(std::unique(marks.breaks.begin(), marks.breaks.end()), marks.breaks.end());
        if (const JsonNode* grades = in.member("grades")) read_grades(*grades, marks);
        in.done();
        if (!marks.grades.empty()) out.marks.push_back(std::move(marks));
    }

    void read_grades(const JsonNode& node, Marks& marks) {
        if (node.kind() != JsonNode::Kind::object) {
            problems_.push_back(diagnose(source_, node.offset(), "wrong-type", "\"grades\" is no object"));
            return;
        }
        for (const JsonNode::Member& m : node.object()) {
            const auto dimension = scoring::parse_dimension(m.key);
            if (!dimension) {
                problems_.push_back(diagnose(source_, m.key_offset, "unknown-dimension",
                                             "there is no dimension '" + m.key + "'", "keep the keys as they are"));
                continue;
            }
            if (m.value.kind() == JsonNode::Kind::null) continue;
            const bool fits = m.value.kind() == JsonNode::Kind::integer && m.value.integer() >= 0 &&
                              m.value.integer() <= highest_grade;
            if (fits)
                marks.grades.emplace(*dimension, static_cast<int>(m.value.integer()));
            else
                problems_.push_back(
                    diagnose(source_, m.value.offset(), "grade-out-of-range", "a grade is 0, 1, 2 or 3, or null"));
        }
    }

    const SourceText& source_;
    const JsonNode& root_;
    Diagnostics& problems_;
    std::set<std::string> rules_;
};

}  // namespace

std::string sheet_json(const std::vector<Specimen>& sample, const std::vector<std::string>& rules) {
    using Json = nlohmann::ordered_json;
    Json replies = Json::array();
    for (const Specimen& s : sample) {
        Json grades = Json::object();
        for (std::size_t d = 0; d < scoring::dimension_count; ++d)
            grades[std::string(name_of(static_cast<scoring::Dimension>(d)))] = nullptr;
        replies.push_back({{"key", s.key},
                           {"scenario", s.scenario},
                           {"complaint", s.complaint},
                           {"step", s.step},
                           {"owner", s.owner},
                           {"reply", s.reply},
                           {"breaks", Json::array()},
                           {"grades", std::move(grades)}});
    }
    const Json sheet{{"format", sheet_format}, {"version", 1},
                     {"how", how_to_mark},     {"rater", ""},
                     {"rules", rules},         {"replies", std::move(replies)}};
    return sheet.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string marks_json(const MarkedSheet& sheet) {
    using Json = nlohmann::ordered_json;
    Json marks = Json::array();
    for (const Marks& m : sheet.marks) {
        Json grades = Json::object();
        for (const auto& [dimension, grade] : m.grades) grades[std::string(name_of(dimension))] = grade;
        marks.push_back({{"key", m.key}, {"breaks", m.breaks}, {"grades", std::move(grades)}});
    }
    const Json json{{"v", 1}, {"rater", sheet.rater}, {"marks", std::move(marks)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<MarkedSheet> marks_from_json(std::string_view text) {
    try {
        const auto json = nlohmann::json::parse(text);
        MarkedSheet out;
        out.rater = json.at("rater").get<std::string>();
        for (const auto& m : json.at("marks")) {
            Marks marks;
            marks.key = m.at("key").get<std::string>();
            marks.breaks = m.at("breaks").get<std::vector<std::string>>();
            for (const auto& [name, grade] : m.at("grades").items())
                if (const auto dimension = scoring::parse_dimension(name))
                    marks.grades.emplace(*dimension, std::clamp(grade.get<int>(), 0, highest_grade));
            out.marks.push_back(std::move(marks));
        }
        return out;
    } catch (const std::exception& problem) {
        return fail(Error::Cause::content,
                    {.code = "marks-unreadable",
                     .text = "marks of a second marking can't be read: " + scoring::json_fault(problem),
                     .remedy = "huashu verify says whether records were changed",
                     .place = {},
                     .excerpt = {}});
    }
}

Result<MarkedSheet> read_sheet(const std::string& file, std::string text) {
    const auto document = parse_json(file, std::move(text));
    if (!document) return tl::unexpected(document.error());
    Diagnostics problems;
    MarkedSheet sheet = SheetReader(*document, problems).read();
    if (!has_errors(problems)) return sheet;
    sort_by_place(problems);
    return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
}

}  // namespace huashu::assess
