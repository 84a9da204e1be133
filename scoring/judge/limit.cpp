#include <algorithm>

#include "judge/judge_kinds.hpp"
#include "judge/measures.hpp"

namespace huashu::scoring {
namespace {

Measure whole_reply(const Judging& judging, int value) { return {value, {judging.reading().whole()}}; }

int act_density(const Judging& judging) {
    constexpr int free_acts = 2;  // an honest short reply apologises and promises; only more than that is dense
    const int acts = static_cast<int>(judging.act_set().count());
    return std::max(0, acts - free_acts) * 100 / std::max(1, count_chars(judging.reading()));
}

/// Matches that do not overlap one before them: two patterns on the same words are one occurrence.
int count_apart(const std::vector<Spot>& spots) {
    int count = 0;
    std::uint32_t end = 0;
    for (const Spot& spot : spots) {
        if (spot.span.begin < end) continue;
        ++count;
        end = spot.span.end;
    }
    return count;
}

Measure measure(Judging& judging, const CompiledLimit& limit) {
    const Reading& reading = judging.reading();
    switch (limit.count) {
        case Count::chars:
            return whole_reply(judging, count_chars(reading));
        case Count::questions:
            return {count_questions(reading), {}};
        case Count::sentence_chars:
            return whole_reply(judging, longest_sentence(reading));
        case Count::repeats:
            return repeats(reading);
        case Count::copied_owner:
            if (!judging.lines().has_owner()) return {};
            return copied(reading, judging.lines().owner().canonical());
        case Count::copied_model:
            if (judging.moment().model_reply.empty()) return {};
            return copied(reading, canonicalise(judging.moment().model_reply));
        case Count::act_density:
            return whole_reply(judging, act_density(judging));
        case Count::match: {
            std::vector<Spot>& spots = judging.scratch().spots;
            judging.find(judging.program().speakers[limit.speaker].rule, limit.match, limit.except, spots);
            Measure measured{count_apart(spots), {}};
            for (const Spot& spot : spots) measured.spans.push_back(spot.span);
            return measured;
        }
    }
    return {};
}

bool broken(const CompiledLimit& limit, int value) {
    return (limit.max && value > *limit.max) || (limit.min && value < *limit.min);
}

}  // namespace

void judge_limits(Judging& judging) {
    std::vector<Spot>& spots = judging.scratch().spots;
    for (const CompiledLimit& limit : judging.program().limits) {
        const Measure measured = measure(judging, limit);
        if (!broken(limit, measured.value)) continue;
        const Speaker& speaker = judging.program().speakers[limit.speaker];
        judging.trace({TraceStep::What::measured, speaker.rule, {}, nullptr, measured.value});
        spots.assign(1, {judging.reading().whole()});
        judging.apply_guard(speaker.rule, speaker.guard, spots);
        if (spots.empty()) continue;
        judging.add_candidate(limit.speaker, {}, false);
        if (limit.voids) judging.void_acts(measured.spans, speaker.rule);
    }
}

}  // namespace huashu::scoring
