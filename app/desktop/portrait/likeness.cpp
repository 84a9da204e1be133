#include "desktop/portrait/likeness.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace huashu::desktop {
namespace {

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash ^ (hash >> 15);
}

template <std::size_t N>
Color pick(const std::array<Color, N>& from, std::uint32_t hash) {
    return from[hash % N];
}

constexpr std::array skins{rgb(0xF2CFB0), rgb(0xEBC09A), rgb(0xE0B08A), rgb(0xF5D8BE)};
constexpr std::array dark_hair{rgb(0x2E2722), rgb(0x3B2F28), rgb(0x241F1E), rgb(0x4A382B)};
constexpr std::array grey_hair{rgb(0xA9A39B), rgb(0xC2BDB4), rgb(0x8E8882)};
constexpr std::array clothes{rgb(0x5B7F95), rgb(0x8A6A4F), rgb(0x6E7F5E), rgb(0x9A5F57), rgb(0x5F6187), rgb(0xB08A4E)};

Hair hair_for(bool female, int age, std::uint32_t hash) {
    if (female) {
        if (age >= 62) return hash % 2 == 0 ? Hair::bun : Hair::curls;
        if (age >= 38) return hash % 3 == 0 ? Hair::curls : Hair::bob;
        return hash % 3 == 0 ? Hair::bob : Hair::long_straight;
    }
    if (age >= 62) return hash % 3 == 0 ? Hair::receding : Hair::bald_sides;
    if (age >= 42) return hash % 2 == 0 ? Hair::receding : Hair::crop;
    return hash % 2 == 0 ? Hair::short_side : Hair::crop;
}

bool names(std::string_view persona, std::string_view part) { return persona.find(part) != std::string_view::npos; }

// What an owner brings along tells the eight temperaments apart at a glance.
Extra extra_for(std::string_view persona, std::uint32_t hash) {
    if (names(persona, "hearing")) return Extra::hearing_aid;
    if (names(persona, "legal") || names(persona, "expert")) return Extra::papers;
    if (names(persona, "spokesman") || names(persona, "group")) return Extra::badge;
    if (names(persona, "expos") || names(persona, "stream") || names(persona, "film") || names(persona, "media"))
        return Extra::phone;
    if (names(persona, "reason") || names(persona, "rational") || names(persona, "sarcastic")) return Extra::glasses;
    if (names(persona, "elder")) return Extra::scarf;
    return hash % 7 == 0 ? Extra::glasses : Extra::none;
}

Temper temper_for(std::string_view persona) {
    if (names(persona, "tearful") || names(persona, "anxious")) return Temper::tearful;
    if (names(persona, "sarcastic")) return Temper::sneering;
    if (names(persona, "hot_tempered")) return Temper::fiery;
    if (names(persona, "legal") || names(persona, "reason")) return Temper::composed;
    return Temper::plain;
}

float above(int value, int from, int to) {
    return std::clamp(static_cast<float>(value - from) / static_cast<float>(to - from), 0.0f, 1.0f);
}

}  // namespace

Likeness likeness_of(const scenarios::OwnerCard& owner, std::string_view persona) {
    const std::uint32_t hash = hash_of(owner.name);
    Likeness out;
    out.female = owner.sex == "female";
    out.skin = pick(skins, hash);
    const float grey = above(owner.age, 48, 68);
    out.hair_color = mix(pick(dark_hair, hash >> 3), pick(grey_hair, hash >> 5), grey);
    out.clothes = pick(clothes, hash >> 7);
    out.collar = mix(out.clothes, rgb(0xFFFFFF), 0.55f);
    out.hair = hair_for(out.female, owner.age, hash >> 9);
    out.extra = extra_for(persona, hash >> 11);
    out.temper = temper_for(persona);
    out.jaw = out.female ? 0.25f : 0.7f;
    out.wrinkles = above(owner.age, 45, 75);
    out.brow_weight = (out.female ? 0.75f : 1.1f) * (out.temper == Temper::fiery ? 1.25f : 1.0f);
    out.one_brow_up = out.temper == Temper::sneering;
    return out;
}

