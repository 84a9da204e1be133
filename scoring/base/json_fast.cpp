#include "base/json_fast.hpp"

#include <simdjson.h>

#include <limits>
#include <unordered_set>

namespace huashu {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t few_members = 16;  // up to here a look through them all is faster than a table

// Children are gathered on a stack and moved into place when their list ends, so that each list is allocated once.
class FastJsonReader {
public:
    explicit FastJsonReader(const std::string& text) : text_(text) {}

    std::optional<JsonNode> read() {
        ondemand::parser parser;
        ondemand::document document;
        ondemand::value top;
        JsonNode root;
        const simdjson::padded_string_view padded(text_.data(), text_.size(), text_.capacity());
        if (parser.iterate(padded).get(document) != simdjson::SUCCESS || document.get_value().get(top))
            return std::nullopt;
        const char* rest = nullptr;
        if (!read_value(top, root, 0) || document.current_location().get(rest) != simdjson::OUT_OF_BOUNDS)
            return std::nullopt;
        return root;
    }

private:
    bool read_value(ondemand::value& value, JsonNode& out, int depth) {
        ondemand::json_type type{};
        if (value.type().get(type)) return false;
        const std::size_t offset = offset_of(value.raw_json_token().data());
        switch (type) {
            case ondemand::json_type::array:
                return depth < max_json_depth && read_array(value, out, offset, depth);
            case ondemand::json_type::object:
                return depth < max_json_depth && read_object(value, out, offset, depth);
            case ondemand::json_type::number:
                return read_number(value, out, offset);
            case ondemand::json_type::string: {
                std::string_view text;
                if (value.get_string().get(text)) return false;
                out = JsonNode(std::string(text), offset);
                return true;
            }
            case ondemand::json_type::boolean: {
                bool truth = false;
                if (value.get_bool().get(truth)) return false;
                out = JsonNode(truth, offset);
                return true;
            }
            case ondemand::json_type::null: {
                bool is_null = false;
                if (value.is_null().get(is_null) || !is_null) return false;
                out = JsonNode(std::monostate{}, offset);
                return true;
            }
        }
        return false;
    }

    bool read_array(ondemand::value& value, JsonNode& out, std::size_t offset, int depth) {
        ondemand::array array;
        if (value.get_array().get(array)) return false;
        const std::size_t begin = items_.size();
        for (auto each : array) {
            ondemand::value item;
            JsonNode node;
            if (std::move(each).get(item) || !read_value(item, node, depth + 1)) return false;
            items_.push_back(std::move(node));
        }
        out = JsonNode(JsonNode::Array(std::make_move_iterator(items_.begin() + static_cast<std::ptrdiff_t>(begin)),
                                       std::make_move_iterator(items_.end())),
                       offset);
        items_.resize(begin);
        return true;
    }

    bool read_object(ondemand::value& value, JsonNode& out, std::size_t offset, int depth) {
        ondemand::object object;
        if (value.get_object().get(object)) return false;
        const std::size_t begin = members_.size();
        for (auto each : object) {
            ondemand::field field;
            std::string_view key;
            if (std::move(each).get(field)) return false;
            const std::size_t key_offset = offset_of(field.key().raw()) - 1;  // of the quotation mark
            if (field.unescaped_key().get(key)) return false;
            JsonNode::Member member{std::string(key), key_offset, {}};
            if (!read_value(field.value(), member.value, depth + 1)) return false;
            members_.push_back(std::move(member));
        }
        JsonNode::Object members(std::make_move_iterator(members_.begin() + static_cast<std::ptrdiff_t>(begin)),
                                 std::make_move_iterator(members_.end()));
        members_.resize(begin);
        if (has_duplicates(members)) return false;
        out = JsonNode(std::move(members), offset);
        return true;
    }

    static bool has_duplicates(const JsonNode::Object& members) {
        if (members.size() <= few_members) {
            for (std::size_t i = 1; i < members.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    if (members[i].key == members[j].key) return true;
            return false;
        }
        std::unordered_set<std::string_view> keys;
        for (const JsonNode::Member& member : members)
            if (!keys.insert(member.key).second) return true;
        return false;
    }

    static bool read_number(ondemand::value& value, JsonNode& out, std::size_t offset) {
        ondemand::number number;
        if (value.get_number().get(number)) return false;
        if (number.is_int64())
            out = JsonNode(number.get_int64(), offset);
        else if (number.is_uint64())
            out = JsonNode(static_cast<double>(number.get_uint64()), offset);  // beyond what integer() can hold
        else
            out = JsonNode(number.get_double(), offset);
        return true;
    }

    [[nodiscard]] std::size_t offset_of(const char* at) const { return static_cast<std::size_t>(at - text_.data()); }

    const std::string& text_;
    JsonNode::Array items_;
    JsonNode::Object members_;
};

}  // namespace

std::size_t fast_json_padding() { return simdjson::SIMDJSON_PADDING; }

std::optional<JsonNode> read_json_fast(const std::string& text) { return FastJsonReader(text).read(); }

}  // namespace huashu
