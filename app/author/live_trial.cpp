#include "author/live_trial.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "author/document.hpp"
#include "author/document_edits.hpp"
#include "author/live_way.hpp"
#include "scenarios/library.hpp"

namespace huashu::app {
namespace {

using scenarios::Session;

bool is_file_mood(const Tree& root, const scenarios::Mood& mood) {
    const Tree& own = root["mood"];
    return own["anger"].integer() == mood.anger && own["trust"].integer() == mood.trust &&
           own["patience"].integer() == mood.patience;
}

// Small and always the same: robots need no more of chance.
class RobotDice {
public:
    explicit RobotDice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u + 1) {}
    std::size_t below(std::size_t count) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<std::size_t>(state_ % count);
    }

private:
    std::uint64_t state_;
};

Session play_robot(const scenarios::Scenario& scenario, const scoring::Engine& engine, int number) {
    RobotDice dice(static_cast<std::uint64_t>(number) + 1);
    Session talk = Session::start(scenario, engine, static_cast<std::uint64_t>(number));
    while (talk.waits_for() == Session::Waits::reply) {
        const std::vector<scenarios::Choice> offered = talk.choices();
        if (offered.empty() || !talk.take(scenarios::Input::choose(offered[dice.below(offered.size())].id)))
            (void)talk.take(scenarios::Input::stay_silent());
    }
    return talk;
}

std::map<std::string, std::size_t> numbers_of(const Tree& list) {
    std::map<std::string, std::size_t> numbers;
    for (std::size_t i = 0; i < list.items().size(); ++i) numbers.emplace(list.items()[i]["id"].text(), i);
    return numbers;
}

std::vector<int> mean_scores(const std::vector<long long>& sums, const std::vector<int>& counts) {
    std::vector<int> means;
    for (std::size_t i = 0; i < sums.size(); ++i)
        means.push_back(counts[i] == 0 ? -1 : static_cast<int>((sums[i] + counts[i] / 2) / counts[i]));
    return means;
}

}  // namespace

Trial::Trial(Session session, const scoring::Engine& engine, TrialStart start, bool from_beginning)
    : session_(std::make_shared<Session>(std::move(session))),
      engine_(&engine),
      start_(std::move(start)),
      from_beginning_(from_beginning) {}

Result<Trial> Trial::begin(const Tree& root, const std::string& file, const scoring::Engine& engine,
                           const std::string& personas, const TrialStart& start) {
    TrialStart from = start;
    if (from.stage.empty()) from.stage = root["start"].text();
    const Tree played = begun_at(root, from.stage, from.mood);
    const Result<scenarios::Scenario> scenario =
        scenarios::parse_scenario(file, document_text(played), engine, personas);
    if (!scenario) return tl::unexpected(scenario.error());
    const bool whole = from.stage == root["start"].text() && is_file_mood(root, from.mood);
    return Trial(Session::start(*scenario, engine, from.seed), engine, from, whole);
}

Result<void> Trial::say(const scenarios::Input& input) {
    if (const Result<void> taken = session_->take(input); !taken) return taken;
    traces_ = trace_of(*session_, *engine_);
    return {};
}

void Trial::take_back() {
    scenarios::SavedSession saved = session_->save();
    if (saved.inputs.empty()) return;
    saved.inputs.pop_back();
    if (Result<Session> before = Session::restore(session_->scenario(), *engine_, saved)) {
        *session_ = std::move(*before);
        traces_ = trace_of(*session_, *engine_);
    }
}

scenarios::Mood file_mood(const Tree& root) {
    const Tree& mood = root["mood"];
    return {static_cast<int>(mood["anger"].integer()), static_cast<int>(mood["trust"].integer()),
            static_cast<int>(mood["patience"].integer())};
}

Result<RobotReport> send_robots(const Tree& root, const std::string& file, const scoring::Engine& engine,
                                const std::string& personas, int plays, const std::atomic<bool>& stop) {
    const Result<scenarios::Scenario> scenario = scenarios::parse_scenario(file, document_text(root), engine, personas);
    if (!scenario) return tl::unexpected(scenario.error());
    const std::map<std::string, std::size_t> stages = numbers_of(root["stages"]);
    const std::map<std::string, std::size_t> endings = numbers_of(root["endings"]);
    RobotReport report;
    report.stages.resize(stages.size());
    report.endings.resize(endings.size());
    std::vector<long long> stage_sums(stages.size()), ending_sums(endings.size());
    long long sum = 0;
    for (; report.plays < plays && !stop; ++report.plays) {
        const Session talk = play_robot(*scenario, engine, report.plays);
        std::set<std::string> met;
        for (const scenarios::Turn& turn : talk.turns()) met.insert(turn.stage);
        const int score = talk.scorecard().score;
        for (const std::string& id : met) {
            ++report.stages[stages.at(id)];
            stage_sums[stages.at(id)] += score;
        }
        const auto ending = endings.find(talk.ending() ? talk.ending()->id : "");
        if (ending != endings.end()) {
            ++report.endings[ending->second];
            ending_sums[ending->second] += score;
        } else {
            ++report.left;
        }
        report.lowest = std::min(report.lowest, score);
        report.highest = std::max(report.highest, score);
        sum += score;
    }
    report.stage_scores = mean_scores(stage_sums, report.stages);
    report.ending_scores = mean_scores(ending_sums, report.endings);
    if (report.plays > 0) report.mean = static_cast<double>(sum) / report.plays;
    return report;
}

}  // namespace huashu::app
