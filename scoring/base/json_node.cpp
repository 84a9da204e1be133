#include "scoring/json.hpp"

namespace huashu {

// The variant's alternatives stand in the order of Kind.
JsonNode::Kind JsonNode::kind() const { return static_cast<Kind>(value_.index()); }

double JsonNode::number() const {
    if (const auto* integer = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*integer);
    return std::get<double>(value_);
}

// Readers ask for some two dozen keys of each object, most of which are not there: a look at length and first letter
// settles nearly all.
const JsonNode* JsonNode::find(std::string_view key) const {
    const char first = key.empty() ? '\0' : key.front();
    for (const Member& member : object())
        if (member.key.size() == key.size() && *member.key.c_str() == first && member.key == key) return &member.value;
    return nullptr;
}

std::string_view describe(JsonNode::Kind kind) {
    switch (kind) {
        case JsonNode::Kind::null:
            return "null";
        case JsonNode::Kind::boolean:
            return "true or false";
        case JsonNode::Kind::integer:
            return "a whole number";
        case JsonNode::Kind::number:
            return "a number";
        case JsonNode::Kind::string:
            return "a string";
        case JsonNode::Kind::array:
            return "a list";
        case JsonNode::Kind::object:
            return "an object";
    }
    return "nothing";
}

}  // namespace huashu
