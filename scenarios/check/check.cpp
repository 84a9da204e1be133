#include "check/report.hpp"
#include "scenarios/library.hpp"

namespace huashu::scenarios {

Diagnostics check_scenario(const Scenario& scenario, const scoring::Engine& engine) {
    Diagnostics problems = scenario.data().warnings;
    const Check check{scenario, scenario.data(), engine, problems};
    Coverage coverage(scenario.data());
    check_words(check);
    check_past(check);
    check_record(check);
    check_plays(check, coverage);
    check_ways_out(check, coverage);
    check_reach(check, coverage);
    check_lines(check, coverage);
    check_dead_rules(check);
    check_rewards(check);
    sort_by_place(problems);
    return problems;
}

}  // namespace huashu::scenarios
