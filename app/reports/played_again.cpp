#include "reports/played_again.hpp"

namespace huashu::app {
namespace {

using scenarios::Session;

TurnFacts turn_of(const scenarios::Turn& turn, std::string stage_title, std::string owner,
                  std::vector<scenarios::Choice> offered) {
    TurnFacts out;
    out.kind = turn.input.kind;
    if (out.kind == scenarios::Input::Kind::choice) out.choice = turn.input.value;
    out.offered = std::move(offered);
    out.owner = std::move(owner);
    out.reply = turn.text;
    out.stage = turn.stage;
    out.stage_title = std::move(stage_title);
    out.score = turn.judgement->score;
    out.findings = turn.judgement->findings;
    out.acts = turn.judgement->acts;
    out.after = turn.after;
    return out;
}

}  // namespace

std::optional<Session> play_again(const scenarios::Scenario& scenario, const scoring::Engine& engine,
                                  const scenarios::SavedSession& saved, AttemptFacts& to) {
    Session session = Session::start(scenario, engine, saved.seed, saved.history);
    to.initial = session.initial_mood();
    for (const scenarios::Input& input : saved.inputs) {
        std::vector<scenarios::Choice> offered = session.choices();
        std::string owner = session.last_owner_line(), title = session.stage_title();
        if (!session.take(input)) {
            to.turns.clear();
            return std::nullopt;
        }
        to.turns.push_back(turn_of(session.turns().back(), std::move(title), std::move(owner), std::move(offered)));
    }
    return session;
}

}  // namespace huashu::app
