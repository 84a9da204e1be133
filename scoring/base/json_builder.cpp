#include "base/json_builder.hpp"

#include <limits>

#include "base/json_syntax.hpp"
#include "scoring/json_reader.hpp"

namespace huashu {
namespace {

constexpr std::size_t max_reported_duplicates = 20;  // a hostile file may hold millions

bool is_number_char(char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

constexpr std::size_t few_keys = 16;  // up to here a look through them all is faster than a table

}  // namespace

std::optional<std::size_t> JsonBuilder::Open::offset_of_key(const std::string& key) {
    if (members.size() <= few_keys) {
        for (const JsonNode::Member& member : members)
            if (member.key == key) return member.key_offset;
        return std::nullopt;
    }
    if (key_offsets.empty())
        for (const JsonNode::Member& member : members) key_offsets.emplace(member.key, member.key_offset);
    else
        key_offsets.emplace(members.back().key, members.back().key_offset);
    const auto found = key_offsets.find(key);
    return found == key_offsets.end() ? std::nullopt : std::optional(found->second);
}

JsonBuilder::JsonBuilder(const SourceText& source) : source_(source), furthest_(source.text().data()) {}

void JsonBuilder::run() {
    const char* begin = source_.text().data();
    const TrackingIterator first(begin, &furthest_);
    const TrackingIterator last(begin + source_.text().size(), &furthest_);
    const bool whole = nlohmann::json::sax_parse(first, last, this);
    if (!whole && problems.empty()) problems.push_back(diagnose(source_, 0, "syntax-error", "this is not JSON"));
}

std::size_t JsonBuilder::read_so_far() const { return static_cast<std::size_t>(furthest_ - source_.text().data()); }

// The closing quotation mark was the last byte read.
std::size_t JsonBuilder::start_of_string() const { return start_of_json_string(source_.text(), read_so_far() - 1); }

// A number ends where the next byte is no part of it, so the parser has read one byte too many, unless the text ended.
std::size_t JsonBuilder::start_of_number() const {
    const std::string& text = source_.text();
    std::size_t at = read_so_far();
    if (at > 0 && !is_number_char(text[at - 1])) --at;
    while (at > 0 && is_number_char(text[at - 1])) --at;
    return at;
}

bool JsonBuilder::put(JsonNode node) {
    if (open_.empty()) {
        root = std::move(node);
        return true;
    }
    Open& top = open_.back();
    if (top.is_object)
        top.members.push_back({std::move(top.pending_key), top.pending_key_offset, std::move(node)});
    else
        top.items.push_back(std::move(node));
    return true;
}

bool JsonBuilder::open(bool is_object) {
    const std::size_t offset = read_so_far() - 1;
    if (open_.size() >= static_cast<std::size_t>(max_json_depth)) {
        problems.push_back(diagnose(source_, offset, "too-deep",
                                    "lists and objects nest deeper than " + std::to_string(max_json_depth) + " levels",
                                    "flatten the structure; no format of ours needs such depth"));
        return false;
    }
    Open& top = open_.emplace_back();
    top.is_object = is_object;
    top.offset = offset;
    return true;
}

bool JsonBuilder::null() { return put({std::monostate{}, read_so_far() - 4}); }
bool JsonBuilder::boolean(bool value) { return put({value, read_so_far() - (value ? 4u : 5u)}); }
bool JsonBuilder::number_integer(std::int64_t value) { return put({value, start_of_number()}); }

bool JsonBuilder::number_unsigned(std::uint64_t value) {
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return number_integer(static_cast<std::int64_t>(value));
    return put({static_cast<double>(value), start_of_number()});
}

bool JsonBuilder::number_float(double value, const std::string& /*text*/) { return put({value, start_of_number()}); }
bool JsonBuilder::string(std::string& value) { return put({std::move(value), start_of_string()}); }
bool JsonBuilder::binary(binary_t& /*value*/) { return false; }  // no text holds one
bool JsonBuilder::start_object(std::size_t /*size*/) { return open(true); }
bool JsonBuilder::start_array(std::size_t /*size*/) { return open(false); }

bool JsonBuilder::key(std::string& value) {
    Open& top = open_.back();
    top.pending_key_offset = start_of_string();
    const std::optional<std::size_t> first = top.offset_of_key(value);
    if (first && ++duplicates_ <= max_reported_duplicates) {
        const int line = source_.place_of(*first).line;
        problems.push_back(
            diagnose(source_, top.pending_key_offset, "duplicate-key",
                     "the key \"" + value + "\" stands twice in this object, first on line " + std::to_string(line),
                     "keep one of the two"));
    }
    top.pending_key = std::move(value);
    return true;
}

bool JsonBuilder::end_object() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return put({std::move(done.members), done.offset});
}

bool JsonBuilder::end_array() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return put({std::move(done.items), done.offset});
}

bool JsonBuilder::parse_error(std::size_t position, const std::string& /*last_token*/,
                              const nlohmann::json::exception& exception) {
    problems.push_back(explain_syntax_error(source_, position, exception.what()));
    return false;
}

}  // namespace huashu
