#include "check/check.hpp"

#include <algorithm>
#include <filesystem>

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

void check_library(const std::string& folder, const scoring::Engine& engine, const std::string& personas,
                   CheckReport& report) {
    const auto library = scenarios::load_library(folder, engine, personas_for(folder, personas));
    if (!library) return append(report.diagnostics, library.error().diagnostics);
    append(report.diagnostics, library->problems);
    append(report.diagnostics, scenarios::check_library(library->value, engine));
}

void check_scenario(const std::string& file, const scoring::Engine& engine, const std::string& personas, bool deep,
                    CheckReport& report) {
    const std::string folder = fs::path(file).parent_path().string();
    const auto scenario = scenarios::load_scenario(file, engine, personas_for(folder.empty() ? "." : folder, personas));
    append(report.diagnostics, scenario ? scenarios::check_scenario(*scenario, engine) : scenario.error().diagnostics);
    if (!scenario || !deep) return;
    report.analysed.push_back({scenario->card().id, scenarios::analyse(*scenario, engine)});
    append(report.diagnostics, scenarios::check_analysis(*scenario, report.analysed.back().analysis));
}

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
    for (const std::string& folder : gathered.libraries) check_library(folder, engine, personas, report);
    for (const std::string& file : gathered.scenarios) check_scenario(file, engine, personas, depth.deep, report);
    // A persona is met by itself and with each library that uses it: its problems are told once.
    sort_by_place(report.diagnostics);
    report.diagnostics.erase(std::unique(report.diagnostics.begin(), report.diagnostics.end()),
                             report.diagnostics.end());
    return report;
}

}  // namespace huashu::app
