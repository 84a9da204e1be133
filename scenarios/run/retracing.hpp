// A talk once more, turn by turn, from what the session has judged already: for whoever wants to see into its turns or
// to try one otherwise.
//
//     Retracing talk(session, engine);
//     for (std::size_t i = 0; i < session.turns().size(); ++i) {
//         const Reply reply = talk.hear(i);      // talk.state() is as it was before the turn
//         Outcome outcome;
//         talk.go(reply, i, outcome);            // and now as it is after
//     }
#pragma once

#include "model/hear.hpp"
#include "run/step.hpp"
#include "run/talk_score.hpp"

namespace huashu::scenarios {

class Retracing final : public ScoreSource {
public:
    /// Keeps references to both.
    Retracing(const Session& session, const scoring::Engine& engine);

    [[nodiscard]] const State& state() const { return state_; }
    [[nodiscard]] const Outcome& opening() const { return opening_; }
    /// The reply of that turn as the owner takes it; valid until the next call. Turns come one after the other.
    [[nodiscard]] Reply hear(std::size_t turn);
    void go(const Reply& reply, std::size_t turn, Outcome& outcome);
    [[nodiscard]] int per_cent() override;

private:
    [[nodiscard]] Heard heard_in(const Turn& turn);
    void add_line(const std::string& text);

    const Session& session_;
    const ScenarioData& data_;
    const scoring::Engine& engine_;
    State state_;
    Outcome opening_;
    std::vector<SaidTurn> said_;
    std::string owner_line_;
    Heard heard_;
    Hearer hearer_;
    const ChoiceData* choice_ = nullptr;
    int choice_index_ = -1;
};

}  // namespace huashu::scenarios
