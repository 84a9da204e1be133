// The wrapped editor: an EditBuffer that can be seen and typed into.
//
// Typed characters arrive already composed; a key that an input method is using never gets here (platform/), so Enter
// means "send" only when nothing is being composed.
#pragma once

#include <span>
#include <string_view>

#include "desktop/text/edit_buffer.hpp"
#include "desktop/ui/icons.hpp"
#include "desktop/ui/interact.hpp"

namespace huashu::desktop {

/// A line under characters: the coach's findings.
struct TextMark {
    std::size_t begin = 0, end = 0;  ///< characters
    Color color;
    bool wavy = true;  ///< else dotted: told apart without colour
};

struct EditorSpec {
    std::string_view placeholder{};
    std::string_view label{};  ///< what it is for, for tests and readers
    bool enabled = true;
    bool enter_submits = true;  ///< Shift+Enter breaks the line then
    Type type = Type::body;
    std::span<const TextMark> marks{};
    Icon icon = Icon::none;   ///< at the left, for a field of one row
    bool single_row = false;  ///< the row stands in the middle of the box
};

struct EditorResult {
    bool changed = false;
    bool submitted = false;
    bool focused = false;
    WidgetId id = 0;
};

/// What belongs to one editor besides its text; kept by the screen.
struct EditorState {
    EditBuffer buffer;
    float scroll = 0;  ///< pixels
    bool dragging = false;
    std::size_t seen_caret = 0;
    unsigned seen_glyphs = 0;
    TextStyle seen_style{};
};

/// A field of one row with a sign, for names and searches; `state.buffer` must be one of a single line.
EditorResult text_field(Ui& ui, std::string_view id, Box box, EditorState& state, Icon icon,
                        std::string_view placeholder);

EditorResult editor(Ui& ui, std::string_view id, Box box, EditorState& state, const EditorSpec& spec);

}  // namespace huashu::desktop
