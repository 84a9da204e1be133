#include "desktop/ui/icons.hpp"

#include <cmath>
#include <initializer_list>

#include "desktop/ui/imgui_bridge.hpp"

namespace huashu::desktop {
namespace {

// A pen on a 24 × 24 grid with round ends.
class Pen {
public:
    Pen(Box box, Color color)
        : unit_(std::min(box.w(), box.h()) / 24),
          x_(box.mid_x() - 12 * unit_),
          y_(box.mid_y() - 12 * unit_),
          color_(packed(color)),
          thick_(std::max(1.2f, 2 * unit_)) {}

    using Points = std::initializer_list<ImVec2>;
    void path(Points points, bool closed = false) const {
        ImDrawList& list = canvas();
        for (const ImVec2 p : points) list.PathLineTo(at(p));
        list.PathStroke(color_, closed ? ImDrawFlags_Closed : 0, thick_);
        if (closed) return;
        dot(*points.begin());
        dot(*(points.end() - 1));
    }
    void solid(Points points) const {
        ImDrawList& list = canvas();
        for (const ImVec2 p : points) list.PathLineTo(at(p));
        list.PathFillConvex(color_);
    }
    void circle(float x, float y, float r) const { canvas().AddCircle(at({x, y}), r * unit_, color_, 0, thick_); }
    void disc(float x, float y, float r) const { canvas().AddCircleFilled(at({x, y}), r * unit_, color_); }
    void rect(float x0, float y0, float x1, float y1, float r) const {
        canvas().AddRect(at({x0, y0}), at({x1, y1}), color_, r * unit_, 0, thick_);
    }
    // Degrees, 0 to the right, clockwise.
    void arc(float x, float y, float r, float from, float to) const {
        constexpr float degree = 0.01745329f;
        ImDrawList& list = canvas();
        list.PathArcTo(at({x, y}), r * unit_, from * degree, to * degree, 24);
        list.PathStroke(color_, 0, thick_);
    }
    void dot(ImVec2 p) const { canvas().AddCircleFilled(at(p), thick_ / 2, color_, 8); }

private:
    ImVec2 at(ImVec2 p) const { return {x_ + p.x * unit_, y_ + p.y * unit_}; }
    float unit_, x_, y_;
    ImU32 color_;
    float thick_;
};

void gear(const Pen& pen) {
    pen.circle(12, 12, 3.2f);
    for (int i = 0; i < 8; ++i) {
        const float a = static_cast<float>(i) * 0.7853982f;
        const float c = std::cos(a);
        const float s = std::sin(a);
        pen.path({{12 + 6.4f * c, 12 + 6.4f * s}, {12 + 9 * c, 12 + 9 * s}});
    }
    pen.circle(12, 12, 6.4f);
}

void star(const Pen& pen) {
    ImVec2 p[10];
    for (int i = 0; i < 10; ++i) {
        const float a = static_cast<float>(i) * 0.6283185f - 1.5707963f;
        const float r = i % 2 == 0 ? 9.5f : 4.2f;
        p[i] = {12 + r * std::cos(a), 12.8f + r * std::sin(a)};
    }
    pen.path({p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]}, true);
}

void draw_channel(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::desk:
            pen.path({{3, 11}, {21, 11}});
            pen.path({{5, 11}, {5, 20}, {19, 20}, {19, 11}});
            pen.circle(12, 6, 2.6f);
            break;
        case Icon::phone:
            pen.rect(7, 2.5f, 17, 21.5f, 2.5f);
            pen.path({{10.5f, 18.2f}, {13.5f, 18.2f}});
            break;
        case Icon::chat:
            pen.path({{4, 5}, {20, 5}, {20, 16}, {11, 16}, {6.5f, 20}, {6.5f, 16}, {4, 16}}, true);
            pen.path({{8, 9}, {16, 9}});
            pen.path({{8, 12.4f}, {13, 12.4f}});
            break;
        default:
            pen.path({{6, 21}, {6, 3}, {18, 3}, {18, 21}});
            pen.path({{3, 21}, {21, 21}});
            pen.disc(14.6f, 12.4f, 1.2f);
            break;
    }
}

void draw_family(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::service:
            pen.circle(12, 8, 3.6f);
            pen.arc(12, 20.5f, 7.5f, 180, 360);
            break;
        case Icon::facility:
            pen.path({{4, 21}, {4, 9}, {12, 3.5f}, {20, 9}, {20, 21}}, true);
            pen.path({{9.5f, 21}, {9.5f, 14}, {14.5f, 14}, {14.5f, 21}});
            break;
        default:
            pen.path({{12, 3}, {20, 6}, {19, 13.5f}, {16.5f, 18}, {12, 21}, {7.5f, 18}, {5, 13.5f}, {4, 6}}, true);
            pen.path({{8.5f, 11.8f}, {11.2f, 14.4f}, {15.6f, 9.6f}});
            break;
    }
}

