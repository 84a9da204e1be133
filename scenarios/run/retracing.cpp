#include "run/retracing.hpp"

#include "model/choice_verdict.hpp"
#include "run/recognise.hpp"

namespace huashu::scenarios {

Retracing::Retracing(const Session& session, const scoring::Engine& engine)
    : session_(session),
      data_(session.scenario().data()),
      engine_(engine),
      state_(initial_state(data_, session.history())) {
    open_talk(data_, state_, nullptr, *this, opening_);
    for (const OwnerLine& line : session.opening()) add_line(line.text);
}

// Filed before the step, as the session does, so that a condition on the score counts it.
Reply Retracing::hear(std::size_t nth) {
    const Turn& turn = session_.turns()[nth];
    said_.push_back({state_.stage, turn.judgement, turn.before.anger});
    heard_ = heard_in(turn);
    Reply reply{&heard_, heard_.inputs, choice_, choice_index_};
    if (turn.input.kind != Input::Kind::silence && state_.said.contains(heard_.words_hash))
        reply.inputs |= bit(InputSort::repeat);
    if (turn.input.kind == Input::Kind::typed && is_copied(hearer_.words(), owner_line_))
        reply.inputs |= bit(InputSort::copied);
    return reply;
}

void Retracing::go(const Reply& reply, std::size_t nth, Outcome& outcome) {
    step(data_, state_, nullptr, reply, *this, outcome);
    owner_line_.clear();
    for (const OwnerLine& line : session_.turns()[nth].owner) add_line(line.text);
}

int Retracing::per_cent() { return scorecard_of(data_, engine_, said_, planned_so_far(data_, state_)).score; }

Heard Retracing::heard_in(const Turn& turn) {
    choice_ = nullptr;
    choice_index_ = -1;
    if (turn.input.kind == Input::Kind::silence) return hear_silence();
    if (turn.input.kind == Input::Kind::typed) return hearer_.hear(data_, turn.text, turn.judgement);
    const StageData& stage = data_.stages[state_.stage];
    for (std::size_t i = 0; i < stage.choices.size(); ++i)
        if (stage.choices[i].card.id == turn.input.value) {
            choice_ = &stage.choices[i];
            choice_index_ = static_cast<int>(i);
        }
    return choice_ == nullptr ? hear_silence() : verdict_of(data_, stage, *choice_, engine_).heard;
}

void Retracing::add_line(const std::string& text) {
    if (!owner_line_.empty()) owner_line_ += '\n';
    owner_line_ += text;
}

}  // namespace huashu::scenarios
