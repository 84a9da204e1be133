#include "judge/judging.hpp"

#include <algorithm>

#include "judge/scope.hpp"

namespace huashu::scoring {

using What = TraceStep::What;

Judging::Judging(const Program& program, const Moment& moment, Scratch& scratch, Trace* trace)
    : program_(program), moment_(moment), scratch_(scratch), trace_(trace), lines_(program, moment, scratch.owner) {
    scratch_.acts.clear();
    scratch_.candidates.clear();
    scratch_.denied.clear();
    scratch_.excused.clear();
    scratch_.features.clear();
    scratch_.features_end.clear();
    scratch_.clause_sums.clear();
    for (auto* hits : {&scratch_.hit_acts, &scratch_.hit_forbids, &scratch_.hit_prefers, &scratch_.hit_memories})
        hits->clear();
}

void Judging::read(std::string_view reply) {
    scratch_.reply.read(program_.reply_patterns, program_.reply_slots, reply);
    for (const Slot slot : reading().matches().touched()) {
        const SlotUse use = program_.uses[slot];
        switch (use.kind) {
            case SlotUse::Kind::act:
                scratch_.hit_acts.push_back(use.index);
                break;
            case SlotUse::Kind::forbid:
                scratch_.hit_forbids.push_back(use.index);
                break;
            case SlotUse::Kind::prefer:
                scratch_.hit_prefers.push_back(use.index);
                break;
            case SlotUse::Kind::memory:
                scratch_.hit_memories.push_back(use.index);
                break;
            case SlotUse::Kind::other:
                break;
        }
    }
    for (auto* hits : {&scratch_.hit_acts, &scratch_.hit_forbids, &scratch_.hit_prefers, &scratch_.hit_memories})
        std::ranges::sort(*hits);
}

void Judging::find(const Rule* rule, Slot match, Slot except, std::vector<Spot>& out) {
    out.clear();
    const MatchTable& matches = reading().matches();
    for (const PatternMatch& found : matches.of(match)) {
        trace({What::matched, rule, found.span});
        if (matches.covering(except, found.span) != nullptr)
            trace({What::excepted, rule, found.span});
        else
            out.push_back({found.span, found.steps, found.by_skeleton});
    }
}

void Judging::occurrences(const CompiledCondition& condition, std::vector<Spot>& out, bool surely) {
    out.clear();
    switch (condition.asks) {
        case Condition::Asks::match:
            for (const PatternMatch& found : reading().matches().of(condition.slot))
                out.push_back({found.span, found.steps, found.by_skeleton});
            break;
        case Condition::Asks::acts:
            for (const FoundAct& act : acts())
                if (condition.acts[static_cast<std::size_t>(act.act)] && !(surely && act.rule == by_model))
                    out.push_back(act.spot);
            break;
        case Condition::Asks::families:
            for (const Candidate& candidate : candidates()) {
                const auto family = program_.speakers[candidate.speaker].family;
                if (family && condition.families[static_cast<std::size_t>(*family)]) out.push_back(candidate.spot);
            }
            std::ranges::sort(out, {}, &Spot::span);
            break;
        default:
            break;
    }
}

bool Judging::for_this_moment(const CompiledGuard& guard) const {
    if (guard.complaints.any() &&
        !(moment_.complaint && guard.complaints[static_cast<std::size_t>(*moment_.complaint)]))
        return false;
    return guard.steps.none() || guard.steps[static_cast<std::size_t>(moment_.step)];
}

void Judging::drop_in_contexts(const Rule* rule, const CompiledGuard& guard, std::vector<Spot>& spots) {
    std::erase_if(spots, [&](const Spot& spot) {
        for (const std::uint32_t index : guard.ignore) {
            if (!reading().in_context(program_.contexts[index], spot.span)) continue;
            trace({What::in_context, rule, spot.span, program_.contexts[index].rule});
            return true;
        }
        return false;
    });
}

void Judging::apply_condition(const Rule* rule, const CompiledCondition& condition, bool wanted, int index,
                              std::vector<Spot>& spots) {
    if (spots.empty()) return;
    const auto fails = [&](const Spot& spot) {
        if (holds(condition, spot.span) == wanted) return false;
        trace({wanted ? What::unfulfilled : What::excused, rule, spot.span, nullptr, index});
        return true;
    };
    switch (condition.which) {
        case Which::any:
            std::erase_if(spots, fails);
            break;
        case Which::first:
            if (fails(spots.front())) spots.clear();
            break;
        case Which::last:
            if (fails(spots.back())) spots.clear();
            break;
        case Which::every: {
            const auto holds_at = [&](const Spot& spot) { return holds(condition, spot.span); };
            if (std::ranges::all_of(spots, holds_at) == wanted) break;
            trace({wanted ? What::unfulfilled : What::excused, rule, spots.front().span, nullptr, index});
            spots.clear();
            break;
        }
    }
}

void Judging::apply_guard(const Rule* rule, const CompiledGuard& guard, std::vector<Spot>& spots) {
    if (spots.empty()) return;
    if (!for_this_moment(guard)) {
        trace({What::not_now, rule, spots.front().span});
        spots.clear();
        return;
    }
    drop_in_contexts(rule, guard, spots);
    for (std::size_t i = 0; i < guard.when.size(); ++i)
        apply_condition(rule, guard.when[i], true, static_cast<int>(i), spots);
    for (std::size_t i = 0; i < guard.unless.size(); ++i)
        apply_condition(rule, guard.unless[i], false, static_cast<int>(i), spots);
}

bool Judging::holds(const CompiledCondition& condition, CharSpan spot) {
    return answer(condition, spot) != condition.negated;
}

bool Judging::answer(const CompiledCondition& condition, CharSpan spot) {
    switch (condition.asks) {
        case Condition::Asks::match:
            return match_in_scope(condition, spot);
        case Condition::Asks::acts:
            return act_in_scope(condition, spot);
        case Condition::Asks::families:
            return family_in_scope(condition, spot);
        case Condition::Asks::complaint:
            return moment_.complaint && condition.complaints[static_cast<std::size_t>(*moment_.complaint)];
        case Condition::Asks::steps:
            return condition.steps[static_cast<std::size_t>(moment_.step)];
        case Condition::Asks::anger:
            return moment_.anger && condition.anger.holds(*moment_.anger);
    }
    return false;
}

bool Judging::match_in_scope(const CompiledCondition& condition, CharSpan spot) {
    if (condition.scope == Scope::owner) return lines_.owner_has(condition.slot);
    if (condition.scope == Scope::earlier) return lines_.earlier_has(condition.slot, condition.turns);
    const MatchTable& matches = reading().matches();
    if (!matches.has(condition.slot)) return false;
    const CharSpan stretch = stretch_of(reading(), condition.scope, condition.within, spot);
    if (condition.scope == Scope::after) return !matches.from(condition.slot, stretch.begin).empty();
    if (condition.scope != Scope::before) return matches.overlapping(condition.slot, stretch) != nullptr;
    for (const PatternMatch& match : matches.of(condition.slot)) {
        if (match.span.begin >= stretch.end) break;
        if (match.span.end <= stretch.end) return true;
    }
    return false;
}

bool Judging::act_in_scope(const CompiledCondition& condition, CharSpan spot) {
    if (condition.scope == Scope::earlier) return lines_.earlier_did(condition.acts, condition.turns);
    if ((act_set_ & condition.acts).none()) return false;
    if (condition.scope == Scope::reply) return true;
    const CharSpan stretch = stretch_of(reading(), condition.scope, condition.within, spot);
    return std::ranges::any_of(acts(), [&](const FoundAct& act) {
        return condition.acts[static_cast<std::size_t>(act.act)] && in_stretch(condition.scope, stretch, act.spot.span);
    });
}

bool Judging::family_in_scope(const CompiledCondition& condition, CharSpan spot) const {
    const CharSpan stretch = stretch_of(reading(), condition.scope, condition.within, spot);
    return std::ranges::any_of(candidates(), [&](const Candidate& candidate) {
        const auto family = program_.speakers[candidate.speaker].family;
        return family && condition.families[static_cast<std::size_t>(*family)] &&
               (condition.scope == Scope::reply || in_stretch(condition.scope, stretch, candidate.spot.span));
    });
}

bool Judging::all_hold(const std::vector<CompiledCondition>& conditions, CharSpan spot) {
    return std::ranges::all_of(conditions, [&](const CompiledCondition& one) { return holds(one, spot); });
}

bool Judging::any_holds(const std::vector<CompiledCondition>& conditions, CharSpan spot) {
    return std::ranges::any_of(conditions, [&](const CompiledCondition& one) { return holds(one, spot); });
}

void Judging::deny(Act act, CharSpan span) {
    const IndexRange clauses = reading().clauses_of(span);
    scratch_.denied.resize(reading().clauses().size());
    for (std::uint32_t i = clauses.first; i <= clauses.last; ++i) scratch_.denied[i].set(static_cast<std::size_t>(act));
}

ActSet Judging::denied_in(std::uint32_t clause) const {
    return clause < scratch_.denied.size() ? scratch_.denied[clause] : ActSet{};
}

void Judging::excuse(Family family, CharSpan span) {
    const IndexRange clauses = reading().clauses_of(span);
    scratch_.excused.resize(reading().clauses().size());
    for (std::uint32_t i = clauses.first; i <= clauses.last; ++i)
        scratch_.excused[i].set(static_cast<std::size_t>(family));
}

FamilySet Judging::excused_in(std::uint32_t clause) const {
    return clause < scratch_.excused.size() ? scratch_.excused[clause] : FamilySet{};
}

void Judging::add_candidate(SpeakerIndex speaker, const Spot& spot, bool placed, int per_cent_sure) {
    trace({What::spoke, program_.speakers[speaker].rule, spot.span, nullptr, per_cent_sure});
    scratch_.candidates.push_back({speaker, spot, placed});
}

}  // namespace huashu::scoring
