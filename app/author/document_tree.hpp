// A JSON document as a value that is cheap to change and to keep: a changed tree shares all it did not change with the
// one before, so that every state of a long day's editing can be kept for undoing, and another thread can be given a
// copy without copying.
//
//     Tree root = read_tree(document);
//     Tree other = with(root, "/stages/0/title", Tree::of("接住情緒"));   // root is as it was
//
// Places in a tree are JSON pointers (RFC 6901). Keys keep their order; a new one goes where kin_order says.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scoring/json.hpp"

namespace huashu::app {

class Tree {
public:
    struct Member;
    using List = std::vector<Tree>;
    using Object = std::vector<Member>;
    enum class Kind : std::uint8_t { nothing, boolean, integer, number, text, list, object };

    Tree() = default;  ///< nothing: also what null is read as
    [[nodiscard]] static Tree of(std::string text);
    [[nodiscard]] static Tree of(std::int64_t value);
    [[nodiscard]] static Tree of_number(double value);
    [[nodiscard]] static Tree of_boolean(bool value);
    [[nodiscard]] static Tree of(List items);
    [[nodiscard]] static Tree of(Object members);

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool is_nothing() const { return node_ == nullptr; }
    /// Of another kind: empty, 0, false.
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] std::int64_t integer(std::int64_t otherwise = 0) const;
    [[nodiscard]] double number() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] const List& items() const;
    [[nodiscard]] const Object& members() const;
    /// Of an object; nothing when there is none of that name.
    [[nodiscard]] const Tree& operator[](std::string_view key) const;
    /// The very same node: a quick way to see that nothing has changed.
    [[nodiscard]] bool same(const Tree& other) const { return node_ == other.node_; }
    /// The same content.
    bool operator==(const Tree& other) const;

private:
    struct Node;
    explicit Tree(std::shared_ptr<const Node> node) : node_(std::move(node)) {}
    std::shared_ptr<const Node> node_;
};

struct Tree::Member {
    std::string key;
    Tree value;
    bool operator==(const Member&) const = default;
};

[[nodiscard]] Tree read_tree(const JsonNode& node);

// --- places ---

[[nodiscard]] std::string below(std::string_view pointer, std::string_view key);
[[nodiscard]] std::string below(std::string_view pointer, std::size_t index);
[[nodiscard]] std::string_view parent_of(std::string_view pointer);
[[nodiscard]] std::string last_of(std::string_view pointer);
/// The last step as an index; -1: it is none.
[[nodiscard]] int index_of(std::string_view pointer);
/// `inner` is `outer` or lies in it.
[[nodiscard]] bool lies_in(std::string_view inner, std::string_view outer);

// --- changes: each returns the whole tree; a place that does not exist changes nothing ---

[[nodiscard]] const Tree& at(const Tree& root, std::string_view pointer);
/// Sets a member or an item, or adds a member; objects on the way are made.
[[nodiscard]] Tree with(const Tree& root, std::string_view pointer, Tree value);
/// Takes a member or an item out.
[[nodiscard]] Tree without(const Tree& root, std::string_view pointer);
/// Into the list at `pointer`, which is made when it is missing; beyond its end: at its end.
[[nodiscard]] Tree with_inserted(const Tree& root, std::string_view pointer, std::size_t index, Tree value);
[[nodiscard]] Tree with_moved(const Tree& root, std::string_view list_pointer, std::size_t from, std::size_t to);

}  // namespace huashu::app
