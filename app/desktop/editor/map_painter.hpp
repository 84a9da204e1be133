// Draws the map of a scenario as far as it can be seen, and knows what lies where.
#pragma once

#include <array>
#include <cmath>

#include "desktop/editor/author_parts.hpp"
#include "desktop/ui/canvas.hpp"

namespace huashu::desktop {

inline constexpr std::array zoom_steps{0.06f, 0.1f,  0.16f, 0.25f, 0.36f, 0.5f, 0.62f,
                                       0.75f, 0.88f, 1.0f,  1.2f,  1.45f, 1.8f};

class MapPainter {
public:
    MapPainter(Ui& ui, Box box, const MapView& view, const AuthorDesk& desk, MapLook& look)
        : ui_(ui), t_(*ui.theme), box_(box), view_(view), desk_(desk), look_(look) {
        scale_ = zoom_steps[static_cast<std::size_t>(look.zoom)] * ui.px(1);
    }

    [[nodiscard]] CanvasPoint on_screen(const app::Spot& spot) const;
    [[nodiscard]] app::Spot on_map(float x, float y) const;
    [[nodiscard]] float scale() const { return scale_; }
    [[nodiscard]] Box box_of_node(const MapNode& node) const;
    [[nodiscard]] int node_at(float x, float y) const;

    void paint(bool has_focus);

private:
    [[nodiscard]] bool seen(const Box& b) const;
    [[nodiscard]] int em(float points) const { return static_cast<int>(std::round(points * scale_ * ui_.scale.text)); }

    void paint_way(const MapWay& way);

    void paint_end(const Box& b, const MapNode& node);

    void paint_node(const MapNode& node, bool has_focus);

    void tag_node(const MapNode& node, const Box& b);

    // How many of the robots came here, as a bar along the lower edge.
    void paint_reach(const Box& b, const MapNode& node, float radius);

    void paint_far(const Box& b, const MapNode& node, const Tone& tone);

    void paint_mark(Box& inner, const MapNode& node, const Tone& tone, bool stage);

    void paint_problems(Box& inner, const MapNode& node);

    void paint_words(Box inner, const MapNode& node);

    Ui& ui_;
    const Theme& t_;
    Box box_;
    const MapView& view_;
    const AuthorDesk& desk_;
    MapLook& look_;
    float scale_ = 1;
};

}  // namespace huashu::desktop