void draw_sign(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::check:
            pen.path({{4.5f, 12.8f}, {9.8f, 18}, {19.5f, 6.8f}});
            break;
        case Icon::cross:
            pen.path({{6, 6}, {18, 18}});
            pen.path({{18, 6}, {6, 18}});
            break;
        case Icon::warning:
            pen.path({{12, 3.5f}, {21.5f, 20}, {2.5f, 20}}, true);
            pen.path({{12, 9.5f}, {12, 14}});
            pen.disc(12, 17, 1.2f);
            break;
        case Icon::info:
            pen.circle(12, 12, 9);
            pen.path({{12, 11}, {12, 16.6f}});
            pen.disc(12, 7.6f, 1.3f);
            break;
        case Icon::flag:
            pen.path({{5.5f, 21}, {5.5f, 3.5f}});
            pen.path({{5.5f, 4.5f}, {18.5f, 4.5f}, {15.5f, 8.8f}, {18.5f, 13}, {5.5f, 13}});
            break;
        case Icon::fact:
            pen.rect(5, 3.5f, 19, 20.5f, 2);
            pen.path({{8.5f, 8.5f}, {15.5f, 8.5f}});
            pen.path({{8.5f, 12.2f}, {15.5f, 12.2f}});
            pen.path({{8.5f, 15.9f}, {12.5f, 15.9f}});
            break;
        case Icon::unknown_fact:
            pen.circle(12, 12, 9);
            pen.arc(12, 9.7f, 2.9f, 180, 405);
            pen.path({{13.7f, 12}, {12, 14}});
            pen.disc(12, 17.2f, 1.2f);
            break;
        case Icon::clock:
            pen.circle(12, 12, 9);
            pen.path({{12, 6.8f}, {12, 12.3f}, {15.8f, 14.4f}});
            break;
        case Icon::star:
            star(pen);
            break;
        case Icon::hint:
            pen.arc(12, 9.8f, 6.2f, 130, 410);
            pen.path({{8.2f, 14.6f}, {9.4f, 17.4f}, {14.6f, 17.4f}, {15.8f, 14.6f}});
            pen.path({{10, 20.8f}, {14, 20.8f}});
            break;
        default:
            break;
    }
}

void draw_arrow(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::back:
            pen.path({{20, 12}, {4.5f, 12}});
            pen.path({{10.5f, 5.5f}, {4, 12}, {10.5f, 18.5f}});
            break;
        case Icon::forward:
            pen.path({{4, 12}, {19.5f, 12}});
            pen.path({{13.5f, 5.5f}, {20, 12}, {13.5f, 18.5f}});
            break;
        case Icon::play:
            pen.solid({{7, 4}, {20, 12}, {7, 20}});
            break;
        case Icon::again:
            pen.arc(12, 12.5f, 7.8f, -50, 230);
            pen.path({{17.2f, 1.8f}, {17, 6.5f}, {12.3f, 6.2f}});
            break;
        case Icon::rewind:
            pen.path({{12, 6}, {5, 12}, {12, 18}}, true);
            pen.path({{20, 6}, {13, 12}, {20, 18}}, true);
            break;
        case Icon::send:
            pen.path({{3.5f, 11.5f}, {20.5f, 4}, {14, 20.5f}, {11, 13.4f}}, true);
            pen.path({{11, 13.4f}, {20.5f, 4}});
            break;
        case Icon::up:
            pen.path({{12, 19.5f}, {12, 5}});
            pen.path({{6, 10.8f}, {12, 4.6f}, {18, 10.8f}});
            break;
        case Icon::down:
            pen.path({{12, 4.5f}, {12, 19}});
            pen.path({{6, 13.2f}, {12, 19.4f}, {18, 13.2f}});
            break;
        case Icon::chevron_down:
            pen.path({{5, 9}, {12, 16}, {19, 9}});
            break;
        case Icon::chevron_right:
            pen.path({{9, 5}, {16, 12}, {9, 19}});
            break;
        default:
            break;
    }
}

