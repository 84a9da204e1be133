#include "json/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "scoring/text.hpp"
#include "words/utf8.hpp"

namespace huashu::app {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    std::size_t plain_from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, plain_from, at - plain_from);
        plain_from = at + 1;
        constexpr const char* digits = "0123456789abcdef";
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += "\\u00";
                out += digits[static_cast<unsigned char>(c) >> 4];
                out += digits[static_cast<unsigned char>(c) & 0x0f];
        }
    }
    out.append(text, plain_from);
}

}  // namespace

void JsonWriter::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
}

void JsonWriter::close(char bracket) {
    out_ += bracket;
    needs_comma_ = true;
}

void JsonWriter::raw(std::string_view text) {
    separate();
    out_ += text;
    needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
    value(name);
    out_ += ':';
    needs_comma_ = false;
}

void JsonWriter::value(std::string_view text) {
    separate();
    out_ += '"';
    if (scoring::is_valid_utf8(text))
        append_escaped(out_, text);
    else
        append_escaped(out_, repair_utf8(text));
    out_ += '"';
    needs_comma_ = true;
}

void JsonWriter::value(bool truth) { raw(truth ? "true" : "false"); }
void JsonWriter::null() { raw("null"); }

void JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    std::array<char, 32> digits{};
    const double rounded = std::round(number * 1000) / 1000;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), rounded);
    raw(error == std::errc() ? std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())) : "0");
}

}  // namespace huashu::app
