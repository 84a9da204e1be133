// The other half of the plain twin: limits, who pays, and the ledger. Included by plain_judge.hpp.
#pragma once

#include "scoring/plain_judge.hpp"

namespace huashu::test {

inline bool counts(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= 0x3400 && c <= 0x9FFF);
}

/// The letters, digits and Han characters of a stretch, with their places. Replies of the twin's tests hold no others.
inline std::vector<std::uint32_t> counted(const std::u32string& text, CharSpan span) {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = span.begin; i < span.end; ++i)
        if (counts(text[i])) places.push_back(i);
    return places;
}

inline std::u32string letters(const std::u32string& text, const std::vector<std::uint32_t>& places,
                              std::size_t from = 0, std::size_t size = std::u32string::npos) {
    std::u32string out;
    for (std::size_t i = from; i < places.size() && i - from < size; ++i) out += text[places[i]];
    return out;
}

inline void PlainJudge::run_limit(const LimitRule& rule) {
    const std::u32string& chars = text_.canonical.chars;
    const std::vector<std::uint32_t> all = counted(chars, whole());
    int value = 0;
    std::set<std::uint32_t> touched;
    for (std::uint32_t i = 0; i < chars.size(); ++i) touched.insert(i);
    const auto copied_from = [&](const std::string& original) {
        touched.clear();
        const std::u32string theirs_text = canonicalise(original).chars;
        const std::u32string theirs =
            letters(theirs_text, counted(theirs_text, {0, static_cast<std::uint32_t>(theirs_text.size())}));
        std::set<std::size_t> hit;
        for (std::size_t i = 0; i + 6 <= all.size(); ++i)
            if (theirs.find(letters(chars, all, i, 6)) != std::u32string::npos)
                for (std::size_t k = i; k < i + 6; ++k) hit.insert(k);
        for (const std::size_t k : hit) touched.insert(all[k]);
        // what stands between two copied neighbours (punctuation) is copied with them
        for (const std::size_t k : hit)
            if (hit.contains(k + 1))
                for (std::uint32_t i = all[k]; i < all[k + 1]; ++i) touched.insert(i);
        value = all.empty() ? 0 : static_cast<int>(hit.size() * 100 / all.size());
    };
    switch (rule.count) {
        case Count::chars:
            value = static_cast<int>(all.size());
            break;
        case Count::questions:
            for (const Clause& clause : text_.clauses) value += clause.ended_by == U'?' ? 1 : 0;
            break;
        case Count::sentence_chars: {
            std::map<std::uint32_t, int> sizes;
            for (const Clause& clause : text_.clauses)
                sizes[clause.sentence] += static_cast<int>(counted(chars, clause.span).size());
            for (const auto& [sentence, size] : sizes) value = std::max(value, size);
            break;
        }
        case Count::repeats:
            touched.clear();
            for (std::size_t i = 0; i < text_.clauses.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    const std::u32string one = letters(chars, counted(chars, text_.clauses[i].span));
                    if (one.size() < 4 || one != letters(chars, counted(chars, text_.clauses[j].span))) continue;
                    ++value;
                    for (std::uint32_t k = text_.clauses[i].span.begin; k < text_.clauses[i].span.end; ++k)
                        touched.insert(k);
                    break;
                }
            break;
        case Count::copied_owner:
            copied_from(moment_->owner_line);
            break;
        case Count::copied_model:
            copied_from(moment_->model_reply);
            break;
        case Count::act_density: {
            std::set<Act> different;
            for (const PlainAct& act : acts_) different.insert(act.act);
            value = std::max(0, static_cast<int>(different.size()) - 2) * 100 /
                    std::max<int>(1, static_cast<int>(all.size()));
            break;
        }
        case Count::match: {
            std::uint32_t end = 0;
            touched.clear();
            for (const CharSpan span : words(rule.words)) {
                for (std::uint32_t k = span.begin; k < span.end; ++k) touched.insert(k);
                if (span.begin < end) continue;
                ++value;
                end = span.end;
            }
            break;
        }
    }
    if (!((rule.max && value > *rule.max) || (rule.min && value < *rule.min))) return;
    std::vector<CharSpan> spans{whole()};
    guard(rule.guard, spans);
    if (spans.empty()) return;
    claim(rule.charge, {CharSpan{}}, false);
    if (!rule.voids) return;
    void_.insert(touched.begin(), touched.end());
    std::erase_if(acts_, [this](const PlainAct& act) { return is_void(act.span); });
}

