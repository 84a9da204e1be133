#include "author/diff_consequences.hpp"

#include <algorithm>
#include <filesystem>
#include <future>
#include <map>
#include <nlohmann/json.hpp>

namespace huashu::app {
namespace {

namespace fs = std::filesystem;
using scenarios::Scenario;

struct LoadedSide {
    std::optional<Scenario> scenario;
    Diagnostics problems;  ///< of loading, of the check, of the search
    std::optional<scenarios::Analysis> analysis;
};

LoadedSide load_side(const ScenarioSide& side, const scoring::Engine& engine,
                     const std::optional<scenarios::AnalysisLimits>& search) {
    LoadedSide loaded;
    auto scenario = scenarios::parse_scenario(side.file, side.text, engine, side.personas);
    if (!scenario) {
        loaded.problems = scenario.error().diagnostics;
        return loaded;
    }
    loaded.scenario = std::move(*scenario);
    loaded.problems = scenarios::check_scenario(*loaded.scenario, engine);
    if (!search) return loaded;
    loaded.analysis = scenarios::analyse(*loaded.scenario, engine, *search);
    const Diagnostics more = check_analysis(*loaded.scenario, *loaded.analysis);
    loaded.problems.insert(loaded.problems.end(), more.begin(), more.end());
    return loaded;
}

// What a reply's score rests on, and its score once somebody asks.
struct JudgedReply {
    std::string text;
    scoring::Moment moment;
    std::size_t order = 0;  ///< in the file
};

using RepliesByPlace = std::map<std::pair<std::string, std::string>, JudgedReply>;

std::string text_member(const ContentJson& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

scoring::Step step_of(const ContentJson& stage) {
    const auto found = stage.find("step");
    if (found == stage.end()) return scoring::Step::unknown;
    const std::string name = found->is_string() ? found->get<std::string>() : found->dump();
    return scoring::parse_step(name).value_or(scoring::Step::unknown);
}

void add_replies_of(const ContentJson& stage, const scoring::Moment& moment, RepliesByPlace& replies) {
    const std::string id = text_member(stage, "id");
    const auto add = [&](const std::string& choice, std::string text) {
        replies[{id, choice}] = {std::move(text), moment, replies.size()};
    };
    if (stage.contains("choices") && stage["choices"].is_array())
        for (const ContentJson& choice : stage["choices"])
            if (choice.is_object()) add(text_member(choice, "id"), text_member(choice, "text"));
    if (stage.contains("model")) add("", text_member(stage, "model"));
}

// "§2.2.1" is a complaint about facilities; also of a scenario that does not load.
std::optional<scoring::Complaint> complaint_of(const ContentJson& document) {
    const std::string kind = text_member(document, "kind");
    const std::size_t at = kind.find("2.");
    if (at == std::string::npos || at + 2 >= kind.size()) return std::nullopt;
    if (kind[at + 2] == '1') return scoring::Complaint::service;
    if (kind[at + 2] == '2') return scoring::Complaint::facility;
    return kind[at + 2] == '3' ? std::optional(scoring::Complaint::safety) : std::nullopt;
}

// A choice is judged by itself, in its complaint and step: docs/scenarios.md, choices.
RepliesByPlace replies_of(const ScenarioSide& side) {
    RepliesByPlace replies;
    if (!side.document->contains("stages") || !(*side.document)["stages"].is_array()) return replies;
    for (const ContentJson& stage : (*side.document)["stages"]) {
        if (!stage.is_object()) continue;
        scoring::Moment moment;
        moment.complaint = complaint_of(*side.document);
        moment.step = step_of(stage);
        add_replies_of(stage, moment, replies);
    }
    return replies;
}

std::vector<ReplyShift> shifts_of_replies(const RepliesByPlace& before, const RepliesByPlace& after,
                                          const scoring::Engine& engine) {
    std::multimap<std::size_t, ReplyShift> shifts;  // by their order in the file
    const auto score = [&](const JudgedReply& reply) { return engine.judge(reply.text, reply.moment).score; };
    for (const auto& [place, reply] : before)
        if (after.count(place) == 0)
            shifts.insert({reply.order, {place.first, place.second, score(reply), std::nullopt}});
    for (const auto& [place, reply] : after) {
        const auto old = before.find(place);
        if (old == before.end()) {
            shifts.insert({reply.order, {place.first, place.second, std::nullopt, score(reply)}});
            continue;
        }
        if (old->second.text == reply.text && old->second.moment.step == reply.moment.step &&
            old->second.moment.complaint == reply.moment.complaint)
            continue;
        const int was = score(old->second), is = score(reply);
        if (was != is) shifts.insert({reply.order, {place.first, place.second, was, is}});
    }
    std::vector<ReplyShift> out;
    for (auto& [order, shift] : shifts) out.push_back(std::move(shift));
    return out;
}

std::map<std::string, EndingFigures> endings_of(const scenarios::Analysis& analysis) {
    std::map<std::string, EndingFigures> endings;
    for (const scenarios::EndingReach& reach : analysis.endings)
        endings[reach.ending] = {reach.shortest, reach.worst.score, reach.best.score};
    return endings;
}

std::vector<EndingShift> shifts_of_endings(const scenarios::Analysis& before, const scenarios::Analysis& after) {
    const auto was = endings_of(before), is = endings_of(after);
    std::vector<EndingShift> shifts;
    for (const auto& [id, figures] : was)
        if (is.count(id) == 0) shifts.push_back({id, figures, std::nullopt});
    for (const auto& [id, figures] : is) {
        const auto old = was.find(id);
        if (old == was.end())
            shifts.push_back({id, std::nullopt, figures});
        else if (old->second != figures)
            shifts.push_back({id, old->second, figures});
    }
    return shifts;
}

ScenarioWorth worth_of(const scenarios::Analysis& analysis) {
    const auto turns = [](const std::optional<scenarios::NoReturn>& found) {
        return found ? std::optional<std::size_t>(found->play.inputs.size()) : std::nullopt;
    };
    return {analysis.exact, analysis.worst.score, analysis.best.score, turns(analysis.no_return),
            turns(analysis.gentle_no_return)};
}

// The plays of both; a play that stands in both is played as the new version has it on the new one.
std::vector<PlayShift> shifts_of_plays(const ScenarioSide& before, const Scenario& old_scenario,
                                       const ScenarioSide& after, const Scenario& new_scenario,
                                       const scoring::Engine& engine) {
    std::map<std::string, PlayShift> shifts;
    std::map<std::string, GoldenPlay> plays;
    for (GoldenPlay& play : golden_plays(*before.document)) {
        PlayShift& shift = shifts[play.id];
        if (const auto session = play_through(old_scenario, engine, play)) shift.before = outcome_of(*session);
        plays[play.id] = std::move(play);
    }
    for (GoldenPlay& play : golden_plays(*after.document)) plays[play.id] = std::move(play);
    std::vector<PlayShift> out;
    for (const auto& [id, play] : plays) {
        PlayShift shift = shifts[id];
        shift.play = id;
        const auto session = play_through(new_scenario, engine, play);
        if (session)
            shift.after = outcome_of(*session);
        else
            shift.why = session.error().diagnostics.front().text;
        if (shift.before != shift.after) out.push_back(std::move(shift));
    }
    return out;
}

Diagnostics only_in(const Diagnostics& these, const Diagnostics& others) {
    Diagnostics out;
    for (const Diagnostic& one : these)
        if (std::none_of(others.begin(), others.end(), [&](const Diagnostic& other) {
                return one.level == other.level && one.code == other.code && one.text == other.text;
            }))
            out.push_back(one);
    return out;
}

}  // namespace

Result<ScenarioSide> make_scenario_side(const std::string& file, std::string text, const std::string& personas) {
    auto document = parse_scenario_text(file, text);
    if (!document) return tl::unexpected(document.error());
    std::error_code failed;
    const fs::path folder = fs::absolute(file, failed).parent_path();
    const fs::path beside = folder.parent_path() / "personas";
    ScenarioSide side{file,
                      std::move(text),
                      fs::is_directory(beside, failed) ? beside.string() : personas,
                      nullptr,
                      text_member(*document, "format"),
                      text_member(*document, "id"),
                      text_member(*document, "persona")};
    // The loader wants a scenario in a file of its id; a version or somebody's copy may be called otherwise.
    if (!side.id.empty()) side.file = (fs::path(file).parent_path() / (side.id + ".json")).string();
    side.document = std::make_shared<const ContentJson>(std::move(*document));
    return side;
}

bool Consequences::none() const {
    return loads_before == loads_after && before == after && replies.empty() && endings.empty() && plays.empty() &&
           appeared.empty() && gone.empty();
}

Consequences consequences_of(const ScenarioSide& before, const ScenarioSide& after, const scoring::Engine& engine,
                             const std::optional<scenarios::AnalysisLimits>& search) {
    auto other = std::async(std::launch::async, [&] { return load_side(before, engine, search); });
    const LoadedSide now = load_side(after, engine, search);
    const LoadedSide was = other.get();
    Consequences out;
    out.loads_before = was.scenario.has_value();
    out.loads_after = now.scenario.has_value();
    if (was.analysis) out.before = worth_of(*was.analysis);
    if (now.analysis) out.after = worth_of(*now.analysis);
    out.replies = shifts_of_replies(replies_of(before), replies_of(after), engine);
    if (was.analysis && now.analysis) out.endings = shifts_of_endings(*was.analysis, *now.analysis);
    if (was.scenario && now.scenario) out.plays = shifts_of_plays(before, *was.scenario, after, *now.scenario, engine);
    out.appeared = only_in(now.problems, was.problems);
    if (now.scenario) out.gone = only_in(was.problems, now.problems);  // else the check had nothing to look at
    return out;
}

}  // namespace huashu::app
