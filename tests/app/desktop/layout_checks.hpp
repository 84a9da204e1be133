// Nothing is cut off and nothing that reacts lies on top of something else that does.
#pragma once

#include "driver.hpp"

namespace huashu::desktop {

inline bool reacts(const Tag& tag) {
    return tag.enabled && tag.visible() &&
           (tag.kind == "button" || tag.kind == "card" || tag.kind == "choice" || tag.kind == "editor" ||
            tag.kind == "option" || tag.kind == "filter" || tag.kind == "tab");
}

inline bool overlap(const Box& a, const Box& b) {
    constexpr float touch = 1;
    return a.x0 + touch < b.x1 && b.x0 + touch < a.x1 && a.y0 + touch < b.y1 && b.y0 + touch < a.y1;
}

inline bool holds(const Box& outer, const Box& inner) {
    return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

inline void check_screen(Driver& d, const std::string& screen) {
    CAPTURE(screen);
    for (const Overflow& cut : d.ui().tags.overflows()) {
        CAPTURE(cut.text);
        CAPTURE(cut.needed);
        CAPTURE(cut.room);
        CHECK_MESSAGE(false, "a text does not fit");
    }
    std::vector<std::pair<std::string, Tag>> things;  // messages lie over the page: that is what they are for
    for (const auto& [id, tag] : d.ui().tags.all())
        if (reacts(tag) && !id.starts_with("toast.")) things.emplace_back(id, tag);
    for (std::size_t i = 0; i < things.size(); ++i)
        for (std::size_t k = i + 1; k < things.size(); ++k) {
            const Box a = things[i].second.seen();
            const Box b = things[k].second.seen();
            if (holds(a, b) || holds(b, a)) continue;  // a button on a card
            CAPTURE(things[i].first);
            CAPTURE(things[k].first);
            CHECK_FALSE(overlap(a, b));
        }
}

}  // namespace huashu::desktop