inline void PlainJudge::settle(const std::string& reply, Judgement& judgement) const {
    const auto size = [](const Claim& claim) { return claim.span.end - claim.span.begin; };
    const auto rivals = [](const Claim& a, const Claim& b) {
        if (a.charge->family || b.charge->family) return a.charge->family == b.charge->family;
        const bool wording = a.rule->kind() == RuleKind::prefer && b.rule->kind() == RuleKind::prefer;
        return wording || a.rule == b.rule;
    };
    std::vector<Claim> waiting = claims_, kept;
    std::stable_sort(waiting.begin(), waiting.end(), [&](const Claim& a, const Claim& b) {
        return std::tuple(-static_cast<int>(a.charge->severity), ~size(a), a.span.begin, a.by_skeleton, a.order) <
               std::tuple(-static_cast<int>(b.charge->severity), ~size(b), b.span.begin, b.by_skeleton, b.order);
    });
    for (const Claim& claim : waiting)
        if (!claim.placed || std::none_of(kept.begin(), kept.end(), [&](const Claim& other) {
                return rivals(claim, other) && overlap(claim.span, other.span);
            }))
            kept.push_back(claim);
    std::stable_sort(kept.begin(), kept.end(), [&](const Claim& a, const Claim& b) {
        return std::tuple(a.span, a.order) < std::tuple(b.span, b.order);
    });
    std::vector<Claim> once;
    for (const Claim& claim : kept)
        if (claim.charge->each ||
            std::none_of(once.begin(), once.end(), [&](const Claim& other) { return other.rule == claim.rule; }))
            once.push_back(claim);
    const auto points = [this](const Claim& claim) {
        return claim.charge->points.value_or(
            pack_.rubric.severity_points[static_cast<std::size_t>(claim.charge->severity)]);
    };
    const auto dearer = [&](const Claim& a, const Claim& b) {
        return std::tuple(-points(a), ~size(a), a.span.begin, a.order) <
               std::tuple(-points(b), ~size(b), b.span.begin, b.order);
    };
    std::vector<Claim> by_price = once;
    std::stable_sort(by_price.begin(), by_price.end(), dearer);
    std::vector<Claim> payers;
    for (const Claim& claim : once) {
        Finding finding;
        finding.rule = claim.rule->id;
        finding.family = claim.charge->family;
        finding.severity = claim.charge->severity;
        finding.dimension = claim.charge->dimension;
        finding.reason = claim.rule->reason;
        finding.instead = claim.rule->instead;
        finding.source = claim.rule->source;
        finding.points = points(claim);
        if (claim.placed) {
            finding.span = text_.canonical.bytes_of(claim.span);
            finding.quote = reply.substr(finding.span.begin, finding.span.end - finding.span.begin);
        }
        (finding.family ? judgement.findings : judgement.advice).push_back(finding);
    }
    for (const Claim& claim : by_price) {
        if (!claim.placed || points(claim) == 0) continue;
        const Claim* payer = nullptr;
        std::uint32_t at = claim.span.end;
        for (const Claim& other : payers)
            if (overlap(claim.span, other.span) && std::max(claim.span.begin, other.span.begin) < at) {
                payer = &other;
                at = std::max(claim.span.begin, other.span.begin);
            }
        if (payer == nullptr) {
            payers.push_back(claim);
            continue;
        }
        for (auto* findings : {&judgement.findings, &judgement.advice})
            for (Finding& finding : *findings)
                if (finding.rule == claim.rule->id && finding.span == text_.canonical.bytes_of(claim.span)) {
                    finding.points = 0;
                    finding.paid_by = payer->rule->id;
                }
    }
}

