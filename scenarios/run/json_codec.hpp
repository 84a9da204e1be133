// One description of a value's fields serves writing and reading, so that the two can't drift apart:
//
//     template <class Io> void fields(Io& io, Mood& mood) { io("anger", mood.anger); … }
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace huashu::scenarios::codec {

using Json = nlohmann::ordered_json;

/// The names of an enum, in the order of its values; specialised for each enum that is written.
template <class T>
struct Names;

class Writer {
public:
    template <class T>
    void operator()(const char* key, const T& value) {
        json_[key] = encode(value);
    }
    [[nodiscard]] Json take() { return std::move(json_); }

    template <class T>
    static Json encode(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            return std::string(Names<T>::all[static_cast<std::size_t>(value)]);
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

/// Throws nlohmann's exceptions; the two functions that read catch them.
class Reader {
public:
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
