#include "play/marked_text.hpp"

#include <algorithm>

#include "terminal/columns.hpp"

namespace huashu::app {
namespace {

// The marks of one line, or "" when it holds part of no span.
std::string marks_of(const SpannedText& given, const TextLine& line) {
    std::string marks;
    const std::string_view text(given.text);
    const auto column_of = [&](std::size_t byte) {
        return static_cast<std::size_t>(columns_of(text.substr(line.begin, byte - line.begin)));
    };
    for (std::size_t number = 0; number < given.spans.size(); ++number) {
        const std::size_t begin = std::max<std::size_t>(given.spans[number].begin, line.begin);
        const std::size_t end = std::min<std::size_t>(given.spans[number].end, line.end);
        if (begin >= end) continue;
        const std::size_t from = column_of(begin), to = std::max(column_of(end), from + 1);
        if (marks.size() < to) marks.resize(to, ' ');
        for (std::size_t at = from; at < to; ++at)
            if (marks[at] == ' ') marks[at] = '^';
        const std::string label = std::to_string(number + 1);
        if (begin == given.spans[number].begin && from + label.size() <= to) marks.replace(from, label.size(), label);
    }
    return marks;
}

// What is printed must have the bytes that the spans count: controls are shown by pictures of another length.
SpannedText made_printable(const SpannedText& given) {
    SpannedText shown;
    std::vector<std::size_t> moved(given.text.size() + 1);
    for (std::size_t at = 0; at < given.text.size();) {
        std::size_t next = at + 1;
        while (next < given.text.size() && (static_cast<unsigned char>(given.text[next]) & 0xC0) == 0x80) ++next;
        std::fill(moved.begin() + static_cast<std::ptrdiff_t>(at), moved.begin() + static_cast<std::ptrdiff_t>(next),
                  shown.text.size());
        shown.text += printable(std::string_view(given.text).substr(at, next - at));
        at = next;
    }
    moved.back() = shown.text.size();
    for (const scoring::ByteSpan span : given.spans)
        shown.spans.push_back(
            {static_cast<std::uint32_t>(moved[span.begin]), static_cast<std::uint32_t>(moved[span.end])});
    return shown;
}

}  // namespace

SpannedText convert(const SpannedText& given, const Script& script) {
    std::vector<std::size_t> cuts{0, given.text.size()};
    for (const scoring::ByteSpan span : given.spans) cuts.insert(cuts.end(), {span.begin, span.end});
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    SpannedText shown;
    std::vector<std::size_t> moved{0};
    for (std::size_t i = 1; i < cuts.size(); ++i) {
        shown.text += script(std::string_view(given.text).substr(cuts[i - 1], cuts[i] - cuts[i - 1]));
        moved.push_back(shown.text.size());
    }
    const auto place_of = [&](std::uint32_t byte) {
        const auto cut = std::lower_bound(cuts.begin(), cuts.end(), byte) - cuts.begin();
        return static_cast<std::uint32_t>(moved[static_cast<std::size_t>(cut)]);
    };
    for (const scoring::ByteSpan span : given.spans) shown.spans.push_back({place_of(span.begin), place_of(span.end)});
    return shown;
}

std::string mark_spans(const SpannedText& given, int columns, int indent) {
    const SpannedText shown = made_printable(given);
    std::string out;
    bool is_first = true;
    for (const TextLine& line : break_lines(shown.text, columns - indent)) {
        out += (is_first ? "" : blanks(indent)) + shown.text.substr(line.begin, line.end - line.begin) + "\n";
        is_first = false;
        if (const std::string marks = marks_of(shown, line); !marks.empty()) out += blanks(indent) + marks + "\n";
    }
    return out;
}

}  // namespace huashu::app
