// A breadth-first search over plays by choices and silence, in which states that have the same future count as one: the
// first play that meets a part is a shortest one. Golden plays meet what only typed words or memories bring about.
#include "scenarios/witness.hpp"

#include <algorithm>
#include <unordered_set>

#include "check/parts.hpp"
#include "check/relevance.hpp"
#include "check/report.hpp"
#include "check/walk.hpp"
#include "run/retracing.hpp"

namespace huashu::scenarios {
namespace {

class WitnessSearch {
public:
    WitnessSearch(const Scenario& scenario, const scoring::Engine& engine, const AnalysisLimits& limits,
                  const std::function<bool(const Witness&)>& wanted)
        : scenario_(scenario),
          data_(scenario.data()),
          engine_(engine),
          limits_(limits),
          walker_(data_, engine),
          relevance_(data_),
          parts_(data_) {
        relevance_.tell_lines_apart(data_);
        found_.exact = !relevance_.by_score();
        for (const Witness& part : parts_.all()) wanted_.push_back(!wanted || wanted(part));
        left_ = std::count(wanted_.begin(), wanted_.end(), true);
    }

    Witnesses run() {
        search();
        for (const PlayData& play : data_.plays)
            if (left_ > 0) play_golden(play);
        found_.states = nodes_.size();
        found_.parts = std::move(parts_.all());
        return std::move(found_);
    }

private:
    /// How a state was come to: by which move from which other.
    struct Node {
        int parent = -1;
        int stage = 0;
        int move = silence_move;
    };
    struct Open {
        State state;
        int node = 0;
    };

    [[nodiscard]] bool is_stopped() const { return limits_.stop != nullptr && limits_.stop->load(); }

    void search() {
        std::vector<Open> present{{walker_.begin().state, 0}};
        nodes_.push_back({-1, present.front().state.stage, silence_move});
        parts_.of_speech(walker_.outcome(), [&](int part) { met(part, 0); });
        met(data_.start, 0);
        while (!present.empty() && left_ > 0) {
            std::vector<Open> next;
            for (const Open& open : present) {
                if (nodes_.size() > limits_.most_states || is_stopped()) {
                    found_.exact = false;
                    found_.gave_up = true;
                    return;
                }
                expand(open, next);
            }
            present = std::move(next);
        }
    }

    void expand(const Open& open, std::vector<Open>& next) {
        const StageData& stage = data_.stages[open.state.stage];
        for (int move = silence_move; move < static_cast<int>(stage.choices.size()); ++move) {
            if (move != silence_move && !is_offered(stage, open.state, static_cast<std::size_t>(move))) continue;
            State after = open.state;
            walker_.go(after, move, relevance_.repeats());
            const bool goes_on = after.ended == State::talking && seen_.insert(relevance_.key_of(after)).second;
            const int node = static_cast<int>(nodes_.size());
            nodes_.push_back({open.node, open.state.stage, move});
            bool is_needed = goes_on;
            parts_.of_turn(open.state.stage, move, after, walker_.outcome(),
                           [&](int part) { is_needed = met(part, node) || is_needed; });
            if (!is_needed) nodes_.pop_back();
            if (goes_on) next.push_back({std::move(after), node});
        }
    }

    /// Whether it is met for the first time.
    bool met(int part, int node) {
        Witness& witness = parts_.all()[static_cast<std::size_t>(part)];
        if (witness.by != Witness::By::nothing) return false;
        witness.by = Witness::By::search;
        if (wanted_[static_cast<std::size_t>(part)]) --left_;
        for (int at = node; nodes_[static_cast<std::size_t>(at)].parent >= 0;) {
            const Node& come = nodes_[static_cast<std::size_t>(at)];
            witness.inputs.push_back(
                come.move == silence_move
                    ? Input::stay_silent()
                    : Input::choose(data_.stages[come.stage].choices[static_cast<std::size_t>(come.move)].card.id));
            at = come.parent;
        }
        std::reverse(witness.inputs.begin(), witness.inputs.end());
        return true;
    }

    void play_golden(const PlayData& play) {
        Session session = Session::start(scenario_, engine_, golden_seed, play.history);
        std::vector<Input> inputs;
        for (const PlayTurn& turn : play.turns) {
            if (session.waits_for() == Session::Waits::nothing || !session.take(turn.input)) break;
            inputs.push_back(turn.input);
        }
        Retracing talk(session, engine_);
        parts_.of_speech(talk.opening(), [&](int part) { met_by(play, {}, part); });
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const int stage = talk.state().stage;
            const Reply reply = talk.hear(i);
            Outcome outcome;
            talk.go(reply, i, outcome);
            const std::vector<Input> so_far(inputs.begin(), inputs.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            parts_.of_turn(stage, reply.choice_index, talk.state(), outcome,
                           [&](int part) { met_by(play, so_far, part); });
        }
    }

    void met_by(const PlayData& play, const std::vector<Input>& inputs, int part) {
        Witness& witness = parts_.all()[static_cast<std::size_t>(part)];
        if (witness.by != Witness::By::nothing) return;
        witness.by = Witness::By::golden_play;
        if (wanted_[static_cast<std::size_t>(part)]) --left_;
        witness.inputs = inputs;
        witness.golden_play = play.id;
    }

    const Scenario& scenario_;
    const ScenarioData& data_;
    const scoring::Engine& engine_;
    AnalysisLimits limits_;
    Walker walker_;
    Relevance relevance_;
    Parts parts_;
    Witnesses found_;
    std::vector<Node> nodes_;
    std::unordered_set<std::uint64_t> seen_;
    std::vector<bool> wanted_;  ///< by part
    std::ptrdiff_t left_ = 0;   ///< of those, not met yet
};

}  // namespace

Witnesses find_witnesses(const Scenario& scenario, const scoring::Engine& engine, const AnalysisLimits& limits,
                         const std::function<bool(const Witness&)>& wanted) {
    return WitnessSearch(scenario, engine, limits, wanted).run();
}

}  // namespace huashu::scenarios
