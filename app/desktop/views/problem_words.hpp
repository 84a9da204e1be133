// A diagnostic in the reader's language. The libraries word what is wrong in English, for the command line; here the
// names and numbers of such a sentence are put into the words of the interface. Where a sentence is not known the
// headline of its code stands, and where that is not known either the English itself.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "desktop/views/speech.hpp"

namespace huashu::desktop {

/// What stands where a sentence has {names}; nothing when the text is another sentence.
[[nodiscard]] std::optional<std::map<std::string, std::string, std::less<>>> values_in(std::string_view sentence,
                                                                                       std::string_view text);

/// What is wrong.
[[nodiscard]] std::string problem_words(const std::string& code, const std::string& text, const Speech& speech);
/// What the title of the code says, where it says something else, and what to do about it.
[[nodiscard]] std::string problem_detail(const std::string& code, const std::string& remedy, const Speech& speech);
/// What to do about it; empty where nothing is known in the reader's language.
[[nodiscard]] std::string remedy_words(const std::string& code, const std::string& remedy, const Speech& speech);

}  // namespace huashu::desktop
