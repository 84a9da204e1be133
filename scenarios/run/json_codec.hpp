// One description of a value's fields serves writing and reading, so that the two can't drift apart:
//
//     template <class Io> void fields(Io& io, Mood& mood) { io("anger", mood.anger); … }
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "scoring/text.hpp"

namespace huashu::scenarios::codec {

using Json = nlohmann::ordered_json;

/// The names of an enum, in the order of its values; specialised for each enum that is written.
template <class T>
struct Names;

/// Appends to a text, as compact as it goes and in the order of the fields. A document tree between would take most of
/// the time.
class Writer {
public:
    static constexpr bool writes = true;
    explicit Writer(std::string& out) : out_(out) {}

    template <class T>
    void operator()(const char* key, const T& value) {
        out_ += is_first_ ? '"' : ',';
        if (!is_first_) out_ += '"';
        is_first_ = false;
        out_ += key;
        out_ += "\":";
        put(value);
    }

private:
    template <class T>
    void put(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            put_text(Names<T>::all[static_cast<std::size_t>(value)]);
        } else if constexpr (std::is_same_v<T, std::string>) {
            put_text(value);
        } else if constexpr (std::is_same_v<T, bool>) {
            out_ += value ? "true" : "false";
        } else if constexpr (std::is_integral_v<T>) {
            std::array<char, 24> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
            out_.append(digits.data(), end);
        } else if constexpr (std::is_floating_point_v<T>) {
            out_ += Json(value).dump();  // the shortest digits that read back as the same number
        } else {
            out_ += '{';
            Writer inner(out_);
            fields(inner, const_cast<T&>(value));  // writing reads only
            out_ += '}';
        }
    }
    template <class T>
    void put(const std::optional<T>& value) {
        if (value)
            put(*value);
        else
            out_ += "null";
    }
    template <class T>
    void put(const std::vector<T>& values) {
        out_ += '[';
        bool is_first = true;
        for (const T& value : values) {
            if (!is_first) out_ += ',';
            is_first = false;
            put(value);
        }
        out_ += ']';
    }
    void put_text(std::string_view text);

    std::string& out_;
    bool is_first_ = true;
};

/// What JSON asks to be escaped, and nothing else; bytes that belong to no character become U+FFFD.
inline void Writer::put_text(std::string_view text) {
    const auto is_plain = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; };
    if (!std::all_of(text.begin(), text.end(), is_plain) || !scoring::is_valid_utf8(text)) {
        out_ += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
        return;
    }
    out_ += '"';
    out_ += text;
    out_ += '"';
}

/// Throws nlohmann's exceptions; the two functions that read catch them.
class Reader {
public:
    static constexpr bool writes = false;
    explicit Reader(const Json& json) : json_(json) {}

    template <class T>
    void operator()(const char* key, T& value) {
        decode(json_.at(key), value);
    }

    template <class T>
    static void decode(const Json& json, T& value) {
        if constexpr (std::is_enum_v<T>) {
            decode_name(json, value);
        } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
            json.get_to(value);
        } else {
            Reader inner(json);
            fields(inner, value);
        }
    }
    template <class T>
    static void decode(const Json& json, std::optional<T>& value) {
        value.reset();
        if (!json.is_null()) decode(json, value.emplace());
    }
    template <class T>
    static void decode(const Json& json, std::vector<T>& values) {
        if (!json.is_array()) throw nlohmann::json::type_error::create(302, "a list is needed", &json);
        values.clear();
        for (const Json& item : json) decode(item, values.emplace_back());
    }

private:
    template <class T>
    static void decode_name(const Json& json, T& value) {
        const auto& name = json.get_ref<const std::string&>();
        for (std::size_t i = 0; i < std::size(Names<T>::all); ++i)
            if (Names<T>::all[i] == name) {
                value = static_cast<T>(i);
                return;
            }
        throw nlohmann::json::other_error::create(501, "\"" + name + "\" is no known name", &json);
    }

    const Json& json_;
};

}  // namespace huashu::scenarios::codec
