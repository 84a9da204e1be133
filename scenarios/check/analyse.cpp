#include "scenarios/analysis.hpp"

#include <algorithm>

#include "check/solver.hpp"
#include "scoring/json_reader.hpp"

namespace huashu::scenarios {
namespace {

constexpr std::size_t earliest_trap = 2;  // turns

std::string spelled(const std::vector<Input>& inputs) {
    std::string text;
    for (const Input& input : inputs) text += (text.empty() ? "" : ", ") + input.value;
    return text;
}

class Analyst {
public:
    Analyst(const Scenario& scenario, const scoring::Engine& engine, const AnalysisLimits& limits)
        : data_(scenario.data()), walker_(data_, engine), solver_(data_, engine, solver_limits(engine, limits)) {}

    Analysis run() {
        const Solution solution = solver_.run();
        analysis_.exact = solution.complete;
        analysis_.states = solution.states;
        for (const auto& [ending, found] : solution.endings)
            if (ending >= 0) add(ending, found);
        if (const auto left = solution.endings.find(State::left); left != solution.endings.end())
            add(left->first, left->second);
        find_extremes();
        analysis_.no_return = told(solution.no_return);
        analysis_.gentle_no_return = told(solution.gentle_no_return);
        for (const SolvedOutdone& found : solution.outdone) add(found);
        return std::move(analysis_);
    }

private:
    static SolverLimits solver_limits(const scoring::Engine& engine, const AnalysisLimits& limits) {
        SolverLimits out;
        out.most_states = limits.most_states;
        out.stop = limits.stop;
        out.pass = engine.packs().front().pass_mark();
        return out;
    }

    Walk walk(const std::vector<int>& moves) {
        Walk way = walker_.begin();
        for (const int move : moves) walker_.go(way, move);
        return way;
    }

    std::vector<Input> inputs_of(const Walk& way) const {
        std::vector<Input> inputs;
        for (const WalkTurn& turn : way.turns)
            inputs.push_back(Input::choose(data_.stages[turn.stage].choices[turn.move].card.id));
        return inputs;
    }

    [[nodiscard]] std::string ending_id(int ending) const {
        return ending >= 0 ? data_.endings[ending].card.id : left_id;
    }

    /// Played again and reckoned by the scorecard: the search proposes, the scorecard decides.
    AnalysedPlay play(const SolvedPlay& solved, int ending) {
        const Walk way = walk(solved.moves);
        const int score = walker_.score(way);
        if (way.state.ended != ending) analysis_.exact = false;
        return {score, ending_id(ending), inputs_of(way)};
    }

    void add(int ending, const SolvedEnding& found) {
        std::vector<AnalysedPlay> plays;
        for (const auto* solved : {&found.best, &found.best_critical, &found.worst, &found.worst_critical})
            if (*solved) plays.push_back(play(**solved, ending));
        const auto by_score = [](const AnalysedPlay& a, const AnalysedPlay& b) { return a.score < b.score; };
        analysis_.endings.push_back({ending_id(ending), found.shortest,
                                     *std::max_element(plays.begin(), plays.end(), by_score),
                                     *std::min_element(plays.begin(), plays.end(), by_score)});
    }

    void add(const SolvedOutdone& found) {
        const StageData& stage = data_.stages[static_cast<std::size_t>(found.stage)];
        const auto id = [&](int choice) { return stage.choices[static_cast<std::size_t>(choice)].card.id; };
        analysis_.rudeness_pays.push_back({{found.worse_in_the_end, "", inputs_of(walk(found.moves))},
                                           stage.id,
                                           id(found.worse),
                                           id(found.better),
                                           found.better_in_the_end});
    }

    void find_extremes() {
        for (const EndingReach& reach : analysis_.endings) {
            const bool first = &reach == &analysis_.endings.front();
            if (first || reach.best.score > analysis_.best.score) analysis_.best = reach.best;
            if (first || reach.worst.score < analysis_.worst.score) analysis_.worst = reach.worst;
        }
    }

    std::optional<NoReturn> told(const std::optional<SolvedNoReturn>& found) {
        if (!found) return std::nullopt;
        return NoReturn{{(found->still_possible + 50) / 100, "", inputs_of(walk(found->moves))}, found->critical};
    }

    const ScenarioData& data_;
    Walker walker_;
    Solver solver_;
    Analysis analysis_;
};

}  // namespace

namespace {

void report_rudeness(const ScenarioData& data, const RudenessPays& found, Diagnostics& problems) {
    for (const StageData& stage : data.stages)
        for (const ChoiceData& choice : stage.choices)
            if (stage.id == found.stage && choice.card.id == found.worse)
                problems.push_back(
                    diagnose(*data.source, choice.offset, "rudeness-pays",
                             "after " + (found.play.inputs.empty() ? "the opening" : spelled(found.play.inputs)) +
                                 " the choice \"" + found.worse + "\" can still come to " +
                                 std::to_string(found.play.score) + " points, and \"" + found.better +
                                 "\", which is better by the rules, to " + std::to_string(found.better_score),
                             "let what \"" + found.worse + "\" costs stay lost, or what \"" + found.better +
                                 "\" leaves open be made up for",
                             Level::warning));
}

}  // namespace

Diagnostics check_analysis(const Scenario& scenario, const Analysis& analysis) {
    Diagnostics problems;
    const ScenarioData& data = scenario.data();
    const auto report = [&](std::size_t offset, std::string code, std::string text, std::string remedy) {
        problems.push_back(diagnose(*data.source, offset, std::move(code), std::move(text), std::move(remedy)));
    };
    int best_in_best = -1;
    for (const EndingReach& reach : analysis.endings)
        for (const EndingData& ending : data.endings)
            if (ending.card.id == reach.ending && ending.card.rank == Rank::best)
                best_in_best = std::max(best_in_best, reach.best.score);
    if (analysis.exact && best_in_best < analysis.best.score)
        report(data.stages[data.start].offset, "best-score-elsewhere",
               "the play with the most points (" + std::to_string(analysis.best.score) + ") ends in \"" +
                   analysis.best.ending + "\"; in an ending of rank best " +
                   (best_in_best < 0 ? "no play ends" : "at most " + std::to_string(best_in_best) + " are to be had"),
               "play it: " + spelled(analysis.best.inputs));
    const std::optional<NoReturn>& trap = analysis.gentle_no_return;
    if (analysis.exact && trap && trap->play.inputs.size() <= earliest_trap)
        report(data.stages[data.start].offset, "trap",
               "after " + spelled(trap->play.inputs) + ", with no choice labelled bad, " +
                   (trap->critical ? "a critical finding has failed the talk"
                                   : "at most " + std::to_string(trap->play.score) + " points can be reached"),
               trap->critical ? "label that choice bad, or reword it" : "let the later stages make up for it");
    for (const RudenessPays& found : analysis.rudeness_pays) report_rudeness(data, found, problems);
    return problems;
}

Analysis analyse(const Scenario& scenario, const scoring::Engine& engine, const AnalysisLimits& limits) {
    return Analyst(scenario, engine, limits).run();
}

}  // namespace huashu::scenarios
