#include "desktop/ui/widgets.hpp"

#include <cmath>

namespace huashu::desktop {
namespace {

struct Look {
    Color ground, text, border;
};

Look look_of(const Theme& t, ButtonLook look, bool hovered, bool held, bool enabled) {
    Look out;
    switch (look) {
        case ButtonLook::primary:
            out = {t.accent.strong, t.accent.on, t.accent.strong};
            break;
        case ButtonLook::danger:
            out = {t.bad.soft, t.bad.strong, t.bad.strong};
            break;
        case ButtonLook::plain:
            out = {t.surface, t.text, t.line_strong};
            break;
        case ButtonLook::quiet:
            out = {with_alpha(t.text, 0), t.text, with_alpha(t.text, 0)};
            break;
    }
    if (!enabled) return {t.sunken, t.text_faint, t.line};
    const Color pressed = look == ButtonLook::primary ? t.text : t.accent.strong;
    const float share = held ? 0.22f : hovered ? 0.10f : 0.0f;
    if (look == ButtonLook::quiet) {
        out.ground = with_alpha(t.accent.strong, share);
    } else {
        out.ground = mix(out.ground, pressed, share);
    }
    return out;
}

float icon_size(Ui& ui) { return std::round(static_cast<float>(ui.scale.em(Type::label)) * 1.15f); }

}  // namespace

Tone plain_tone(const Theme& t) { return {t.text_muted, t.sunken, t.surface}; }

float control_height(Ui& ui) { return ui.scale.leading(Type::body) + ui.px(space::medium); }

float button_width(Ui& ui, std::string_view label, const ButtonSpec& spec) {
    float width = text_width(ui, label, Type::body) + 2 * ui.px(space::large);
    if (spec.icon != Icon::none) width += icon_size(ui) + ui.px(space::small);
    if (!spec.shortcut.empty()) width += keycap_width(ui, spec.shortcut) + ui.px(space::medium);
    return std::ceil(width);
}

Response button(Ui& ui, std::string_view id, Box box, std::string_view label, const ButtonSpec& spec) {
    const Response r = interact(ui, id, box, {.kind = "button", .text = label, .enabled = spec.enabled});
    const Look look = look_of(*ui.theme, spec.look, r.hovered, r.held, spec.enabled);
    const float radius = ui.px(radius_control);
    fill(ui, box, look.ground, radius);
    if (look.border.a > 0) outline(ui, box, look.border, radius, std::max(1.0f, ui.scale.screen));
    Box inner = box.inset(ui.px(space::large), 0);
    if (!spec.shortcut.empty()) {
        const float width = keycap_width(ui, spec.shortcut);
        keycap(ui, inner.x1 - width, box.mid_y(), spec.shortcut);
        inner.x1 -= width + ui.px(space::medium);
    }
    const float icon = spec.icon == Icon::none ? 0 : icon_size(ui) + ui.px(space::small);
    const float words = std::min(text_width(ui, label, Type::body), inner.w() - icon);
    Box content = inner.centred(words + icon, box.h());
    if (icon > 0)
        draw_icon(
            ui, spec.icon,
            content.cut_left(icon).inset(0, 0).moved(-ui.px(space::tight), 0).centred(icon_size(ui), icon_size(ui)),
            look.text);
    text_in(ui, content, label, Type::body, look.text);
    if (r.focused) focus_ring(ui, box, radius);
    tooltip(ui, r, spec.hint);
    return r;
}

Response icon_button(Ui& ui, std::string_view id, Box box, Icon icon, std::string_view hint, bool enabled) {
    const Response r = interact(ui, id, box, {.kind = "button", .text = hint, .enabled = enabled});
    const Look look = look_of(*ui.theme, ButtonLook::quiet, r.hovered, r.held, true);
    fill(ui, box, look.ground, ui.px(radius_control));
    draw_icon(ui, icon, box.centred(icon_size(ui), icon_size(ui)), enabled ? ui.theme->text : ui.theme->text_faint);
    if (r.focused) focus_ring(ui, box, ui.px(radius_control));
    tooltip(ui, r, hint);
    return r;
}

float chip_height(Ui& ui) { return ui.scale.leading(Type::caption) + ui.px(space::tight); }

float chip_width(Ui& ui, std::string_view label, Icon icon) {
    const float sign = icon == Icon::none ? 0 : static_cast<float>(ui.scale.em(Type::caption)) + ui.px(space::tight);
    return std::ceil(text_width(ui, label, Type::caption) + sign + 2 * ui.px(space::small));
}

float chip(Ui& ui, float x, float y, std::string_view label, const ChipSpec& spec) {
    const float width = chip_width(ui, label, spec.icon);
    const Box box{x, y, x + width, y + chip_height(ui)};
    fill(ui, box, spec.tone.soft, ui.px(radius_chip));
    if (ui.theme->id == ThemeId::contrast) outline(ui, box, spec.tone.strong, ui.px(radius_chip));
    Box inner = box.inset(ui.px(space::small), 0);
    if (spec.icon != Icon::none) {
        const auto size = static_cast<float>(ui.scale.em(Type::caption));
        draw_icon(ui, spec.icon, inner.cut_left(size).centred(size, size), spec.tone.strong);
        inner.cut_left(ui.px(space::tight));
    }
    text_in(ui, inner, label, Type::caption, spec.tone.strong);
    return width;
}

float filter_chip_width(Ui& ui, std::string_view label, bool on) {
    const float sign = on ? static_cast<float>(ui.scale.em(Type::caption)) + ui.px(space::tight) : 0;
    return std::ceil(text_width(ui, label, Type::label) + sign + 2 * ui.px(space::medium));
}

Response filter_chip(Ui& ui, std::string_view id, Box box, std::string_view label, bool on) {
    const Response r = interact(ui, id, box, {.kind = "filter", .text = label, .selected = on});
    const Theme& t = *ui.theme;
    const float radius = box.h() / 2;
    fill(ui, box, on ? t.accent.strong : r.hovered ? mix(t.surface, t.accent.strong, 0.1f) : t.surface, radius);
    outline(ui, box, on ? t.accent.strong : t.line_strong, radius, std::max(1.0f, ui.scale.screen));
    Box inner = box.inset(ui.px(space::medium), 0);
    if (on) {
        const auto sign = static_cast<float>(ui.scale.em(Type::caption));
        draw_icon(ui, Icon::check, inner.cut_left(sign).centred(sign, sign), t.accent.on);
        inner.cut_left(ui.px(space::tight));
    }
    text_in(ui, inner, label, Type::label, on ? t.accent.on : t.text, Align::centre);
    if (r.focused) focus_ring(ui, box, radius);
    return r;
}

int segmented(Ui& ui, std::string_view id, Box box, const std::vector<std::string>& labels, int selected) {
    const Theme& t = *ui.theme;
    const float radius = ui.px(radius_control);
    fill(ui, box, t.sunken, radius);
    outline(ui, box, t.line_strong, radius, std::max(1.0f, ui.scale.screen));
    int picked = -1;
    const float each = box.w() / static_cast<float>(std::max<std::size_t>(1, labels.size()));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Box cell{box.x0 + each * static_cast<float>(i), box.y0, box.x0 + each * static_cast<float>(i + 1),
                       box.y1};
        const bool on = static_cast<int>(i) == selected;
        const std::string cell_id = std::string(id) + "." + std::to_string(i);
        const Response r = interact(ui, cell_id, cell, {.kind = "option", .text = labels[i], .selected = on});
        const Box inner = cell.inset(ui.px(3));
        if (on)
            fill(ui, inner, t.accent.strong, radius - ui.px(3));
        else if (r.hovered)
            fill(ui, inner, with_alpha(t.accent.strong, 0.1f), radius - ui.px(3));
        text_in(ui, inner.inset(ui.px(space::tight), 0), labels[i], Type::label, on ? t.accent.on : t.text,
                Align::centre);
        if (r.focused) focus_ring(ui, cell, radius);
        if (r.clicked) picked = static_cast<int>(i);
    }
    return picked;
}

