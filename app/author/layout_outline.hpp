// A scenario as its map shows it: stages, endings, and the ways between them.
#pragma once

#include <string>
#include <vector>

#include "author/document_tree.hpp"

namespace huashu::app {

struct OutlineWay {
    /// A plain `next`; the `next` of a choice, by its quality; the `to` of a reaction.
    enum class Kind : std::uint8_t { next, best, near, bad, reaction };
    Kind kind = Kind::next;
    int to = -1;           ///< index of the stage; -1: the end
    bool guarded = false;  ///< only under a condition
    bool operator==(const OutlineWay&) const = default;
};

struct OutlineStage {
    std::string id, title, step;  ///< step: "1".."4", "calm", …
    std::vector<OutlineWay> ways;
    bool linked = false;  ///< something leads here from the start
    bool operator==(const OutlineStage&) const = default;
};

struct OutlineEnding {
    std::string id, title, rank;
    bool at_any_time = false;
    bool operator==(const OutlineEnding&) const = default;
};

struct Outline {
    std::string id, title;
    int start = -1;
    std::vector<OutlineStage> stages;
    std::vector<OutlineEnding> endings;
    /// Ways, ids and how many there are: what a map is laid out by.
    [[nodiscard]] bool same_shape(const Outline& other) const;
};

/// Ways to stages that do not exist are left out; the check reports them.
[[nodiscard]] Outline make_outline(const Tree& root);
/// Two states of one document have the same outline; looks only at what differs between them, so that a key in a field
/// costs nothing. False where that is not certain.
[[nodiscard]] bool have_same_outline(const Tree& one, const Tree& other);

}  // namespace huashu::app
