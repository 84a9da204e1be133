#include "check/report.hpp"
#include "model/in_parallel.hpp"
#include "scenarios/checking.hpp"
#include "scenarios/library.hpp"

namespace huashu::scenarios {
namespace {

Diagnostics run_checks(const Scenario& scenario, const scoring::Engine& engine, const std::atomic<bool>* stop) {
    Diagnostics problems = scenario.data().warnings;
    const Check check{scenario, scenario.data(), engine, problems, stop};
    Coverage coverage(scenario.data());
    check_words(check);
    check_past(check);
    if (!check.stopped()) check_record(check);
    if (!check.stopped()) check_plays(check, coverage);
    if (!check.stopped()) check_ways_out(check, coverage);
    if (!check.stopped()) check_reach(check, coverage);
    if (!check.stopped()) check_lines(check, coverage);
    if (!check.stopped()) check_dead_rules(check);
    if (!check.stopped()) check_rewards(check);
    sort_by_place(problems);
    return problems;
}

}  // namespace

Diagnostics check_scenario(const Scenario& scenario, const scoring::Engine& engine) {
    return run_checks(scenario, engine, nullptr);
}

std::vector<Diagnostics> check_scenarios(const std::vector<Scenario>& scenarios, const scoring::Engine& engine) {
    std::vector<Diagnostics> problems(scenarios.size());
    in_parallel(scenarios.size(), [&](std::size_t i) { problems[i] = check_scenario(scenarios[i], engine); });
    return problems;
}

Diagnostics check_scenario(const Scenario& scenario, const scoring::Engine& engine, const std::atomic<bool>& stop) {
    return run_checks(scenario, engine, &stop);
}

}  // namespace huashu::scenarios
