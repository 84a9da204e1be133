// The map: zoom and pan, nodes that can be put elsewhere, and a small map of the whole when it does not fit.
#include <algorithm>
#include <cmath>

#include "desktop/editor/map_painter.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr float drag_begins_px = 4;

void fit_map(Ui& ui, Box box, const MapView& view, MapLook& look) {
    const float room = ui.px(28);
    const float w = std::max(1.0f, view.right - view.left);
    const float h = std::max(1.0f, view.bottom - view.top);
    look.zoom = 0;
    for (int i = 0; i < static_cast<int>(zoom_steps.size()) && zoom_steps[static_cast<std::size_t>(i)] <= 1; ++i) {
        const float scale = zoom_steps[static_cast<std::size_t>(i)] * ui.px(1);
        if (w * scale + room <= box.w() && h * scale + room <= box.h()) look.zoom = i;
    }
    look.x = (view.left + view.right) / 2;
    look.y = (view.top + view.bottom) / 2;
    // What does not fit even so begins at its top, at a size that can be read.
    const int readable = 5;
    if (look.zoom < readable && view.nodes.size() < 60) {
        look.zoom = readable;
        const float scale = zoom_steps[static_cast<std::size_t>(look.zoom)] * ui.px(1);
        if (h * scale > box.h()) look.y = view.top + box.h() / scale / 2 - room / scale / 2;
    }
}

const MapNode* node_of(const MapView& view, const std::string& pointer) {
    const auto found =
        std::find_if(view.nodes.begin(), view.nodes.end(), [&](const MapNode& n) { return n.pointer == pointer; });
    return found == view.nodes.end() ? nullptr : &*found;
}

// The node that lies nearest in that direction.
void walk_map(const MapView& view, const AuthorDesk& desk, float dx, float dy, AuthorWishes& out) {
    const MapNode* from = node_of(view, desk.selected);
    const MapNode* best = nullptr;
    float best_cost = 1e9f;
    for (const MapNode& node : view.nodes) {
        if (from == nullptr || &node == from || node.kind == MapNode::Kind::end) continue;
        const float along = (node.spot.x - from->spot.x) * dx + (node.spot.y - from->spot.y) * dy;
        const float aside = std::abs((node.spot.x - from->spot.x) * dy) + std::abs((node.spot.y - from->spot.y) * dx);
        if (along > 1 && along + 2 * aside < best_cost) {
            best = &node;
            best_cost = along + 2 * aside;
        }
    }
    if (best != nullptr) ask(out, wish::Select{best->pointer});
}

void zoom_map(MapLook& look, const MapPainter& painter, Box box, int steps, float x, float y) {
    const app::Spot before = painter.on_map(x, y);
    const float old = zoom_steps[static_cast<std::size_t>(look.zoom)];
    look.zoom = std::clamp(look.zoom + steps, 0, static_cast<int>(zoom_steps.size()) - 1);
    const float scale = painter.scale() * zoom_steps[static_cast<std::size_t>(look.zoom)] / old;
    look.x = before.x - (x - box.mid_x()) / scale;
    look.y = before.y - (y - box.mid_y()) / scale;
}

void take_map_mouse(Ui& ui, Box box, const Response& r, const MapView& view, const MapPainter& painter, MapLook& look,
                    AuthorWishes& out) {
    const float x = ui.input.mouse_x;
    const float y = ui.input.mouse_y;
    if (r.hovered && ui.input.wheel_y != 0) zoom_map(look, painter, box, ui.input.wheel_y > 0 ? 1 : -1, x, y);
    const bool down = ui.input.down[0] && ui.blocked == 0;
    if (r.held && !look.panning && look.dragged.empty()) {
        const int node = painter.node_at(x, y);
        look.moved = false;
        if (node >= 0) {
            look.dragged = view.nodes[static_cast<std::size_t>(node)].key;
            look.spot = view.nodes[static_cast<std::size_t>(node)].spot;
            ask(out, wish::Select{view.nodes[static_cast<std::size_t>(node)].pointer});
        } else {
            look.panning = true;
        }
        look.last_x = x;
        look.last_y = y;
        return;
    }
    if (!down) {
        if (!look.dragged.empty() && look.moved) ask(out, wish::MoveNode{look.dragged, look.spot});
        look.dragged.clear();
        look.panning = false;
        return;
    }
    const float dx = x - look.last_x;
    const float dy = y - look.last_y;
    if (!look.moved && std::abs(dx) + std::abs(dy) < drag_begins_px) return;
    look.moved = true;
    look.last_x = x;
    look.last_y = y;
    if (look.panning) {
        look.x -= dx / painter.scale();
        look.y -= dy / painter.scale();
    } else if (!look.dragged.empty()) {
        look.spot.x += dx / painter.scale();
        look.spot.y += dy / painter.scale();
    }
}

