#include "desktop/editor/map_painter.hpp"

#include <algorithm>
#include <cmath>

#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr int smallest_text_px = 7;

Tone tone_of_rank(const Theme& t, const std::string& rank) {
    if (rank == "best" || rank == "good") return t.good;
    return rank == "mixed" ? t.warn : t.bad;
}

struct WayLook {
    Color color;
    Icon sign = Icon::none;
};

WayLook look_of_way(const Theme& t, app::OutlineWay::Kind kind) {
    switch (kind) {
        case app::OutlineWay::Kind::best:
            return {t.good.strong, Icon::check};
        case app::OutlineWay::Kind::near:
            return {t.warn.strong, Icon::minus};
        case app::OutlineWay::Kind::bad:
            return {t.bad.strong, Icon::cross};
        case app::OutlineWay::Kind::reaction:
            return {t.info.strong, Icon::chat};
        case app::OutlineWay::Kind::next:
            break;
    }
    return {t.line_strong, Icon::none};
}

}  // namespace

CanvasPoint MapPainter::on_screen(const app::Spot& spot) const {
    return {box_.mid_x() + (spot.x - look_.x) * scale_, box_.mid_y() + (spot.y - look_.y) * scale_};
}

app::Spot MapPainter::on_map(float x, float y) const {
    return {(x - box_.mid_x()) / scale_ + look_.x, (y - box_.mid_y()) / scale_ + look_.y};
}

Box MapPainter::box_of_node(const MapNode& node) const {
    const bool end = node.kind == MapNode::Kind::end;
    const float w = (end ? 52.0f : app::map_node_width) * scale_ / 2;
    const float h = (end ? 30.0f : app::map_node_height) * scale_ / 2;
    const CanvasPoint at = on_screen(node.key == look_.dragged && !node.key.empty() ? look_.spot : node.spot);
    return {at.x - w, at.y - h, at.x + w, at.y + h};
}

int MapPainter::node_at(float x, float y) const {
    if (!box_.holds(x, y)) return -1;
    for (std::size_t i = view_.nodes.size(); i-- > 0;)
        if (view_.nodes[i].kind != MapNode::Kind::end && box_of_node(view_.nodes[i]).holds(x, y))
            return static_cast<int>(i);
    return -1;
}

void MapPainter::paint(bool has_focus) {
    for (const MapWay& way : view_.ways) paint_way(way);
    for (const MapNode& node : view_.nodes) paint_node(node, has_focus);
}

bool MapPainter::seen(const Box& b) const {
    return b.x1 > box_.x0 && b.x0 < box_.x1 && b.y1 > box_.y0 && b.y0 < box_.y1;
}

void MapPainter::paint_way(const MapWay& way) {
    const Box a = box_of_node(view_.nodes[way.from]);
    const Box b = box_of_node(view_.nodes[way.to]);
    const float bend = 60 * scale_;
    if (!seen({std::min(a.x0, b.x0) - bend, std::min(a.y0, b.y0), std::max(a.x1, b.x1) + bend, std::max(a.y1, b.y1)}))
        return;
    const WayLook look = look_of_way(t_, way.kind);
    const bool of_selected = view_.nodes[way.from].pointer == desk_.selected;
    const CurveLook line{of_selected && way.kind == app::OutlineWay::Kind::next ? t_.accent.strong : look.color,
                         std::max(1.0f, (of_selected ? 2.4f : 1.6f) * std::min(1.0f, scale_ + 0.3f)), way.guarded};
    const float head = scale_ > 0.2f ? 8 * std::max(0.6f, scale_) : 0;
    CanvasPoint middle;
    if (b.y0 > a.y1 - 1) {  // downwards
        const float pull = std::max(14 * scale_, (b.y0 - a.y1) * 0.5f);
        const float shift = way.guarded ? 22 * scale_ : 0;
        middle = curve({a.mid_x() + shift, a.y1}, {a.mid_x() + shift, a.y1 + pull},
                       {b.mid_x() + shift * 0.6f, b.y0 - pull}, {b.mid_x() + shift * 0.6f, b.y0 - 1}, line, head);
    } else {  // back, or beside: around the right
        const float out = std::max(a.x1, b.x1) + bend;
        middle = curve({a.x1, a.mid_y()}, {out, a.mid_y()}, {out, b.mid_y()}, {b.x1 + 1, b.mid_y()}, line, head);
    }
    if (look.sign == Icon::none || scale_ < 0.45f) return;
    const float r = 8 * scale_;
    circle(ui_, middle.x, middle.y, r, t_.surface);
    ring(ui_, middle.x, middle.y, r, look.color, 1);
    draw_icon(ui_, look.sign, Box{middle.x - r * 0.6f, middle.y - r * 0.6f, middle.x + r * 0.6f, middle.y + r * 0.6f},
              look.color);
}

