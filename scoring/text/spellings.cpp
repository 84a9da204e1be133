#include <algorithm>
#include <span>

#include "text/fold_table.hpp"
#include "text/skeleton_table.hpp"

namespace huashu::scoring {
namespace {

bool is_latin(char32_t c) {
    const CharClass kind = class_of(c);
    return kind == CharClass::letter || kind == CharClass::digit;
}

bool stands_alone(std::u32string_view text, std::size_t begin, std::size_t end) {
    const bool joined_before = begin > 0 && is_latin(text[begin]) && is_latin(text[begin - 1]);
    const bool joined_after = end < text.size() && is_latin(text[end - 1]) && is_latin(text[end]);
    return !joined_before && !joined_after;
}

}  // namespace

const Spelling* find_spelling(std::u32string_view text, std::size_t at) {
    const std::span<const Spelling> all(skeleton_table::spellings, skeleton_table::spelling_count);
    const auto first =
        std::partition_point(all.begin(), all.end(), [&](const Spelling& s) { return s.written[0] < text[at]; });
    for (auto s = first; s != all.end() && s->written[0] == text[at]; ++s)
        if (text.substr(at, s->written.size()) == s->written && stands_alone(text, at, at + s->written.size()))
            return &*s;
    return nullptr;
}

}  // namespace huashu::scoring