float meter(Ui& ui, std::string_view id, float x, float y, float width_px, const MeterSpec& spec) {
    const Theme& t = *ui.theme;
    const bool bad = spec.high_is_good ? spec.value < 34 : spec.value > 66;
    const bool good = spec.high_is_good ? spec.value > 66 : spec.value < 34;
    const Tone& tone = bad ? t.bad : good ? t.good : t.warn;
    const float row = ui.scale.leading(Type::label);
    Box words{x, y, x + width_px, y + row};
    const float figure = text_width(ui, "100", Type::strong);
    text_in(ui, words.cut_right(figure), std::to_string(spec.value), Type::strong, t.text, Align::right);
    if (spec.change != 0) {
        const bool better = (spec.change > 0) == spec.high_is_good;
        const std::string change = (spec.change > 0 ? "+" : "−") + std::to_string(std::abs(spec.change));
        const float width = text_width(ui, change, Type::label) + ui.px(space::small);
        text_in(ui, words.cut_right(width), change, Type::label, better ? t.good.strong : t.bad.strong);
        const auto size = static_cast<float>(ui.scale.em(Type::caption));
        draw_icon(ui, spec.change > 0 ? Icon::up : Icon::down, words.cut_right(size).centred(size, size),
                  better ? t.good.strong : t.bad.strong);
    }
    text_in(ui, words, spec.label, Type::label, t.text_muted);
    const float top = y + row + ui.px(space::hair);
    const float height = ui.px(8);
    const Box track{x, top, x + width_px, top + height};
    fill(ui, track, t.sunken, height / 2);
    outline(ui, track, t.line, height / 2);
    const float filled = width_px * static_cast<float>(spec.value) / 100.0f;
    if (filled >= 1) fill(ui, Box{x, top, x + std::max(filled, height), top + height}, tone.strong, height / 2);
    tag(ui, id, Box{x, y, x + width_px, track.y1}, "meter", std::to_string(spec.value));
    return track.y1 - y;
}

