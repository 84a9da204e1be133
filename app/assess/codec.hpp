// One description of a value's fields serves writing and reading, so that the two can't drift apart:
//
//     template <class Io> void fields(Io& io, Mood& mood) { io("anger", mood.anger); … }
//
// An enum is written by name: `names_of(T)` gives its names in the order of its values. A 64-bit seed is written as a
// string, because JSON's numbers are doubles to many readers.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "scoring/diagnostic.hpp"
#include "scoring/json_fault.hpp"

namespace huashu::assess::codec {

using Json = nlohmann::ordered_json;

class Writer {
public:
    template <class T>
    void operator()(const char* key, const T& value) {
        json_[key] = encode(value);
    }
    /// Left out as long as it is as it was made: what was written before there was such a member stays the same.
    template <class T>
    void optional(const char* key, const T& value) {
        if (!(value == T{})) (*this)(key, value);
    }
    [[nodiscard]] Json take() { return std::move(json_); }

    template <class T>
    static Json encode(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            return std::string(names_of(T{})[static_cast<std::size_t>(value)]);
        } else if constexpr (std::is_same_v<T, std::uint64_t>) {
            return std::to_string(value);
        } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
            return value;
        } else {
            Writer inner;
            fields(inner, const_cast<T&>(value));  // writing reads only
            return inner.take();
        }
    }
    template <class T>
    static Json encode(const std::optional<T>& value) {
        return value ? encode(*value) : Json();
    }
    template <class T>
    static Json encode(const std::vector<T>& values) {
        Json list = Json::array();
        for (const T& value : values) list.push_back(encode(value));
        return list;
    }

private:
    Json json_ = Json::object();
};

/// Throws nlohmann's exceptions; read_value() catches them.
class Reader {
public:
    explicit Reader(const Json& json) : json_(json) {}

    template <class T>
    void operator()(const char* key, T& value) {
        decode(json_.at(key), value);
    }

    template <class T>
    void optional(const char* key, T& value) {
        if (const auto found = json_.find(key); found != json_.end()) decode(*found, value);
    }

    template <class T>
    static void decode(const Json& json, T& value) {
        if constexpr (std::is_enum_v<T>) {
            decode_name(json, value);
        } else if constexpr (std::is_same_v<T, std::uint64_t>) {
            value = std::stoull(json.get_ref<const std::string&>());
        } else if constexpr (std::is_same_v<T, bool>) {
            if (!json.is_boolean()) throw wrong_type("true or false is needed", json);
            json.get_to(value);
        } else if constexpr (std::is_integral_v<T>) {
            if (!json.is_number_integer()) throw wrong_type("a whole number is needed", json);
            json.get_to(value);
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
        if (!json.is_array()) throw wrong_type("a list is needed", json);
        values.clear();
        for (const Json& item : json) decode(item, values.emplace_back());
    }

private:
    static nlohmann::json::type_error wrong_type(const char* what, const Json& json) {
        return nlohmann::json::type_error::create(302, what, &json);
    }
    template <class T>
    static void decode_name(const Json& json, T& value) {
        const auto& name = json.get_ref<const std::string&>();
        const auto names = names_of(T{});
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i] == name) {
                value = static_cast<T>(i);
                return;
            }
        throw nlohmann::json::other_error::create(501, "\"" + name + "\" is no known name", &json);
    }

    const Json& json_;
};

template <class T>
[[nodiscard]] std::string to_text(const T& value) {
    return Writer::encode(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Error (content, with that code): it is no JSON, a key is missing or of another type.
template <class T>
[[nodiscard]] Result<T> from_text(std::string_view text, const std::string& code, const std::string& what) {
    try {
        T value{};
        Reader::decode(Json::parse(text), value);
        return value;
    } catch (const std::exception& problem) {
        return fail(Error::Cause::content, {.code = code,
                                            .text = what + " can't be read: " + scoring::json_fault(problem),
                                            .remedy = "it may be of a newer version of the program, or was changed",
                                            .place = {},
                                            .excerpt = {}});
    }
}

}  // namespace huashu::assess::codec
