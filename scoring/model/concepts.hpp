// The words of the packs' lists as the model reads them: 我們, 物業 and 管理處 are all one thing, so that what it
// learned of one it knows of the others, and a word that an author adds to a list is understood at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/pattern.hpp"

namespace huashu::scoring {

class Concepts {
public:
    /// A word list, as a character that no text can spell: the same for a list of the same name in any pack.
    using Name = char32_t;

    struct Word {
        std::uint32_t length = 0;                ///< in characters
        std::uint32_t names = 0, names_end = 0;  ///< indices for name_at(): the lists that it stands in
    };

    Concepts() = default;
    /// Entries that cannot be written out (with classes or other lists in them, or too many) are left out.
    explicit Concepts(const WordLists& lists);

    /// The longest word with which the text begins; length 0: none. Canonical characters, without punctuation.
    [[nodiscard]] Word longest(std::u32string_view text) const;
    [[nodiscard]] Name name_at(std::uint32_t index) const { return names_[index]; }
    [[nodiscard]] bool empty() const { return table_.empty(); }

private:
    struct Slot {
        std::uint64_t key = 0;  ///< the node that it leads from, and the character; 0: free
        std::uint32_t node = 0;
    };
    struct Node {
        std::uint32_t names = 0, names_end = 0;
    };

    void add(std::u32string_view word, std::uint32_t first_name, std::uint32_t end_name);
    std::uint32_t child(std::uint32_t node, char32_t c);
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;

    [[nodiscard]] static std::uint32_t pair_bit(char32_t a, char32_t b) {
        return (a * 0x9E3779B1u + b * 0x85EBCA77u) >> 16;
    }

    std::vector<std::uint64_t> singles_, pairs_;  ///< bits: with what words begin; most places are turned down by them
    std::vector<Slot> table_;                     ///< a trie, hashed; its size is a power of two
    std::vector<Node> nodes_;
    std::vector<Name> names_;
};

}  // namespace huashu::scoring
