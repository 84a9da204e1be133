// In which words views speak: the interface's by key, content in the reader's script.
#pragma once

#include <string>
#include <string_view>

#include "words/script.hpp"
#include "words/words.hpp"

namespace huashu::desktop {

struct Speech {
    const app::Words& words;
    const app::Script& script;
    [[nodiscard]] std::string content(std::string_view text) const { return script(text); }
};

/// A day and time for people, in local time: "5月3日 14:05" by the language.
[[nodiscard]] std::string time_for_people(const Speech& speech, std::int64_t ms_since_1970);

}  // namespace huashu::desktop
