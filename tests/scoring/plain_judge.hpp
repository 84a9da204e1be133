// The plain twin of the judge: docs/scoring.md read aloud, slow and obvious. Each rule is asked by itself, each pattern
// is matched by itself, every question walks over everything there is. It shares no code with scoring/judge.
#pragma once

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "rules/pack_data.hpp"
#include "scoring/judgement.hpp"
#include "scoring/plain_matcher.hpp"

namespace huashu::test {

using namespace huashu::scoring;

/// What one pattern finds in a text.
using FindPattern = std::function<std::vector<CharSpan>(const std::string& pattern, bool evasion, const PreparedText&)>;

class PlainJudge {
public:
    PlainJudge(const PackData& pack, FindPattern find_pattern) : pack_(pack), find_pattern_(std::move(find_pattern)) {}

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
    struct PlainAct {
        Act act;
        CharSpan span;
        const Rule* rule;
    };
    struct Claim {
        const Rule* rule;
        const Charge* charge;
        CharSpan span;
        bool placed;
        int order;  // of the rule in the pack
        bool by_skeleton = false;
    };

    static bool inside(CharSpan inner, CharSpan outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }
    static bool overlap(CharSpan a, CharSpan b) { return a.begin < b.end && b.begin < a.end; }
    CharSpan whole() const { return {0, static_cast<std::uint32_t>(text_.canonical.chars.size())}; }

    // --- text ---
    std::size_t clause_at(std::uint32_t position) const {
        std::size_t clause = 0;
        for (std::size_t i = 0; i < text_.clauses.size(); ++i)
            if (text_.clauses[i].span.begin <= position) clause = i;
        return clause;
    }
    std::uint32_t sentence_at(std::uint32_t position) const {
        return text_.clauses.empty() ? 0 : text_.clauses[clause_at(position)].sentence;
    }

    std::vector<CharSpan> find(const PatternTexts& patterns, bool evasion, const PreparedText& text) const {
        std::set<CharSpan> all;
        for (const WrittenText& pattern : patterns)
            for (const CharSpan span : find_pattern_(pattern.text, evasion, text)) all.insert(span);
        std::vector<CharSpan> longest;  // of those with one start, as the patterns of a slot are matched together
        for (const CharSpan span : all) {
            if (!longest.empty() && longest.back().begin == span.begin) longest.pop_back();
            longest.push_back(span);
        }
        return longest;
    }
    bool found_in(const PatternTexts& patterns, const std::string& line) const {
        return !find(patterns, false, prepare(line)).empty();
    }

    /// An exception that turns on a doubled character is looked for in the plain text only.
    static bool has_double(const std::string& pattern) {
        const std::u32string chars = canonicalise(pattern).chars;
        for (std::size_t i = 1; i < chars.size(); ++i)
            if (chars[i] == chars[i - 1] && chars[i] > 0x7F) return true;
        return false;
    }

    std::vector<CharSpan> words(const Wording& wording) const {
        std::vector<CharSpan> spans = find(wording.match, wording.evasion, text_);
        std::vector<CharSpan> allowed;
        for (const WrittenText& except : wording.except)
            for (const CharSpan span : find({except}, wording.evasion && !has_double(except.text), text_))
                allowed.push_back(span);
        std::erase_if(spans, [&](CharSpan span) {
            return std::any_of(allowed.begin(), allowed.end(), [&](CharSpan outer) { return inside(span, outer); });
        });
        return spans;
    }

    // --- contexts ---
    bool same_reach(ContextRule::Until until, std::uint32_t a, std::uint32_t b) const {
        if (until == ContextRule::Until::reply) return true;
        if (until == ContextRule::Until::sentence) return sentence_at(a) == sentence_at(b);
        return clause_at(a) == clause_at(b);
    }

    bool in_context(const std::string& id, CharSpan span) const {
        for (const Rule& rule : pack_.rules) {
            const auto* context = std::get_if<ContextRule>(&rule.body);
            if (context == nullptr || rule.id != id) continue;
            for (const WrittenText& pair : context->pairs)
                if (between(canonicalise(pair.text).chars, span)) return true;
            const Wording markers{context->markers, context->except, false};
            for (const CharSpan marker : words(markers))
                if (marks(*context, marker, span)) return true;
        }
        return false;
    }

    bool marks(const ContextRule& context, CharSpan marker, CharSpan span) const {
        const auto within = static_cast<std::uint32_t>(context.within);
        const bool before = marker.end <= span.begin && span.begin - marker.end <= within &&
                            same_reach(context.until, marker.end - 1, span.begin);
        const bool after = marker.begin >= span.end && marker.begin - span.end <= within &&
                           same_reach(context.until, span.end - 1, marker.begin);
        switch (context.side) {
            case ContextRule::Side::before:
                return before;
            case ContextRule::Side::after:
                return after;
            case ContextRule::Side::around:
                return before || after;
            case ContextRule::Side::inside:
                return inside(span, marker);
        }
        return false;
    }

    bool between(const std::u32string& pair, CharSpan span) const {
        const std::u32string& chars = text_.canonical.chars;
        bool open = false;
        std::uint32_t begin = 0;
        for (std::uint32_t i = 0; i < chars.size(); ++i) {
            if (!open && chars[i] == pair[0]) {
                open = true;
                begin = i + 1;
            } else if (open && chars[i] == pair[1]) {
                open = false;
                if (inside(span, {begin, i})) return true;
            }
        }
        return false;
    }