void MapPainter::paint_end(const Box& b, const MapNode& node) {
    fill(ui_, b, t_.sunken, b.h() / 2);
    outline(ui_, b, t_.line_strong, b.h() / 2);
    if (em(12) >= smallest_text_px) small_text(ui_, b, node.title, em(12), t_.text_muted, false, true);
}

void MapPainter::paint_node(const MapNode& node, bool has_focus) {
    const Box b = box_of_node(node);
    if (!seen(b)) return;
    if (node.kind == MapNode::Kind::end) return paint_end(b, node);
    const bool selected = node.pointer == desk_.selected;
    const bool stage = node.kind == MapNode::Kind::stage;
    const Tone tone = stage ? Tone{t_.accent.strong, t_.surface, t_.accent.on} : tone_of_rank(t_, node.rank);
    const float radius = stage ? 10 * scale_ : b.h() / 2;
    if (scale_ > 0.3f && selected) shadow(ui_, b, radius);
    fill(ui_, b, stage ? t_.surface : tone.soft, radius);
    if (node.reached_per_cent >= 0) paint_reach(b, node, radius);
    if (node.unreached)
        broken_outline(b.inset(1), t_.bad.strong, std::max(1.0f, 1.6f * scale_), std::max(3.0f, 6 * scale_));
    else
        outline(ui_, b,
                selected ? t_.accent.strong
                : stage  ? t_.line_strong
                         : tone.strong,
                radius, selected ? std::max(1.5f, 2.4f * scale_) : 1);
    if (selected && has_focus) focus_ring(ui_, b, radius);
    tag_node(node, b);
    if (em(16) < smallest_text_px) return paint_far(b, node, tone);
    Box inner = b.inset(12 * scale_, 7 * scale_);
    paint_mark(inner, node, tone, stage);
    paint_problems(inner, node);
    paint_words(inner, node);
}

void MapPainter::tag_node(const MapNode& node, const Box& b) {
    if (ui_.tags.recording) tag(ui_, "author.node." + node.key, b, "node", node.title);
}

void MapPainter::paint_reach(const Box& b, const MapNode& node, float radius) {
    const float share = static_cast<float>(node.reached_per_cent) / 100.0f;
    const Color color = node.reached_per_cent == 0 ? t_.bad.strong : t_.info.strong;
    fill(ui_, b, with_alpha(color, 0.06f + 0.20f * share), radius);
    fill(ui_, Box{b.x0 + radius, b.y1 - 4 * scale_, b.x0 + radius + (b.w() - 2 * radius) * share, b.y1 - scale_}, color,
         scale_);
}

void MapPainter::paint_far(const Box& b, const MapNode& node, const Tone& tone) {
    const Color color = node.errors > 0 ? t_.bad.strong : node.warnings > 0 ? t_.warn.strong : tone.strong;
    fill(ui_, b.inset(b.w() * 0.12f, b.h() * 0.3f), with_alpha(color, 0.55f), 1);
}

void MapPainter::paint_mark(Box& inner, const MapNode& node, const Tone& tone, bool stage) {
    const float disc = 13 * scale_;
    const Box mark = inner.cut_left(2 * disc);
    if (stage) {
        circle(ui_, mark.mid_x(), mark.mid_y(), disc, t_.accent.soft);
        small_text(ui_, mark, node.mark, em(14), t_.accent.strong, true, true);
    } else {
        draw_icon(ui_, node.any_time ? Icon::door : Icon::flag, mark.centred(disc * 1.5f, disc * 1.5f), tone.strong);
    }
    inner.cut_left(9 * scale_);
}

void MapPainter::paint_problems(Box& inner, const MapNode& node) {
    if (node.errors + node.warnings == 0) return;
    const Tone& tone = node.errors > 0 ? t_.bad : t_.warn;
    const float r = 9 * scale_;
    const Box at = inner.cut_right(2 * r);
    circle(ui_, at.mid_x(), at.mid_y(), r, tone.strong);
    small_text(ui_, at, std::to_string(std::min(99, node.errors > 0 ? node.errors : node.warnings)), em(11), tone.on,
               true, true);
    inner.cut_right(4 * scale_);
}

void MapPainter::paint_words(Box inner, const MapNode& node) {
    const std::string& second = node.reached.empty() ? node.id : node.reached;
    const bool two_rows = em(12.5f) >= smallest_text_px;
    Box first = two_rows ? inner.cut_top(inner.h() * 0.56f) : inner;
    if (node.start) {
        const float side = 11 * scale_;
        draw_icon(ui_, Icon::play, first.cut_left(side).centred(side, side), t_.accent.strong);
        first.cut_left(5 * scale_);
    }
    small_text(ui_, first, node.title, em(16), t_.text, true);
    if (!two_rows) return;
    const float side = 10 * scale_;
    if (node.unreached) {
        draw_icon(ui_, Icon::warning, inner.cut_left(side).centred(side, side), t_.bad.strong);
        inner.cut_left(4 * scale_);
    }
    small_text(ui_, inner, second, em(12.5f), node.unreached ? t_.bad.strong : t_.text_muted);
}

}  // namespace huashu::desktop
