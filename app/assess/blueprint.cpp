#include "assess/blueprint.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

#include "assess/digest.hpp"
#include "scoring/json.hpp"
#include "scoring/json_reader.hpp"

namespace fs = std::filesystem;

namespace huashu::assess {
namespace {

using scenarios::Channel;
using scenarios::Rank;
using scoring::Complaint;

std::optional<Channel> parse_channel_name(std::string_view name) {
    for (const Channel c : {Channel::front_desk, Channel::phone, Channel::chat, Channel::doorstep})
        if (scenarios::name_of(c) == name) return c;
    return std::nullopt;
}

std::optional<Rank> parse_rank_name(std::string_view name) {
    for (const Rank r : {Rank::best, Rank::good, Rank::mixed, Rank::bad, Rank::worst})
        if (scenarios::name_of(r) == name) return r;
    return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Complaint>, 3> chapters{
    {{"§2.1.", Complaint::service}, {"§2.2.", Complaint::facility}, {"§2.3.", Complaint::safety}}};

// "§2.2.1" is of facility; nothing: no kind of the standard.
std::optional<Complaint> complaint_of_kind(std::string_view kind) {
    for (const auto& [prefix, complaint] : chapters)
        if (kind.starts_with(prefix) && kind.size() == prefix.size() + 1 && kind.back() >= '1' && kind.back() <= '4')
            return complaint;
    return std::nullopt;
}

class BlueprintReader {
public:
    BlueprintReader(const SourceText& source, const JsonNode& root, Diagnostics& problems)
        : source_(source), root_(root), problems_(problems) {}

    Blueprint read() {
        ObjectReader in(source_, root_, problems_);
        (void)in.member("$schema");
        (void)in.optional_string("comment");
        if (const std::string format = in.required_string("format"); !format.empty() && format != "huashu-blueprint")
            in.report("format", "wrong-format", "this is no blueprint but '" + format + "'",
                      "write \"format\": \"huashu-blueprint\"");
        (void)in.required_integer("version", 1, 1);
        out_.id = in.required_string("id");
        check_id(in);
        out_.title = in.required_string("title");
        out_.about = in.optional_string("about");
        out_.minutes = static_cast<int>(in.required_integer("minutes", 1, 600));
        out_.reply_clock = in.optional_boolean("reply_clock", true);
        out_.attempts = static_cast<int>(in.optional_integer("attempts", 1, 10).value_or(1));
        out_.days_between = static_cast<int>(in.optional_integer("days_between", 0, 365).value_or(0));
        if (out_.attempts == 1 && out_.days_between > 0)
            in.report("days_between", "no-second-attempt", "there are days between attempts, but only one attempt",
                      "raise \"attempts\" or leave \"days_between\" out");
        out_.forms = static_cast<int>(in.optional_integer("forms", 1, most_forms).value_or(3));
        const JsonNode* forms = root_.kind() == JsonNode::Kind::object ? root_.find("forms") : nullptr;
        out_.forms_place = source_.place_of(forms != nullptr ? forms->offset() : root_.offset());
        out_.tolerance_centi = static_cast<int>(in.optional_integer("tolerance", 0, 400).value_or(25));
        marking(in);
        for (const JsonNode& node : in.list("draws", true)) out_.draws.push_back(draw(node));
        check_whole(in);
        in.done();
        return std::move(out_);
    }

private:
    void check_id(ObjectReader& in) {
        const std::string stem = fs::path(source_.file()).stem().string();
        if (!out_.id.empty() && out_.id != stem)
            in.report("id", "id-not-file-name", "the id '" + out_.id + "' is not the file's name '" + stem + "'",
                      "make them the same");
    }

    void marking(ObjectReader& in) {
        Marking& m = out_.marking;
        m.pass_mark = static_cast<int>(in.required_integer("pass_mark", 1, 100));
        m.least_per_scenario = static_cast<int>(in.optional_integer("least_per_scenario", 0, 100).value_or(0));
        if (m.least_per_scenario > m.pass_mark)
            in.report("least_per_scenario", "least-above-pass-mark",
                      "each scenario would need more points than the whole", "lower it to the pass mark or below");
        m.record_percent = static_cast<int>(in.optional_integer("record", 0, most_record_percent).value_or(0));
        const JsonNode* node = in.member("fatal");
        if (node == nullptr) return;
        ObjectReader fatal(source_, *node, problems_);
        m.fatal.families = fatal.name_list("families", scoring::parse_family, "a forbidden family");
        m.fatal.rules = fatal.string_list("rules");
        m.fatal.endings = fatal.name_list("endings", parse_rank_name, "a rank (best, good, mixed, bad, worst)");
        fatal.done();
    }

    DrawRule draw(const JsonNode& node) {
        DrawRule rule;
        rule.place = source_.place_of(node.offset());
        rule.excerpt = source_.excerpt_at(node.offset());
        ObjectReader in(source_, node, problems_);
        rule.id = in.required_string("id");
        if (!rule.id.empty() && !ids_.insert(rule.id).second)
            in.report("id", "duplicate-id", "there are two draws with the id '" + rule.id + "'", "rename one");
        rule.count = static_cast<int>(in.optional_integer("count", 1, most_scenarios).value_or(1));
        rule.complaints =
            in.name_list("complaints", scoring::parse_complaint, "a complaint family (service, facility, safety)");
        rule.kinds = in.string_list("kinds");
        check_kinds(in, rule);
        rule.channels = in.name_list("channels", parse_channel_name, "a channel (front_desk, phone, chat, doorstep)");
        rule.personas = in.string_list("personas");
        rule.scenarios = in.string_list("scenarios");
        levels(in, rule);
        rule.replies = in.optional_name("replies", parse_replies, "a way to reply (either, choice, typed)")
                           .value_or(Replies::either);
        rule.weight = static_cast<int>(in.optional_integer("weight", 1, 10).value_or(1));
        rule.minutes = static_cast<int>(in.optional_integer("minutes", 1, 600).value_or(0));
        if (rule.minutes > out_.minutes && out_.minutes > 0)
            in.report("minutes", "longer-than-sitting",
                      "one scenario may take " + std::to_string(rule.minutes) + " minutes, the whole sitting only " +
                          std::to_string(out_.minutes),
                      "lower it, or raise \"minutes\" of the blueprint");
        in.done();
        return rule;
    }

    void levels(ObjectReader& in, DrawRule& rule) {
        const std::span<const JsonNode> range = in.list("difficulty");
        if (range.empty()) return;
        const auto is_level = [](const JsonNode& n) {
            return n.kind() == JsonNode::Kind::integer && n.integer() >= 1 && n.integer() <= 5;
        };
        if (range.size() != 2 || !is_level(range[0]) || !is_level(range[1]) ||
            range[0].integer() > range[1].integer()) {
            in.report("difficulty", "wrong-range", "the difficulty is no range of two levels from 1 to 5",
                      "write [2, 4] for levels 2 to 4");
            return;
        }
        rule.easiest = static_cast<int>(range[0].integer());
        rule.hardest = static_cast<int>(range[1].integer());
    }

    static void check_kinds(ObjectReader& in, const DrawRule& rule) {
        for (const std::string& kind : rule.kinds) {
            const std::optional<Complaint> complaint = complaint_of_kind(kind);
            if (!complaint)
                in.report("kinds", "unknown-kind", "the standard has no kind of complaint '" + kind + "'",
                          "the kinds are §2.1.1 to §2.3.4");
            else if (!rule.complaints.empty() &&
                     std::find(rule.complaints.begin(), rule.complaints.end(), *complaint) == rule.complaints.end())
                in.report("kinds", "kind-of-other-complaint",
                          "'" + kind + "' is of " + std::string(scoring::name_of(*complaint)) +
                              ", which \"complaints\" leaves out",
                          "name that family too, or leave \"complaints\" out");
        }
    }

    void check_whole(ObjectReader& in) {
        if (out_.scenario_count() > most_scenarios)
            in.report("draws", "too-many-scenarios",
                      "the draws ask for " + std::to_string(out_.scenario_count()) + " scenarios; at most " +
                          std::to_string(most_scenarios) + " fit in one sitting",
                      "lower the counts");
    }

    const SourceText& source_;
    const JsonNode& root_;
    Diagnostics& problems_;
    Blueprint out_;
    std::set<std::string> ids_;
};

template <class T>
std::string join_names(const std::vector<T>& items) {
    std::string out;
    for (const T& item : items) {
        if (!out.empty()) out += " or ";
        if constexpr (std::is_same_v<T, std::string>)
            out += item;
        else
            out += name_of(item);
    }
    return out;
}

}  // namespace

std::string_view name_of(Replies value) {
    switch (value) {
        case Replies::either:
            return "either";
        case Replies::choice:
            return "choice";
        case Replies::typed:
            return "typed";
    }
    return "";
}

std::optional<Replies> parse_replies(std::string_view name) {
    for (const Replies r : {Replies::either, Replies::choice, Replies::typed})
        if (name_of(r) == name) return r;
    return std::nullopt;
}

int Blueprint::scenario_count() const {
    int count = 0;
    for (const DrawRule& rule : draws) count += rule.count;
    return count;
}

int Blueprint::maximum() const {
    int sum = 0;
    for (const DrawRule& rule : draws) sum += 100 * rule.count * rule.weight;
    return sum;
}

Result<Blueprint> parse_blueprint(const std::string& file, std::string text) {
    std::string hash = digest_of(text);
    auto document = parse_json(file, std::move(text));
    if (!document) return tl::unexpected(document.error());
    Diagnostics problems;
    Blueprint blueprint = BlueprintReader(*document->source, document->root, problems).read();
    if (has_errors(problems)) {
        sort_by_place(problems);
        return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    }
    blueprint.hash = std::move(hash);
    blueprint.file = file;
    return blueprint;
}

Result<Blueprint> load_blueprint(const std::string& file) {
    auto text = read_text_file(file, 1u << 20);
    if (!text) return tl::unexpected(text.error());
    return parse_blueprint(file, std::move(*text));
}

std::vector<std::string> blueprint_folders(const std::string& share, const std::string& data) {
    std::vector<std::string> out{(fs::path(share) / "assets/blueprints").string()};
    if (!data.empty()) out.push_back((fs::path(data) / "blueprints").string());
    return out;
}

Loaded<std::vector<Blueprint>> load_blueprints(const std::vector<std::string>& folders) {
    Loaded<std::vector<Blueprint>> out;
    std::map<std::string, Blueprint> by_id;
    for (const std::string& folder : folders) {
        std::vector<std::string> files;
        std::error_code missing;
        for (const auto& entry : fs::directory_iterator(folder, missing))
            if (entry.path().extension() == ".json") files.push_back(entry.path().string());
        std::sort(files.begin(), files.end());
        for (const std::string& file : files) {
            auto blueprint = load_blueprint(file);
            if (blueprint)
                by_id.insert_or_assign(blueprint->id, std::move(*blueprint));
            else
                out.problems.insert(out.problems.end(), blueprint.error().diagnostics.begin(),
                                    blueprint.error().diagnostics.end());
        }
    }
    for (auto& [id, blueprint] : by_id) out.value.push_back(std::move(blueprint));
    return out;
}

std::string describe(const DrawRule& rule) {
    std::string out;
    const auto add = [&out](std::string part) { out += (out.empty() ? "" : ", ") + part; };
    if (!rule.complaints.empty()) add("complaint " + join_names(rule.complaints));
    if (!rule.kinds.empty()) add("kind " + join_names(rule.kinds));
    if (!rule.channels.empty()) add("channel " + join_names(rule.channels));
    if (!rule.personas.empty()) add("persona " + join_names(rule.personas));
    if (!rule.scenarios.empty()) add("one of " + join_names(rule.scenarios));
    if (rule.easiest > 1 || rule.hardest < 5)
        add("difficulty " + std::to_string(rule.easiest) + " to " + std::to_string(rule.hardest));
    return out.empty() ? "any scenario" : out;
}

}  // namespace huashu::assess
