// Strict decoding of a JsonNode: each key is asked for once, by name and type; whatever was not asked
// for is an unknown key. Problems are collected, never thrown, and decoding goes on with a default.
//
//     ObjectReader in(document.source, node, problems);
//     rule.id = in.required_string("id");
//     rule.points = in.optional_integer("points", 1, 100).value_or(0);
//     in.done();   // reports unknown keys, with the nearest known one as the remedy
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/diagnostic.hpp"
#include "scoring/json.hpp"

namespace huashu {

/// Makes a diagnostic at a node, with its place and excerpt.
[[nodiscard]] Diagnostic diagnose(const SourceText& source, std::size_t offset, std::string code, std::string text,
                                  std::string remedy = {}, Level level = Level::error);

class ObjectReader {
public:
    /// A node that is no object is reported; all keys then count as absent and nothing more is reported.
    ObjectReader(const SourceText& source, const JsonNode& node, Diagnostics& problems);

    /// Absent or empty is reported.
    [[nodiscard]] std::string required_string(std::string_view key);
    [[nodiscard]] std::string optional_string(std::string_view key, std::string fallback = {});
    [[nodiscard]] std::int64_t required_integer(std::string_view key, std::int64_t min, std::int64_t max);
    [[nodiscard]] std::optional<std::int64_t> optional_integer(std::string_view key, std::int64_t min,
                                                               std::int64_t max);
    [[nodiscard]] bool optional_boolean(std::string_view key, bool fallback);
    /// A list of strings, each non-empty. `required`: at least one must be there.
    [[nodiscard]] std::vector<std::string> string_list(std::string_view key, bool required = false);
    /// The raw member, marked as known; null when absent. For nested objects and lists of objects.
    [[nodiscard]] const JsonNode* member(std::string_view key);
    /// The elements of a list member; empty when absent; a member that is no list is reported.
    [[nodiscard]] std::span<const JsonNode> list(std::string_view key, bool required = false);
    /// A string that must be one of the names that `parse` knows. `what` names such a thing for the message, with its
    /// article and, where they are few, the names: "a complaint family (service, facility, safety)".
    template <class T>
    [[nodiscard]] std::optional<T> optional_name(std::string_view key, std::optional<T> (*parse)(std::string_view),
                                                 std::string_view what);
    template <class T>
    [[nodiscard]] T required_name(std::string_view key, std::optional<T> (*parse)(std::string_view),
                                  std::string_view what, T fallback);
    /// A list of such names.
    template <class T>
    [[nodiscard]] std::vector<T> name_list(std::string_view key, std::optional<T> (*parse)(std::string_view),
                                           std::string_view what);

    /// Reports at a key's value (or at the object, when the key is absent).
    void report(std::string_view key, std::string code, std::string text, std::string remedy = {});
    [[nodiscard]] const SourceText& source() const { return source_; }
    [[nodiscard]] const JsonNode& node() const { return node_; }
    [[nodiscard]] Diagnostics& problems() { return problems_; }
    void done();

private:
    const JsonNode* look_up(std::string_view key);
    void missing(std::string_view key);
    void wrong_type(const JsonNode& at, std::string_view key, std::string_view wanted);
    void unknown_name(const JsonNode& at, std::string_view what);

    const SourceText& source_;
    const JsonNode& node_;
    Diagnostics& problems_;
    std::vector<std::string_view> known_;
    bool usable_ = true;
};

template <class T>
std::optional<T> ObjectReader::optional_name(std::string_view key, std::optional<T> (*parse)(std::string_view),
                                             std::string_view what) {
    const JsonNode* found = look_up(key);
    if (found == nullptr) return std::nullopt;
    if (found->kind() != JsonNode::Kind::string) {
        wrong_type(*found, key, "a string");
        return std::nullopt;
    }
    std::optional<T> value = parse(found->string());
    if (!value) unknown_name(*found, what);
    return value;
}

template <class T>
T ObjectReader::required_name(std::string_view key, std::optional<T> (*parse)(std::string_view), std::string_view what,
                              T fallback) {
    if (usable_ && node_.find(key) == nullptr) missing(key);
    return optional_name(key, parse, what).value_or(fallback);
}

template <class T>
std::vector<T> ObjectReader::name_list(std::string_view key, std::optional<T> (*parse)(std::string_view),
                                       std::string_view what) {
    std::vector<T> values;
    for (const JsonNode& item : list(key)) {
        if (item.kind() != JsonNode::Kind::string) {
            wrong_type(item, key, "a list of strings");
            continue;
        }
        if (std::optional<T> value = parse(item.string()))
            values.push_back(*value);
        else
            unknown_name(item, what);
    }
    return values;
}

}  // namespace huashu
