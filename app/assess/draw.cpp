#include "assess/draw.hpp"

#include <algorithm>
#include <set>

#include "assess/draw_parts.hpp"

namespace huashu::assess {
namespace {

template <class T>
bool holds_or_any(const std::vector<T>& wanted, const T& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

Form form_of(const Blueprint& blueprint, const std::vector<Candidate>& candidates, const std::vector<Slot>& slots,
             const std::vector<std::size_t>& taken) {
    Form form;
    for (std::size_t s = 0; s < slots.size(); ++s) {
        const DrawRule& rule = blueprint.draws[slots[s].draw];
        const Candidate& c = candidates[taken[s]];
        form.items.push_back({c.id, slots[s].draw, rule.replies, rule.weight, rule.minutes, c.difficulty_centi()});
    }
    return form;
}

int shared_items(const Form& a, const Form& b) {
    int count = 0;
    for (const FormItem& x : a.items)
        for (const FormItem& y : b.items) count += x.scenario_id == y.scenario_id ? 1 : 0;
    return count;
}

void compare_forms(Drawn& drawn) {
    const auto [least, most] =
        std::minmax_element(drawn.numbers.begin(), drawn.numbers.end(),
                            [](const auto& a, const auto& b) { return a.difficulty_centi < b.difficulty_centi; });
    drawn.spread_centi = most->difficulty_centi - least->difficulty_centi;
    for (std::size_t f = 0; f < drawn.forms.size(); ++f) {
        if (drawn.numbers[f].complaints != drawn.numbers.front().complaints) drawn.same_coverage = false;
        for (std::size_t g = 0; g < f; ++g)
            drawn.most_shared = std::max(drawn.most_shared, shared_items(drawn.forms[f], drawn.forms[g]));
    }
}

}  // namespace

int Candidate::difficulty_centi() const {
    if (!has_data()) return 100 * declared;
    const long seen = 500 - 4L * first.mean_score_centi / 100;
    const long n = first.count;
    return static_cast<int>((n * seen + declared_weighs * 100L * declared + (n + declared_weighs) / 2) /
                            (n + declared_weighs));
}

Candidate candidate_of(const scenarios::ScenarioCard& card, FirstAttempts first) {
    return {card.id, card.kind, card.persona_id, card.household, card.complaint, card.channel, card.difficulty, first};
}

bool fits(const Candidate& c, const DrawRule& rule) {
    return c.declared >= rule.easiest && c.declared <= rule.hardest && holds_or_any(rule.complaints, c.complaint) &&
           holds_or_any(rule.kinds, c.kind) && holds_or_any(rule.channels, c.channel) &&
           holds_or_any(rule.personas, c.persona) && holds_or_any(rule.scenarios, c.id);
}

FormNumbers numbers_of(const Form& form, const std::vector<Candidate>& candidates) {
    FormNumbers out;
    std::set<std::string> kinds;
    long sum = 0, weights = 0;
    for (const FormItem& item : form.items) {
        out.maximum += 100 * item.weight;
        sum += static_cast<long>(item.weight) * item.difficulty_centi;
        weights += item.weight;
        (item.replies == Replies::choice ? out.choice : item.replies == Replies::typed ? out.typed : out.free) += 1;
        const auto c = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& x) { return x.id == item.scenario_id; });
        if (c == candidates.end()) continue;
        ++out.complaints[static_cast<std::size_t>(c->complaint)];
        kinds.insert(c->kind);
        out.from_data += c->has_data() ? 1 : 0;
    }
    out.kinds = static_cast<int>(kinds.size());
    out.difficulty_centi = weights == 0 ? 0 : static_cast<int>((2 * sum + weights) / (2 * weights));
    return out;
}

Result<Drawn> draw_forms(const Blueprint& blueprint, const std::vector<Candidate>& unsorted, int forms,
                         std::uint64_t seed) {
    std::vector<Candidate> candidates = unsorted;  // the order of the library must not matter
    std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    if (Diagnostics problems = unfilled(blueprint, candidates); !problems.empty())
        return tl::unexpected(Error{Error::Cause::content, std::move(problems)});
    const std::vector<Slot> slots = slots_of(blueprint, candidates);
    Drawn drawn;
    drawn.seed = seed;
    for (const std::vector<std::size_t>& taken :
         search_forms(blueprint, candidates, std::clamp(forms, 1, most_forms), seed))
        drawn.forms.push_back(form_of(blueprint, candidates, slots, taken));
    for (const Form& form : drawn.forms) drawn.numbers.push_back(numbers_of(form, candidates));
    compare_forms(drawn);
    if (!drawn.same_coverage || drawn.spread_centi > blueprint.tolerance_centi)
        return fail(Error::Cause::content, not_parallel(blueprint, drawn));
    return drawn;
}

}  // namespace huashu::assess
