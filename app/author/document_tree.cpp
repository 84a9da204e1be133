#include "author/document_tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace huashu::app {

struct Tree::Node {
    std::variant<bool, std::int64_t, double, std::string, List, Object> value;
};

namespace {

// Where a new key goes among its siblings: before the first of them that stands later here.
constexpr std::array kin_order{
    "$schema",    "format",   "version",   "comment", "id",      "step",    "days_later", "title",   "kind",
    "difficulty", "persona",  "channel",   "teaches", "brief",   "owner",   "name",       "address", "age",
    "sex",        "home",     "about",     "rank",    "at",      "quality", "label",      "ask",     "tell",
    "note",       "when",     "acts",      "text",    "answer",  "say",     "mood",       "anger",   "trust",
    "patience",   "facts",    "start",     "stages",  "enter",   "goal",    "seconds",    "turns",   "choices",
    "model",      "set",      "reactions", "stuck",   "next",    "to",      "once",       "events",  "household",
    "after",      "memories", "returning", "record",  "endings", "ending",  "score",      "plays"};

std::size_t kin_rank(std::string_view key) {
    const auto found = std::find(kin_order.begin(), kin_order.end(), key);
    return static_cast<std::size_t>(found - kin_order.begin());
}

// The first step of a pointer and what is left of it: "/a~1b/0" gives "a/b" and "/0".
std::string first_step(std::string_view pointer, std::string_view& rest) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    rest = pointer.substr(end);
    std::string step(pointer.substr(1, end - 1));
    for (std::size_t i = 0; i + 1 < step.size(); ++i)
        if (step[i] == '~') step.replace(i, 2, step[i + 1] == '1' ? "/" : "~");
    return step;
}

int number_in(std::string_view step) {
    int value = -1;
    const auto [end, failed] = std::from_chars(step.data(), step.data() + step.size(), value);
    return failed == std::errc{} && end == step.data() + step.size() && value >= 0 ? value : -1;
}

// Rebuilds the way down to a place; `change` gets what is there and returns what is to be there.
template <class Change>
Tree rebuilt(const Tree& here, std::string_view pointer, const Change& change) {
    if (pointer.empty()) return change(here);
    std::string_view rest;
    const std::string step = first_step(pointer, rest);
    if (here.kind() == Tree::Kind::list) {
        const int index = number_in(step);
        if (index < 0 || static_cast<std::size_t>(index) >= here.items().size()) return here;
        Tree::List items = here.items();
        items[static_cast<std::size_t>(index)] = rebuilt(items[static_cast<std::size_t>(index)], rest, change);
        return Tree::of(std::move(items));
    }
    if (here.kind() != Tree::Kind::object && !here.is_nothing()) return here;
    Tree::Object members = here.members();
    for (Tree::Member& member : members)
        if (member.key == step) {
            member.value = rebuilt(member.value, rest, change);
            return Tree::of(std::move(members));
        }
    const std::size_t rank = kin_rank(step);
    const auto place = std::find_if(members.begin(), members.end(), [&](const Tree::Member& m) {
        const std::size_t other = kin_rank(m.key);
        return other > rank && other < kin_order.size();
    });
    members.insert(place, {step, rebuilt(Tree{}, rest, change)});
    return Tree::of(std::move(members));
}

}  // namespace

Tree Tree::of(std::string text) { return Tree(std::make_shared<const Node>(Node{std::move(text)})); }
Tree Tree::of(std::int64_t value) { return Tree(std::make_shared<const Node>(Node{value})); }
Tree Tree::of_number(double value) { return Tree(std::make_shared<const Node>(Node{value})); }
Tree Tree::of_boolean(bool value) { return Tree(std::make_shared<const Node>(Node{value})); }
Tree Tree::of(List items) { return Tree(std::make_shared<const Node>(Node{std::move(items)})); }
Tree Tree::of(Object members) { return Tree(std::make_shared<const Node>(Node{std::move(members)})); }

Tree::Kind Tree::kind() const { return node_ == nullptr ? Kind::nothing : static_cast<Kind>(node_->value.index() + 1); }

const std::string& Tree::text() const {
    static const std::string none;
    return kind() == Kind::text ? std::get<std::string>(node_->value) : none;
}

std::int64_t Tree::integer(std::int64_t otherwise) const {
    return kind() == Kind::integer ? std::get<std::int64_t>(node_->value) : otherwise;
}

double Tree::number() const {
    if (kind() == Kind::integer) return static_cast<double>(integer());
    return kind() == Kind::number ? std::get<double>(node_->value) : 0;
}

