#include <algorithm>

#include "assess/draw_parts.hpp"

namespace huashu::assess {
namespace {

std::string level_words(int centi) {
    const std::string rest = std::to_string(centi % 100);
    return std::to_string(centi / 100) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

std::string list_of(const std::vector<std::size_t>& fitting, const std::vector<Candidate>& candidates) {
    constexpr std::size_t shown = 6;
    std::string out;
    for (std::size_t i = 0; i < std::min(fitting.size(), shown); ++i)
        out += (out.empty() ? "" : ", ") + candidates[fitting[i]].id;
    return out + (fitting.size() > shown ? ", …" : "");
}

Diagnostic too_few(const DrawRule& rule, const std::vector<std::size_t>& fitting, int missing,
                   const std::vector<Candidate>& candidates) {
    const int fit = static_cast<int>(fitting.size());
    std::string text = "the draw '" + rule.id + "' asks for " + std::to_string(rule.count) + " (" + describe(rule) +
                       "), but " + std::to_string(fit) + (fit == 1 ? " scenario fits" : " scenarios fit");
    if (fit > 0) text += ": " + list_of(fitting, candidates);
    if (fit >= rule.count) text += "; other draws need them too";
    return {
        .level = Level::error,
        .code = "draw-not-filled",
        .text = text + "; missing: " + std::to_string(missing),
        .remedy = "write " + std::to_string(missing) + " more of that kind, ask for fewer, or ask for a wider range",
        .place = rule.place,
        .excerpt = rule.excerpt};
}

// A name that no scenario has would otherwise only show as one that does not fit.
void unknown_names(const DrawRule& rule, const std::vector<Candidate>& candidates, Diagnostics& problems) {
    const auto known = [&](const std::string& name, std::string Candidate::*field) {
        return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.*field == name; });
    };
    const auto tell = [&](const std::string& what, const std::string& name) {
        problems.push_back({.level = Level::error,
                            .code = "unknown-" + what,
                            .text = "the draw '" + rule.id + "' names the " + what + " '" + name +
                                    "', which no scenario of the library has",
                            .remedy = "see huashu list",
                            .place = rule.place,
                            .excerpt = rule.excerpt});
    };
    for (const std::string& id : rule.scenarios)
        if (!known(id, &Candidate::id)) tell("scenario", id);
    for (const std::string& id : rule.personas)
        if (!known(id, &Candidate::persona)) tell("persona", id);
}

}  // namespace

Diagnostic not_parallel(const Blueprint& blueprint, const Drawn& drawn) {
    const bool coverage = !drawn.same_coverage;
    return {.level = Level::error,
            .code = "forms-not-parallel",
            .text = coverage
                        ? "the forms can't be made to cover the same families of complaints"
                        : "the best " + std::to_string(drawn.forms.size()) + " forms differ by " +
                              level_words(drawn.spread_centi) + " levels in mean difficulty; the blueprint tolerates " +
                              level_words(blueprint.tolerance_centi),
            .remedy = coverage ? "give each draw its \"complaints\", or ask for fewer forms"
                               : "ask for fewer \"forms\", raise \"tolerance\", or let more scenarios fit the draws",
            .place = blueprint.forms_place,
            .excerpt = {}};
}

Diagnostics unfilled(const Blueprint& blueprint, const std::vector<Candidate>& candidates) {
    Diagnostics problems;
    for (const DrawRule& rule : blueprint.draws) unknown_names(rule, candidates, problems);
    const std::vector<Slot> slots = slots_of(blueprint, candidates);
    const std::vector<std::size_t> taken = fill_slots(slots, candidates.size());
    for (std::size_t d = 0; d < blueprint.draws.size(); ++d) {
        int missing = 0;
        const std::vector<std::size_t>* fitting = nullptr;
        for (std::size_t s = 0; s < slots.size(); ++s) {
            if (slots[s].draw != d) continue;
            fitting = &slots[s].fitting;
            missing += taken[s] == nobody ? 1 : 0;
        }
        if (missing > 0) problems.push_back(too_few(blueprint.draws[d], *fitting, missing, candidates));
    }
    sort_by_place(problems);
    return problems;
}

}  // namespace huashu::assess
