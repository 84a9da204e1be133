// Changes of a text that can be taken back. Typing in one go is one change; a pause of the caret, a blank, a paste or
// another kind of edit begins the next.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace huashu::desktop {

struct Edit {
    std::size_t at = 0;
    std::u32string removed, inserted;
    std::size_t caret_before = 0, anchor_before = 0;
    enum class Kind { typing, erasing, whole } kind = Kind::whole;
};

class UndoStack {
public:
    /// Records what was done; joins it to the last change where that goes on without a break.
    void push(Edit edit);
    /// The next push begins a change of its own.
    void separate() { open_ = false; }
    void clear();
    [[nodiscard]] bool can_undo() const { return done_ > 0; }
    [[nodiscard]] bool can_redo() const { return done_ < edits_.size(); }
    /// The change to take back, or to make again. Only when can_undo or can_redo says so.
    [[nodiscard]] const Edit& undo();
    [[nodiscard]] const Edit& redo();

private:
    bool join(const Edit& edit);
    static constexpr std::size_t most = 2000;
    std::vector<Edit> edits_;
    std::size_t done_ = 0;
    bool open_ = false;
};

}  // namespace huashu::desktop
