// From the events of nlohmann's SAX parser to a tree of nodes with their places.
//
// The parser itself is iterative, so nesting can't overflow it; the tree is kept to max_json_depth, so nothing that
// walks it can overflow either. Private to scoring.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "scoring/json.hpp"

namespace huashu {

/// Walks a text and shows how far the parser has read: its events don't say.
class TrackingIterator {
public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    TrackingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
    reference operator*() const { return *at_; }
    TrackingIterator& operator++() {
        *furthest_ = ++at_;
        return *this;
    }
    TrackingIterator operator++(int) {
        TrackingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackingIterator& other) const { return at_ == other.at_; }

private:
    const char* at_;
    const char** furthest_;
};

class JsonBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit JsonBuilder(const SourceText& source);

    /// Reads the source's whole text. Afterwards `problems` is empty and `root` sound, or not.
    void run();
    JsonNode root;
    Diagnostics problems;

    bool null() override;
    bool boolean(bool value) override;
    bool number_integer(std::int64_t value) override;
    bool number_unsigned(std::uint64_t value) override;
    bool number_float(double value, const std::string& text) override;
    bool string(std::string& value) override;
    bool binary(binary_t& value) override;
    bool start_object(std::size_t size) override;
    bool key(std::string& value) override;
    bool end_object() override;
    bool start_array(std::size_t size) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string& last_token,
                     const nlohmann::json::exception& exception) override;

private:
    struct Open {  ///< a list or an object that has begun
        bool is_object = false;
        std::size_t offset = 0;
        JsonNode::Array items;
        JsonNode::Object members;
        std::string pending_key;
        std::size_t pending_key_offset = 0;
        std::unordered_map<std::string, std::size_t> key_offsets;  ///< filled only in large objects
        [[nodiscard]] std::optional<std::size_t> offset_of_key(const std::string& key);
    };

    [[nodiscard]] std::size_t read_so_far() const;
    [[nodiscard]] std::size_t start_of_string() const;
    [[nodiscard]] std::size_t start_of_number() const;
    bool put(JsonNode node);
    bool open(bool is_object);

    const SourceText& source_;
    const char* furthest_;
    std::vector<Open> open_;
    std::size_t duplicates_ = 0;
};

}  // namespace huashu
