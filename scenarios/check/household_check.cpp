// What scenarios of one household say of each other: that the earlier ones are there, and leave what is remembered.
#include <algorithm>
#include <set>

#include "check/report.hpp"
#include "scenarios/library.hpp"

namespace huashu::scenarios {
namespace {

const Scenario* scenario_named(const std::vector<Scenario>& scenarios, const std::string& id) {
    for (const Scenario& scenario : scenarios)
        if (scenario.card().id == id) return &scenario;
    return nullptr;
}

void check_one(const Check& check, const std::vector<Scenario>& scenarios) {
    const HouseholdData& own = check.data.household;
    std::set<std::string> left;
    for (const std::string& id : own.after) {
        const Scenario* earlier = scenario_named(scenarios, id);
        if (earlier == nullptr) {
            check.report(own.after_offset, "unknown-scenario", "there is no scenario \"" + id + "\" beside this one",
                         "check the id, or mend that scenario's own errors first");
            return;  // what it would have left can't be known
        }
        const HouseholdData& theirs = earlier->data().household;
        if (theirs.id != own.id)
            check.report(own.after_offset, "other-household",
                         "\"" + id + "\" is a scenario of " +
                             (theirs.id.empty() ? "no household" : "the household \"" + theirs.id + "\"") +
                             ", not of \"" + own.id + "\"",
                         "name the same household in both");
        for (const MemoryData& memory : theirs.memories) left.insert(memory.id);
    }
    const auto check_memory = [&](const std::string& id, std::size_t offset) {
        if (own.after.empty() || left.contains(id)) return;
        std::string known;
        for (const std::string& each : left) known += (known.empty() ? "" : ", ") + each;
        check.report(offset, "unknown-memory", "no scenario of \"after\" leaves the memory \"" + id + "\"",
                     known.empty() ? "they leave none" : "they leave: " + known);
    };
    for (const std::string& id : check.data.memory_names) check_memory(id, own.after_offset);
    for (const PlayData& play : check.data.plays)
        for (const auto* ids : {&play.history.kept, &play.history.broken, &play.history.said})
            for (const std::string& id : *ids) check_memory(id, play.offset);
}

}  // namespace

void check_households(const std::vector<Scenario>& scenarios, const scoring::Engine& engine, Diagnostics& problems) {
    for (const Scenario& scenario : scenarios) check_one({scenario, scenario.data(), engine, problems}, scenarios);
}

void check_past(const Check& check) {
    if (!check.data.asks_past || !check.data.household.after.empty()) return;
    check.report(check.data.stages[check.data.start].offset, "past-without-after",
                 "conditions ask what he remembers, but the scenario names none that he could remember",
                 "add \"after\": the ids of the earlier scenarios of his household");
}

}  // namespace huashu::scenarios
