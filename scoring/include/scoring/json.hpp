// JSON that remembers where everything stood.
//
// Content is written by people, so every complaint about it must name file, line and column; the
// usual DOM forgets them. parse_json reads strictly by nlohmann's SAX parser (no comments, no trailing commas,
// valid UTF-8, no duplicate keys, at most max_json_depth deep) into a tree whose nodes know their byte
// offset. JsonReader (json_reader.hpp) turns nodes into values and reports what does not fit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu {

inline constexpr int max_json_depth = 100;

/// The text of a file, with its name, and the way from byte offsets to places.
class SourceText {
public:
    SourceText(std::string file, std::string text);
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Place place_of(std::size_t byte) const;
    /// The line that holds the byte (at most 100 code points of it around the byte) and a caret below.
    [[nodiscard]] std::string excerpt_at(std::size_t byte) const;

private:
    [[nodiscard]] std::size_t line_of(std::size_t byte) const;
    [[nodiscard]] std::size_t chars_before(std::size_t byte) const;

    std::string file_;
    std::string text_;
    std::vector<std::size_t> line_starts_;
    std::vector<std::size_t> chars_before_;  ///< code points before every 1024th byte
};

class JsonNode {
public:
    using Array = std::vector<JsonNode>;
    struct Member;
    using Object = std::vector<Member>;  ///< in the order of the file
    enum class Kind { null, boolean, integer, number, string, array, object };

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] std::size_t offset() const { return offset_; }  ///< of the value's first byte
    [[nodiscard]] bool boolean() const { return std::get<bool>(value_); }
    [[nodiscard]] std::int64_t integer() const { return std::get<std::int64_t>(value_); }
    [[nodiscard]] double number() const;  ///< of an integer too
    [[nodiscard]] const std::string& string() const { return std::get<std::string>(value_); }
    [[nodiscard]] const Array& array() const { return std::get<Array>(value_); }
    [[nodiscard]] const Object& object() const { return std::get<Object>(value_); }
    /// The member of that name, or null. Only for objects.
    [[nodiscard]] const JsonNode* find(std::string_view key) const;

    JsonNode() = default;
    template <class T>
    JsonNode(T value, std::size_t offset) : value_(std::move(value)), offset_(offset) {}

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
    std::size_t offset_ = 0;
};

struct JsonNode::Member {
    std::string key;
    std::size_t key_offset = 0;
    JsonNode value;
};

/// The name of a kind as an author knows it: "a string", "a list".
[[nodiscard]] std::string_view describe(JsonNode::Kind kind);

struct JsonDocument {
    std::shared_ptr<const SourceText> source;
    JsonNode root;
};

/// Reads a file whole. Errors (system or content): missing, a folder, unreadable, larger than `max_bytes`.
[[nodiscard]] Result<std::string> read_text_file(const std::string& path, std::size_t max_bytes = 64u << 20);

/// Errors (content): what the parser met, with its place; an empty text; a duplicate key; too deep.
[[nodiscard]] Result<JsonDocument> parse_json(std::string file, std::string text);

/// read_text_file and parse_json.
[[nodiscard]] Result<JsonDocument> load_json(const std::string& path);

}  // namespace huashu
