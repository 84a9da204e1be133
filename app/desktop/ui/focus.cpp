#include "desktop/ui/focus.hpp"

#include <cmath>
#include <limits>

namespace huashu::desktop {

void Focus::set(WidgetId id, bool by_keyboard) {
    current_ = id;
    by_keyboard_ = by_keyboard;
    if (by_keyboard) reveal_ = id;
}

bool Focus::take_reveal(WidgetId id) {
    if (reveal_ != id || id == 0) return false;
    reveal_ = 0;
    return true;
}

void Focus::end_frame() {
    if (step_ != 0) walk(step_);
    if (dx_ != 0 || dy_ != 0) walk_toward(dx_, dy_);
    step_ = 0;
    dx_ = dy_ = 0;
}

void Focus::walk(int direction) {
    if (stops_.empty()) return;
    const auto count = static_cast<int>(stops_.size());
    int at = direction > 0 ? -1 : count;
    for (int i = 0; i < count; ++i)
        if (stops_[static_cast<std::size_t>(i)].id == current_) at = i;
    at = ((at + direction) % count + count) % count;
    set(stops_[static_cast<std::size_t>(at)].id, true);
}

void Focus::walk_toward(float dx, float dy) {
    const Stop* from = nullptr;
    for (const Stop& stop : stops_)
        if (stop.id == current_) from = &stop;
    if (from == nullptr) return walk(dx + dy > 0 ? 1 : -1);
    const Stop* best = nullptr;
    float best_cost = std::numeric_limits<float>::max();
    for (const Stop& stop : stops_) {
        const float along = (stop.box.mid_x() - from->box.mid_x()) * dx + (stop.box.mid_y() - from->box.mid_y()) * dy;
        const float aside = std::abs((stop.box.mid_x() - from->box.mid_x()) * dy) +
                            std::abs((stop.box.mid_y() - from->box.mid_y()) * dx);
        const float cost = along + aside * 2.5f;  // straight ahead beats near but aside
        if (along > 1 && cost < best_cost) {
            best = &stop;
            best_cost = cost;
        }
    }
    if (best != nullptr) set(best->id, true);
}

}  // namespace huashu::desktop
