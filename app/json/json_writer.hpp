// Writes JSON straight into a string: compact, members in the order of the calls, always valid UTF-8.
//
//     std::string out;
//     JsonWriter json(out);
//     json.begin_object();
//     json.member("id", "1");
//     json.key("acts"); json.begin_array(); json.end_array();
//     json.end_object();                                        // {"id":"1","acts":[]}
//
// Commas are its business, balance is the caller's.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace huashu::app {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void key(std::string_view name);

    void value(std::string_view text);  ///< what is not UTF-8 becomes U+FFFD
    void value(const char* text) { value(std::string_view(text)); }
    void value(bool truth);
    void value(double number);  ///< up to three decimals, as few as are needed
    void null();
    void raw(std::string_view json);  ///< a value that is JSON already
    template <std::integral T>
    requires(!std::same_as<T, bool>) void value(T number) { raw(std::to_string(number)); }

    template <class T>
    void member(std::string_view name, const T& content) {
        key(name);
        value(content);
    }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();

    std::string& out_;
    bool needs_comma_ = false;
};

}  // namespace huashu::app