    // --- conditions ---
    bool in_scope(const Condition& condition, CharSpan thing, CharSpan span) const {
        const auto clauses = [this](CharSpan of) {
            return std::pair(clause_at(of.begin), clause_at(std::max(of.begin + 1, of.end) - 1));
        };
        const auto [first, last] = clauses(span);
        const auto [thing_first, thing_last] = clauses(thing);
        switch (condition.scope) {
            case Scope::clause:
                return thing_first <= last && thing_last >= first;
            case Scope::sentence:
                return sentence_at(thing.begin) <= text_.clauses[last].sentence &&
                       text_.clauses[thing_last].sentence >= text_.clauses[first].sentence;
            case Scope::next:
                return thing_first <= last + 1 && thing_last >= last + 1;
            case Scope::before:
                return thing.end <= span.begin;
            case Scope::after:
                return thing.begin >= span.end;
            case Scope::around: {
                const auto within = static_cast<std::uint32_t>(condition.within);
                return thing.begin < span.end + within && thing.end + within > span.begin;
            }
            default:
                return true;
        }
    }

    std::vector<std::string> last_replies(int turns) const {
        std::vector<std::string> lines = moment_->earlier;
        while (turns > 0 && lines.size() > static_cast<std::size_t>(turns)) lines.erase(lines.begin());
        return lines;
    }

    bool holds(const Condition& condition, CharSpan span) const { return answer(condition, span) != condition.negated; }

    bool answer(const Condition& condition, CharSpan span) const {
        switch (condition.asks) {
            case Condition::Asks::complaint:
                return moment_->complaint && condition.complaints[static_cast<std::size_t>(*moment_->complaint)];
            case Condition::Asks::steps:
                return condition.steps[static_cast<std::size_t>(moment_->step)];
            case Condition::Asks::anger:
                return moment_->anger && condition.anger.holds(*moment_->anger);
            default:
                break;
        }
        if (condition.scope == Scope::owner) return found_in(condition.match, moment_->owner_line);
        if (condition.scope == Scope::earlier) {
            for (const std::string& line : last_replies(condition.turns))
                if (condition.asks == Condition::Asks::match ? found_in(condition.match, line)
                                                             : did(condition.acts, line))
                    return true;
            return false;
        }
        const std::vector<CharSpan> things = places(condition);
        return std::any_of(things.begin(), things.end(),
                           [&](CharSpan thing) { return in_scope(condition, thing, span); });
    }

    bool did(ActSet acts, const std::string& line) const {
        PlainJudge other(pack_, find_pattern_);
        const Moment nothing;
        return (other.judge(line, nothing).act_set() & acts).any();
    }

    /// Where the things stand that a condition speaks of.
    std::vector<CharSpan> places(const Condition& condition) const {
        if (condition.asks == Condition::Asks::match) return find(condition.match, false, text_);
        std::vector<CharSpan> spans;
        if (condition.asks == Condition::Asks::acts)
            for (const PlainAct& act : acts_)
                if (condition.acts[static_cast<std::size_t>(act.act)]) spans.push_back(act.span);
        if (condition.asks == Condition::Asks::families)
            for (const Claim& claim : claims_)
                if (claim.charge->family && condition.families[static_cast<std::size_t>(*claim.charge->family)])
                    spans.push_back(claim.span);
        std::sort(spans.begin(), spans.end());
        return spans;
    }

    void guard(const Guard& guard, std::vector<CharSpan>& spans) const {
        const bool other_complaint =
            guard.complaints.any() &&
            !(moment_->complaint && guard.complaints[static_cast<std::size_t>(*moment_->complaint)]);
        const bool other_step = guard.steps.any() && !guard.steps[static_cast<std::size_t>(moment_->step)];
        if (other_complaint || other_step) spans.clear();
        std::erase_if(spans, [&](CharSpan span) {
            return std::any_of(guard.ignore.begin(), guard.ignore.end(),
                               [&](const WrittenText& context) { return in_context(context.text, span); });
        });
        for (const Condition& condition : guard.when) ask(condition, true, spans);
        for (const Condition& condition : guard.unless) ask(condition, false, spans);
    }

    void ask(const Condition& condition, bool wanted, std::vector<CharSpan>& spans) const {
        if (spans.empty()) return;
        std::vector<bool> held;
        for (const CharSpan span : spans) held.push_back(holds(condition, span));
        const bool all = std::find(held.begin(), held.end(), false) == held.end();
        std::vector<CharSpan> kept;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            bool answer = held[i];
            if (condition.which == Which::first) answer = held.front();
            if (condition.which == Which::last) answer = held.back();
            if (condition.which == Which::every) answer = all;
            if (answer == wanted) kept.push_back(spans[i]);
        }
        spans = kept;
    }

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

    void run_limit(const LimitRule& rule);  // plain_limits.hpp
    void settle(const std::string& reply, Judgement& judgement) const;
    void write_ledger(Judgement& judgement) const;

    const PackData& pack_;
    FindPattern find_pattern_;
    const Moment* moment_ = nullptr;
    PreparedText text_;
    std::vector<PlainAct> acts_;
    std::vector<Claim> claims_;
    std::set<std::uint32_t> void_;  // characters
    const Rule* rule_ = nullptr;
    int order_ = 0;
};

}  // namespace huashu::test

#include "scoring/plain_sums.hpp"
