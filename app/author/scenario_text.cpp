#include "author/scenario_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "author/text_shape.hpp"
#include "scoring/json.hpp"
#include "scoring/judgement_json.hpp"

namespace huashu::app {
namespace {

ContentJson json_of(const JsonNode& node) {
    switch (node.kind()) {
        case JsonNode::Kind::null:
            return nullptr;
        case JsonNode::Kind::boolean:
            return node.boolean();
        case JsonNode::Kind::integer:
            return node.integer();
        case JsonNode::Kind::number:
            return node.number();
        case JsonNode::Kind::string:
            return node.string();
        case JsonNode::Kind::array: {
            ContentJson list = ContentJson::array();
            for (const JsonNode& item : node.array()) list.push_back(json_of(item));
            return list;
        }
        case JsonNode::Kind::object:
            break;
    }
    ContentJson object = ContentJson::object();
    auto& members = object.get_ref<ContentJson::object_t&>();
    members.reserve(node.object().size());
    for (const JsonNode::Member& member : node.object()) members.emplace_back(member.key, json_of(member.value));
    return object;
}

void append_inline(std::string& out, const ContentJson& value) {
    if (value.is_string()) return scoring::append_json_string(out, value.get_ref<const std::string&>());
    if (!value.is_structured()) {
        out += value.dump();
        return;
    }
    out += value.is_object() ? '{' : '[';
    const char* between = "";
    for (auto at = value.begin(); at != value.end(); ++at) {
        out += between;
        between = ", ";
        if (value.is_object()) {
            scoring::append_json_string(out, at.key());
            out += ": ";
        }
        append_inline(out, *at);
    }
    out += value.is_object() ? '}' : ']';
}

// The keys of one object, row by row: those that the shape knows, then the others, each in a row of its own. A shape of
// a single row takes them in.
std::vector<std::vector<std::string_view>> rows_of(const ContentJson& object, const TextShape& shape) {
    std::vector<std::vector<std::string_view>> rows;
    std::vector<std::string_view> known;
    for (const auto& row : shape.rows) {
        std::vector<std::string_view> present;
        for (const std::string_view key : row) {
            known.push_back(key);
            if (object.contains(key)) present.push_back(key);
        }
        if (!present.empty()) rows.push_back(std::move(present));
    }
    for (auto at = object.begin(); at != object.end(); ++at) {
        if (std::find(known.begin(), known.end(), at.key()) != known.end()) continue;
        if (shape.rows.size() == 1 && !rows.empty())
            rows.front().push_back(at.key());
        else
            rows.push_back({at.key()});
    }
    return rows;
}

class LayoutWriter {
public:
    explicit LayoutWriter(std::string& out) : out_(out) {}

    void block(const ContentJson& object, const TextShape& shape, std::size_t indent) {
        out_ += '{';
        const char* between = "";
        for (const auto& row : rows_of(object, shape))
            for (const std::string_view key : row) {
                out_ += between;
                between = ",";
                line(indent + 2);
                member(object, key, shape, indent + 2, true);
            }
        if (*between != '\0') line(indent);
        out_ += '}';
    }

private:
    // Lists within a block close on a line of their own, lists within a part behind their last item.
    void member(const ContentJson& object, std::string_view key, const TextShape& shape, std::size_t indent,
                bool in_block) {
        scoring::append_json_string(out_, key);
        out_ += ": ";
        const ContentJson& value = object.at(key);
        const TextChild* child = shape.child(key);
        if (child != nullptr && child->style == TextStyle::block && value.is_object())
            return block(value, *child->shape, indent);
        if (child != nullptr && child->style == TextStyle::named && value.is_object() && !value.empty())
            return named(value, *child->shape, indent);
        if (child == nullptr || !value.is_array() || value.empty() || !is_broken(value, child->style))
            return append_inline(out_, value);
        list(value, *child, indent);
        if (in_block) line(indent);
        out_ += ']';
    }

    void named(const ContentJson& object, const TextShape& shape, std::size_t indent) {
        out_ += '{';
        const char* between = "";
        for (auto at = object.begin(); at != object.end(); ++at) {
            out_ += between;
            between = ",";
            line(indent + 2);
            scoring::append_json_string(out_, at.key());
            out_ += ": ";
            if (at->is_object())
                part(*at, shape, indent + 2);
            else
                append_inline(out_, *at);
        }
        line(indent);
        out_ += '}';
    }

    static bool is_broken(const ContentJson& list, TextStyle style) {
        const auto any = [&](auto holds) { return std::any_of(list.begin(), list.end(), holds); };
        if (style == TextStyle::lines) return any([](const ContentJson& item) { return item.is_object(); });
        if (style == TextStyle::turns) return any([](const ContentJson& item) { return item.contains("say"); });
        return style != TextStyle::inline_value;
    }

    void list(const ContentJson& items, const TextChild& child, std::size_t indent) {
        out_ += '[';
        const char* between = "";
        for (const ContentJson& item : items) {
            out_ += between;
            between = ",";
            line(indent + 2);
            if (child.shape != nullptr && item.is_object())
                part(item, *child.shape, indent + 2);
            else
                append_inline(out_, item);
        }
    }

    void part(const ContentJson& object, const TextShape& shape, std::size_t indent) {
        out_ += '{';
        const char* between_rows = "";
        for (const auto& row : rows_of(object, shape)) {
            out_ += between_rows;
            if (*between_rows != '\0') line(indent + 1);
            between_rows = ",";
            const char* between = "";
            for (const std::string_view key : row) {
                out_ += between;
                between = ", ";
                member(object, key, shape, indent + 1, false);
            }
        }
        out_ += '}';
    }

    void line(std::size_t indent) {
        out_ += '\n';
        out_.append(indent, ' ');
    }

    std::string& out_;
};

std::string_view format_of(const ContentJson& document) {
    const auto found = document.find("format");
    if (found == document.end() || !found->is_string()) return {};
    return found->get_ref<const std::string&>();
}

}  // namespace

Result<ContentJson> parse_scenario_text(const std::string& file, std::string text) {
    const auto document = parse_json(file, std::move(text));
    if (!document) return tl::unexpected(document.error());
    if (document->root.kind() != JsonNode::Kind::object)
        return fail(Error::Cause::content,
                    {.code = "not-an-object",
                     .text = "the file holds " + std::string(describe(document->root.kind())) + ", not an object",
                     .remedy = "a scenario begins with { and ends with }",
                     .place = document->source->place_of(document->root.offset()),
                     .excerpt = document->source->excerpt_at(document->root.offset())});
    return json_of(document->root);
}

std::string scenario_text(const ContentJson& document) {
    std::string out;
    LayoutWriter(out).block(document, text_shape_of(format_of(document)), 0);
    return out + "\n";
}

std::string content_value_text(const ContentJson& value) {
    std::string out;
    append_inline(out, value);
    return out;
}

}  // namespace huashu::app
