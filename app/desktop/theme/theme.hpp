// How the program looks, as data: colours, the type scale, spacing. Screens name a role (`text_muted`, `Type::title`),
// never a value, so that light, dark and high contrast are one struct each.
//
// Measures are in points: pixels at 100 % on a plain screen. `Scale` turns them into pixels.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "desktop/fonts/glyphs.hpp"

namespace huashu::desktop {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

/// 0xRRGGBB.
[[nodiscard]] constexpr Color rgb(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value), 255};
}
/// `share` 0..1 of the colour's own opacity.
[[nodiscard]] Color with_alpha(Color color, float share);
/// `share` 0: all `from`; 1: all `to`.
[[nodiscard]] Color mix(Color from, Color to, float share);
/// WCAG 2 contrast, 1..21. Both colours count as opaque.
[[nodiscard]] double contrast(Color a, Color b);

/// A tone is a family of three colours that belong together: text or line, solid ground, pale ground.
struct Tone {
    Color strong;  ///< for text and lines on `soft`, on `surface` and on `ground`
    Color soft;    ///< a pale ground
    Color on;      ///< text on a ground of `strong`
};

enum class ThemeId : std::uint8_t { light, dark, contrast };
inline constexpr std::size_t theme_count = 3;

struct Theme {
    ThemeId id = ThemeId::light;
    Color ground;   ///< behind everything
    Color rail;     ///< the navigation at the side
    Color surface;  ///< cards
    Color sunken;   ///< wells: the editor, tracks of meters
    Color line, line_strong;
    Color text, text_muted, text_faint;
    Color shadow;  ///< below raised cards
    Color focus;   ///< the ring around what has the keyboard
    Tone accent;   ///< the one accent: what to do next
    Tone good, warn, bad, info;
    Color bubble_owner, bubble_staff;
    Color selection;
    float card_line = 1;  ///< points; 0: cards stand out by their ground alone
};

[[nodiscard]] const Theme& theme(ThemeId id);
[[nodiscard]] std::string_view name_of(ThemeId id);
[[nodiscard]] std::optional<ThemeId> parse_theme(std::string_view name);

/// The type scale, small to large.
enum class Type : std::uint8_t { caption, label, body, strong, lead, title, heading, display };
inline constexpr std::size_t type_count = 8;

struct TypeStyle {
    Weight weight = Weight::regular;
    float em = 18;       ///< points
    float leading = 28;  ///< points from one baseline to the next in running text
};
[[nodiscard]] const TypeStyle& type_style(Type type);

/// Spacing, in points. Only these.
namespace space {
inline constexpr float hair = 2, tight = 4, small = 8, medium = 12, large = 16, wide = 24, huge = 40;
}
inline constexpr float radius_card = 14, radius_control = 10, radius_chip = 8;

/// From points to pixels. Text grows with the reader's wish and the screen; room around it half as much.
struct Scale {
    float screen = 1;                                 ///< pixels per point of the screen
    float text = 1;                                   ///< 0.8..2, the reader's wish
    [[nodiscard]] int em(Type type) const;            ///< pixels, whole: sharp characters
    [[nodiscard]] float leading(Type type) const;     ///< pixels, whole
    [[nodiscard]] float px(float points) const;       ///< a distance
    [[nodiscard]] float wide_px(float points) const;  ///< a width that must hold text
    bool operator==(const Scale&) const = default;
};

}  // namespace huashu::desktop
