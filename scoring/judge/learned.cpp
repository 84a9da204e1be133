#include <algorithm>

#include "judge/judge_kinds.hpp"
#include "judge/whole_reply.hpp"

namespace huashu::scoring {
namespace {

constexpr std::uint32_t fewest_words = 2;  // one character proves nothing
constexpr double second_family = 0.15;     // how likely a family must be that is not the likeliest
constexpr double unlikely_family = 0.08;   // … and below which it falls where the fault has a likelier name
constexpr double beside_rules = 0.3;       // … and one where rules found a fault of another family

FamilySet found_by_rules(const Judging& judging) {
    FamilySet found;
    for (const Candidate& one : judging.candidates())
        if (const auto family = judging.program().speakers[one.speaker].family)
            found.set(static_cast<std::size_t>(*family));
    return found;
}

/// The families that the model would name, given that there is a fault, with how sure it is of each.
class Naming {
public:
    explicit Naming(Judging& judging) : found_(found_by_rules(judging)) {
        for (std::size_t i = 0; i < family_count; ++i) {
            likely_[i] = model_confidence(judging, label_of(static_cast<Family>(i))).value_or(0);
            if (likely_[i] > likely_[best_]) best_ = i;
        }
    }
    [[nodiscard]] bool names(std::size_t family) const {
        if (found_[family]) return false;
        if (found_.any()) return likely_[family] >= beside_rules;
        return family == best_ || likely_[family] >= second_family;
    }
    [[nodiscard]] double likely(std::size_t family) const { return likely_[family]; }

private:
    FamilySet found_;
    std::array<double, family_count> likely_{};
    std::size_t best_ = 0;
};

/// Clauses in which rules did not look at words of the family and find them harmless.
std::vector<bool> open_clauses(const Judging& judging, std::size_t family) {
    std::vector<bool> open(judging.reading().clauses().size());
    for (std::uint32_t i = 0; i < open.size(); ++i) open[i] = !judging.excused_in(i)[family];
    return open;
}

/// The guard is asked at each piece that spoke for the fault: quoted or negated words speak for nothing.
bool stands(Judging& judging, const Speaker& speaker, const std::vector<CharSpan>& evidence) {
    std::vector<Spot> spots;
    for (const CharSpan piece : evidence) spots.push_back({piece});
    judging.apply_guard(speaker.rule, speaker.guard, spots);
    return !evidence.empty() && spots.size() == evidence.size();
}

/// Words that rules know of one family may be another's in this reply: "your contract says so" blames or sends away.
/// Where a likelier family was found too, the unlikely one falls; not what is critical or was seen through a disguise.
void drop_unlikely_families(Judging& judging, const Naming& naming) {
    if (words_of_reply(judging) > most_words_for_clauses) return;
    const auto likely = [&](const Candidate& one) {
        const auto& family = judging.program().speakers[one.speaker].family;
        return family ? naming.likely(static_cast<std::size_t>(*family)) : 0;
    };
    const auto is_likely = [&](const Candidate& one) { return likely(one) >= unlikely_family; };
    if (std::ranges::none_of(judging.candidates(), is_likely)) return;
    judging.drop_candidates([&](const Candidate& one) {
        const Speaker& speaker = judging.program().speakers[one.speaker];
        const bool for_rules_alone = one.spot.by_skeleton || speaker.severity == Severity::critical;
        if (!speaker.family || !one.placed || for_rules_alone || is_likely(one)) return false;
        judging.trace({TraceStep::What::doubted, speaker.rule, one.spot.span, nullptr, per_cent(likely(one))});
        return true;
    });
}

}  // namespace

void judge_learned(Judging& judging) {
    const Program& program = judging.program();
    const auto given = [](const auto& rule) { return rule.has_value(); };
    if (!judging.asks_model() || std::ranges::none_of(program.learned, given)) return;
    if (words_of_reply(judging) < fewest_words) return;
    const auto sure = model_confidence(judging, fault_label);
    if (!sure) return;
    const Naming naming(judging);
    std::vector<std::pair<SpeakerIndex, CharSpan>> found;  // put in at the end: they do not see each other
    for (std::size_t i = 0; i < family_count; ++i) {
        const std::optional<CompiledLearned>& rule = program.learned[i];
        if (!rule || *sure < rule->sure || !naming.names(i)) continue;
        const std::size_t label = label_of(static_cast<Family>(i));
        const auto clause = strongest_clause(judging, label, open_clauses(judging, i));
        if (!clause) continue;
        const Speaker& speaker = program.speakers[rule->speaker];
        const CharSpan span = judging.reading().clauses()[*clause].span;
        const std::vector<CharSpan> evidence = evidence_in(judging, *clause, label);
        for (const CharSpan piece : evidence) judging.trace({TraceStep::What::matched, speaker.rule, piece});
        if (stands(judging, speaker, evidence)) found.emplace_back(rule->speaker, span);
    }
    for (const auto& [speaker, span] : found) judging.add_candidate(speaker, {span}, true, per_cent(*sure));
    drop_unlikely_families(judging, naming);
}

}  // namespace huashu::scoring
