#include "analysis/items.hpp"

#include <algorithm>
#include <map>

namespace huashu::app {
namespace {

/// A person's first scores, by scenario.
using FirstScores = std::map<std::string, std::map<std::string, int>>;  // person, scenario

FirstScores first_scores(const std::vector<AttemptFacts>& attempts) {
    FirstScores out;
    for (const AttemptFacts& a : attempts)
        if (a.first) out[a.person_id].emplace(a.scenario_id, a.score);
    return out;
}

ItemFigures figures_of_scenario(const FirstScores& scores, const std::string& scenario) {
    std::vector<ItemResult> results;
    std::vector<double> alone;
    for (const auto& [person, by_scenario] : scores) {
        const auto here = by_scenario.find(scenario);
        if (here == by_scenario.end()) continue;
        std::vector<double> others;
        for (const auto& [other, score] : by_scenario)
            if (other != scenario) others.push_back(score);
        if (others.empty())
            alone.push_back(here->second);
        else
            results.push_back({static_cast<double>(here->second), mean_of(others)});
    }
    return figures_of(results, alone);
}

struct TurnSample {
    TurnItem item;
    std::size_t earliest = 0;  ///< place of the turn in the talks, to sort by
    std::vector<ItemResult> results;
    std::vector<double> alone;
};

// Gathers what one scenario's first attempts say about its turns and choices.
class TurnCounter {
public:
    void add(const AttemptFacts& attempt) {
        std::map<std::string, int> seen;
        for (std::size_t i = 0; i < attempt.turns.size(); ++i) {
            const TurnFacts& turn = attempt.turns[i];
            add_turn(attempt, i, ++seen[turn.stage]);
            if (turn.kind == scenarios::Input::Kind::choice) add_choices(turn, i);
        }
    }
    [[nodiscard]] std::vector<TurnItem> turns() const {
        std::vector<const TurnSample*> sorted;
        for (const auto& entry : samples_) sorted.push_back(&entry.second);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto* a, const auto* b) { return a->earliest < b->earliest; });
        std::vector<TurnItem> out;
        for (const TurnSample* sample : sorted) {
            out.push_back(sample->item);
            out.back().figures = figures_of(sample->results, sample->alone);
        }
        return out;
    }
    [[nodiscard]] std::vector<ChoiceUse> choices() const {
        std::vector<ChoiceUse> out;
        for (const auto& [place, use] : by_place()) out.push_back(*use);
        return out;
    }

private:
    void add_turn(const AttemptFacts& attempt, std::size_t index, int nth) {
        const TurnFacts& turn = attempt.turns[index];
        TurnSample& sample = samples_[{turn.stage, nth}];
        if (sample.results.empty() && sample.alone.empty()) {
            sample.item = {turn.stage, turn.stage_title, nth, {}};
            sample.earliest = index;
        }
        sample.earliest = std::min(sample.earliest, index);
        std::vector<double> others;
        for (std::size_t i = 0; i < attempt.turns.size(); ++i)
            if (i != index) others.push_back(attempt.turns[i].score);
        if (others.empty())
            sample.alone.push_back(turn.score);
        else
            sample.results.push_back({static_cast<double>(turn.score), mean_of(others)});
    }
    void add_choices(const TurnFacts& turn, std::size_t index) {
        for (const scenarios::Choice& choice : turn.offered) {
            auto [found, is_new] = uses_.try_emplace({turn.stage, choice.id});
            ChoiceUse& use = found->second.use;
            if (is_new) {
                use.stage = turn.stage;
                use.title = turn.stage_title;
                use.choice = choice;
                found->second.place = {index, uses_.size()};
            }
            found->second.place.first = std::min(found->second.place.first, index);
            ++use.offered;
            if (choice.id == turn.choice) ++use.taken;
        }
    }
    struct Use {
        ChoiceUse use;
        std::pair<std::size_t, std::size_t> place;  ///< turn, then order of being met
    };
    [[nodiscard]] std::map<std::pair<std::size_t, std::size_t>, const ChoiceUse*> by_place() const {
        std::map<std::pair<std::size_t, std::size_t>, const ChoiceUse*> out;
        for (const auto& entry : uses_) out.emplace(entry.second.place, &entry.second.use);
        return out;
    }
    std::map<std::pair<std::string, int>, TurnSample> samples_;
    std::map<std::pair<std::string, std::string>, Use> uses_;
};

std::map<std::string, int> players_of(const FirstScores& scores) {
    std::map<std::string, int> players;
    for (const auto& person : scores)
        for (const auto& entry : person.second) ++players[entry.first];
    return players;
}

std::vector<std::vector<double>> full_rows(const FirstScores& scores, const std::vector<std::string>& scenarios) {
    std::vector<std::vector<double>> rows;
    for (const auto& person : scores) {
        std::vector<double> row;
        for (const std::string& id : scenarios)
            if (const auto found = person.second.find(id); found != person.second.end()) row.push_back(found->second);
        if (row.size() == scenarios.size()) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::vector<ScenarioItem> scenario_items(const std::vector<AttemptFacts>& attempts) {
    const FirstScores scores = first_scores(attempts);
    std::map<std::string, ScenarioItem> items;
    std::map<std::string, TurnCounter> counters;
    for (const AttemptFacts& a : attempts) {
        if (!a.first) continue;
        ScenarioItem& item = items[a.scenario_id];
        item.scenario_id = a.scenario_id;
        item.title = a.title;
        item.passed += a.passed() ? 1 : 0;
        counters[a.scenario_id].add(a);
    }
    std::vector<ScenarioItem> out;
    for (auto& [id, item] : items) {
        item.figures = figures_of_scenario(scores, id);
        item.turns = counters.at(id).turns();
        item.choices = counters.at(id).choices();
        out.push_back(std::move(item));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.figures.mean < b.figures.mean; });
    return out;
}

Reliability reliability_of_scenarios(const std::vector<AttemptFacts>& attempts) {
    const FirstScores scores = first_scores(attempts);
    std::vector<std::pair<std::string, int>> by_players;
    for (const auto& entry : players_of(scores)) by_players.push_back(entry);
    std::stable_sort(by_players.begin(), by_players.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    Reliability best;
    std::vector<std::string> taken;
    for (const auto& [id, players] : by_players) {
        taken.push_back(id);
        if (taken.size() < 2) continue;
        const std::vector<std::vector<double>> rows = full_rows(scores, taken);
        if (taken.size() > 2 && static_cast<int>(rows.size()) < least_for_reliability) break;
        best = reliability_of(rows);
        best.items = static_cast<int>(taken.size());
    }
    return best;
}

}  // namespace huashu::app