namespace {

void bend(Expression& e, Temper temper, float anger, float patience) {
    switch (temper) {
        case Temper::fiery:  // opens the mouth sooner
            e.mouth_open = std::clamp((anger - 0.58f) * 3.0f, 0.0f, 1.0f);
            break;
        case Temper::tearful:  // anger turns the brows up at the middle and fills the eyes
            e.brow_tilt = std::clamp(0.2f - 1.1f * anger, -1.0f, 0.2f);
            e.brow_drop *= 0.3f;
            e.eye_open = std::max(e.eye_open, 0.8f);
            e.mouth_open *= 0.4f;
            e.tears = std::clamp((anger - 0.42f) * 2.0f + (0.4f - patience), 0.0f, 1.0f);
            e.vein = false;
            break;
        case Temper::sneering:  // smiles with one corner while he boils
            e.smirk = std::clamp((anger - 0.3f) * 1.6f, 0.0f, 1.0f);
            e.mouth_curve = std::max(e.mouth_curve, -0.25f);
            e.mouth_open *= 0.35f;
            e.eye_open = std::min(e.eye_open, 0.75f);
            break;
        case Temper::composed:  // keeps the mouth shut longer
            e.mouth_open = std::clamp((anger - 0.82f) * 3.0f, 0.0f, 0.7f);
            e.flush *= 0.7f;
            break;
        case Temper::plain:
            break;
    }
}

}  // namespace

Expression expression_of(const scenarios::Mood& mood, Temper temper) {
    const float anger = static_cast<float>(std::clamp(mood.anger, 0, 100)) / 100.0f;
    const float trust = static_cast<float>(std::clamp(mood.trust, 0, 100)) / 100.0f;
    const float patience = static_cast<float>(std::clamp(mood.patience, 0, 100)) / 100.0f;
    Expression out;
    out.brow_tilt = std::clamp((anger - 0.35f) * 1.7f - 0.25f * trust, -0.6f, 1.0f);
    out.brow_drop = std::clamp((anger - 0.3f) * 1.3f, 0.0f, 1.0f);
    out.eye_open = anger > 0.85f ? 1.15f : std::clamp(1.0f - 0.45f * anger - 0.25f * (1 - patience), 0.35f, 1.0f);
    out.mouth_curve = std::clamp((trust - 0.42f) * 1.5f - (anger - 0.3f) * 1.5f, -1.0f, 1.0f);
    out.mouth_open = std::clamp((anger - 0.68f) * 3.0f, 0.0f, 1.0f);
    out.flush = std::clamp((anger - 0.45f) * 1.7f, 0.0f, 1.0f);
    out.vein = mood.anger >= 80;
    out.sweat = mood.patience <= 25 && mood.anger < 80;
    bend(out, temper, anger, patience);
    return out;
}

Countenance countenance_of(const scenarios::Mood& mood) {
    if (mood.anger >= 80) return Countenance::furious;
    if (mood.anger >= 60) return Countenance::angry;
    if (mood.anger >= 42) return Countenance::annoyed;
    if (mood.trust < 40) return Countenance::doubtful;
    return mood.trust >= 65 && mood.anger <= 30 ? Countenance::relieved : Countenance::calm;
}

std::string_view word_key(Countenance countenance) {
    switch (countenance) {
        case Countenance::furious:
            return "desktop.face.furious";
        case Countenance::angry:
            return "desktop.face.angry";
        case Countenance::annoyed:
            return "desktop.face.annoyed";
        case Countenance::doubtful:
            return "desktop.face.doubtful";
        case Countenance::calm:
            return "desktop.face.calm";
        case Countenance::relieved:
            return "desktop.face.relieved";
    }
    return "desktop.face.calm";
}

}  // namespace huashu::desktop
