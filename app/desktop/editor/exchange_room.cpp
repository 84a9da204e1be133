#include "desktop/editor/exchange_room.hpp"

namespace huashu::desktop {
namespace {

// Tasks bring wishes, which may bring tasks: a longer chain is a fault in update_exchange().
constexpr int longest_exchange_chain = 6;

}  // namespace

bool ExchangeRoom::carry_out() {
    const unsigned revision = state_.revision;
    const ExchangeWishes wishes = std::exchange(wishes_, {});
    for (const ExchangeWish& each : wishes) apply(each, 0);
    return revision != state_.revision || !messages_.empty();
}

void ExchangeRoom::apply(const ExchangeWish& wish, int depth) {
    if (depth > longest_exchange_chain) return;
    if (std::holds_alternative<exchange_wish::Open>(wish)) screen_ = {};
    ExchangeOutcome outcome = update_exchange(state_, wish);
    if (!outcome.failures.empty() || outcome.imported) messages_.push_back({{}, outcome.failures, outcome.imported});
    for (const ExchangeTask& task : outcome.tasks)
        for (const ExchangeWish& back : backstage_.perform(task)) apply(back, depth + 1);
}

}  // namespace huashu::desktop