inline void PlainJudge::write_ledger(Judgement& judgement) const {
    const auto asked_of = [this](bool general) {
        std::vector<const Rule*> asked;
        for (const Rule& rule : pack_.rules) {
            const auto* body = std::get_if<RequireRule>(&rule.body);
            if (body == nullptr) continue;
            const bool is_general = body->complaints.none() && body->steps.none();
            const bool complaint =
                body->complaints.none() ||
                (moment_->complaint && body->complaints[static_cast<std::size_t>(*moment_->complaint)]);
            const bool step = body->steps.none() ||
                              (moment_->step != Step::unknown && body->steps[static_cast<std::size_t>(moment_->step)]);
            if ((is_general && general) || (!is_general && complaint && step)) asked.push_back(&rule);
        }
        return asked;
    };
    std::vector<const Rule*> asked = asked_of(false);
    if (moment_->step == Step::unknown || asked.empty()) asked = asked_of(true);
    std::erase_if(asked, [this](const Rule* rule) {
        const auto& body = std::get<RequireRule>(rule->body);
        if (body.anger && !(moment_->anger && body.anger->holds(*moment_->anger))) return true;
        for (const Condition& condition : body.when)
            if (!holds(condition, whole())) return true;
        for (const Condition& condition : body.unless)
            if (holds(condition, whole())) return true;
        return false;
    });
    // Whole numbers by largest remainder, found by handing out one centipoint at a time.
    std::vector<int> shares(asked.size(), 0);
    std::int64_t total = 0;
    for (const Rule* rule : asked) total += std::get<RequireRule>(rule->body).weight;
    std::vector<std::pair<std::int64_t, std::size_t>> remainders;
    int left = 10'000;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const std::int64_t exact = 10'000LL * std::get<RequireRule>(asked[i]->body).weight;
        shares[i] = static_cast<int>(exact / total);
        left -= shares[i];
        remainders.emplace_back(-(exact % total), i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (int i = 0; i < left && !remainders.empty(); ++i) ++shares[remainders[static_cast<std::size_t>(i)].second];

    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& body = std::get<RequireRule>(asked[i]->body);
        LedgerLine line;
        line.kind = LedgerLine::Kind::missed;
        line.rule = asked[i]->id;
        line.dimension = body.dimension;
        line.possible_centipoints = shares[i];
        line.reason = asked[i]->reason;
        line.instead = asked[i]->instead;
        line.source = asked[i]->source;
        bool met = false;
        for (const PlainAct& act : acts_)
            if (!met && body.acts[static_cast<std::size_t>(act.act)]) {
                met = true;
                line.span = text_.canonical.bytes_of(act.span);
            }
        for (const Condition& condition : body.any) {
            if (met || judgement.empty || !holds(condition, whole())) continue;
            met = true;
            const bool here =
                !condition.negated && condition.scope != Scope::owner && condition.scope != Scope::earlier;
            if (here && !places(condition).empty()) line.span = text_.canonical.bytes_of(places(condition).front());
        }
        if (met) {
            line.kind = LedgerLine::Kind::earned;
            line.centipoints = shares[i];
        } else {
            MissingAct missing{asked[i]->id, {}, line.reason, line.instead, line.source};
            ActSet acts = body.acts;
            for (const Condition& condition : body.any)
                if (!condition.negated) acts |= condition.acts;
            for (std::size_t act = 0; act < act_count; ++act)
                if (acts[act]) missing.acts.push_back(static_cast<Act>(act));
            judgement.missing.push_back(missing);
        }
        judgement.ledger.push_back(line);
    }
    if (asked.empty()) {
        LedgerLine line;
        line.kind = judgement.empty ? LedgerLine::Kind::missed : LedgerLine::Kind::earned;
        line.possible_centipoints = 10'000;
        line.centipoints = judgement.empty ? 0 : 10'000;
        judgement.ledger.push_back(line);
    }
    bool critical = false;
    for (const auto* findings : {&judgement.findings, &judgement.advice})
        for (const Finding& finding : *findings) {
            critical = critical || (finding.family && finding.severity == Severity::critical);
            if (finding.points == 0 && finding.paid_by.empty()) continue;
            LedgerLine line;
            line.kind = finding.paid_by.empty() ? LedgerLine::Kind::finding : LedgerLine::Kind::shared;
            line.rule = finding.rule;
            line.dimension = finding.dimension;
            line.centipoints = -100 * finding.points;
            line.span = finding.span;
            line.reason = finding.reason;
            line.instead = finding.instead;
            line.source = finding.source;
            judgement.ledger.push_back(line);
        }
    int sum = 0;
    for (const LedgerLine& line : judgement.ledger) sum += line.centipoints;
    const int cap = 100 * pack_.rubric.critical_cap;
    const int wanted = critical ? std::clamp(sum, 0, cap) : std::max(sum, 0);
    if (wanted != sum) {
        LedgerLine line;
        line.kind = sum < 0 ? LedgerLine::Kind::floor : LedgerLine::Kind::cap;
        line.centipoints = wanted - sum;
        judgement.ledger.push_back(line);
    }
    judgement.score = (wanted + 50) / 100;
}

}  // namespace huashu::test