bool Tree::boolean() const { return kind() == Kind::boolean && std::get<bool>(node_->value); }

const Tree::List& Tree::items() const {
    static const List none;
    return kind() == Kind::list ? std::get<List>(node_->value) : none;
}

const Tree::Object& Tree::members() const {
    static const Object none;
    return kind() == Kind::object ? std::get<Object>(node_->value) : none;
}

const Tree& Tree::operator[](std::string_view key) const {
    static const Tree nothing;
    for (const Member& member : members())
        if (member.key == key) return member.value;
    return nothing;
}

bool Tree::operator==(const Tree& other) const {
    if (node_ == other.node_) return true;
    return node_ != nullptr && other.node_ != nullptr && node_->value == other.node_->value;
}

Tree read_tree(const JsonNode& node) {
    switch (node.kind()) {
        case JsonNode::Kind::null:
            return {};
        case JsonNode::Kind::boolean:
            return Tree::of_boolean(node.boolean());
        case JsonNode::Kind::integer:
            return Tree::of(node.integer());
        case JsonNode::Kind::number:
            return Tree::of_number(node.number());
        case JsonNode::Kind::string:
            return Tree::of(node.string());
        case JsonNode::Kind::array: {
            Tree::List items;
            items.reserve(node.array().size());
            for (const JsonNode& item : node.array()) items.push_back(read_tree(item));
            return Tree::of(std::move(items));
        }
        case JsonNode::Kind::object:
            break;
    }
    Tree::Object members;
    members.reserve(node.object().size());
    for (const JsonNode::Member& member : node.object()) members.push_back({member.key, read_tree(member.value)});
    return Tree::of(std::move(members));
}

std::string below(std::string_view pointer, std::string_view key) {
    std::string out(pointer);
    out += '/';
    for (const char c : key) {
        if (c == '~' || c == '/')
            out += c == '~' ? "~0" : "~1";
        else
            out += c;
    }
    return out;
}

std::string below(std::string_view pointer, std::size_t index) {
    return std::string(pointer) + '/' + std::to_string(index);
}

std::string_view parent_of(std::string_view pointer) {
    const std::size_t slash = pointer.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : pointer.substr(0, slash);
}

std::string last_of(std::string_view pointer) {
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos) return {};
    std::string_view rest;
    return first_step(pointer.substr(slash), rest);
}

int index_of(std::string_view pointer) { return number_in(last_of(pointer)); }

bool lies_in(std::string_view inner, std::string_view outer) {
    return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

const Tree& at(const Tree& root, std::string_view pointer) {
    static const Tree nothing;
    const Tree* here = &root;
    while (!pointer.empty()) {
        const std::string step = first_step(pointer, pointer);
        if (here->kind() == Tree::Kind::list) {
            const int index = number_in(step);
            if (index < 0 || static_cast<std::size_t>(index) >= here->items().size()) return nothing;
            here = &here->items()[static_cast<std::size_t>(index)];
        } else {
            here = &(*here)[step];
        }
    }
    return *here;
}

Tree with(const Tree& root, std::string_view pointer, Tree value) {
    return rebuilt(root, pointer, [&](const Tree&) { return value; });
}

Tree without(const Tree& root, std::string_view pointer) {
    if (at(root, pointer).is_nothing()) return root;
    const std::string last = last_of(pointer);
    return rebuilt(root, parent_of(pointer), [&](const Tree& parent) {
        if (parent.kind() == Tree::Kind::list) {
            Tree::List items = parent.items();
            items.erase(items.begin() + number_in(last));
            return Tree::of(std::move(items));
        }
        Tree::Object members = parent.members();
        std::erase_if(members, [&](const Tree::Member& m) { return m.key == last; });
        return Tree::of(std::move(members));
    });
}

Tree with_inserted(const Tree& root, std::string_view pointer, std::size_t index, Tree value) {
    return rebuilt(root, pointer, [&](const Tree& list) {
        if (list.kind() != Tree::Kind::list && !list.is_nothing()) return list;
        Tree::List items = list.items();
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(std::min(index, items.size())), value);
        return Tree::of(std::move(items));
    });
}

Tree with_moved(const Tree& root, std::string_view list_pointer, std::size_t from, std::size_t to) {
    const std::size_t count = at(root, list_pointer).items().size();
    if (from >= count || to >= count || from == to) return root;
    return rebuilt(root, list_pointer, [&](const Tree& list) {
        Tree::List items = list.items();
        Tree moved = items[from];
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(from));
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
        return Tree::of(std::move(items));
    });
}

}  // namespace huashu::app
