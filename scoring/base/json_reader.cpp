#include "scoring/json_reader.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"

namespace huashu {
namespace {

constexpr std::size_t max_unknown_keys = 20;  // reported for one object; a hostile one may have millions
constexpr std::size_t usual_keys = 24;        // that are asked for in one object, counted as often as they are

std::string quoted(std::string_view word) {
    constexpr std::size_t longest = 60;
    if (word.size() <= longest) return "\"" + std::string(word) + "\"";
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
    return "\"" + std::string(word.substr(0, end)) + "…\"";
}

std::string join(std::span<const std::string_view> words) {
    std::string out;
    for (std::string_view word : words) out += (out.empty() ? "" : ", ") + std::string(word);
    return out;
}

void keep_first_of_each(std::vector<std::string_view>& keys) {
    std::vector<std::string_view> once;
    for (const std::string_view key : keys)
        if (std::find(once.begin(), once.end(), key) == once.end()) once.push_back(key);
    keys = std::move(once);
}

bool is_number(JsonNode::Kind kind) { return kind == JsonNode::Kind::integer || kind == JsonNode::Kind::number; }

}  // namespace

Diagnostic diagnose(const SourceText& source, std::size_t offset, std::string code, std::string text,
                    std::string remedy, Level level) {
    return {
        level, std::move(code), std::move(text), std::move(remedy), source.place_of(offset), source.excerpt_at(offset)};
}

ObjectReader::ObjectReader(const SourceText& source, const JsonNode& node, Diagnostics& problems)
    : source_(source), node_(node), problems_(problems), usable_(node.kind() == JsonNode::Kind::object) {
    if (!usable_)
        problems_.push_back(diagnose(source_, node_.offset(), "wrong-type",
                                     "an object is needed here, not " + std::string(describe(node_.kind())),
                                     "write { … } with the keys that the format asks for"));
    known_.reserve(usual_keys);
}

// Some keys are asked for twice; that is seen to when a message lists them.
const JsonNode* ObjectReader::look_up(std::string_view key) {
    known_.push_back(key);
    return usable_ ? node_.find(key) : nullptr;
}

void ObjectReader::missing(std::string_view key) {
    problems_.push_back(diagnose(source_, node_.offset(), "missing-key",
                                 "the key " + quoted(key) + " is missing in this object",
                                 "add " + quoted(key) + ": …"));
}

void ObjectReader::wrong_type(const JsonNode& at, std::string_view key, std::string_view wanted) {
    problems_.push_back(diagnose(
        source_, at.offset(), "wrong-type",
        quoted(key) + " must be " + std::string(wanted) + ", not " + std::string(describe(at.kind())),
        wanted == "a whole number" && at.kind() == JsonNode::Kind::string ? "write it without quotation marks" : ""));
}

void ObjectReader::unknown_name(const JsonNode& at, std::string_view what) {
    problems_.push_back(diagnose(source_, at.offset(), "unknown-name",
                                 huashu::quoted(at.string()) + " is not " + std::string(what),
                                 "use " + std::string(what)));
}

std::string ObjectReader::required_string(std::string_view key) {
    const JsonNode* found = look_up(key);
    if (found == nullptr) {
        if (usable_) missing(key);
        return {};
    }
    if (found->kind() != JsonNode::Kind::string) {
        wrong_type(*found, key, "a string");
        return {};
    }
    if (found->string().empty())
        problems_.push_back(diagnose(source_, found->offset(), "empty-value", quoted(key) + " must not be empty"));
    return found->string();
}

std::string ObjectReader::optional_string(std::string_view key, std::string fallback) {
    const JsonNode* found = look_up(key);
    if (found == nullptr) return fallback;
    if (found->kind() == JsonNode::Kind::string) return found->string();
    wrong_type(*found, key, "a string");
    return fallback;
}

std::optional<std::int64_t> ObjectReader::optional_integer(std::string_view key, std::int64_t min, std::int64_t max) {
    const JsonNode* found = look_up(key);
    if (found == nullptr) return std::nullopt;
    const std::string range = std::to_string(min) + " to " + std::to_string(max);
    if (found->kind() == JsonNode::Kind::integer && found->integer() >= min && found->integer() <= max)
        return found->integer();
    if (is_number(found->kind()) &&
        (found->number() < static_cast<double>(min) || found->number() > static_cast<double>(max)))
        problems_.push_back(diagnose(source_, found->offset(), "out-of-range",
                                     quoted(key) + " is out of range: " + range + " is allowed",
                                     "write a whole number from " + range));
    else
        wrong_type(*found, key, "a whole number");
    return std::nullopt;
}

std::int64_t ObjectReader::required_integer(std::string_view key, std::int64_t min, std::int64_t max) {
    if (usable_ && node_.find(key) == nullptr) missing(key);
    return optional_integer(key, min, max).value_or(min);
}

bool ObjectReader::optional_boolean(std::string_view key, bool fallback) {
    const JsonNode* found = look_up(key);
    if (found == nullptr) return fallback;
    if (found->kind() == JsonNode::Kind::boolean) return found->boolean();
    wrong_type(*found, key, "true or false");
    return fallback;
}

std::span<const JsonNode> ObjectReader::list(std::string_view key, bool required) {
    const JsonNode* found = look_up(key);
    if (found == nullptr) {
        if (required && usable_) missing(key);
        return {};
    }
    if (found->kind() != JsonNode::Kind::array) {
        wrong_type(*found, key, "a list");
        return {};
    }
    if (required && found->array().empty())
        problems_.push_back(
            diagnose(source_, found->offset(), "empty-list", quoted(key) + " must have at least one entry"));
    return found->array();
}

std::vector<std::string> ObjectReader::string_list(std::string_view key, bool required) {
    std::vector<std::string> values;
    for (const JsonNode& item : list(key, required)) {
        if (item.kind() != JsonNode::Kind::string)
            wrong_type(item, key, "a list of strings");
        else if (item.string().empty())
            problems_.push_back(diagnose(source_, item.offset(), "empty-value",
                                         "an entry of " + quoted(key) + " is empty", "remove it or fill it in"));
        else
            values.push_back(item.string());
    }
    return values;
}

const JsonNode* ObjectReader::member(std::string_view key) { return look_up(key); }

void ObjectReader::report(std::string_view key, std::string code, std::string text, std::string remedy) {
    const JsonNode* found = usable_ ? node_.find(key) : nullptr;
    const std::size_t offset = found != nullptr ? found->offset() : node_.offset();
    problems_.push_back(diagnose(source_, offset, std::move(code), std::move(text), std::move(remedy)));
}

void ObjectReader::done() {
    if (!usable_) return;
    std::size_t unknown = 0;
    for (const JsonNode::Member& member : node_.object()) {
        if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
        if (++unknown == 1) keep_first_of_each(known_);
        if (unknown > max_unknown_keys) continue;
        const std::string_view near = nearest_word(member.key, known_);
        problems_.push_back(
            diagnose(source_, member.key_offset, "unknown-key", "unknown key " + huashu::quoted(member.key),
                     near.empty() ? "known here: " + join(known_) : "did you mean " + quoted(near) + "?"));
    }
    if (unknown > max_unknown_keys)
        problems_.push_back(
            diagnose(source_, node_.offset(), "unknown-key",
                     std::to_string(unknown - max_unknown_keys) + " more unknown keys in this object are not listed"));
}

}  // namespace huashu
