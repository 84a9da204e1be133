#include "desktop/views/marked_text.hpp"

#include <algorithm>
#include <map>

namespace huashu::desktop {

MarkedText mark_text(const std::string& text, std::vector<Mark> marks, const Speech& speech, bool convert) {
    std::erase_if(marks, [&](const Mark& m) { return m.span.begin >= m.span.end || m.span.end > text.size(); });
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
    });
    if (!convert) return {text, std::move(marks)};
    // Converted piece by piece between the ends of the marks: those ends are then known in the new text.
    std::map<std::uint32_t, std::uint32_t> moved{{0, 0}, {static_cast<std::uint32_t>(text.size()), 0}};
    for (const Mark& m : marks) {
        moved[m.span.begin] = 0;
        moved[m.span.end] = 0;
    }
    MarkedText out;
    std::uint32_t from = 0;
    for (auto& [old_place, new_place] : moved) {
        out.text += speech.content(std::string_view(text).substr(from, old_place - from));
        new_place = static_cast<std::uint32_t>(out.text.size());
        from = old_place;
    }
    for (Mark& m : marks) m.span = {moved[m.span.begin], moved[m.span.end]};
    out.marks = std::move(marks);
    return out;
}

}  // namespace huashu::desktop
