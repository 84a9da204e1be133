// A scenario while it is written: the tree of its file, and every state that it was in, so that anything can be undone.
//
//     Draft document = Draft::read(file, text).value();
//     document.apply(with(document.root(), "/title", Tree::of("又停水")), "/title");
//     document.undo();
//
// It knows no disk and no clock: document_files.hpp reads, saves and recovers. What the text means is not looked at
// here; a draft that no loader would take can be edited like any other.
#pragma once

#include <string>
#include <vector>

#include "author/document_tree.hpp"

namespace huashu::app {

class Draft {
public:
    /// Errors (content): no JSON, or no object.
    [[nodiscard]] static Result<Draft> read(const std::string& file, std::string text);

    /// Of a tree that was read elsewhere, as it stands on the disk.
    [[nodiscard]] static Draft of(Tree root) { return Draft(std::move(root)); }

    [[nodiscard]] const Tree& root() const { return states_[now_].root; }
    /// As it is to be written into its file.
    [[nodiscard]] std::string text() const;
    /// Another one: another content. Never the same for two states of one document.
    [[nodiscard]] unsigned revision() const { return revision_; }

    /// A new state; what was undone before is forgotten. `place`: the pointer of what changed, for whoever shows it.
    /// Typing at one place, without a break, is one step of undoing. A tree that is the same changes nothing.
    void apply(Tree root, std::string place, bool typing = false);
    /// The next change begins a step of its own.
    void separate() { open_ = false; }
    bool undo();
    bool redo();
    [[nodiscard]] bool can_undo() const { return now_ > 0; }
    [[nodiscard]] bool can_redo() const { return now_ + 1 < states_.size(); }
    /// Where the last change, undoing or redoing took place.
    [[nodiscard]] const std::string& place() const { return place_; }

    [[nodiscard]] bool saved() const { return root().same(saved_); }
    [[nodiscard]] const Tree& saved_root() const { return saved_; }
    void mark_saved(Tree root) { saved_ = std::move(root); }

private:
    struct State {
        Tree root;
        std::string place;
    };
    explicit Draft(Tree root) : states_{{root, {}}}, saved_(std::move(root)) {}

    std::vector<State> states_;
    std::size_t now_ = 0;
    Tree saved_;
    std::string place_;
    unsigned revision_ = 1;
    bool open_ = false;
};

/// The tree in the layout of scenario files (scenario_text.hpp).
[[nodiscard]] std::string document_text(const Tree& root);

/// Where each value of a text begins, and the other way round.
class PlaceFinder {
public:
    /// A text that is no JSON has no places.
    explicit PlaceFinder(const std::string& text);
    /// The pointer of the innermost value that begins at or before that character; "" is the whole.
    [[nodiscard]] std::string pointer_at(int line, int column) const;

private:
    struct Begin {
        int line = 0, column = 0;
        std::string pointer;
    };
    std::vector<Begin> begins_;
};

}  // namespace huashu::app
