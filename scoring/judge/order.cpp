#include <algorithm>

#include "judge/judge_kinds.hpp"

namespace huashu::scoring {
namespace {

/// Where the first of the things that must come first begins; a thing after `then` is no help.
std::uint32_t earliest(Judging& judging, const CompiledCondition& condition, std::vector<Spot>& buffer) {
    judging.occurrences(condition, buffer);
    return buffer.empty() ? judging.reading().length() : buffer.front().span.begin;
}

}  // namespace

void judge_orders(Judging& judging) {
    std::vector<Spot>& spots = judging.scratch().spots;
    for (const CompiledOrder& order : judging.program().orders) {
        const std::uint32_t first = earliest(judging, order.first, spots);
        judging.occurrences(order.then, spots, true);
        std::erase_if(spots, [first](const Spot& then) { return first < then.span.begin; });
        const Speaker& speaker = judging.program().speakers[order.speaker];
        judging.apply_guard(speaker.rule, speaker.guard, spots);
        if (spots.empty()) continue;
        if (order.over_conversation && judging.holds(order.first_earlier, spots.front().span)) continue;
        for (const Spot& then : spots) judging.add_candidate(order.speaker, then);
    }
}

}  // namespace huashu::scoring
