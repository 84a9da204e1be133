// The plain twin of the judge: docs/scoring.md read aloud, slow and obvious. Each rule is asked by itself, each pattern
// is matched by itself, every question walks over everything there is. It shares no code with scoring/judge.
#pragma once

#include <tuple>

#include "scoring/plain_conditions.hpp"

namespace huashu::test {

class PlainJudge : private PlainConditions {
public:
    PlainJudge(const PackData& pack, FindPattern find_pattern) : PlainConditions(pack, std::move(find_pattern)) {}

    /// Findings' `revealed_by` is left 0.
    Judgement judge(const std::string& reply, const Moment& moment) {
        moment_ = &moment;
        text_ = prepare(reply);
        acts_.clear();
        claims_.clear();
        void_.clear();
        const bool empty = text_.clauses.empty();
        if (!empty) run_rules();
        Judgement judgement;
        judgement.empty = empty;
        settle(reply, judgement);
        for (const PlainAct& act : acts_) {
            EarnedAct earned;
            earned.act = act.act;
            earned.span = text_.canonical.bytes_of(act.span);
            earned.rule = act.rule->id;
            earned.source = act.rule->source;
            earned.reason = act.rule->reason;
            judgement.acts.push_back(earned);
        }
        write_ledger(judgement);
        return judgement;
    }

private:
    // --- the kinds, in the order of docs/scoring.md ---
    static bool asks(const Guard& guard, Condition::Asks what) {
        for (const auto* conditions : {&guard.when, &guard.unless})
            for (const Condition& condition : *conditions)
                if (condition.asks == what) return true;
        return false;
    }

    template <class Kind, class Do>
    void each(Do run) {
        for (std::size_t i = 0; i < pack_.rules.size(); ++i)
            if (const auto* body = std::get_if<Kind>(&pack_.rules[i].body)) {
                rule_ = &pack_.rules[i];
                order_ = static_cast<int>(i);
                run(*body);
            }
    }

    void run_rules() {
        for (int phase = 1; phase <= 2; ++phase) run_acts(phase);
        each<LimitRule>([this](const LimitRule& rule) { run_limit(rule); });
        for (const bool asking : {false, true}) run_forbids(asking);
        run_acts(3);
        std::erase_if(acts_, [this](const PlainAct& act) { return is_spoiled(act.span); });
        each<OrderRule>([this](const OrderRule& rule) { run_order(rule); });
        each<PairRule>([this](const PairRule& rule) { run_pair(rule); });
        each<PreferRule>([this](const PreferRule& rule) { claim(rule.charge, guarded(rule.words, rule.guard)); });
        each<EchoRule>([this](const EchoRule& rule) { run_echo(rule); });
        each<MemoryRule>([this](const MemoryRule& rule) { run_memory(rule); });
    }

    std::vector<CharSpan> guarded(const Wording& wording, const Guard& with) const {
        std::vector<CharSpan> spans = words(wording);
        guard(with, spans);
        return spans;
    }

    void claim(const Charge& charge, const std::vector<CharSpan>& spans, bool placed = true) {
        for (const CharSpan span : spans) claims_.push_back({rule_, &charge, span, placed, order_});
    }

    void run_acts(int phase) {
        std::vector<PlainAct> found;
        each<ActRule>([&](const ActRule& rule) {
            const bool families = asks(rule.guard, Condition::Asks::families);
            const bool acts = asks(rule.guard, Condition::Asks::acts);
            if (phase != (families ? 3 : acts ? 2 : 1)) return;
            for (const CharSpan span : guarded(rule.words, rule.guard)) found.push_back({rule.act, span, rule_});
        });
        std::erase_if(found, [this](const PlainAct& act) { return is_void(act.span); });
        if (found.empty()) return;
        acts_.insert(acts_.end(), found.begin(), found.end());
        keep_longest_acts();
    }

    bool is_void(CharSpan span) const {
        std::uint32_t covered = 0;
        for (std::uint32_t i = span.begin; i < span.end; ++i) covered += void_.contains(i) ? 1 : 0;
        return covered * 2 >= span.end - span.begin && covered > 0;
    }

