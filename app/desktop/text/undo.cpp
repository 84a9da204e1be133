#include "desktop/text/undo.hpp"

namespace huashu::desktop {

void UndoStack::push(Edit edit) {
    edits_.resize(done_);
    if (!join(edit)) edits_.push_back(std::move(edit));
    if (edits_.size() > most) edits_.erase(edits_.begin());
    done_ = edits_.size();
    open_ = edits_.back().kind != Edit::Kind::whole;
}

bool UndoStack::join(const Edit& edit) {
    if (!open_ || edits_.empty() || edits_.back().kind != edit.kind) return false;
    Edit& last = edits_.back();
    if (edit.kind == Edit::Kind::typing) {
        const bool goes_on = edit.removed.empty() && edit.at == last.at + last.inserted.size();
        const bool new_word = !last.inserted.empty() && (last.inserted.back() == U' ' || last.inserted.back() == U'\n');
        if (!goes_on || new_word) return false;
        last.inserted += edit.inserted;
        return true;
    }
    if (edit.kind == Edit::Kind::erasing) {
        if (edit.at + edit.removed.size() == last.at) {  // Backspace
            last.removed = edit.removed + last.removed;
            last.at = edit.at;
            return true;
        }
        if (edit.at == last.at) {  // Delete
            last.removed += edit.removed;
            return true;
        }
    }
    return false;
}

void UndoStack::clear() {
    edits_.clear();
    done_ = 0;
    open_ = false;
}

const Edit& UndoStack::undo() {
    open_ = false;
    return edits_[--done_];
}

const Edit& UndoStack::redo() {
    open_ = false;
    return edits_[done_++];
}

}  // namespace huashu::desktop