void draw_tool(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::home:
            pen.path({{3.5f, 11.5f}, {12, 4}, {20.5f, 11.5f}});
            pen.path({{6, 10.5f}, {6, 20}, {18, 20}, {18, 10.5f}});
            break;
        case Icon::history:
            pen.arc(12.5f, 12, 8.2f, -150, 160);
            pen.path({{4.2f, 4.2f}, {5, 8.4f}, {9.2f, 7.8f}});
            pen.path({{12.5f, 7.5f}, {12.5f, 12.4f}, {15.8f, 14.2f}});
            break;
        case Icon::settings:
            gear(pen);
            break;
        case Icon::keyboard:
            pen.rect(2.5f, 6, 21.5f, 18.5f, 2);
            for (const float x : {6.5f, 10.2f, 13.8f, 17.5f}) pen.disc(x, 10.2f, 1.1f);
            pen.path({{8, 14.8f}, {16, 14.8f}});
            break;
        case Icon::search:
            pen.circle(10.5f, 10.5f, 6.5f);
            pen.path({{15.4f, 15.4f}, {20.5f, 20.5f}});
            break;
        case Icon::person:
            pen.circle(12, 8, 4);
            pen.arc(12, 21, 8, 180, 360);
            break;
        case Icon::people:
            pen.circle(9, 8.5f, 3.5f);
            pen.arc(9, 20.5f, 7, 180, 360);
            pen.arc(16, 8.5f, 3.5f, -100, 100);
            pen.arc(15.5f, 20.5f, 7, 285, 360);
            break;
        case Icon::analysis:
            for (const float x : {4.0f, 13.5f})
                for (const float y : {4.0f, 13.5f}) pen.rect(x, y, x + 6.5f, y + 6.5f, 1.5f);
            break;
        case Icon::progress:
            pen.path({{4, 20}, {20, 20}});
            pen.path({{6.5f, 20}, {6.5f, 13}});
            pen.path({{12, 20}, {12, 9}});
            pen.path({{17.5f, 20}, {17.5f, 4.5f}});
            break;
        case Icon::print:
            pen.path({{7, 9}, {7, 3.5f}, {17, 3.5f}, {17, 9}});
            pen.path({{7, 17}, {4, 17}, {4, 9}, {20, 9}, {20, 17}, {17, 17}});
            pen.rect(7, 14, 17, 20.5f, 1);
            break;
        case Icon::copy:
            pen.rect(8, 8, 20, 20.5f, 2);
            pen.path({{4.5f, 16}, {4.5f, 4}, {16, 4}});
            break;
        case Icon::plus:
            pen.path({{12, 5}, {12, 19}});
            pen.path({{5, 12}, {19, 12}});
            break;
        case Icon::minus:
            pen.path({{5, 12}, {19, 12}});
            break;
        case Icon::light:
            pen.circle(12, 12, 4.4f);
            for (int i = 0; i < 8; ++i) {
                const float a = static_cast<float>(i) * 0.7853982f;
                pen.path({{12 + 7.4f * std::cos(a), 12 + 7.4f * std::sin(a)},
                          {12 + 9.6f * std::cos(a), 12 + 9.6f * std::sin(a)}});
            }
            break;
        case Icon::dark:
            pen.arc(12, 12, 8.6f, 30, 285);
            pen.arc(16.6f, 8.2f, 7.3f, 82, 200);
            break;
        case Icon::contrast:
            pen.circle(12, 12, 9);
            pen.solid({{12, 3}, {16.5f, 4.2f}, {19.8f, 7.5f}, {21, 12}, {19.8f, 16.5f}, {16.5f, 19.8f}, {12, 21}});
            break;
        case Icon::pen:
            pen.path({{4, 20}, {5, 15.6f}, {15.8f, 4.8f}, {19.2f, 8.2f}, {8.4f, 19}}, true);
            break;
        case Icon::language:
            pen.circle(12, 12, 9);
            pen.path({{3.4f, 12}, {20.6f, 12}});
            pen.arc(5.5f, 12, 11, -52, 52);
            pen.arc(18.5f, 12, 11, 128, 232);
            break;
        default:
            break;
    }
}

}  // namespace

void draw_icon(Ui&, Icon icon, Box box, Color color) {
    const Pen pen(box, color);
    switch (icon) {
        case Icon::none:
            break;
        case Icon::desk:
        case Icon::phone:
        case Icon::chat:
        case Icon::door:
            draw_channel(pen, icon);
            break;
        case Icon::service:
        case Icon::facility:
        case Icon::safety:
            draw_family(pen, icon);
            break;
        case Icon::check:
        case Icon::cross:
        case Icon::warning:
        case Icon::info:
        case Icon::flag:
        case Icon::fact:
        case Icon::unknown_fact:
        case Icon::clock:
        case Icon::star:
        case Icon::hint:
            draw_sign(pen, icon);
            break;
        case Icon::back:
        case Icon::forward:
        case Icon::play:
        case Icon::again:
        case Icon::rewind:
        case Icon::send:
        case Icon::up:
        case Icon::down:
        case Icon::chevron_down:
        case Icon::chevron_right:
            draw_arrow(pen, icon);
            break;
        default:
            draw_tool(pen, icon);
            break;
    }
}

}  // namespace huashu::desktop
