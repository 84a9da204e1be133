#include "assess/first_attempts.hpp"

#include <algorithm>

namespace huashu::assess {
namespace {

constexpr int all_of_them = 1'000'000;

// The score of the first attempt that was finished; nothing: the first was not finished, or was a rewound one.
std::optional<int> first_score(const std::vector<app::AttemptSummary>& last_first) {
    for (auto a = last_first.rbegin(); a != last_first.rend(); ++a) {
        if (a->turns == 0) continue;  // opened and left: nothing was tried
        if (!a->rewinds.empty() || !a->end) return std::nullopt;
        return a->end->score;
    }
    return std::nullopt;
}

}  // namespace

Result<std::map<std::string, FirstAttempts>> first_attempts(const std::vector<app::Records*>& people,
                                                            const std::vector<std::string>& scenario_ids) {
    std::map<std::string, FirstAttempts> out;
    std::map<std::string, long> sums;
    for (const app::Records* records : people) {
        if (records == nullptr) continue;
        for (const std::string& id : scenario_ids) {
            const auto attempts = records->history(id, all_of_them);
            if (!attempts) return tl::unexpected(attempts.error());
            const std::optional<int> score = first_score(*attempts);
            if (!score) continue;
            ++out[id].count;
            sums[id] += *score;
        }
    }
    for (auto& [id, first] : out)
        first.mean_score_centi = static_cast<int>((100 * sums[id] + first.count / 2) / first.count);
    return out;
}

std::vector<Candidate> candidates_of(const app::Content& content, const std::map<std::string, FirstAttempts>& first) {
    std::vector<Candidate> out;
    for (const scenarios::Scenario& scenario : content.scenarios) {
        if (!scenario.card().after.empty()) continue;
        const auto found = first.find(scenario.card().id);
        out.push_back(candidate_of(scenario.card(), found == first.end() ? FirstAttempts{} : found->second));
    }
    return out;
}

}  // namespace huashu::assess
