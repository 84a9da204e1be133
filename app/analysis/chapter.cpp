#include "analysis/chapter.hpp"

namespace huashu::app {

int chapter_of(std::string_view point) {
    constexpr std::string_view sign = "§";
    if (!point.starts_with(sign)) return 0;
    int chapter = 0;
    for (const char c : point.substr(sign.size())) {
        if (c < '0' || c > '9') break;
        chapter = chapter * 10 + (c - '0');
        if (chapter > 99) return 0;
    }
    return chapter;
}

}  // namespace huashu::app