float difficulty_dots(Ui& ui, float x, float y_mid, int level, Color color) {
    const float radius = ui.px(3.2f);
    const float pitch = ui.px(11);
    for (int i = 0; i < 5; ++i) {
        const float at = x + radius + pitch * static_cast<float>(i);
        if (i < level)
            circle(ui, at, y_mid, radius, color);
        else
            ring(ui, at, y_mid, radius - 0.5f, color, std::max(1.0f, ui.scale.screen));
    }
    return pitch * 4 + 2 * radius;
}

void score_ring(Ui& ui, Box box, int score, const Tone& tone, Type figure) {
    const float thick = std::max(3.0f, box.w() * 0.085f);
    const float radius = std::min(box.w(), box.h()) / 2 - thick / 2;
    const bool plain = ui.theme->id == ThemeId::contrast;  // there a full line would look like a full ring
    ring(ui, box.mid_x(), box.mid_y(), radius, plain ? mix(ui.theme->surface, ui.theme->line, 0.2f) : ui.theme->line,
         thick);
    arc(ui, box.mid_x(), box.mid_y(), radius, static_cast<float>(score) / 100.0f, tone.strong, thick);
    text_in(ui, box, std::to_string(score), figure, ui.theme->text, Align::centre);
}

float keycap_width(Ui& ui, std::string_view label) {
    return std::ceil(std::max(text_width(ui, label, Type::caption) + 2 * ui.px(6), ui.scale.leading(Type::caption)));
}

float keycap(Ui& ui, float x, float y_mid, std::string_view label) {
    const float width = keycap_width(ui, label);
    const float half = std::round(ui.scale.leading(Type::caption) / 2) + 1;
    const Box box{x, y_mid - half, x + width, y_mid + half};
    fill(ui, Box{box.x0, box.y0 + 1, box.x1, box.y1 + ui.px(2)}, ui.theme->line_strong, ui.px(5));
    fill(ui, box, ui.theme->surface, ui.px(5));
    outline(ui, box, ui.theme->line_strong, ui.px(5));
    text_in(ui, box, label, Type::caption, ui.theme->text, Align::centre);
    return width;
}

void empty_state(Ui& ui, Box box, Icon icon, std::string_view heading, std::string_view text) {
    const float width = std::min(box.w() - 2 * ui.px(space::large), ui.wide(420));
    const float body = paragraph_height(ui, width, text, Type::body);
    const float sign = ui.px(56);
    const float height = sign + ui.px(space::large) + ui.scale.leading(Type::title) + ui.px(space::small) + body;
    Box column = box.centred(width, height);
    draw_icon(ui, icon, column.cut_top(sign).centred(sign, sign), ui.theme->line_strong);
    column.cut_top(ui.px(space::large));
    text_in(ui, column.cut_top(ui.scale.leading(Type::title)), heading, Type::title, ui.theme->text, Align::centre);
    column.cut_top(ui.px(space::small));
    const float used = std::min(width, text_width(ui, text, Type::body) + 1);  // one row stands in the middle too
    paragraph(ui, column.mid_x() - used / 2, column.y0, used, text, Type::body, ui.theme->text_muted);
    tag(ui, "empty", column, "empty", heading);
}

}  // namespace huashu::desktop
