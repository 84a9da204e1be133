#include "desktop/fonts/shelf_packer.hpp"

namespace huashu::desktop {

std::optional<ShelfPacker::Spot> ShelfPacker::place(int width, int height) {
    const int need = width + 1;
    const int tall = (height + 1 + height_step - 1) / height_step * height_step;
    if (need > width_ || tall > height_) return std::nullopt;
    for (Shelf& shelf : shelves_) {
        if (shelf.height != tall || shelf.used + need > width_) continue;
        const Spot spot{shelf.used, shelf.y};
        shelf.used += need;
        return spot;
    }
    if (next_y_ + tall > height_) return std::nullopt;
    shelves_.push_back({next_y_, tall, need});
    next_y_ += tall;
    return Spot{0, shelves_.back().y};
}

void ShelfPacker::clear() {
    shelves_.clear();
    next_y_ = 0;
}

}  // namespace huashu::desktop
