#include "run/trail.hpp"

#include "model/choice_verdict.hpp"

namespace huashu::scenarios {

Trail::Filed& Trail::begin(const State& state, Input::Kind kind) {
    Filed& turn = turns_.emplace_back();
    turn.kind = kind;
    turn.stage = state.stage;
    turn.before = state.mood;
    turn.changes = static_cast<std::uint32_t>(changes_.size());
    turn.spoken = static_cast<std::uint32_t>(spoken_.size());
    turn.told = static_cast<std::uint32_t>(told_.size());
    return turn;
}

void Trail::begin_choice(const State& state, int choice) {
    begin(state, Input::Kind::choice).choice = static_cast<std::int8_t>(choice);
}

void Trail::begin_typed(const State& state, std::string text, scoring::SharedJudgement judgement) {
    begin(state, Input::Kind::typed).words = static_cast<int>(words_.size());
    words_.push_back({std::move(text), std::move(judgement)});
}

void Trail::begin_silence(const State& state, scoring::SharedJudgement judgement) {
    begin(state, Input::Kind::silence).words = static_cast<int>(words_.size());
    words_.push_back({{}, std::move(judgement)});
}

void Trail::note_outcome(const Outcome& outcome) {
    turns_.back().after = outcome.after;
    changes_.insert(changes_.end(), outcome.changes.begin(), outcome.changes.end());
    spoken_.insert(spoken_.end(), outcome.spoken.begin(), outcome.spoken.end());
    told_.insert(told_.end(), outcome.told.begin(), outcome.told.end());
}

Input Trail::input_of(std::size_t turn) const {
    const Filed& filed = turns_[turn];
    if (filed.kind == Input::Kind::choice) return Input::choose(choice_of(filed).card.id);
    return {filed.kind, words_[static_cast<std::size_t>(filed.words)].text};
}

const std::string& Trail::text_of(std::size_t turn) const {
    const Filed& filed = turns_[turn];
    return filed.kind == Input::Kind::choice ? choice_of(filed).card.text
                                             : words_[static_cast<std::size_t>(filed.words)].text;
}

std::string Trail::owner_text_of(std::size_t turn) const {
    std::string text;
    const std::size_t end = end_of(turn, &Filed::spoken, spoken_.size());
    for (std::size_t i = turns_[turn].spoken; i < end; ++i) text += (text.empty() ? "" : "\n") + *spoken_[i].text;
    return text;
}

scoring::SharedJudgement Trail::judgement_of(const Filed& turn) const {
    if (turn.kind != Input::Kind::choice) return words_[static_cast<std::size_t>(turn.words)].judgement;
    return verdict_of(data_, stage_of(turn), choice_of(turn), engine_).judgement;
}

SaidTurn Trail::said(std::size_t turn) const {
    const Filed& filed = turns_[turn];
    return {filed.stage, judgement_of(filed), filed.before.anger};
}

Turn Trail::written(std::size_t turn) const {
    const Filed& filed = turns_[turn];
    const StageData& stage = stage_of(filed);
    Turn out;
    out.input = input_of(turn);
    out.text = text_of(turn);
    out.stage = stage.id;
    out.step = stage.step;
    out.judgement = judgement_of(filed);
    if (filed.kind == Input::Kind::choice) out.quality = choice_of(filed).card.quality;
    out.model_reply = stage.model;
    out.before = filed.before;
    out.after = filed.after;
    const std::size_t changes_end = end_of(turn, &Filed::changes, changes_.size());
    out.changes.reserve(changes_end - filed.changes);
    for (std::size_t i = filed.changes; i < changes_end; ++i) out.changes.push_back(written_change(changes_[i]));
    const std::size_t told_end = end_of(turn, &Filed::told, told_.size());
    for (std::size_t i = filed.told; i < told_end; ++i) out.told.push_back(data_.facts[told_[i]].id);
    const std::size_t spoken_end = end_of(turn, &Filed::spoken, spoken_.size());
    out.owner.reserve(spoken_end - filed.spoken);
    for (std::size_t i = filed.spoken; i < spoken_end; ++i) out.owner.push_back(written_line(spoken_[i]));
    return out;
}

}  // namespace huashu::scenarios
