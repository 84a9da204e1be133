#include "load/patterns.hpp"

namespace huashu::scenarios {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

// The length of the code point at `at` as JSON writes it. A surrogate pair is two escapes and one code point.
std::size_t escaped_length(const std::string& text, std::size_t at) {
    if (text[at] != '\\') {
        std::size_t length = 1;
        while (at + length < text.size() && is_continuation(text[at + length])) ++length;
        return length;
    }
    if (at + 1 >= text.size() || text[at + 1] != 'u') return 2;
    const bool high = at + 11 < text.size() && (text[at + 2] == 'd' || text[at + 2] == 'D') && text[at + 3] != '\0' &&
                      std::string_view("89abAB").find(text[at + 3]) != std::string_view::npos && text[at + 6] == '\\';
    return high ? 12 : 6;
}

}  // namespace

std::size_t offset_in_string(const std::string& text, std::size_t offset, std::size_t column) {
    std::size_t at = offset + 1;  // past the quotation mark
    for (; column > 0 && at < text.size() && text[at] != '"'; --column) at += escaped_length(text, at);
    return at < text.size() ? at : offset;
}

scoring::PatternSet compile_patterns(const PatternTable& table, const scoring::WordLists& lists,
                                     const SourceText& source, Diagnostics& problems) {
    scoring::PatternSetBuilder builder(lists);
    for (const PatternUse& use : table.uses) {
        for (const scoring::PatternProblem& found : builder.add(static_cast<scoring::PatternId>(use.group), use.text)) {
            if (use.source != &source) continue;
            const std::size_t at = offset_in_string(source.text(), use.offset, found.column);
            problems.push_back(diagnose(source, at, found.code, found.text, found.remedy));
        }
    }
    return builder.build();
}

}  // namespace huashu::scenarios
