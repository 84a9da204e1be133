#include "rules/pack_header.hpp"

#include <numeric>

namespace huashu::scoring {
namespace {

constexpr std::int64_t newest_version = 1;

void read_weights(ObjectReader& parent, Rubric& rubric) {
    const JsonNode* node = parent.member("weights");
    if (node == nullptr) {
        parent.report("weights", "missing-key", "the key \"weights\" is missing: what each dimension is worth");
        return;
    }
    ObjectReader in(parent.source(), *node, parent.problems());
    for (std::size_t i = 0; i < dimension_count; ++i)
        rubric.weights[i] = static_cast<int>(in.required_integer(name_of(static_cast<Dimension>(i)), 0, 100));
    in.done();
    const int total = std::accumulate(rubric.weights.begin(), rubric.weights.end(), 0);
    if (node->kind() == JsonNode::Kind::object && total != 100)
        parent.report("weights", "wrong-total", "the weights total " + std::to_string(total) + ", not 100",
                      "change them so that they add up to 100");
}

void read_severity_points(ObjectReader& parent, Rubric& rubric) {
    const JsonNode* node = parent.member("severity_points");
    if (node == nullptr) {
        parent.report("severity_points", "missing-key", "the key \"severity_points\" is missing: what a finding costs");
        return;
    }
    ObjectReader in(parent.source(), *node, parent.problems());
    for (std::size_t i = 0; i < rubric.severity_points.size(); ++i)
        rubric.severity_points[i] = static_cast<int>(in.required_integer(name_of(static_cast<Severity>(i)), 0, 100));
    in.done();
}

void read_doubt(ObjectReader& parent, Rubric& rubric) {
    const JsonNode* node = parent.member("doubt");
    if (node == nullptr) return;
    ObjectReader in(parent.source(), *node, parent.problems());
    rubric.doubted_findings = static_cast<int>(in.required_integer("findings", 0, 50));
    rubric.doubted_acts = static_cast<int>(in.required_integer("acts", 0, 50));
    for (const Family family : in.name_list<Family>("spares", parse_family, "a forbidden family"))
        rubric.undoubted.set(static_cast<std::size_t>(family));
    in.done();
}

}  // namespace

void read_format(ObjectReader& in, std::string_view format) {
    (void)in.optional_string("$schema");
    const std::string found = in.required_string("format");
    if (!found.empty() && found != format)
        in.report("format", "wrong-format", "this is a file of another format",
                  "\"format\" must be \"" + std::string(format) + "\" here");
    const std::int64_t version = in.required_integer("version", 1, 1'000'000);
    if (version > newest_version)
        in.report("version", "newer-version", "the file was written for a newer version of this program",
                  "update the program, or go back to version " + std::to_string(newest_version));
}

void read_pack_header(const JsonDocument& document, PackData& pack, Diagnostics& problems) {
    ObjectReader in(*document.source, document.root, problems);
    read_format(in, "huashu-pack");
    pack.id = in.required_string("id");
    pack.title = in.required_string("title");
    pack.language = in.optional_string("language", "zh");
    (void)in.optional_string("about");
    read_weights(in, pack.rubric);
    read_severity_points(in, pack.rubric);
    pack.rubric.critical_cap = static_cast<int>(in.required_integer("critical_cap", 0, 100));
    pack.rubric.pass_mark = static_cast<int>(in.required_integer("pass_mark", 0, 100));
    read_doubt(in, pack.rubric);
    in.done();
}

}  // namespace huashu::scoring