    /// A fault stands in one of its clauses.
    bool is_spoiled(CharSpan act) const {
        const auto clauses = [this](CharSpan span) {
            return std::pair(clause_at(span.begin), clause_at(span.end > span.begin ? span.end - 1 : span.begin));
        };
        const auto own = clauses(act);
        return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
            if (!claim.charge->family || !claim.placed) return false;
            const auto theirs = clauses(claim.span);
            return theirs.first <= own.second && own.first <= theirs.second;
        });
    }

    int order_of(const Rule* rule) const { return static_cast<int>(rule - pack_.rules.data()); }

    void keep_longest_acts() {
        const auto size = [](const PlainAct& act) { return act.span.end - act.span.begin; };
        std::vector<PlainAct> in_clause;
        for (const PlainAct& act : acts_) {
            const bool beaten = std::any_of(acts_.begin(), acts_.end(), [&](const PlainAct& other) {
                if (other.act != act.act || clause_at(other.span.begin) != clause_at(act.span.begin)) return false;
                return std::tuple(size(other), act.span.begin, order_of(act.rule)) >
                       std::tuple(size(act), other.span.begin, order_of(other.rule));
            });
            if (!beaten) in_clause.push_back(act);
        }
        std::stable_sort(in_clause.begin(), in_clause.end(),
                         [](const PlainAct& a, const PlainAct& b) { return a.span.begin < b.span.begin; });
        acts_.clear();
        for (const PlainAct& act : in_clause) {
            const auto rival =
                std::find_if(acts_.rbegin(), acts_.rend(), [&](const PlainAct& other) { return other.act == act.act; });
            if (rival == acts_.rend() || !overlap(rival->span, act.span))
                acts_.push_back(act);
            else if (size(act) > size(*rival))
                *rival = act;
        }
        std::sort(acts_.begin(), acts_.end(), [](const PlainAct& a, const PlainAct& b) {
            return std::tuple(a.span, a.act) < std::tuple(b.span, b.act);
        });
    }

    void run_forbids(bool asking) {
        std::vector<Claim> before = claims_, found;
        each<ForbidRule>([&](const ForbidRule& rule) {
            if (asks(rule.guard, Condition::Asks::families) != asking) return;
            const std::vector<CharSpan> plain = find(rule.words.match, false, text_);
            for (const CharSpan span : guarded(rule.words, rule.guard)) {
                const bool by_skeleton = std::find(plain.begin(), plain.end(), span) == plain.end();
                found.push_back({rule_, &rule.charge, span, true, order_, by_skeleton});
            }
        });
        claims_.insert(claims_.end(), found.begin(), found.end());
    }

    void run_order(const OrderRule& rule) {
        std::vector<CharSpan> then = places(rule.then);
        const std::vector<CharSpan> first = places(rule.first);
        std::erase_if(then, [&](CharSpan span) {
            return std::any_of(first.begin(), first.end(), [&](CharSpan one) { return one.begin < span.begin; });
        });
        guard(rule.guard, then);
        Condition earlier = rule.first;
        earlier.scope = Scope::earlier;
        if (!then.empty() && rule.over_conversation && holds(earlier, then.front())) return;
        claim(rule.charge, then);
    }

    void run_pair(const PairRule& rule) {
        std::vector<CharSpan> triggers = places(rule.trigger);
        guard(rule.guard, triggers);
        std::erase_if(triggers, [&](CharSpan span) {
            return std::any_of(rule.with.begin(), rule.with.end(),
                               [&](const Condition& with) { return holds(with, span); });
        });
        claim(rule.charge, triggers);
    }

    void run_echo(const EchoRule& rule) {
        if (moment_->owner_line.empty() || !found_in(rule.owner, moment_->owner_line)) return;
        if (!find(rule.match, false, text_).empty()) return;
        std::vector<CharSpan> spans{whole()};
        guard(rule.guard, spans);
        if (!spans.empty()) claim(rule.charge, {CharSpan{}}, false);
    }

    void run_memory(const MemoryRule& rule) {
        const auto any_of = [this](const PatternTexts& patterns, std::vector<std::string> lines) {
            return std::any_of(lines.begin(), lines.end(),
                               [&](const std::string& line) { return found_in(patterns, line); });
        };
        std::vector<std::string> owner = moment_->owner_earlier;
        owner.push_back(moment_->owner_line);
        const std::vector<CharSpan> spans = guarded(rule.words, rule.guard);
        if (any_of(rule.known, owner) || any_of(rule.earlier, moment_->earlier)) claim(rule.charge, spans);
    }

    void run_limit(const LimitRule& rule);  // plain_sums.hpp
    void settle(const std::string& reply, Judgement& judgement) const;
    void write_ledger(Judgement& judgement) const;

    std::set<std::uint32_t> void_;  // characters
    const Rule* rule_ = nullptr;
    int order_ = 0;
};

inline bool PlainConditions::did(ActSet acts, const std::string& line) const {
    PlainJudge other(pack_, find_pattern_);
    const Moment nothing;
    return (other.judge(line, nothing).act_set() & acts).any();
}

}  // namespace huashu::test

#include "scoring/plain_sums.hpp"
