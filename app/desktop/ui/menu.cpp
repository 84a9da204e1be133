#include "desktop/ui/menu.hpp"

#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/layer.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr int most_rows_shown = 11;

void close_menu(Ui& ui, MenuState& menu) {
    menu.owner.clear();
    if (menu.back_to != 0) ui.focus.set(menu.back_to, ui.focus.ring_visible());
}

Box place_list(Ui& ui, Box all, const MenuState& menu, const std::vector<MenuItem>& items, float row) {
    float width = menu.at.w();
    for (const MenuItem& item : items)
        width = std::max(width, text_width(ui, item.label, Type::label) + ui.wide(26) + 3 * ui.px(space::medium));
    width = std::min(width, all.w() - 2 * ui.px(space::large));
    const auto shown = static_cast<float>(std::min<std::size_t>(items.size(), most_rows_shown));
    const float height = std::min(shown * row + 2 * ui.px(space::tight), all.h() - 2 * ui.px(space::large));
    const float x = std::clamp(menu.at.x0, all.x0, std::max(all.x0, all.x1 - width - ui.px(space::small)));
    const bool below = menu.at.y1 + height + ui.px(space::small) < all.y1 || menu.at.y0 < all.y1 / 2;
    const float top = below ? menu.at.y1 + ui.px(2) : menu.at.y0 - height - ui.px(2);
    const float y = std::clamp(top, all.y0, std::max(all.y0, all.y1 - height));
    return {x, y, x + width, y + height};
}

bool list_row(Ui& ui, Box box, const MenuItem& item, bool at_keyboard, bool several) {
    const Theme& t = *ui.theme;
    const bool inside = ui.input.mouse_inside && box.holds(ui.input.mouse_x, ui.input.mouse_y);
    if (at_keyboard || inside) fill(ui, box, with_alpha(t.accent.strong, at_keyboard ? 0.16f : 0.08f), ui.px(6));
    Box inner = box.inset(ui.px(space::medium), 0);
    const float sign = ui.wide(16);
    const Box mark = inner.cut_left(sign).centred(sign, sign);
    if (several) outline(ui, mark, item.on ? t.accent.strong : t.line_strong, ui.px(4), std::max(1.0f, ui.px(1.3f)));
    if (item.on) draw_icon(ui, Icon::check, several ? mark.inset(ui.px(2)) : mark, t.accent.strong);
    inner.cut_left(ui.px(space::small));
    text_in(ui, inner, item.label, Type::label, t.text);
    return inside && ImGui::IsMouseClicked(0);
}

}  // namespace

Response menu_button(Ui& ui, std::string_view id, Box box, std::string_view label, MenuState& menu,
                     std::string_view hint) {
    const Theme& t = *ui.theme;
    const Response r = interact(ui, id, box, {.kind = "menu", .text = label});
    const float radius = ui.px(radius_control);
    fill(ui, box, r.hovered ? mix(t.surface, t.accent.strong, 0.08f) : t.surface, radius);
    outline(ui, box, t.line_strong, radius, std::max(1.0f, ui.scale.screen));
    Box inner = box.inset(ui.px(space::medium), 0);
    const float sign = ui.wide(12);
    draw_icon(ui, Icon::chevron_down, inner.cut_right(sign).centred(sign, sign), t.text_muted);
    inner.cut_right(ui.px(space::tight));
    bool cut = false;
    text_in(ui, inner, ui.text().fitted(label, ui.style(Type::label), inner.w(), cut), Type::label, t.text);
    if (r.focused) focus_ring(ui, box, radius);
    tooltip(ui, r, hint.empty() && cut ? label : hint);
    if (r.clicked) {
        menu.owner = id;
        menu.at = box;
        menu.row = -1;
        menu.back_to = r.id;
        ++menu.opened;
    }
    return r;
}

int menu_layer(Ui& ui, Box all, MenuState& menu, const std::vector<MenuItem>& items, bool several) {
    if (!menu.open()) return -1;
    const auto count = static_cast<int>(items.size());
    if (menu.row < 0) {
        menu.row = 0;
        for (int i = count - 1; i >= 0; --i)
            if (items[static_cast<std::size_t>(i)].on) menu.row = i;
    }
    const float row = ui.scale.leading(Type::label) + ui.px(space::small);
    const Box box = place_list(ui, all, menu, items, row);
    int moved = 0;
    if (ui.take_key(Key::down, {}, true)) moved = 1;
    if (ui.take_key(Key::up, {}, true)) moved = -1;
    if (moved != 0 && count > 0) menu.row = (menu.row + moved + count) % count;
    int picked = ui.take_key(Key::enter) || ui.take_key(Key::space) ? menu.row : -1;
    const bool escaped = ui.take_key(Key::escape) || ui.take_key(Key::tab);

    {
        const Layer layer("##menu", all);
        shadow(ui, box, ui.px(radius_control));
        fill(ui, box, ui.theme->surface, ui.px(radius_control));
        outline(ui, box, ui.theme->line_strong, ui.px(radius_control), std::max(1.0f, ui.scale.screen));
        {
            Scroll list(ui, "menu.list", box.inset(ui.px(space::tight)), 0);
            for (int i = 0; i < count; ++i) {
                const Box each{list.x0, list.y, list.x1 + ui.px(10), list.y + row};
                if (moved != 0 && i == menu.row) list.reveal(each);
                if (list_row(ui, each, items[static_cast<std::size_t>(i)], i == menu.row, several)) picked = i;
                if (ui.tags.recording)
                    tag(ui, "menu." + std::to_string(i), each, "menu_item", items[static_cast<std::size_t>(i)].label);
                list.y += row;
            }
        }
    }
    const bool outside = ImGui::IsMouseClicked(0) && !box.holds(ui.input.mouse_x, ui.input.mouse_y);
    if (escaped || outside || (picked >= 0 && !several)) close_menu(ui, menu);
    return picked < count ? picked : -1;
}

}  // namespace huashu::desktop
