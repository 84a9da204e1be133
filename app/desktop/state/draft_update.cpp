#include "desktop/state/draft_update.hpp"

namespace huashu::desktop {
namespace {

constexpr std::size_t most_steps_back = 200;

}  // namespace

void change_draft(BlueprintDraft& draft, DraftValue value, bool goes_on) {
    if (!goes_on || draft.before.empty()) draft.before.push_back(draft.value);
    if (draft.before.size() > most_steps_back) draft.before.erase(draft.before.begin());
    draft.after.clear();
    if (value.blueprint.attempts == 1) value.blueprint.days_between = 0;
    draft.value = std::move(value);
    draft.changed = true;
    draft.leaving = false;
    ++draft.revision;
}

bool undo_draft(BlueprintDraft& draft, bool redo) {
    std::vector<DraftValue>& from = redo ? draft.after : draft.before;
    std::vector<DraftValue>& to = redo ? draft.before : draft.after;
    if (from.empty()) return false;
    to.push_back(std::move(draft.value));
    draft.value = std::move(from.back());
    from.pop_back();
    draft.changed = true;
    ++draft.revision;
    return true;
}

}  // namespace huashu::desktop
