// Lists of words from a team's tables, on their way into a rule pack: what is meant by each row, what is in it twice,
// what clashes with the lists that are there and with ordinary words.
//
// A table has a word in its first column, or columns with headings: 詞 (or word), 詞表 (list), 種類 (kind: 詞 or 樣式,
// a word or a pattern of docs/rules.md), 說明 (note). A word is taken as it stands: what the pattern language reads
// otherwise is escaped. Words are compared as replies are: width, case and script make no difference.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "author/word_list_table.hpp"
#include "scoring/pattern.hpp"

namespace huashu::app {

struct WordEntry {
    std::string word;     ///< as in the table
    std::string pattern;  ///< as it goes into the pack
    std::string list;
    std::string note;
    std::size_t line = 0;  ///< of the table
};

struct WordClash {
    enum class Kind : std::uint8_t {
        twice,      ///< in the table; `other`: the line of the first
        known,      ///< the list has it already
        elsewhere,  ///< `other`: another list that has it
        inside,     ///< `other`: an ordinary word that contains it
        said,       ///< it stands in `count` good replies of the pack as a word of its own
        unsound,    ///< `other`: what is wrong with it; it is left out
    };
    Kind kind = Kind::twice;
    std::string word, list, other;
    std::size_t line = 0;
    int count = 0;
};
[[nodiscard]] std::string_view name_of(WordClash::Kind value);

struct WordImport {
    std::vector<WordEntry> entries;  ///< those to be added: not twice, not known, not unsound
    std::vector<WordClash> clashes;  ///< by line
};

/// What a pack has already, and what it calls good.
struct KnownWords {
    std::map<std::string, std::vector<std::string>> lists;  ///< entries as patterns
    std::vector<std::string> ordinary;                      ///< words that are no faults
    std::vector<std::string> replies;                       ///< good ones
};

struct WordReading {
    std::string list;          ///< for rows that name none
    bool as_patterns = false;  ///< for rows that do not say what they are
};

/// Error (content): the table has no column of words, or a row names no list and there is none to go to.
[[nodiscard]] Result<std::vector<WordEntry>> word_entries(const std::string& file, const WordTable& table,
                                                          const WordReading& reading);
[[nodiscard]] WordImport examine_words(std::vector<WordEntry> entries, const KnownWords& known,
                                       const scoring::WordLists& lists);

/// A word as a pattern that matches it and nothing else, and back; nothing, when a pattern is more than a word.
[[nodiscard]] std::string literal_pattern(std::string_view word);
[[nodiscard]] std::optional<std::string> literal_of(std::string_view pattern);

/// The headings of a table, in the order of its columns.
[[nodiscard]] std::vector<std::string> word_headings();

}  // namespace huashu::app
