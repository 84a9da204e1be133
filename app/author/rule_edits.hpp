// What an author does to the rules of a pack's tree (rule_pack.hpp), beyond changing a word. Each returns the whole
// tree. A rule's place is its pointer: "/forbidden~1deflect.json/rules/3".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "author/document_tree.hpp"

namespace huashu::app {

/// The pointers of all rules, by file, then in the order of the file.
[[nodiscard]] std::vector<std::string> rule_pointers(const Tree& root);
/// "": there is no rule of that id.
[[nodiscard]] std::string rule_pointer_of(const Tree& root, std::string_view id);
/// The rule that a place lies in; "": in none.
[[nodiscard]] std::string rule_at(std::string_view pointer);
/// The pointers of all word lists: "/lists~1people.json/lists/我方".
[[nodiscard]] std::vector<std::string> word_list_pointers(const Tree& root);

/// base, base_2, …: the first that no rule bears.
[[nodiscard]] std::string fresh_rule_id(const Tree& root, const std::string& base);
[[nodiscard]] bool is_rule_id(std::string_view id);

struct Placed {
    Tree root;
    std::string pointer;
};
/// A rule of that kind with what the format wants of it, its words missing, in the author's own file. `of`: the family
/// of a fault, the act of an act.
[[nodiscard]] Placed with_new_rule(const Tree& root, const std::string& kind, const std::string& of);
/// A copy behind it.
[[nodiscard]] Placed with_rule_copy(const Tree& root, const std::string& pointer);
/// Another id, here and where contexts are named by it.
[[nodiscard]] Tree with_rule_id(const Tree& root, const std::string& pointer, const std::string& id);
/// A new, empty word list in the author's own file.
[[nodiscard]] Placed with_new_word_list(const Tree& root, const std::string& name);
/// Entries at the end of a list, those that it has left out.
[[nodiscard]] Tree with_words(const Tree& root, const std::string& list_pointer,
                              const std::vector<std::string>& patterns);

/// Equal but for the order of keys, which saving may change.
[[nodiscard]] bool says_the_same(const Tree& one, const Tree& other);

/// A reply from a talk as an example of a rule.
struct ReplyExample {
    std::string text, owner;      ///< what was said; the owner's line before it
    std::string complaint, step;  ///< their ids; may be empty
};
/// `span`: the words that the rule found or should find, bytes of the text; both 0: none are marked.
[[nodiscard]] Tree with_example(const Tree& root, const std::string& pointer, bool is_hit, const ReplyExample& reply,
                                std::size_t begin = 0, std::size_t end = 0);

/// An empty condition, as rules hold them.
[[nodiscard]] Tree new_rule_condition();

}  // namespace huashu::app
