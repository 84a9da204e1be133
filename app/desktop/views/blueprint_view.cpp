#include "desktop/views/blueprint_view.hpp"

#include <algorithm>
#include <array>

namespace huashu::desktop {
namespace {

constexpr std::array<std::string_view, 3> kind_prefixes{"§2.1.", "§2.2.", "§2.3."};
constexpr int kinds_of_a_family = 4;

template <class T>
bool holds_value(const std::vector<T>& all, const T& value) {
    return std::find(all.begin(), all.end(), value) != all.end();
}

template <class T>
DraftOption named_option(const T& value, const std::vector<T>& chosen, const char* prefix, const Speech& speech) {
    const std::string id(name_of(value));
    return {id, speech.words.name(prefix, id), holds_value(chosen, value)};
}

std::vector<DraftOption> kinds_for(const assess::DrawRule& rule, const Speech& speech) {
    std::vector<DraftOption> out;
    for (std::size_t family = 0; family < kind_prefixes.size(); ++family) {
        if (!rule.complaints.empty() && !holds_value(rule.complaints, static_cast<scoring::Complaint>(family)))
            continue;
        for (int n = 1; n <= kinds_of_a_family; ++n) {
            const std::string id = std::string(kind_prefixes[family]) + std::to_string(n);
            out.push_back({id, id + " " + speech.words.name("name.kind.", id), holds_value(rule.kinds, id)});
        }
    }
    return out;
}

DraftDrawView draw_view(const BlueprintDraft& draft, const ExamsState& exams, std::size_t index, const Speech& speech) {
    const assess::DrawRule& rule = draft.value.blueprint.draws[index];
    DraftDrawView out;
    out.title = speech.words("desktop.blueprint.draw", {{"number", std::to_string(index + 1)}});
    for (const auto c : {scoring::Complaint::service, scoring::Complaint::facility, scoring::Complaint::safety})
        out.complaints.push_back(named_option(c, rule.complaints, "name.complaint.", speech));
    using scenarios::Channel;
    for (const Channel c : {Channel::front_desk, Channel::phone, Channel::chat, Channel::doorstep})
        out.channels.push_back(named_option(c, rule.channels, "name.channel.", speech));
    out.kinds = kinds_for(rule, speech);
    for (const std::string& id : draft.personas) out.personas.push_back({id, id, holds_value(rule.personas, id)});
    for (const ExamScenario& s : exams.scenarios)
        out.scenarios.push_back({s.id, speech.content(s.title), holds_value(rule.scenarios, s.id)});
    if (draft.checked == draft.revision && index < draft.check.fitting.size()) {
        out.fits = speech.words("desktop.blueprint.fits", {{"count", std::to_string(draft.check.fitting[index])}});
        out.enough = draft.check.fitting[index] >= rule.count;
    }
    return out;
}

std::string problem_words(const assess::DraftProblem& problem, const Speech& speech) {
    std::string out = speech.words("desktop.blueprint.problem." + problem.code);
    for (const auto& [name, value] : problem.details) {
        const bool is_level = name == "spread" || name == "tolerance";
        const std::string mark = "{" + name + "}";
        if (const std::size_t at = out.find(mark); at != std::string::npos)
            out.replace(at, mark.size(), is_level ? level_words(std::stoi(value)) : value);
    }
    return out;
}

// A shipped blueprint stays as it is; the department's own stands before it.
std::string draft_note_of(const BlueprintDraft& draft, const ExamsState& exams, const Speech& speech) {
    if (!draft.can_save) return speech.words("desktop.blueprint.nowhere");
    const std::string& id = draft.value.blueprint.id;
    if (!draft.opened_as.empty() && draft.opened_as != id)
        return speech.words("desktop.blueprint.another", {{"old", draft.opened_as}, {"id", id}});
    const auto same = [&](const ExamOffer& offer) { return offer.blueprint.id == id; };
    if (draft.opened_as.empty() && std::any_of(exams.offers.begin(), exams.offers.end(), same))
        return speech.words("desktop.blueprint.replaces", {{"id", id}});
    return {};
}

}  // namespace

BlueprintView make_blueprint_view(const ExamsState& exams, const Speech& speech) {
    BlueprintView out;
    if (!exams.draft) return out;
    const BlueprintDraft& draft = *exams.draft;
    const app::Words& words = speech.words;
    out.title = words(draft.opened_as.empty() ? "desktop.blueprint.new" : "desktop.blueprint.edit");
    out.is_checked = draft.checked == draft.revision;
    for (const assess::DraftProblem& p : draft.check.problems) out.problems.push_back(problem_words(p, speech));
    out.is_sound = out.is_checked && draft.check.problems.empty();
    out.verdict = !out.is_checked ? words("desktop.blueprint.looking")
                  : out.is_sound
                      ? words("desktop.blueprint.sound", {{"forms", std::to_string(draft.value.blueprint.forms)}})
                      : words("desktop.blueprint.wrong", {{"count", std::to_string(out.problems.size())}});
    out.note = draft_note_of(draft, exams, speech);
    const assess::FatalRules& fatal = draft.value.blueprint.marking.fatal;
    for (std::size_t i = 0; i < scoring::family_count; ++i)
        out.families.push_back(named_option(static_cast<scoring::Family>(i), fatal.families, "name.family.", speech));
    for (const scenarios::Rank r : {scenarios::Rank::mixed, scenarios::Rank::bad, scenarios::Rank::worst})
        out.endings.push_back(named_option(r, fatal.endings, "name.rank.", speech));
    for (std::size_t i = 0; i < draft.value.blueprint.draws.size(); ++i)
        out.draws.push_back(draw_view(draft, exams, i, speech));
    if (draft.check.drawn && out.is_checked)
        out.forms = make_forms_view(exams, draft.value.blueprint, *draft.check.drawn, speech);
    return out;
}

}  // namespace huashu::desktop
