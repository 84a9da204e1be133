#include "desktop/ui/stepper.hpp"

#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

int by_keys(Ui& ui, const StepperSpec& spec) {
    int to = spec.value;
    if (ui.take_key(Key::right, {}, true) || ui.take_key(Key::equal, {}, true)) ++to;
    if (ui.take_key(Key::left, {}, true) || ui.take_key(Key::minus, {}, true)) --to;
    if (ui.take_key(Key::right, {.shift = true}, true)) to += 10;
    if (ui.take_key(Key::left, {.shift = true}, true)) to -= 10;
    return to;
}

}  // namespace

int stepper_ui(Ui& ui, std::string_view id, Box box, const StepperSpec& spec) {
    const Theme& t = *ui.theme;
    const float radius = ui.px(radius_control), side = std::min(box.h(), ui.wide(30));
    fill(ui, box, t.surface, radius);
    outline(ui, box, t.line_strong, radius, std::max(1.0f, ui.scale.screen));
    const std::string shown = spec.shown.empty() ? std::to_string(spec.value) : spec.shown;
    const Response r = interact(ui, id, box, {.kind = "number", .text = shown, .enabled = spec.enabled});
    int to = spec.value;
    if (spec.enabled && ui.focus.has(r.id) && ui.blocked == 0) to = by_keys(ui, spec);
    Box inner = box;
    const Box less = inner.cut_left(side), more = inner.cut_right(side);
    const auto sign_color = [&](bool possible) { return spec.enabled && possible ? t.text_muted : t.line; };
    draw_icon(ui, Icon::minus, less.inset(side * 0.3f, (box.h() - side * 0.4f) / 2), sign_color(spec.value > spec.low));
    draw_icon(ui, Icon::plus, more.inset(side * 0.3f, (box.h() - side * 0.4f) / 2), sign_color(spec.value < spec.high));
    text_in(ui, inner, shown, Type::label, spec.enabled ? t.text : t.text_faint, Align::centre);
    if (r.focused) focus_ring(ui, box, radius);
    if (r.clicked && spec.enabled && ui.input.mouse_inside) {
        if (less.holds(ui.input.mouse_x, ui.input.mouse_y)) to -= spec.step;
        if (more.holds(ui.input.mouse_x, ui.input.mouse_y)) to += spec.step;
    }
    return std::clamp(to, spec.low, spec.high);
}

}  // namespace huashu::desktop
