#include "desktop/views/home_view.hpp"

#include <algorithm>

#include "desktop/views/text_search.hpp"

namespace huashu::desktop {
namespace {

using scenarios::ScenarioCard;

ScenarioRow make_row(const ScenarioCard& card, const HomeState& home, const Speech& speech, int pass_mark) {
    ScenarioRow row;
    row.id = card.id;
    row.title = speech.content(card.title);
    row.kind = speech.words.name("name.kind.", card.kind);
    row.family = speech.words.name("name.complaint.", name_of(card.complaint));
    row.channel = speech.words.name("name.channel.", name_of(card.channel));
    row.persona = speech.content(card.persona_name);
    row.owner = speech.content(card.owner.name);
    row.owner_line = speech.words("desktop.owner.line",
                                  {{"age", std::to_string(card.owner.age)}, {"home", speech.content(card.owner.home)}});
    row.difficulty = card.difficulty;
    row.difficulty_words = speech.words("desktop.home.difficulty", {{"level", std::to_string(card.difficulty)}});
    row.complaint = card.complaint;
    row.channel_icon = icon_of(card.channel);
    row.family_icon = icon_of(card.complaint);
    row.likeness = likeness_of(card.owner, card.persona_id);
    const auto last = home.last.find(card.id);
    if (last != home.last.end() && last->second.end) {
        const app::EndRecord& end = *last->second.end;
        row.last =
            ResultBadge{end.score, end.score >= pass_mark && !end.has_critical,
                        speech.words.name("name.rank.", end.rank), time_for_people(speech, last->second.changed_ms)};
    }
    return row;
}

FilterOption option(std::string id, std::string label, const Filters& now, Filters then) {
    return {std::move(id), std::move(label), then, then == now};
}

std::vector<FilterOption> make_more_filters(const Filters& now, const Speech& speech) {
    std::vector<FilterOption> out;
    for (const auto channel : {scenarios::Channel::front_desk, scenarios::Channel::phone, scenarios::Channel::chat,
                               scenarios::Channel::doorstep}) {
        Filters then = now;
        const bool on = now.channel == channel;
        if (on)
            then.channel.reset();
        else
            then.channel = channel;
        const std::string_view name = name_of(channel);
        out.push_back({"home.filter." + std::string(name), speech.words.name("name.channel.", name), then, on});
    }
    for (int level = 1; level <= 5; ++level) {
        Filters then = now;
        const bool on = now.difficulty == level;
        then.difficulty = on ? 0 : level;
        out.push_back({"home.filter.level." + std::to_string(level),
                       speech.words("desktop.home.level", {{"level", std::to_string(level)}}), then, on});
    }
    return out;
}

std::vector<FilterOption> make_filters(const Filters& now, const Speech& speech) {
    std::vector<FilterOption> out;
    Filters all = now;
    all.complaint.reset();
    all.only_new = false;
    out.push_back(option("home.filter.all", speech.words("desktop.home.filter_all"), now, all));
    for (const auto complaint :
         {scoring::Complaint::service, scoring::Complaint::facility, scoring::Complaint::safety}) {
        Filters one = all;
        one.complaint = complaint;
        out.push_back(option("home.filter." + std::string(name_of(complaint)),
                             speech.words.name("name.complaint.", name_of(complaint)), now, one));
    }
    Filters fresh = all;
    fresh.only_new = true;
    out.push_back(option("home.filter.new", speech.words("desktop.home.filter_new"), now, fresh));
    return out;
}

}  // namespace

bool passes(const Filters& f, const ScenarioCard& card, bool finished) {
    if (f.complaint && *f.complaint != card.complaint) return false;
    if (f.channel && *f.channel != card.channel) return false;
    if (f.difficulty != 0 && f.difficulty != card.difficulty) return false;
    if (f.only_new && finished) return false;
    const TextSearch search(f.search);
    return search.finds(card.title) || search.finds(card.kind) || search.finds(card.owner.name) ||
           search.finds(card.persona_name);
}

std::optional<ResumeBanner> make_resume(const HomeState& home, const Speech& speech) {
    const auto kept = [&](const Unfinished& u) { return u.summary.id != home.dropping; };
    const auto found = std::find_if(home.unfinished.begin(), home.unfinished.end(), kept);
    if (found == home.unfinished.end()) return std::nullopt;
    const Unfinished& last = *found;
    return ResumeBanner{
        last.summary.id, speech.content(last.title),
        speech.words("desktop.home.resume_line", {{"turns", std::to_string(last.summary.turns)},
                                                  {"when", time_for_people(speech, last.summary.changed_ms)}}),
        last.summary.scenario_id};
}

std::optional<NextStep> next_step(const HomeState& home, const Speech& speech, int pass_mark) {
    const auto result = [&](const ScenarioCard& c) -> const app::AttemptSummary* {
        const auto found = home.last.find(c.id);
        return found != home.last.end() && found->second.end ? &found->second : nullptr;
    };
    const auto easier = [](const ScenarioCard* a, const ScenarioCard* b) {
        return b == nullptr || a->difficulty < b->difficulty;
    };
    const ScenarioCard* failed = nullptr;
    const ScenarioCard* fresh = nullptr;
    const ScenarioCard* lowest = nullptr;
    std::map<std::string, int> played;
    for (const ScenarioCard& c : home.scenarios) played[c.kind] += result(c) != nullptr ? 1 : 0;
    for (const ScenarioCard& c : home.scenarios) {
        const app::AttemptSummary* last = result(c);
        if (last == nullptr) {
            const bool new_kind = played[c.kind] == 0;
            const bool had_new_kind = fresh != nullptr && played[fresh->kind] == 0;
            if (fresh == nullptr || (new_kind && !had_new_kind) || (new_kind == had_new_kind && easier(&c, fresh)))
                fresh = &c;
            continue;
        }
        const bool passed = last->end->score >= pass_mark && !last->end->has_critical;
        if (!passed && (failed == nullptr || last->changed_ms < result(*failed)->changed_ms)) failed = &c;
        if (lowest == nullptr || last->end->score < result(*lowest)->end->score) lowest = &c;
    }
    const auto make = [&](NextStep::Why why, const ScenarioCard& c, std::string_view key) {
        const std::string score = result(c) != nullptr ? std::to_string(result(c)->end->score) : std::string();
        return NextStep{why, c.id, speech.content(c.title),
                        speech.words(key, {{"kind", speech.words.name("name.kind.", c.kind)},
                                           {"level", std::to_string(c.difficulty)},
                                           {"score", score}})};
    };
    if (home.last.empty() && fresh != nullptr) return make(NextStep::Why::first, *fresh, "desktop.next.first");
    if (failed != nullptr) return make(NextStep::Why::again, *failed, "desktop.next.again");
    if (fresh != nullptr) return make(NextStep::Why::fresh, *fresh, "desktop.next.fresh");
    if (lowest != nullptr) return make(NextStep::Why::review, *lowest, "desktop.next.review");
    return std::nullopt;
}

HomeView make_home_view(const HomeState& home, const Speech& speech, int pass_mark) {
    HomeView view;
    view.total = home.scenarios.size();
    view.filters = make_filters(home.filters, speech);
    view.now = home.filters;
    view.more_filters = make_more_filters(home.filters, speech);
    view.more_in_use = home.filters.channel.has_value() || home.filters.difficulty != 0;
    for (const ScenarioCard& card : home.scenarios) {
        const bool finished = home.last.contains(card.id);
        if (passes(home.filters, card, finished)) view.rows.push_back(make_row(card, home, speech, pass_mark));
        if (card.id == home.selected) {
            ScenarioDetail detail;
            detail.row = make_row(card, home, speech, pass_mark);
            detail.brief = speech.content(card.brief);
            detail.about = speech.content(card.owner.about);
            detail.teaches = card.teaches;
            view.detail = std::move(detail);
        }
    }
    view.count_line = speech.words(
        "desktop.home.count", {{"shown", std::to_string(view.rows.size())}, {"total", std::to_string(view.total)}});
    view.resume = make_resume(home, speech);
    if (!view.resume) view.next = next_step(home, speech, pass_mark);
    for (const Diagnostic& problem : home.problems)
        if (problem.level == Level::error) view.problems.push_back(to_text(problem));
    return view;
}

Icon icon_of(scenarios::Channel channel) {
    switch (channel) {
        case scenarios::Channel::front_desk:
            return Icon::desk;
        case scenarios::Channel::phone:
            return Icon::phone;
        case scenarios::Channel::chat:
            return Icon::chat;
        case scenarios::Channel::doorstep:
            return Icon::door;
    }
    return Icon::none;
}

Icon icon_of(scoring::Complaint complaint) {
    switch (complaint) {
        case scoring::Complaint::service:
            return Icon::service;
        case scoring::Complaint::facility:
            return Icon::facility;
        case scoring::Complaint::safety:
            return Icon::safety;
    }
    return Icon::none;
}

}  // namespace huashu::desktop
