// Tables that people keep lists of words in: XLSX, CSV and plain text, in the encodings that office programs write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

enum class TextEncoding : std::uint8_t { detect, utf8, utf16, gbk, big5 };
[[nodiscard]] std::string_view name_of(TextEncoding value);  ///< "UTF-8", "GBK", …

struct DecodedText {
    std::string text;  ///< UTF-8 without a mark at its beginning
    TextEncoding encoding = TextEncoding::utf8;
    bool certain = true;  ///< false: it could have been another encoding, and this one fits better
};

/// `wanted`: the encoding, when somebody knows it. Otherwise a mark at the beginning tells, then whether it is sound
/// UTF-8; of GBK and Big5 the one in which more characters are everyday ones (the first levels of the two standards).
/// Error (content): it is in none of them, or not in the one that was wanted.
[[nodiscard]] Result<DecodedText> decode_table_text(const std::string& file, std::string_view bytes,
                                                    TextEncoding wanted = TextEncoding::detect);
/// Error (content): a character that the encoding does not have, with its line.
[[nodiscard]] Result<std::string> encode_table_text(const std::string& file, const std::string& text,
                                                    TextEncoding encoding);

struct TableRow {
    std::size_t line = 0;  ///< in the file, from 1
    std::vector<std::string> cells;
};

struct WordTable {
    std::vector<TableRow> rows;
    TextEncoding encoding = TextEncoding::utf8;
    bool certain = true;
};

/// By what the bytes are, then by the name: a zip is XLSX, ".csv" and ".tsv" have fields, anything else has a word a
/// line. Blank lines are left out. Errors: (content) unreadable as such, an old .xls; (system) the file can't be read.
[[nodiscard]] Result<WordTable> read_word_table(const std::string& file, TextEncoding wanted = TextEncoding::detect);

/// The bytes of a file of that name. Texts begin with a mark where the encoding has one, as Excel wants it.
[[nodiscard]] Result<std::string> word_table_bytes(const std::string& file,
                                                   const std::vector<std::vector<std::string>>& rows,
                                                   TextEncoding encoding);

}  // namespace huashu::app
