// One reply being judged: what is known so far, and the questions that rules ask of it. The kinds of rule
// (judge_*.cpp) put acts and candidates in; conditions see what is in already, which is why their order is fixed
// (docs/scoring.md, "The order of judging").
#pragma once

#include "judge/found.hpp"
#include "judge/lines.hpp"

namespace huashu::scoring {

/// What the model makes of a clause's words, wherever the clause stands.
struct ClauseSums {
    Recogniser::Sums sums{};
    std::uint32_t features = 0;
};

/// Buffers that are kept from one reply to the next. One per thread.
struct Scratch {
    Reading reply, owner;
    std::vector<FoundAct> acts;
    std::vector<Candidate> candidates;
    std::vector<Spot> spots;
    std::vector<std::uint32_t> hit_acts, hit_forbids, hit_prefers, hit_memories;
    std::vector<ActSet> denied;               ///< by clause: acts whose words stood there and did not count
    std::vector<FamilySet> excused;           ///< by clause: families whose words stood there and did not count
    std::vector<Feature> features;            ///< of the whole reply, once the model was asked
    std::vector<std::uint32_t> features_end;  ///< by clause
    std::vector<ClauseSums> clause_sums;
    LabelValues values{};
};

class Judging {
public:
    Judging(const Program& program, const Moment& moment, Scratch& scratch, Trace* trace = nullptr);

    /// Lays the reply out and sorts out which rules have words in it.
    void read(std::string_view reply);

    [[nodiscard]] const Program& program() const { return program_; }
    [[nodiscard]] const Moment& moment() const { return moment_; }
    [[nodiscard]] const Reading& reading() const { return scratch_.reply; }
    [[nodiscard]] Lines& lines() { return lines_; }
    [[nodiscard]] Scratch& scratch() { return scratch_; }

    /// By place, then act; at most one per act and clause.
    [[nodiscard]] const std::vector<FoundAct>& acts() const { return scratch_.acts; }
    [[nodiscard]] ActSet act_set() const { return act_set_; }
    [[nodiscard]] const std::vector<Candidate>& candidates() const { return scratch_.candidates; }

    /// Puts acts among those that are known: of one act in one clause the longest stays.
    /// `found` is used up.
    void add_acts(std::vector<FoundAct>& found);
    /// The words of an act stood at the span, but an exception, a context or a condition spoke against it: the model
    /// shall not see the act in that clause after all.
    void deny(Act act, CharSpan span);
    [[nodiscard]] ActSet denied_in(std::uint32_t clause) const;
    /// The words of a fault stood there, likewise.
    void excuse(Family family, CharSpan span);
    [[nodiscard]] FamilySet excused_in(std::uint32_t clause) const;
    /// Acts of which at least half lies inside the spans do not count, neither those known nor those that come.
    void void_acts(std::span<const CharSpan> spans, const Rule* limit);
    /// `per_cent_sure`: of what only the model saw.
    void add_candidate(SpeakerIndex speaker, const Spot& spot, bool placed = true, int per_cent_sure = -1);
    /// Takes out what the predicate says.
    template <class Predicate>
    void drop_acts(Predicate&& dropped) {
        std::erase_if(scratch_.acts, dropped);
        refresh_act_set();
    }
    template <class Predicate>
    void drop_candidates(Predicate&& dropped) {
        std::erase_if(scratch_.candidates, dropped);
    }
    /// Whether the model may take part: not where the examples of rules are run, which stand for themselves.
    [[nodiscard]] bool asks_model() const { return asks_model_ && program_.model.has_value(); }
    void leave_out_model() { asks_model_ = false; }

    /// The matches of a slot that no exception covers, in order, into `out` (cleared first).
    void find(const Rule* rule, Slot match, Slot except, std::vector<Spot>& out);
    /// The places in the reply of which a condition speaks, in order. With `surely` without acts that only the model
    /// saw: nobody is blamed for what a rule did not find.
    void occurrences(const CompiledCondition& condition, std::vector<Spot>& out, bool surely = false);
    /// Takes out the spots that the guard excuses.
    void apply_guard(const Rule* rule, const CompiledGuard& guard, std::vector<Spot>& spots);
    /// Whether the condition holds, seen from the spot.
    [[nodiscard]] bool holds(const CompiledCondition& condition, CharSpan spot);
    [[nodiscard]] bool all_hold(const std::vector<CompiledCondition>& conditions, CharSpan spot);
    [[nodiscard]] bool any_holds(const std::vector<CompiledCondition>& conditions, CharSpan spot);

    void trace(TraceStep step) {
        if (trace_ != nullptr) trace_->push_back(step);
    }

private:
    [[nodiscard]] bool for_this_moment(const CompiledGuard& guard) const;
    void drop_in_contexts(const Rule* rule, const CompiledGuard& guard, std::vector<Spot>& spots);
    void apply_condition(const Rule* rule, const CompiledCondition& condition, bool wanted, int index,
                         std::vector<Spot>& spots);
    [[nodiscard]] bool answer(const CompiledCondition& condition, CharSpan spot);
    [[nodiscard]] bool match_in_scope(const CompiledCondition& condition, CharSpan spot);
    [[nodiscard]] bool act_in_scope(const CompiledCondition& condition, CharSpan spot);
    [[nodiscard]] bool family_in_scope(const CompiledCondition& condition, CharSpan spot) const;
    [[nodiscard]] bool voided(const FoundAct& act);
    [[nodiscard]] const Rule* rule_of(const FoundAct& act) const;
    template <class Rivals>
    void drop_lesser(Rivals rivals);
    void refresh_act_set();

    const Program& program_;
    const Moment& moment_;
    Scratch& scratch_;
    Trace* trace_;
    Lines lines_;
    ActSet act_set_;
    bool asks_model_ = true;
    std::vector<const Rule*> void_by_;  // by character; empty until a limit voids something
};

/// The acts that a text does by itself, without a moment around it.
[[nodiscard]] ActSet acts_in(const Program& program, std::string_view text);

}  // namespace huashu::scoring
