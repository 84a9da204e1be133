#include "desktop/editor/publish_view.hpp"

#include <algorithm>

#include "desktop/views/problem_words.hpp"

namespace huashu::desktop {
namespace {

constexpr std::size_t most_impact_rows = 200;
constexpr std::size_t most_impact_rules = 40;

std::string side_words(const std::optional<app::ImpactSide>& side, const Speech& speech) {
    if (!side) return speech.words("cli.author.impact.unplayable");
    return speech.words("cli.author.diff.outcome",
                        {{"score", std::to_string(side->score)},
                         {"ending", side->ending.empty() ? "…" : speech.content(side->ending_title)}});
}

// Rules go by their ids; what the model has found, by the act.
std::string rule_words(const std::string& rule, const Speech& speech) {
    constexpr std::string_view by_model = "model: ";
    if (!rule.starts_with(by_model)) return speech.words.name("name.act.", rule);
    return speech.words("desktop.publish.by_model",
                        {{"act", speech.words.name("name.act.", rule.substr(by_model.size()))}});
}

std::string signed_names(const std::vector<std::string>& names, const char* sign, const Speech& speech) {
    std::string out;
    for (const std::string& name : names) out += "  " + (sign + rule_words(name, speech));
    return out;
}

ImpactRow impact_row(const app::ImpactCase& each, const app::ImpactJob& job, const ScenarioTitles& titles,
                     const Speech& speech) {
    ImpactRow row;
    const std::string person = job.person.empty() ? speech.words("cli.author.impact.nobody") : job.person;
    const auto title = titles.find(job.session.scenario_id);
    row.who = (title == titles.end() ? job.session.scenario_id : speech.content(title->second)) + "　" +
              (job.is_golden ? speech.words("cli.author.impact.golden", {{"play", job.id}})
                             : speech.words("cli.author.impact.attempt",
                                            {{"person", person}, {"at", time_for_people(speech, job.at_ms)}}));
    row.change = side_words(each.before, speech) + " → " + side_words(each.after, speech);
    if (each.before && each.after && each.before->passes != each.after->passes)
        row.turned = each.after->passes ? 1 : -1;
    if (!each.why.empty() && (!each.before || !each.after))
        row.turns.push_back(problem_words("replay", each.why, speech));
    for (const app::ImpactTurn& turn : each.turns)
        row.turns.push_back(speech.words("cli.author.impact.turn", {{"turn", std::to_string(turn.turn)},
                                                                    {"before", std::to_string(turn.before)},
                                                                    {"after", std::to_string(turn.after)}}) +
                            signed_names(turn.fresh, "+", speech) + signed_names(turn.gone, "−", speech));
    return row;
}

void add_impact(PublishView& view, const app::ImpactOutcome& outcome, const ScenarioTitles& titles,
                const Speech& speech) {
    const app::ImpactReport& report = outcome.report;
    view.summary = speech.words("cli.author.impact.summary", {{"plays", std::to_string(report.jobs)},
                                                              {"all", std::to_string(outcome.jobs.size())},
                                                              {"changed", std::to_string(report.cases.size())},
                                                              {"reasons", std::to_string(report.reasons_only)},
                                                              {"unplayable", std::to_string(report.unplayable)}}) +
                   "\n" +
                   speech.words("cli.author.impact.passes", {{"now_pass", std::to_string(report.now_pass)},
                                                             {"now_fail", std::to_string(report.now_fail)}});
    if (report.untouched > 0)
        view.summary +=
            "\n" + speech.words("cli.author.impact.untouched", {{"untouched", std::to_string(report.untouched)}});
    if (report.cancelled) view.summary += "\n" + speech.words("cli.author.impact.cancelled");
    std::vector<std::pair<std::string, std::size_t>> rules(report.rules.begin(), report.rules.end());
    std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (rules.size() > most_impact_rules) rules.resize(most_impact_rules);
    for (const auto& [rule, count] : rules)
        view.rules.push_back(rule_words(rule, speech) + "　" +
                             speech.words("desktop.publish.replies", {{"count", std::to_string(count)}}));
    // Who would fail now is what matters first.
    std::vector<const app::ImpactCase*> cases;
    for (const app::ImpactCase& each : report.cases) cases.push_back(&each);
    const auto weight = [](const app::ImpactCase* each) {
        if (!each->before || !each->after) return 1;
        return each->before->passes == each->after->passes ? 2 : 0;
    };
    std::stable_sort(cases.begin(), cases.end(), [&](const auto* a, const auto* b) { return weight(a) < weight(b); });
    view.impact_left = cases.size() > most_impact_rows ? cases.size() - most_impact_rows : 0;
    cases.resize(cases.size() - view.impact_left);
    for (const app::ImpactCase* each : cases)
        view.impact.push_back(impact_row(*each, outcome.jobs[each->job], titles, speech));
}

void add_comparison(PublishView& view, const PublishState& state, const Speech& speech) {
    const bool is_pack = state.item->is_pack;
    if (state.comparison) {
        view.compared = compared_words(*state.comparison, is_pack, speech);
        view.changes = change_lines(*state.comparison, is_pack, speech);
        view.consequences = consequence_words(*state.comparison, speech);
        view.can_compare_draft =
            state.comparison->to != 0 && state.progress.differs && (is_pack || state.progress.published > 0);
    }
    if (state.comparing)
        view.reckoning = speech.words(state.comparison ? "desktop.publish.reckoning" : "desktop.publish.loading");
}

}  // namespace

std::string pack_in_use_words(const std::optional<app::PackInUse>& in_use, const Speech& speech) {
    if (!in_use) return speech.words("desktop.publish.in_use_shipped");
    return speech.words("desktop.publish.in_use",
                        {{"title", in_use->title.empty() ? in_use->id : speech.content(in_use->title)},
                         {"number", std::to_string(in_use->number)}});
}

PublishView make_publish_view(const PublishState& state, const Speech& speech) {
    PublishView view;
    if (!state.item) return view;
    const PublishProgress& p = state.progress;
    const char* at = p.in_review ? "review" : p.differs ? "draft" : p.published > 0 ? "published" : "draft";
    view.state = speech.words.name("cli.author.version.state.", at);
    if (p.published > 0)
        view.state += "　" + speech.words("desktop.publish.newest", {{"number", std::to_string(p.published)}});
    view.can_submit = p.has_draft && state.item->is_saved && state.item->is_sound && (p.differs || p.published == 0);
    view.can_publish = p.in_review;
    view.can_send_back = p.in_review;
    view.advice = speech.words(!state.item->is_saved   ? "desktop.publish.advice.save"
                               : !state.item->is_sound ? "desktop.publish.advice.check"
                               : p.in_review           ? "desktop.publish.advice.publish"
                               : view.can_submit       ? "desktop.publish.advice.submit"
                                                       : "desktop.publish.advice.done");
    add_comparison(view, state, speech);
    if (state.item->is_pack) {
        view.in_use = pack_in_use_words(p.in_use, speech);
        view.can_go_back = p.in_use.has_value();
    }
    if (state.measuring)
        view.progress = state.all == 0
                            ? speech.words("desktop.publish.loading")
                            : speech.words("cli.author.impact.progress",
                                           {{"done", std::to_string(state.done)}, {"all", std::to_string(state.all)}});
    if (state.impact) add_impact(view, *state.impact, state.titles, speech);
    for (auto entry = p.history.rbegin(); entry != p.history.rend(); ++entry) {
        VersionRow row;
        row.what = speech.words.name("cli.author.version.event.", name_of(entry->event));
        if (entry->number > 0) row.what += " " + std::to_string(entry->number);
        row.when = entry->at + (entry->by.empty() ? "" : "　" + entry->by);
        row.note = entry->note;
        if (entry->event == app::VersionEvent::published) row.number = entry->number;
        row.can_compare = row.number > (state.item->is_pack ? 0 : 1);
        row.can_use = row.number > 0 && state.item->is_pack &&
                      !(p.in_use && p.in_use->id == state.item->id && p.in_use->number == row.number);
        view.history.push_back(std::move(row));
    }
    return view;
}

}  // namespace huashu::desktop
