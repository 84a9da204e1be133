#include "check/check.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "scenarios/library.hpp"
#include "scoring/json.hpp"
#include "scoring/pack.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

void append(Diagnostics& all, const Diagnostics& more) { all.insert(all.end(), more.begin(), more.end()); }

void add_quality(const std::string& folder, const scoring::Engine& engine, Diagnostics& problems, CheckReport& report) {
    std::error_code failed;
    const std::string ordinary = (fs::path(folder) / "ordinary.txt").string();
    const auto words = fs::exists(ordinary, failed) ? read_text_file(ordinary) : Result<std::string>{};
    if (!words) append(problems, words.error().diagnostics);
    scoring::Quality quality = check_quality(engine, words ? *words : "");
    append(problems, quality.diagnostics);
    report.mutations = std::move(quality.mutations);
}

Diagnostics problems_of_pack(const std::string& folder, bool quality, CheckReport& report) {
    auto pack = scoring::load_pack(folder);
    if (!pack) return pack.error().diagnostics;
    Diagnostics problems = std::move(pack->problems);
    report.rules += static_cast<int>(pack->value.rule_count());
    std::vector<scoring::Pack> packs;
    packs.push_back(std::move(pack->value));
    const auto engine = scoring::Engine::make(std::move(packs));
    append(problems, engine ? run_examples(*engine) : engine.error().diagnostics);
    if (engine && quality) add_quality(folder, *engine, problems, report);
    return problems;
}

void check_pack(const std::string& folder, const std::set<std::string>& wanted, bool quality, CheckReport& report) {
    for (Diagnostic& problem : problems_of_pack(folder, quality, report)) {
        const auto is_it = [&](const std::string& file) {
            return fs::path(file).lexically_normal() == fs::path(problem.place.file).lexically_normal();
        };
        if (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), is_it))
            report.diagnostics.push_back(std::move(problem));
    }
}

std::string personas_for(const std::string& scenario_folder, const std::string& shipped) {
    std::error_code failed;
    const fs::path beside = fs::path(scenario_folder) / ".." / "personas";
    return fs::is_directory(beside, failed) ? "" : shipped;
}

/// Scenarios by file; those of a folder that was given whole are loaded, and compared with each other, together.
class CheckedScenarios {
public:
    CheckedScenarios(const scoring::Engine& engine, const std::string& personas, CheckReport& report)
        : engine_(engine), personas_(personas), report_(report) {}

    void add_library(const std::string& folder) {
        auto library = scenarios::load_library(folder, engine_, personas_for(folder, personas_));
        if (!library) return append(report_.diagnostics, library.error().diagnostics);
        append(report_.diagnostics, library->problems);
        append(report_.diagnostics, scenarios::check_library(library->value, engine_));
        for (scenarios::Scenario& scenario : library->value) add(std::move(scenario));
        folders_.insert(fs::path(folder));
    }

    /// Nothing to do for one of a library: it is there, or what is wrong with it was told.
    void add_file(const std::string& file) {
        const fs::path folder = fs::path(file).parent_path();
        if (folders_.contains(folder)) return;
        auto scenario =
            scenarios::load_scenario(file, engine_, personas_for(folder.empty() ? "." : folder.string(), personas_));
        if (!scenario) return append(report_.diagnostics, scenario.error().diagnostics);
        add(std::move(*scenario));
    }

    void check(const CheckDepth& depth) {
        std::vector<scenarios::Scenario> all;
        for (const auto& [file, scenario] : by_file_) all.push_back(scenario);
        for (const Diagnostics& problems : scenarios::check_scenarios(all, engine_))
            append(report_.diagnostics, problems);
        for (const scenarios::Scenario& scenario : all) {
            if (depth.deep) look_deep(scenario);
            if (depth.way_to.empty()) continue;
            if (WaysTo ways = ways_to(depth.way_to, scenario, engine_); !ways.parts.empty())
                report_.ways.push_back(std::move(ways));
        }
    }

private:
    void add(scenarios::Scenario scenario) { by_file_.emplace(scenario.card().file, std::move(scenario)); }

    void look_deep(const scenarios::Scenario& scenario) {
        report_.analysed.push_back(
            {scenario.card().id, scenarios::analyse(scenario, engine_), scenarios::find_witnesses(scenario, engine_)});
        append(report_.diagnostics, scenarios::check_analysis(scenario, report_.analysed.back().analysis));
        append(report_.diagnostics, scenarios::check_margins(scenario, engine_));
    }

    const scoring::Engine& engine_;
    const std::string& personas_;
    CheckReport& report_;
    std::map<std::string, scenarios::Scenario> by_file_;
    std::set<fs::path> folders_;
};

int count(const Diagnostics& diagnostics, Level level) {
    return static_cast<int>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                          [level](const Diagnostic& each) { return each.level == level; }));
}

}  // namespace

int CheckReport::errors() const { return count(diagnostics, Level::error); }
int CheckReport::warnings() const { return count(diagnostics, Level::warning); }

CheckReport check(const Gathered& gathered, const scoring::Engine& engine, const std::string& personas,
                  const CheckDepth& depth) {
    CheckReport report;
    report.diagnostics = gathered.problems;
    report.scenarios = static_cast<int>(gathered.scenarios.size());
    report.personas = static_cast<int>(gathered.personas.size());
    for (const auto& [folder, files] : gathered.packs) check_pack(folder, files, depth.quality, report);
    for (const std::string& file : gathered.personas)
        append(report.diagnostics, scenarios::check_persona(file, engine));
    CheckedScenarios checked(engine, personas, report);
    for (const std::string& folder : gathered.libraries) checked.add_library(folder);
    for (const std::string& file : gathered.scenarios) checked.add_file(file);
    checked.check(depth);
    // A persona is met by itself and with each library that uses it: its problems are told once.
    sort_by_place(report.diagnostics);
    report.diagnostics.erase(std::unique(report.diagnostics.begin(), report.diagnostics.end()),
                             report.diagnostics.end());
    return report;
}

}  // namespace huashu::app
