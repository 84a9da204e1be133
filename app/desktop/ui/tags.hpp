// What stands on the screen, by id: how tests find widgets, and how the layout is checked for text that does not fit.
// Ids are the same in every language ("home.start"). Nothing is kept beyond a frame.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "desktop/ui/box.hpp"

namespace huashu::desktop {

struct Tag {
    Box box{};
    Box clip{};  ///< what of the box can be seen at most
    std::string kind{};
    std::string text{};
    bool enabled = true;
    bool focused = false;
    bool selected = false;

    [[nodiscard]] Box seen() const {
        return {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1),
                std::min(box.y1, clip.y1)};
    }
    [[nodiscard]] bool visible() const { return seen().w() > 0 && seen().h() > 0; }
};

/// A text that was drawn beyond the room it had.
struct Overflow {
    std::string text{};
    float needed = 0, room = 0;  ///< pixels
};

class Tags {
public:
    bool recording = false;  ///< off in the product: strings cost time

    void clear() {
        tags_.clear();
        overflows_.clear();
    }
    void add(std::string_view id, Tag tag) {
        if (recording) tags_.insert_or_assign(std::string(id), std::move(tag));
    }
    void add_overflow(Overflow overflow) {
        if (recording) overflows_.push_back(std::move(overflow));
    }
    [[nodiscard]] const Tag* find(std::string_view id) const {
        const auto it = tags_.find(id);
        return it == tags_.end() ? nullptr : &it->second;
    }
    [[nodiscard]] const std::map<std::string, Tag, std::less<>>& all() const { return tags_; }
    [[nodiscard]] const std::vector<Overflow>& overflows() const { return overflows_; }

private:
    std::map<std::string, Tag, std::less<>> tags_;
    std::vector<Overflow> overflows_;
};

}  // namespace huashu::desktop
