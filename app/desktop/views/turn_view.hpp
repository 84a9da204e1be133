// One turn as it is shown in the transcript and in the debrief.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desktop/state/talk.hpp"
#include "desktop/views/marked_text.hpp"

namespace huashu::desktop {

enum class Weighting : std::uint8_t { advice, note, minor, major, critical };

struct FindingView {
    std::string label;     ///< "推諉", or for advice "用語建議"
    std::string severity;  ///< "中"; empty for advice
    std::string quote, reason, instead, source;
    std::string points;  ///< "−12"; empty: costs nothing
    Weighting weighting = Weighting::note;
    bool operator==(const FindingView&) const = default;
};

struct ActView {
    std::string label, quote, reason, source;
    bool operator==(const ActView&) const = default;
};

struct OwnerBubble {
    std::string direction;  ///< "拍桌子", what he does while he speaks
    std::string text;
    bool fact = false;  ///< tells a fact
    bool operator==(const OwnerBubble&) const = default;
};

struct TurnView {
    int index = 0;
    bool silent = false;
    bool chosen = false;  ///< by choice, not typed
    std::string stage;
    int score = 0;
    MarkedText reply;
    std::vector<FindingView> findings;  ///< advice after findings; marks number them in this order
    std::vector<ActView> acts;
    std::vector<std::string> missing;
    std::vector<OwnerBubble> owner;
    scenarios::Mood before, after;
    std::string mood_line;  ///< "怒氣 +12　信任 −8　耐心 −10"
    std::string model_reply;
};

[[nodiscard]] TurnView make_turn_view(const scenarios::Turn& turn, int index, const Speech& speech);
[[nodiscard]] OwnerBubble make_owner_bubble(const scenarios::OwnerLine& line, const Speech& speech);
/// Findings and advice of a judgement; shared with the coach.
[[nodiscard]] std::vector<FindingView> make_findings(const scoring::Judgement& judgement, const Speech& speech);
[[nodiscard]] std::string signed_number(int value);  ///< "+3", "−3", "±0", with a true minus

}  // namespace huashu::desktop
