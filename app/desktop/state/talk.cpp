#include "desktop/state/talk.hpp"

namespace huashu::desktop {

Talk talk_of(const scenarios::Session& session) {
    Talk talk;
    talk.card = session.scenario().card();
    talk.opening = session.opening();
    talk.turns = session.turns();
    talk.initial = session.initial_mood();
    talk.mood = session.mood();
    talk.stage_id = session.stage_id();
    talk.stage_title = session.stage_title();
    talk.step = session.step();
    talk.model_reply = session.model_reply();
    talk.choices = session.choices();
    talk.facts = session.facts();
    talk.ending = session.ending();
    talk.scorecard = session.scorecard();
    talk.seconds_for_reply = session.seconds_for_reply();
    return talk;
}

int score_of(const Talk& talk) { return app::score_after_hints(talk.scorecard.score, talk.hints); }

scenarios::Mood last_change(const Talk& talk) {
    if (talk.turns.empty()) return {0, 0, 0};
    const scenarios::Mood& before = talk.turns.back().before;
    return {talk.mood.anger - before.anger, talk.mood.trust - before.trust, talk.mood.patience - before.patience};
}

}  // namespace huashu::desktop
