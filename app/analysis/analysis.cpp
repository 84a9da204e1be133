#include "analysis/analysis.hpp"

#include <algorithm>
#include <chrono>
#include <map>

namespace huashu::app {
namespace {

using Attempts = std::vector<const AttemptFacts*>;

bool is_earlier(const AttemptFacts* a, const AttemptFacts* b) {
    return std::tie(a->ended_ms, a->id) < std::tie(b->ended_ms, b->id);
}

std::map<std::string, Attempts> by_person(const std::vector<AttemptFacts>& attempts) {
    std::map<std::string, Attempts> out;
    for (const AttemptFacts& a : attempts)
        if (!a.rewound) out[a.person_id].push_back(&a);
    for (auto& entry : out) std::sort(entry.second.begin(), entry.second.end(), is_earlier);
    return out;
}

Attempts last_of(const Attempts& attempts, std::size_t most) {
    const std::size_t from = attempts.size() - std::min(attempts.size(), most);
    return {attempts.begin() + static_cast<std::ptrdiff_t>(from), attempts.end()};
}

double mean_score(const Attempts& attempts, std::size_t begin, std::size_t end) {
    std::vector<double> scores;
    for (std::size_t i = begin; i < end; ++i) scores.push_back(attempts[i]->score);
    return mean_of(scores);
}

// Scores of all talks in the order of time, those that were summed up among them.
std::vector<int> all_scores(const Attempts& attempts, const std::vector<SummedTalk>& summed) {
    std::vector<int> out;
    out.reserve(attempts.size() + summed.size());
    auto next = summed.begin();
    for (const AttemptFacts* a : attempts) {
        for (; next != summed.end() && next->ended_ms < a->ended_ms; ++next) out.push_back(next->score);
        out.push_back(a->score);
    }
    for (; next != summed.end(); ++next) out.push_back(next->score);
    return out;
}

PersonResult person_of(const Attempts& attempts, const std::vector<SummedTalk>& summed) {
    PersonResult out;
    out.id = attempts.front()->person_id;
    out.name = attempts.back()->person;
    out.talks = static_cast<int>(attempts.size() + summed.size());
    out.last_ms = attempts.back()->ended_ms;
    out.scores = all_scores(attempts, summed);
    for (const AttemptFacts* a : attempts) out.passed += a->passed() ? 1 : 0;
    for (const SummedTalk& t : summed) out.passed += t.passed ? 1 : 0;
    const std::size_t count = attempts.size(), side = trend_side;
    const std::size_t middle = count - std::min(count, side);
    out.mean = mean_score(attempts, middle, count);
    if (middle > 0) out.change = out.mean - mean_score(attempts, middle - std::min(middle, side), middle);
    out.chapters = chapters_of(last_of(attempts, most_talks));
    return out;
}

}  // namespace

std::vector<Month> months_of(const std::vector<AttemptFacts>& attempts, const std::vector<SummedTalks>& summed) {
    std::map<std::pair<int, int>, std::vector<double>> scores;
    const auto add = [&scores](std::int64_t ended_ms, int score) {
        const std::chrono::sys_time<std::chrono::milliseconds> when{std::chrono::milliseconds(ended_ms)};
        const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(when)};
        scores[{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month()))}].push_back(score);
    };
    for (const AttemptFacts& a : attempts)
        if (!a.rewound) add(a.ended_ms, a.score);
    for (const SummedTalks& person : summed)
        for (const SummedTalk& t : person.talks) add(t.ended_ms, t.score);
    std::vector<Month> out;
    for (const auto& [month, of_month] : scores)
        out.push_back({month.first, month.second, static_cast<int>(of_month.size()), mean_of(of_month)});
    return out;
}

Analysis analyse(const std::vector<AttemptFacts>& attempts, const std::vector<SummedTalks>& summed) {
    Analysis out;
    std::vector<double> first;
    for (const AttemptFacts& a : attempts)
        if (a.first) first.push_back(a.score);
    out.first_talks = static_cast<int>(first.size());
    out.mean = mean_of(first);
    out.scenarios = scenario_items(attempts);
    out.reliability = reliability_of_scenarios(attempts);
    out.months = months_of(attempts, summed);
    for (const AttemptFacts& a : attempts) out.sat += a.sitting && !a.rewound ? 1 : 0;
    std::map<std::string, const std::vector<SummedTalk>*> summed_of;  // whoever has such talks has later ones, too
    for (const SummedTalks& person : summed) {
        summed_of[person.person_id] = &person.talks;
        out.summed += static_cast<int>(person.talks.size());
    }
    static const std::vector<SummedTalk> none;
    Attempts recent;
    for (const auto& entry : by_person(attempts)) {
        const auto found = summed_of.find(entry.first);
        out.persons.push_back(person_of(entry.second, found == summed_of.end() ? none : *found->second));
        out.talks += out.persons.back().talks;
        for (const AttemptFacts* a : last_of(entry.second, most_talks)) recent.push_back(a);
    }
    out.people = static_cast<int>(out.persons.size());
    out.chapters = chapters_of(recent);
    std::stable_sort(out.persons.begin(), out.persons.end(),
                     [](const auto& a, const auto& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return out;
}

}  // namespace huashu::app
