// A reply with its findings marked: carets below the words, numbered like the notes that follow.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scoring/text.hpp"
#include "words/script.hpp"

namespace huashu::app {

/// A text converted for showing, with its spans moved along. Spans may overlap; they must lie in the text.
struct SpannedText {
    std::string text;
    std::vector<scoring::ByteSpan> spans;
    bool operator==(const SpannedText&) const = default;
};
[[nodiscard]] SpannedText convert(const SpannedText& given, const Script& script);

/// The text wrapped to `columns` behind `indent` blanks (the first line without them: a label stands there), and below
/// each line that holds part of a span a line of carets. The span's number (from 1) stands in place of its first caret.
[[nodiscard]] std::string mark_spans(const SpannedText& given, int columns, int indent);

}  // namespace huashu::app