// The whole in a corner, with a frame around what is seen; a click goes there.
void minimap_ui(Ui& ui, Box box, const MapView& view, const MapPainter& painter, MapLook& look) {
    const float w = std::max(1.0f, view.right - view.left);
    const float h = std::max(1.0f, view.bottom - view.top);
    if (w * painter.scale() <= box.w() + 2 && h * painter.scale() <= box.h() + 2) return;
    const float scale = std::min(ui.px(104) / w, ui.px(124) / h);
    const float pad = ui.px(6);
    const Box frame{box.x1 - w * scale - 3 * pad, box.y0 + pad, box.x1 - pad, box.y0 + h * scale + 3 * pad};
    const Response r = interact(ui, "author.minimap", frame, {.kind = "minimap", .takes_focus = false});
    fill(ui, frame, with_alpha(ui.theme->surface, 0.94f), ui.px(8));
    outline(ui, frame, ui.theme->line_strong, ui.px(8));
    const auto place = [&](float x, float y) {
        return CanvasPoint{frame.x0 + pad + (x - view.left) * scale, frame.y0 + pad + (y - view.top) * scale};
    };
    for (const MapNode& node : view.nodes) {
        const CanvasPoint at = place(node.spot.x, node.spot.y);
        const float half_w = std::max(1.0f, app::map_node_width * scale / 2);
        const float half_h = std::max(1.0f, app::map_node_height * scale / 2);
        const Color color = node.unreached || node.errors > 0 ? ui.theme->bad.strong : ui.theme->text_faint;
        fill(ui, Box{at.x - half_w, at.y - half_h, at.x + half_w, at.y + half_h}, color);
    }
    const app::Spot low = painter.on_map(box.x0, box.y0);
    const app::Spot high = painter.on_map(box.x1, box.y1);
    const CanvasPoint a = place(std::max(low.x, view.left), std::max(low.y, view.top));
    const CanvasPoint b = place(std::min(high.x, view.right), std::min(high.y, view.bottom));
    if (b.x > a.x && b.y > a.y) outline(ui, Box{a.x, a.y, b.x, b.y}, ui.theme->accent.strong, 2, ui.px(1.5f));
    if (r.held) {
        look.x = (ui.input.mouse_x - frame.x0 - pad) / scale + view.left;
        look.y = (ui.input.mouse_y - frame.y0 - pad) / scale + view.top;
    }
}

void map_tools_ui(Ui& ui, Box box, const MapView& view, const MapPainter& painter, const AuthorDesk& desk,
                  const Speech& speech, MapLook& look, AuthorWishes& out) {
    const float side = ui.wide(34);
    const float pad = ui.px(8);
    Box bar{box.x0 + pad, box.y1 - pad - side, box.x0 + pad + 4 * side + 2 * pad, box.y1 - pad};
    if (desk.by_hand.empty()) bar.x1 -= side;
    fill(ui, bar, with_alpha(ui.theme->surface, 0.94f), ui.px(radius_control));
    outline(ui, bar, ui.theme->line, ui.px(radius_control));
    Box row = bar.inset(ui.px(4), 0);
    const auto words = [&](const char* key) -> const std::string& { return speech.words(key); };
    if (icon_button(ui, "author.zoom.in", row.cut_left(side), Icon::plus, words("desktop.author.zoom_in")))
        zoom_map(look, painter, box, 1, box.mid_x(), box.mid_y());
    if (icon_button(ui, "author.zoom.out", row.cut_left(side), Icon::minus, words("desktop.author.zoom_out")))
        zoom_map(look, painter, box, -1, box.mid_x(), box.mid_y());
    if (icon_button(ui, "author.zoom.fit", row.cut_left(side), Icon::search, words("desktop.author.zoom_fit")))
        fit_map(ui, box, view, look);
    if (!desk.by_hand.empty() &&
        icon_button(ui, "author.map.forget", row.cut_left(side), Icon::again, words("desktop.author.forget_places")))
        ask(out, wish::ForgetPlaces{});
}

}  // namespace

void map_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const MapView& view = *own.map_view.view;
    MapLook& look = own.map;
    fill(ui, box, mix(ui.theme->ground, ui.theme->sunken, 0.5f));
    const bool other_size = look.seen_w != box.w() || look.seen_h != box.h();
    look.seen_w = box.w();
    look.seen_h = box.h();
    if (desk.planned && (look.zoom < 0 || (other_size && !look.moved))) fit_map(ui, box, view, look);
    if (!desk.planned) {
        text_in(ui, box, speech.words("desktop.author.map_coming"), Type::label, ui.theme->text_faint, Align::centre);
        return;
    }
    const CanvasClip clip(box);
    MapPainter painter(ui, box, view, desk, look);
    painter.paint(ui.focus.has(look.id) && ui.focus.ring_visible());
    // What lies on the map is asked first: the mouse belongs to the first that wants it.
    minimap_ui(ui, box, view, painter, look);
    map_tools_ui(ui, box, view, painter, desk, speech, look, out);
    const Response r = interact(ui, "author.map", box, {.kind = "map", .text = desk.outline.title});
    look.id = r.id;
    if (ui.focus.has(r.id) && ui.blocked == 0) {
        if (ui.take_key(Key::up, {}, true)) walk_map(view, desk, 0, -1, out);
        if (ui.take_key(Key::down, {}, true)) walk_map(view, desk, 0, 1, out);
        if (ui.take_key(Key::left, {}, true)) walk_map(view, desk, -1, 0, out);
        if (ui.take_key(Key::right, {}, true)) walk_map(view, desk, 1, 0, out);
        if (ui.take_key(Key::equal)) zoom_map(look, painter, box, 1, box.mid_x(), box.mid_y());
        if (ui.take_key(Key::minus)) zoom_map(look, painter, box, -1, box.mid_x(), box.mid_y());
    }
    take_map_mouse(ui, box, r, view, painter, look, out);
}

}  // namespace huashu::desktop
