// The hint ladder of practice: a nudge, the key elements, the model reply. Each rung costs points of the conversation's
// score, once for the reply it was asked for; what was taken is on record with that reply and charged in the debrief.
// A sealed attempt has no ladder.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace huashu::app {

inline constexpr int hint_rungs = 3;

/// A rung that was shown before a reply.
struct HintTaken {
    int turn = 0;  ///< index of the reply, from 0
    int rung = 1;  ///< 1 nudge, 2 key elements, 3 model reply
    bool operator==(const HintTaken&) const = default;
};

/// As it is kept on record, {"turn":3,"rung":1}, and read back; nothing for any other text.
[[nodiscard]] std::string to_json(const HintTaken& hint);
[[nodiscard]] std::optional<HintTaken> parse_hint(const std::string& json);
/// Points, > 0, of one rung; 0 for a rung that does not exist.
[[nodiscard]] int hint_cost(int rung);
/// Points of all of them.
[[nodiscard]] int hint_points(const std::vector<HintTaken>& hints);
/// A score (0..100) less what the hints cost; never below 0.
[[nodiscard]] int score_after_hints(int score, const std::vector<HintTaken>& hints);

}  // namespace huashu::app
