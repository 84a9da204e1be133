// A text as it is shown, with marks on its characters. Content may be shown in the other script, so a mark's bytes
// move; this keeps them on the same characters.
#pragma once

#include <string>
#include <vector>

#include "desktop/views/speech.hpp"
#include "scoring/text.hpp"

namespace huashu::desktop {

enum class MarkKind : std::uint8_t { finding, advice, act };

struct Mark {
    MarkKind kind = MarkKind::finding;
    int number = 0;          ///< of the finding or act in its list, from 0
    scoring::ByteSpan span;  ///< bytes of the text it belongs to
    bool operator==(const Mark&) const = default;
};

struct MarkedText {
    std::string text;
    std::vector<Mark> marks;  ///< by place; they may overlap
};

/// `marks` are on the bytes of `text`; marks that are empty or reach beyond it are dropped. `convert`: into the
/// reader's script (content), or not (what a person typed).
[[nodiscard]] MarkedText mark_text(const std::string& text, std::vector<Mark> marks, const Speech& speech,
                                   bool convert);

}  // namespace huashu::desktop
