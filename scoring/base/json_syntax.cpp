#include "base/json_syntax.hpp"

#include <cctype>

#include "scoring/json_reader.hpp"

namespace huashu {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_back_blanks(std::string_view text, std::size_t at) {
    while (at > 0 && is_blank(text[at - 1])) --at;
    return at;
}

/// "[json.exception…] parse error at line 1, column 2: syntax error while parsing value - X" -> "X".
std::string_view core_of(std::string_view message) {
    if (const auto at = message.find(" - "); at != std::string_view::npos) return message.substr(at + 3);
    if (const auto at = message.find("] "); at != std::string_view::npos) return message.substr(at + 2);
    return message;
}

struct Explained {
    std::string_view code;
    std::string text;
    std::string_view remedy;
};

Explained explain(std::string_view text, std::size_t at, bool at_end, std::string_view message) {
    const char found = at < text.size() ? text[at] : '\0';
    const std::size_t before_end = skip_back_blanks(text, at);
    const char before = before_end > 0 ? text[before_end - 1] : '\0';
    // "unexpected end of input" must not be taken for it: the semicolon tells them apart.
    const bool wants_end = message.find("; expected end of input") != std::string_view::npos;
    if (wants_end)
        return {"trailing-text", "the document is complete, but more text follows", "remove what stands after its end"};
    if (at_end)
        return {"unexpected-end", "the text ends in the middle of a value",
                "the file may be cut off; look for a bracket or a quotation mark that is never closed"};
    if ((found == '}' || found == ']') && before == ',')
        return {"syntax-error", "a comma stands before the closing bracket", "remove the comma"};
    if (found == '/' || found == '#')
        return {"syntax-error", "JSON has no comments", "remove the comment, or use the key \"note\""};
    if (found == '\'') return {"syntax-error", "strings stand in double quotation marks", "write \" instead of '"};
    if (found == '"' && (before == '"' || before == '}' || before == ']'))
        return {"syntax-error", "a comma is missing between two values", "put a comma after the value before"};
    if (message.find("number overflow") != std::string_view::npos)
        return {"syntax-error", "the number is too large", "write a smaller number"};
    if (message.find("control character") != std::string_view::npos)
        return {"syntax-error", "a string holds a line break or another control character",
                "close the string on its own line; write a line break as \\n"};
    if (message.find("ill-formed UTF-8") != std::string_view::npos)
        return {"syntax-error", "the string holds half a surrogate pair", "write the character itself"};
    return {"syntax-error", std::string(core_of(message)), ""};
}

bool is_word_char(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '+' || c == '-';
}

/// Where the offending token began; the parser says only how far it had read.
std::size_t start_of_token(std::string_view text, std::size_t position, std::string_view message) {
    std::size_t at = position > 0 ? position - 1 : 0;
    if (message.find("unexpected string literal") != std::string_view::npos) return start_of_json_string(text, at);
    while (at > 0 && is_word_char(text[at]) && is_word_char(text[at - 1])) --at;
    return at;
}

}  // namespace

// Inside a string each quotation mark has an odd number of backslashes before it; before the opening one stands none.
std::size_t start_of_json_string(std::string_view text, std::size_t closing_quote) {
    std::size_t at = closing_quote;
    while (at > 0) {
        --at;
        if (text[at] != '"') continue;
        std::size_t slashes = 0;
        while (slashes < at && text[at - slashes - 1] == '\\') ++slashes;
        if (slashes % 2 == 0) return at;
    }
    return 0;
}

Diagnostic explain_syntax_error(const SourceText& source, std::size_t position, std::string_view message) {
    const std::string_view text = source.text();
    const bool at_end = position > text.size() || message.find("unexpected end of input") != std::string_view::npos;
    const std::size_t at = at_end ? skip_back_blanks(text, text.size()) : start_of_token(text, position, message);
    const Explained explained = explain(text, at, at_end, message);
    return diagnose(source, at, std::string(explained.code), explained.text, std::string(explained.remedy));
}

}  // namespace huashu
