#include "author/document.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "author/scenario_text.hpp"

namespace huashu::app {
namespace {

ContentJson content_of(const Tree& tree) {
    switch (tree.kind()) {
        case Tree::Kind::nothing:
            return nullptr;
        case Tree::Kind::boolean:
            return tree.boolean();
        case Tree::Kind::integer:
            return tree.integer();
        case Tree::Kind::number:
            return tree.number();
        case Tree::Kind::text:
            return tree.text();
        case Tree::Kind::list: {
            ContentJson list = ContentJson::array();
            for (const Tree& item : tree.items()) list.push_back(content_of(item));
            return list;
        }
        case Tree::Kind::object:
            break;
    }
    ContentJson object = ContentJson::object();
    auto& members = object.get_ref<ContentJson::object_t&>();
    members.reserve(tree.members().size());
    for (const Tree::Member& member : tree.members()) members.emplace_back(member.key, content_of(member.value));
    return object;
}

}  // namespace

std::string document_text(const Tree& root) { return scenario_text(content_of(root)); }

Result<Draft> Draft::read(const std::string& file, std::string text) {
    const Result<JsonDocument> parsed = parse_json(file, std::move(text));
    if (!parsed) return tl::unexpected(parsed.error());
    if (parsed->root.kind() != JsonNode::Kind::object)
        return fail(Error::Cause::content,
                    {.code = "wrong-type",
                     .text = "a scenario is an object, not " + std::string(describe(parsed->root.kind())),
                     .remedy = "open a scenario's file",
                     .place = {.file = file, .line = 1, .column = 1},
                     .excerpt = {}});
    return Draft(read_tree(parsed->root));
}

std::string Draft::text() const { return document_text(root()); }

void Draft::apply(Tree root, std::string place, bool typing) {
    if (root.same(this->root()) || root == this->root()) return;
    ++revision_;
    states_.resize(now_ + 1);
    place_ = place;
    // A saved state stays a state of its own: undoing must lead back to it.
    if (typing && open_ && now_ > 0 && states_[now_].place == place && !saved()) {
        states_[now_].root = std::move(root);
        return;
    }
    states_.push_back({std::move(root), std::move(place)});
    ++now_;
    open_ = typing;
}

bool Draft::undo() {
    if (!can_undo()) return false;
    place_ = states_[now_].place;
    --now_;
    ++revision_;
    open_ = false;
    return true;
}

bool Draft::redo() {
    if (!can_redo()) return false;
    ++now_;
    place_ = states_[now_].place;
    ++revision_;
    open_ = false;
    return true;
}

PlaceFinder::PlaceFinder(const std::string& text) {
    const Result<JsonDocument> document = parse_json("", text);
    if (!document) return;
    std::vector<std::pair<const JsonNode*, std::string>> open{{&document->root, ""}};
    const auto note = [&](std::size_t offset, const std::string& pointer) {
        const Place place = document->source->place_of(offset);
        begins_.push_back({place.line, place.column, pointer});
    };
    while (!open.empty()) {
        const auto [node, pointer] = std::move(open.back());
        open.pop_back();
        note(node->offset(), pointer);
        if (node->kind() == JsonNode::Kind::array) {
            for (std::size_t i = 0; i < node->array().size(); ++i)
                open.emplace_back(&node->array()[i], below(pointer, i));
        } else if (node->kind() == JsonNode::Kind::object) {
            for (const JsonNode::Member& member : node->object()) {
                note(member.key_offset, below(pointer, member.key));
                open.emplace_back(&member.value, below(pointer, member.key));
            }
        }
    }
    std::sort(begins_.begin(), begins_.end(), [](const Begin& a, const Begin& b) {
        return std::tie(a.line, a.column, a.pointer) < std::tie(b.line, b.column, b.pointer);
    });
}

std::string PlaceFinder::pointer_at(int line, int column) const {
    const auto after =
        std::upper_bound(begins_.begin(), begins_.end(), std::pair(line, column),
                         [](const auto& at, const Begin& begin) { return at < std::pair(begin.line, begin.column); });
    return after == begins_.begin() ? std::string{} : std::prev(after)->pointer;
}

}  // namespace huashu::app
