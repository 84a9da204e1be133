// The plain twin's conditions: what a rule asks of the moment and of the words around.
#pragma once

#include "scoring/plain_words.hpp"

namespace huashu::test {

class PlainConditions : protected PlainWords {
protected:
    using PlainWords::PlainWords;

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

    bool did(ActSet acts, const std::string& line) const;  // plain_judge.hpp

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

    const Moment* moment_ = nullptr;
    std::vector<PlainAct> acts_;
    std::vector<Claim> claims_;
};

}  // namespace huashu::test
