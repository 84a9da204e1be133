#include "json/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "scoring/judgement_json.hpp"

namespace huashu::app {

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

void JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
    needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
    value(name);
    out_ += ':';
    needs_comma_ = false;
}

void JsonWriter::value(std::string_view text) {
    separate();
    scoring::append_json_string(out_, text);
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
