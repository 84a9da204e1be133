#include "desktop/theme/theme.hpp"

#include <algorithm>
#include <cmath>

namespace huashu::desktop {
namespace {

Theme make_light() {
    Theme t;
    t.id = ThemeId::light;
    t.ground = rgb(0xF5F1E8);
    t.rail = rgb(0xECE6D8);
    t.surface = rgb(0xFFFDF8);
    t.sunken = rgb(0xF0EBDF);
    t.line = rgb(0xE2DAC9);
    t.line_strong = rgb(0x9C917E);
    t.text = rgb(0x2A2620);
    t.text_muted = rgb(0x5E564A);
    t.text_faint = rgb(0x6E6557);
    t.shadow = {60, 48, 24, 22};
    t.focus = rgb(0x17594F);
    t.accent = {rgb(0x1C6B5F), rgb(0xDDECE6), rgb(0xFFFFFF)};
    t.good = {rgb(0x3A6E2D), rgb(0xE4EFDB), rgb(0xFFFFFF)};
    t.warn = {rgb(0x85590A), rgb(0xF8ECCD), rgb(0xFFFFFF)};
    t.bad = {rgb(0xA83C26), rgb(0xF9E3DB), rgb(0xFFFFFF)};
    t.info = {rgb(0x35587F), rgb(0xE0E9F2), rgb(0xFFFFFF)};
    t.bubble_owner = rgb(0xFFFDF8);
    t.bubble_staff = rgb(0xDDECE6);
    t.selection = {28, 107, 95, 70};
    return t;
}

Theme make_dark() {
    Theme t;
    t.id = ThemeId::dark;
    t.ground = rgb(0x1B1917);
    t.rail = rgb(0x151311);
    t.surface = rgb(0x26231F);
    t.sunken = rgb(0x1F1C19);
    t.line = rgb(0x3A352E);
    t.line_strong = rgb(0x857B6C);
    t.text = rgb(0xEFE8DB);
    t.text_muted = rgb(0xB9AE9E);
    t.text_faint = rgb(0x9D9282);
    t.shadow = {0, 0, 0, 60};
    t.focus = rgb(0x8FDAC8);
    t.accent = {rgb(0x74C6B3), rgb(0x1F3B35), rgb(0x0F1F1B)};
    t.good = {rgb(0x9CCB86), rgb(0x28361F), rgb(0x131B0E)};
    t.warn = {rgb(0xE3BC68), rgb(0x3C3119), rgb(0x1F1809)};
    t.bad = {rgb(0xF0917A), rgb(0x452720), rgb(0x241009)};
    t.info = {rgb(0x96B9DE), rgb(0x243345), rgb(0x0F1822)};
    t.bubble_owner = rgb(0x2C2824);
    t.bubble_staff = rgb(0x1F3B35);
    t.selection = {116, 198, 179, 80};
    return t;
}

// Black on white with full-strength lines: for tired eyes and poor projectors.
Theme make_contrast() {
    Theme t;
    t.id = ThemeId::contrast;
    t.ground = rgb(0xFFFFFF);
    t.rail = rgb(0xFFFFFF);
    t.surface = rgb(0xFFFFFF);
    t.sunken = rgb(0xFFFFFF);
    t.line = rgb(0x1A1A1A);
    t.line_strong = rgb(0x000000);
    t.text = rgb(0x000000);
    t.text_muted = rgb(0x1F1F1F);
    t.text_faint = rgb(0x333333);
    t.shadow = {0, 0, 0, 0};
    t.focus = rgb(0x0037C8);
    t.accent = {rgb(0x003F38), rgb(0xE3F6F1), rgb(0xFFFFFF)};
    t.good = {rgb(0x0E4A00), rgb(0xE9F7E2), rgb(0xFFFFFF)};
    t.warn = {rgb(0x573600), rgb(0xFFF3D6), rgb(0xFFFFFF)};
    t.bad = {rgb(0x8A0F00), rgb(0xFFEAE5), rgb(0xFFFFFF)};
    t.info = {rgb(0x00316B), rgb(0xE6F0FC), rgb(0xFFFFFF)};
    t.bubble_owner = rgb(0xFFFFFF);
    t.bubble_staff = rgb(0xE3F6F1);
    t.selection = {0, 55, 200, 80};
    t.card_line = 2;
    return t;
}

constexpr std::array<std::string_view, theme_count> theme_names{"light", "dark", "contrast"};

constexpr std::array<TypeStyle, type_count> styles{{
    {Weight::regular, 14, 21},  // caption
    {Weight::regular, 16, 24},  // label
    {Weight::regular, 18, 29},  // body
    {Weight::bold, 18, 29},     // strong
    {Weight::bold, 20, 30},     // lead
    {Weight::bold, 24, 34},     // title
    {Weight::display, 32, 44},  // heading
    {Weight::display, 46, 60},  // display
}};

double luminance(Color c) {
    const auto linear = [](std::uint8_t value) {
        const double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

std::uint8_t blend(std::uint8_t a, std::uint8_t b, float share) {
    return static_cast<std::uint8_t>(std::lround(a + (static_cast<float>(b) - a) * share));
}

}  // namespace

Color with_alpha(Color color, float share) {
    color.a = static_cast<std::uint8_t>(std::lround(color.a * std::clamp(share, 0.0f, 1.0f)));
    return color;
}

Color mix(Color from, Color to, float share) {
    share = std::clamp(share, 0.0f, 1.0f);
    return {blend(from.r, to.r, share), blend(from.g, to.g, share), blend(from.b, to.b, share),
            blend(from.a, to.a, share)};
}

double contrast(Color a, Color b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const Theme& theme(ThemeId id) {
    static const std::array<Theme, theme_count> themes{make_light(), make_dark(), make_contrast()};
    return themes[static_cast<std::size_t>(id)];
}

std::string_view name_of(ThemeId id) { return theme_names[static_cast<std::size_t>(id)]; }

std::optional<ThemeId> parse_theme(std::string_view name) {
    for (std::size_t i = 0; i < theme_names.size(); ++i)
        if (theme_names[i] == name) return static_cast<ThemeId>(i);
    return std::nullopt;
}

const TypeStyle& type_style(Type type) { return styles[static_cast<std::size_t>(type)]; }

int Scale::em(Type type) const { return static_cast<int>(std::lround(type_style(type).em * screen * text)); }
float Scale::leading(Type type) const { return std::round(type_style(type).leading * screen * text); }
float Scale::px(float points) const { return std::round(points * screen * (1 + (text - 1) * 0.5f)); }
float Scale::wide_px(float points) const { return std::round(points * screen * text); }

}  // namespace huashu::desktop
