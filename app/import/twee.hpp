// Twee 3, the text format of Twine stories, as far as an import needs it: passages with their tags, links and prose.
//
// https://github.com/iftechfoundation/twine-specs/blob/master/twee-3-specification.md
// Whatever a story format does besides (macros, variables, markup) is found and named, so that the import can say what
// it leaves behind; nothing of it is run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct TweeLink {
    std::string text, target;
    int line = 0;
};

struct TweePassage {
    std::string name;
    std::vector<std::string> tags;
    std::string prose;  ///< without links, macros and markup; paragraphs joined by line breaks
    std::vector<TweeLink> links;
    int line = 0;
    [[nodiscard]] bool has_tag(std::string_view tag) const;
};

struct TweeStory {
    std::string title, start;  ///< empty: not said
    std::vector<TweePassage> passages;
    Diagnostics left_behind;  ///< what was understood as something other than prose and links, with its line
};

/// Error (content): no UTF-8, or no passage at all.
[[nodiscard]] Result<TweeStory> parse_twee(const std::string& file, std::string_view text);

}  // namespace huashu::app
