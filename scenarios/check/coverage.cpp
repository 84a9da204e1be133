#include "scenarios/coverage.hpp"

#include "check/report.hpp"
#include "model/choice_verdict.hpp"
#include "model/scenario_data.hpp"
#include "scoring/explanation.hpp"

namespace huashu::scenarios {
namespace {

class Gatherer {
public:
    Gatherer(const Scenario& scenario, const scoring::Engine& engine, LibraryCoverage& out)
        : scenario_(scenario), data_(scenario.data()), engine_(engine), out_(out) {}

    void run() {
        for (const StageData& stage : data_.stages) {
            for (const ChoiceData& choice : stage.choices) {
                take(verdict_of(data_, stage, choice, engine_).judgement, choice.card.quality == Quality::best);
                take_contexts(choice.card.text, stage);
            }
            take(engine_.judge(stage.model, choice_moment(data_, stage)), true);
            take_contexts(stage.model, stage);
        }
        for (const PlayData& play : data_.plays) {
            Session session = Session::start(scenario_, engine_, golden_seed, play.history);
            for (const PlayTurn& turn : play.turns)
                if (session.waits_for() == Session::Waits::nothing || !session.take(turn.input)) break;
            for (const Turn& turn : session.turns())
                if (turn.input.kind == Input::Kind::typed) take_typed(turn);
        }
    }

private:
    void note(const std::string& rule) {
        if (!rule.empty() && rule != "model") out_.rules[rule].insert(data_.card.id);
    }

    void take(const scoring::Judgement& judgement, bool is_good) {
        ++out_.replies;
        for (const auto* findings : {&judgement.findings, &judgement.advice})
            for (const scoring::Finding& finding : *findings) {
                note(finding.rule);
                if (finding.family) out_.families[static_cast<std::size_t>(*finding.family)].insert(data_.card.id);
            }
        for (const scoring::EarnedAct& act : judgement.acts) {
            note(act.rule);
            if (is_good) out_.acts[static_cast<std::size_t>(act.act)].insert(data_.card.id);
        }
        for (const scoring::LedgerLine& line : judgement.ledger)
            if (line.kind == scoring::LedgerLine::Kind::earned) note(line.rule);
    }

    void take_typed(const Turn& turn) {
        take(turn.judgement, false);
        for (const StageData& stage : data_.stages)
            if (stage.id == turn.stage) take_contexts(turn.text, stage);
    }

    /// A context has no finding of its own: it is met where it kept another rule from speaking.
    void take_contexts(std::string_view text, const StageData& stage) {
        for (const scoring::ExplainedStep& step : scoring::explain(engine_, text, choice_moment(data_, stage)).steps)
            if (step.what == scoring::ExplainedStep::What::in_context) note(step.other);
    }

    const Scenario& scenario_;
    const ScenarioData& data_;
    const scoring::Engine& engine_;
    LibraryCoverage& out_;
};

}  // namespace

namespace {

std::set<std::string> asked_in(const scoring::Moment& moment, const scoring::Engine& engine) {
    std::set<std::string> rules;
    const scoring::SharedJudgement judgement = engine.judge({}, moment);
    for (const scoring::LedgerLine& line : judgement->ledger)
        if (line.kind == scoring::LedgerLine::Kind::missed && !line.rule.empty()) rules.insert(line.rule);
    return rules;
}

std::set<std::string> asked_beside(const std::vector<Scenario>& scenarios, const scoring::Engine& engine) {
    std::set<std::string> rules = asked_in({}, engine);
    for (const Scenario& scenario : scenarios)
        for (const StageData& stage : scenario.data().stages)
            for (const std::string& rule : asked_in(choice_moment(scenario.data(), stage), engine)) rules.erase(rule);
    return rules;
}

}  // namespace

LibraryCoverage coverage_of(const std::vector<Scenario>& scenarios, const scoring::Engine& engine) {
    LibraryCoverage coverage;
    coverage.beside = asked_beside(scenarios, engine);
    for (const Scenario& scenario : scenarios) Gatherer(scenario, engine, coverage).run();
    return coverage;
}

}  // namespace huashu::scenarios
