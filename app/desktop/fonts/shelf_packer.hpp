// Places small boxes in a big one, row by row. Nothing is ever taken out: when it is full, all starts anew.
#pragma once

#include <optional>
#include <vector>

namespace huashu::desktop {

class ShelfPacker {
public:
    struct Spot {
        int x = 0, y = 0;
    };
    ShelfPacker(int width, int height) : width_(width), height_(height) {}

    /// Leaves one pixel free to the right and below, so that smooth sampling never picks up a neighbour.
    [[nodiscard]] std::optional<Spot> place(int width, int height);
    void clear();

private:
    // Boxes of about one height share a shelf: heights are rounded up to a multiple of this.
    static constexpr int height_step = 4;
    struct Shelf {
        int y = 0, height = 0, used = 0;
    };
    int width_, height_;
    int next_y_ = 0;
    std::vector<Shelf> shelves_;
};

}  // namespace huashu::desktop
