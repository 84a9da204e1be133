// The word lists of a rule pack in its files: read as they stand there, added to without touching another byte.
#pragma once

#include <string>
#include <vector>

#include "author/word_list.hpp"

namespace huashu::app {

struct PackWordList {
    std::string name, about, file;
    std::vector<std::string> words;  ///< patterns; what `extends` brings is not among them
};

/// Of every rules file below the folder, in the order of files and within them. Error (system): unreadable.
[[nodiscard]] Result<std::vector<PackWordList>> word_lists_in(const std::string& pack_folder);

/// The lists, the ordinary words (ordinary.txt) and the good replies (utterances*.jsonl without a family) of a pack.
[[nodiscard]] Result<KnownWords> known_words_in(const std::string& pack_folder);

/// A new rules file of nothing but these lists, a word a line.
[[nodiscard]] std::string word_lists_text(const std::vector<WordEntry>& entries, const std::string& about);

/// The text of a rules file with the words added at the end of their lists; a list that it does not have is put before
/// the others. All else stays as it is. Error (content): it is no rules file.
[[nodiscard]] Result<std::string> with_words_added(const std::string& file, const std::string& text,
                                                   const std::vector<WordEntry>& entries);

}  // namespace huashu::app
