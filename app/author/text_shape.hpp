// How the parts of a content file are laid out in its text: which keys stand in which order, and on which line. Data
// for scenario_text.cpp, which knows how to draw it.
#pragma once

#include <string_view>
#include <vector>

namespace huashu::app {

struct TextShape;

/// How a value is drawn that is more than a word.
enum class TextStyle {
    inline_value,  ///< on the line of its key
    parts,         ///< a list of parts, each on lines of its own
    block,         ///< an object with a key a line
    lines,         ///< what the owner says: wordings with conditions stand on lines of their own
    texts,         ///< always a line each
    turns,         ///< of a play: typed words stand on lines of their own, choices in a row
    named,         ///< an object whose members are parts: word lists by their names
};

struct TextChild {
    std::string_view key;
    TextStyle style;
    const TextShape* shape;  ///< of parts and blocks, else null
};

/// A part begins with `{` and its first row of keys on one line; each further row has a line. In a block each key has.
struct TextShape {
    std::vector<std::vector<std::string_view>> rows;
    std::vector<TextChild> children;
    [[nodiscard]] const TextChild* child(std::string_view key) const;
};

/// By a file's "format"; what has no shape of its own is drawn as a scenario.
[[nodiscard]] const TextShape& text_shape_of(std::string_view format);

}  // namespace huashu::app
