// The plays and attempts that an impact is measured on.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "author/impact.hpp"
#include "author/impact_plays.hpp"
#include "play/hints.hpp"
#include "records/people.hpp"
#include "records/records.hpp"
#include "scoring/json.hpp"

namespace huashu::app {
namespace {

constexpr std::uint64_t seed_of_golden_plays = 1;
constexpr int most_attempts = 1'000'000;  // at one scenario

int hint_points_of(const std::vector<TurnRecord>& turns) {
    int points = 0;
    for (const TurnRecord& turn : turns)
        for (const int rung : turn.hints) points += hint_cost(rung);
    return points;
}

Result<void> add_attempts(const Records& records, const std::string& person, const std::string& scenario_id,
                          std::vector<ImpactJob>& jobs) {
    const auto attempts = records.history(scenario_id, most_attempts);
    if (!attempts) return tl::unexpected(attempts.error());
    for (const AttemptSummary& summary : *attempts) {
        if (summary.turns == 0 || summary.status == AttemptStatus::dropped) continue;
        const auto stored = records.read(summary.id);
        if (!stored) return tl::unexpected(stored.error());
        jobs.push_back({stored->session, person, summary.id, summary.started_ms, hint_points_of(stored->turns), false,
                        stored->turns, stored->summary.end});
    }
    return {};
}

}  // namespace

std::vector<ImpactJob> golden_jobs(const Content& content) {
    std::vector<ImpactJob> jobs;
    for (const scenarios::Scenario& scenario : content.scenarios) {
        const auto text = read_text_file(scenario.card().file);
        const auto document =
            text ? parse_scenario_text(scenario.card().file, *text) : Result<ContentJson>(tl::unexpected(text.error()));
        if (!document) continue;  // it was there when it was loaded
        for (GoldenPlay& play : golden_plays(*document)) {
            ImpactJob job{{scenario.card().id,
                           scenario.content_hash(),
                           {},
                           seed_of_golden_plays,
                           std::move(play.inputs),
                           std::move(play.history)},
                          {},
                          play.id,
                          0,
                          0,
                          true};
            jobs.push_back(std::move(job));
        }
    }
    return jobs;
}

Result<std::vector<ImpactJob>> attempt_jobs(const std::string& data_folder,
                                            const std::vector<std::string>& scenario_ids) {
    Diagnostics problems;
    const auto people = load_people(data_folder, problems);
    if (!people) return tl::unexpected(people.error());
    std::vector<ImpactJob> jobs;
    for (const Person& person : *people) {
        const std::string folder = folder_of(data_folder, person);
        std::error_code failed;
        if (!std::filesystem::exists(folder + "/records.db", failed)) continue;
        const auto records = Records::open({folder, {}, {}});
        if (!records) return tl::unexpected(records.error());
        for (const std::string& id : scenario_ids)
            if (auto added = add_attempts(*records, person.name, id, jobs); !added)
                return tl::unexpected(added.error());
    }
    return jobs;
}

}  // namespace huashu::app
