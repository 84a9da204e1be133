#include "check/walk.hpp"

#include <algorithm>

#include "model/choice_verdict.hpp"
#include "model/hear.hpp"
#include "scoring/score_only.hpp"

namespace huashu::scenarios {

class Walker::PlayedScore final : public ScoreSource {
public:
    PlayedScore(Walker& walker, const Walk& walk) : walker_(walker), walk_(walk) {}
    int per_cent() override {
        std::size_t planned = 0;
        const auto& plan = walker_.data_.plan;
        for (std::size_t i = 0; i < plan.size(); ++i)
            if (walk_.state.visits[plan[i]] > 0) planned = i + 1;
        return walker_.score(walk_, planned);
    }

private:
    Walker& walker_;
    const Walk& walk_;
};

Walker::Walker(const ScenarioData& data, const scoring::Engine& engine)
    : data_(data), engine_(engine), heard_(data.stages.size()), silences_(data.stages.size()) {}

Walk Walker::begin(const History& history) {
    Walk walk{initial_state(data_, history), {}};
    PlayedScore played(*this, walk);
    open_talk(data_, walk.state, nullptr, played, outcome_);
    return walk;
}

std::vector<int> Walker::moves(const Walk& walk) const {
    std::vector<int> open;
    const StageData& stage = data_.stages[walk.state.stage];
    for (std::size_t i = 0; i < stage.choices.size(); ++i)
        if (is_offered(stage, walk.state, i)) open.push_back(static_cast<int>(i));
    open.push_back(silence_move);
    return open;
}

void Walker::go(Walk& walk, int move) {
    walk.turns.push_back({walk.state.stage, move, walk.state.mood.anger});
    PlayedScore played(*this, walk);
    step(data_, walk.state, nullptr, reply_of(walk.state, move), played, outcome_);
}

void Walker::go(State& state, int move, bool note_words) {
    struct NoScore final : ScoreSource {
        int per_cent() override { return 0; }
    } none;
    Reply reply = reply_of(state, move);
    reply.note_words = note_words;
    step(data_, state, nullptr, reply, none, outcome_);
}

Reply Walker::reply_of(const State& state, int move) {
    static const Heard silence = hear_silence();
    if (move == silence_move) return {&silence, silence.inputs, nullptr, -1};
    const Heard& words = heard(state.stage, move);
    Reply reply{&words, words.inputs, &data_.stages[state.stage].choices[static_cast<std::size_t>(move)], move};
    if (state.said.contains(words.words_hash)) reply.inputs |= bit(InputSort::repeat);
    return reply;
}

int Walker::pick(const Walk& walk, Quality quality) const {
    const StageData& stage = data_.stages[walk.state.stage];
    const auto first_of = [&](Quality wanted) {
        for (std::size_t i = 0; i < stage.choices.size(); ++i)
            if (stage.choices[i].card.quality == wanted && is_offered(stage, walk.state, i)) return static_cast<int>(i);
        return silence_move;
    };
    for (int q = static_cast<int>(quality); q >= 0; --q)
        if (const int found = first_of(static_cast<Quality>(q)); found != silence_move) return found;
    for (int q = static_cast<int>(quality) + 1; q <= static_cast<int>(Quality::bad); ++q)
        if (const int found = first_of(static_cast<Quality>(q)); found != silence_move) return found;
    return silence_move;
}

void Walker::finish(Walk& walk, Quality quality) {
    while (!over(walk)) go(walk, pick(walk, quality));
}

std::string Walker::describe(const Walk& walk) const {
    std::string text;
    for (const WalkTurn& turn : walk.turns) {
        if (!text.empty()) text += ", ";
        text += turn.move == silence_move ? "silence" : data_.stages[turn.stage].choices[turn.move].card.id;
    }
    return text;
}

const scoring::SharedJudgement& Walker::judgement_of(const WalkTurn& turn) {
    const StageData& stage = data_.stages[turn.stage];
    if (turn.move != silence_move) return verdict_of(data_, stage, stage.choices[turn.move], engine_).judgement;
    std::optional<scoring::SharedJudgement>& silence = silences_[turn.stage];
    if (!silence) silence = engine_.judge({}, choice_moment(data_, stage));
    return *silence;
}

// Ways that are compared differ in a few turns in their middle: only those are judged, or copied, anew.
void Walker::bring_judged_to(const Walk& walk) {
    const auto same = [](const WalkTurn& a, const WalkTurn& b) { return a.stage == b.stage && a.move == b.move; };
    const std::vector<WalkTurn>& turns = walk.turns;
    const std::size_t shorter = std::min(turns.size(), judged_of_.size());
    std::size_t before = 0, after = 0;
    while (before < shorter && same(turns[before], judged_of_[before])) ++before;
    while (before + after < shorter && same(turns[turns.size() - 1 - after], judged_of_[judged_of_.size() - 1 - after]))
        ++after;
    const auto middle = judged_.begin() + static_cast<std::ptrdiff_t>(before);
    if (turns.size() > judged_of_.size())
        judged_.insert(middle, turns.size() - judged_of_.size(), scoring::JudgedTurn{});
    else
        judged_.erase(middle, middle + static_cast<std::ptrdiff_t>(judged_of_.size() - turns.size()));
    for (std::size_t i = before; i + after < turns.size(); ++i) judged_[i].judgement = judgement_of(turns[i]);
    judged_of_ = turns;
}

int Walker::score(const Walk& walk, std::size_t planned) {
    plan_.resize(std::min(plan_.size(), planned));
    while (plan_.size() < planned) {
        const StageData& stage = data_.stages[data_.plan[plan_.size()]];
        plan_.push_back({stage.id, stage.step});
    }
    bring_judged_to(walk);
    for (std::size_t i = 0; i < walk.turns.size(); ++i) {
        const int index = data_.stages[walk.turns[i].stage].planned;
        judged_[i].stage = index < static_cast<int>(planned) ? index : -1;
        judged_[i].anger_before = walk.turns[i].anger_before;
    }
    return score_of(engine_, data_.card.complaint, plan_, judged_);
}

}  // namespace huashu::scenarios
