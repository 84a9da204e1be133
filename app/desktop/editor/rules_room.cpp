#include "desktop/editor/rules_room.hpp"

namespace huashu::desktop {
namespace {

// Tasks bring wishes, which may bring tasks: a longer chain is a fault in update_rules().
constexpr int longest_rules_chain = 8;

}  // namespace

bool RulesRoom::carry_out() {
    const unsigned revision = state_.revision;
    const unsigned view = state_.desk ? state_.desk->view : 0;
    const RuleWishes wishes = std::exchange(wishes_, {});
    for (const RuleWish& each : wishes) apply(each, 0);
    return revision != state_.revision || (state_.desk && view != state_.desk->view) || !messages_.empty();
}

void RulesRoom::apply(const RuleWish& wish, int depth) {
    if (depth > longest_rules_chain) return;
    RulesOutcome outcome = update_rules(state_, wish);
    if (!outcome.message.empty() || !outcome.failures.empty() || outcome.publish)
        messages_.push_back({{}, outcome.message, outcome.failures, outcome.text, outcome.publish});
    for (const RuleTask& task : outcome.tasks)
        for (const RuleWish& back : backstage_.perform(task)) apply(back, depth + 1);
}

}  // namespace huashu::desktop
