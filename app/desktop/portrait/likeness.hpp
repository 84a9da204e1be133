// How an owner looks and what his face says, as numbers: plain functions of who he is and of his mood, so that the
// same owner always looks the same and tests can say what a mood does to a face.
#pragma once

#include <cstdint>
#include <string_view>

#include "desktop/theme/theme.hpp"
#include "scenarios/scenario.hpp"

namespace huashu::desktop {

enum class Hair : std::uint8_t { short_side, crop, receding, bald_sides, long_straight, bob, curls, bun };
enum class Extra : std::uint8_t { none, glasses, hearing_aid, phone, scarf, papers, badge };

/// How a temperament bends a face: the same anger looks otherwise on one who weeps and on one who sneers.
enum class Temper : std::uint8_t { plain, fiery, tearful, sneering, composed };

struct Likeness {
    Color skin, hair_color, clothes, collar;
    Hair hair = Hair::short_side;
    Extra extra = Extra::none;
    Temper temper = Temper::plain;
    bool female = false;
    float jaw = 0;       ///< 0 narrow chin … 1 broad
    float wrinkles = 0;  ///< 0 none … 1 many
    float brow_weight = 1;
    bool one_brow_up = false;  ///< the doubting look of the sarcastic
};

/// From sex, age, persona and name; never random.
[[nodiscard]] Likeness likeness_of(const scenarios::OwnerCard& owner, std::string_view persona);

/// What moves in a face: from the mood, bent by the temperament.
struct Expression {
    float brow_tilt = 0;    ///< -1 worried (inner ends up) … 1 furious (inner ends down)
    float brow_drop = 0;    ///< 0 relaxed … 1 pressed down on the eyes
    float eye_open = 1;     ///< 0.3 narrowed … 1.15 staring
    float mouth_curve = 0;  ///< -1 drawn down … 1 smiling
    float mouth_open = 0;   ///< 0 closed … 1 shouting
    float flush = 0;        ///< 0 … 1 red in the face
    bool vein = false;      ///< the sign of rage beside the brow
    bool sweat = false;     ///< patience nearly gone
    float tears = 0;        ///< 0 … 1 running down
    float smirk = 0;        ///< 0 … 1 one corner of the mouth up
};

[[nodiscard]] Expression expression_of(const scenarios::Mood& mood, Temper temper = Temper::plain);

/// The face in one word, for those who can't see it: a key below desktop.face.
enum class Countenance : std::uint8_t { furious, angry, annoyed, doubtful, calm, relieved };
[[nodiscard]] Countenance countenance_of(const scenarios::Mood& mood);
[[nodiscard]] std::string_view word_key(Countenance countenance);

}  // namespace huashu::desktop
