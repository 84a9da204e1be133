// What the play screen shows of a running conversation.
#pragma once

#include "desktop/portrait/likeness.hpp"
#include "desktop/state/state.hpp"
#include "desktop/ui/icons.hpp"
#include "desktop/views/turn_view.hpp"

namespace huashu::desktop {

enum class StepState : std::uint8_t { done, now, ahead };

struct StepView {
    std::string label;
    int number = 1;  ///< 0: not one of the four
    StepState state = StepState::ahead;
};

struct FactRow {
    std::string label, note;
    bool told = false;
};

struct ChoiceRow {
    std::string id, text;
};

struct EndingView {
    std::string title, rank, note;
    int score = 0;
    bool passed = false;
    bool has_critical = false;
};

struct PlayView {
    std::string title, owner, owner_line, persona, channel, brief;
    Icon channel_icon = Icon::none;
    Likeness likeness;
    scenarios::Channel setting = scenarios::Channel::front_desk;
    scenarios::Mood initial, mood, change;
    std::string face;                     ///< "很生氣"
    std::vector<scenarios::Mood> course;  ///< the mood at the start and after each turn
    std::vector<StepView> steps;
    std::string stage_title;
    std::vector<FactRow> facts;
    std::size_t facts_told = 0;
    std::vector<OwnerBubble> opening;
    std::vector<TurnView> turns;
    std::vector<ChoiceRow> choices;
    std::optional<EndingView> ending;
    std::vector<OwnerBubble> nudges;  ///< said into the silence before the coming reply
    int pass_mark = 80;
    int hint_points = 0;  ///< what hints have cost so far
    bool sealed = false;  ///< of an assessment: nothing is told of what a reply was worth
};

[[nodiscard]] PlayView make_play_view(const Talk& talk, const Speech& speech);
[[nodiscard]] EndingView make_ending_view(const Talk& talk, const Speech& speech);

/// The coach beside the editor: what the half-typed reply breaks, what it does, what this step still lacks; and the
/// rungs of the hint ladder that were asked for.
struct HintRung {
    std::string label;  ///< "說出要點"
    std::string price;  ///< "−2 分"
    bool taken = false;
};

struct CoachView {
    std::vector<FindingView> findings;
    std::vector<Mark> marks;  ///< on the bytes of the draft
    std::vector<std::string> acts;
    std::vector<std::string> missing;
    std::string nudge;                  ///< rung 1
    std::vector<std::string> elements;  ///< rung 2
    std::string model;                  ///< rung 3
    std::vector<HintRung> rungs;        ///< all three, from the first
};

[[nodiscard]] CoachView make_coach_view(const PlayState& play, const Speech& speech);

}  // namespace huashu::desktop
