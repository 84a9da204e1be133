#include "desktop/editor/publish_room.hpp"

namespace huashu::desktop {
namespace {

// Tasks bring wishes, which may bring tasks: a longer chain is a fault in update_publish().
constexpr int longest_publish_chain = 8;

}  // namespace

bool PublishRoom::carry_out() {
    const unsigned revision = state_.revision;
    const PublishWishes wishes = std::exchange(wishes_, {});
    for (const PublishWish& each : wishes) apply(each, 0);
    return revision != state_.revision || !messages_.empty();
}

void PublishRoom::apply(const PublishWish& wish, int depth) {
    if (depth > longest_publish_chain) return;
    const PublishOutcome outcome = update_publish(state_, wish);
    if (!outcome.message.empty() || !outcome.failures.empty() || outcome.restored) {
        messages_.push_back(outcome);
        messages_.back().tasks.clear();
    }
    for (const PublishTask& task : outcome.tasks)
        for (const PublishWish& back : backstage_.perform(task)) apply(back, depth + 1);
}

}  // namespace huashu::desktop
