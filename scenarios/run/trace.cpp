#include "scenarios/trace.hpp"

#include "model/choice_verdict.hpp"
#include "model/hear.hpp"
#include "run/recognise.hpp"
#include "run/step.hpp"
#include "run/talk_score.hpp"

namespace huashu::scenarios {
namespace {

// The talk once more, turn by turn, with what the session has judged already.
class Retracing final : public ScoreSource {
public:
    Retracing(const Session& session, const scoring::Engine& engine)
        : session_(session),
          data_(session.scenario().data()),
          engine_(engine),
          state_(initial_state(data_, session.history())) {
        Outcome opening;
        open_talk(data_, state_, nullptr, *this, opening);
        for (const OwnerLine& line : session.opening()) add_line(line.text);
    }

    TurnTrace turn(std::size_t nth) {
        const Turn& turn = session_.turns()[nth];
        said_.push_back(turn);
        TurnTrace trace;
        Outcome outcome;
        outcome.asked = &trace.rules;
        const Heard heard = heard_in(turn);
        Reply reply{&heard, heard.inputs, choice_, choice_index_};
        if (turn.input.kind != Input::Kind::silence && state_.said.contains(heard.words_hash))
            reply.inputs |= bit(InputSort::repeat);
        if (turn.input.kind == Input::Kind::typed && is_copied(turn.text, owner_line_))
            reply.inputs |= bit(InputSort::copied);
        step(data_, state_, nullptr, reply, *this, outcome);
        owner_line_.clear();
        for (const OwnerLine& line : turn.owner) add_line(line.text);
        trace.stuck = outcome.stuck;
        return trace;
    }

    [[nodiscard]] int per_cent() override {
        return scorecard_of(data_, engine_, said_, planned_so_far(data_, state_)).score;
    }

private:
    Heard heard_in(const Turn& turn) {
        choice_ = nullptr;
        choice_index_ = -1;
        if (turn.input.kind == Input::Kind::silence) return hear_silence();
        if (turn.input.kind == Input::Kind::typed) return hear(data_, turn.text, turn.judgement);
        const StageData& stage = data_.stages[state_.stage];
        for (std::size_t i = 0; i < stage.choices.size(); ++i)
            if (stage.choices[i].card.id == turn.input.value) {
                choice_ = &stage.choices[i];
                choice_index_ = static_cast<int>(i);
            }
        return choice_ == nullptr ? hear_silence() : verdict_of(data_, stage, *choice_, engine_).heard;
    }

    void add_line(const std::string& text) {
        if (!owner_line_.empty()) owner_line_ += '\n';
        owner_line_ += text;
    }

    const Session& session_;
    const ScenarioData& data_;
    const scoring::Engine& engine_;
    State state_;
    std::vector<Turn> said_;
    std::string owner_line_;
    const ChoiceData* choice_ = nullptr;
    int choice_index_ = -1;
};

}  // namespace

std::vector<TurnTrace> trace_of(const Session& session, const scoring::Engine& engine) {
    Retracing talk(session, engine);
    std::vector<TurnTrace> traces;
    for (std::size_t i = 0; i < session.turns().size(); ++i) traces.push_back(talk.turn(i));
    return traces;
}

}  // namespace huashu::scenarios
