#include "desktop/state/update.hpp"

#include <algorithm>
#include <utility>

#include "desktop/state/exam_update.hpp"

namespace huashu::desktop {
namespace {

constexpr std::size_t most_toasts = 3;

void tell(State& state, Toast toast) {
    toast.number = ++state.toasts_told;
    state.toasts.push_back(std::move(toast));
    if (state.toasts.size() > most_toasts) state.toasts.erase(state.toasts.begin());
}

bool talking(const State& state) { return state.play.talk && !state.play.talk->ending; }

// A new turn, a new draft: nothing of what was typed or shown for the last one remains.
void begin_turn(PlayState& play, bool same_stage) {
    play.draft.clear();
    play.nudges.clear();
    play.draft_judgement = {};
    ++play.draft_revision;
    if (!same_stage) play.hint = 0;
}

// The highest rung that was shown while the present stage lasts: what begin_turn() leaves open.
int rung_of_stage(const Talk& talk) {
    std::size_t first = talk.turns.size();
    while (first > 0 && talk.turns[first - 1].stage == talk.stage_id) --first;
    int rung = 0;
    for (const app::HintTaken& hint : talk.hints)
        if (hint.turn >= static_cast<int>(first)) rung = std::max(rung, hint.rung);
    return rung;
}

Talk with_revision(Talk talk, const std::optional<Talk>& before) {
    talk.revision = before ? before->revision + 1 : 1;
    return talk;
}

struct Update {
    State& s;

    Effects operator()(const intent::Go& go) const {
        if (go.page == s.page) return {};
        if (is_sealed(s) || s.page == Page::exam) return walk_out(go.page);
        if (go.page == Page::settings && s.page != Page::kept) s.before_settings = s.page;
        if (s.page == Page::analysis) s.analysis.facts.reset();
        s.page = go.page;
        return load(go.page);
    }
    // Out of an assessment: it is noted, and the clock goes on.
    Effects walk_out(Page to) const {
        Effects out = leave_sealed(s);
        if (to == Page::settings) s.before_settings = s.page;
        if (to != Page::exams) {
            s.page = to;
            for (Effect& e : load(to)) out.push_back(std::move(e));
        }
        return out;
    }
    static Effects load(Page page) {
        if (page == Page::analysis) return {effect::LoadAnalysis{}};
        if (page == Page::home) return {effect::LoadHome{}};
        if (page == Page::history) return {effect::LoadHistory{}};
        if (page == Page::progress) return {effect::LoadHome{}, effect::LoadHistory{}};
        return {};
    }
    Effects operator()(const intent::SelectScenario& i) const {
        s.home.selected = i.id;
        return {};
    }
    Effects operator()(const intent::SetFilters& i) const {
        s.home.filters = i.filters;
        ++s.home.revision;
        return {};
    }
    Effects operator()(const intent::StartTalk& i) const {
        s.talk_waits = s.content == ContentState::coming;
        return {effect::Start{i.scenario_id}};
    }
    Effects operator()(const intent::ResumeTalk& i) const {
        s.talk_waits = s.content == ContentState::coming;
        return {effect::Resume{i.attempt_id}};
    }
    Effects operator()(const intent::ContentArrived& i) const {
        s.content = i.problems.empty() ? ContentState::there : ContentState::unusable;
        s.content_trouble = i.problems;
        s.talk_waits = false;
        return {};
    }
    // It can be taken back as long as the toast stands: only then it is dropped on record.
    Effects operator()(const intent::DropTalk& i) const {
        Effects out = finish_dropping();
        s.home.dropping = i.attempt_id;
        ++s.home.revision;
        tell(s, {.tone = Toast::Tone::info,
                 .key = "desktop.toast.dropped",
                 .text = {},
                 .remedy = {},
                 .undoes = i.attempt_id});
        return out;
    }
    Effects operator()(const intent::UndoDrop&) const {
        std::erase_if(s.toasts, [&](const Toast& t) { return t.undoes == s.home.dropping; });
        s.home.dropping.clear();
        ++s.home.revision;
        return {};
    }
    Effects operator()(const intent::Choose& i) const {
        if (!talking(s)) return {};
        return answer(scenarios::Input::choose(i.choice_id));
    }
    Effects operator()(const intent::Say& i) const {
        if (!talking(s) || i.text.empty()) return {};
        return answer(scenarios::Input::say(i.text), i.pasted);
    }
    Effects operator()(const intent::StaySilent&) const {
        if (!talking(s)) return {};
        return answer(scenarios::Input::stay_silent());
    }
    Effects operator()(const intent::Typed& i) const {
        if (!talking(s) || s.play.sealed) return {};
        return {effect::JudgeDraft{i.text}};
    }
    Effects operator()(const intent::Hint&) const {
        if (!talking(s) || s.play.sealed || s.play.hint >= app::hint_rungs) return {};
        ++s.play.hint;
        ++s.play.draft_revision;
        const app::HintTaken taken{static_cast<int>(s.play.talk->turns.size()), s.play.hint};
        auto& hints = s.play.talk->hints;  // the same as the backstage notes, so that the cost shows at once
        if (std::find(hints.begin(), hints.end(), taken) == hints.end()) hints.push_back(taken);
        return {effect::TakeHint{s.play.hint}};
    }
    Effects operator()(const intent::LeaveTalk&) const {
        if (s.page != Page::play) return {};
        if (s.play.sealed && !talking(s)) return leave_sealed(s);
        if (!s.play.sealed && (!talking(s) || s.play.talk->turns.empty())) return leave();
        s.play.leaving = true;
        return {};
    }
    Effects operator()(const intent::StayInTalk&) const {
        s.play.leaving = false;
        return {};
    }
    Effects operator()(const intent::PauseTalk&) const {
        if (s.play.sealed) return leave_sealed(s);
        tell(s, {.tone = Toast::Tone::info, .key = "desktop.toast.paused", .text = {}, .remedy = {}});
        return leave();
    }
    Effects operator()(const intent::ShowDebrief&) const {
        if (!s.play.talk || !s.play.talk->ending || s.play.sealed) return {};
        return {effect::ShowDebrief{}};
    }
    Effects operator()(const intent::SelectTurn& i) const {
        if (!s.debrief.talk || s.debrief.talk->turns.empty()) return {};
        s.debrief.selected_turn = std::clamp(i.turn, 0, static_cast<int>(s.debrief.talk->turns.size()) - 1);
        s.debrief.tab = DebriefTab::replies;
        return {};
    }
    Effects operator()(const intent::SelectTab& i) const {
        s.debrief.tab = i.tab;
        return {};
    }
    Effects operator()(const intent::PlayAgain&) const {
        if (!s.debrief.talk) return {};
        return {effect::Start{s.debrief.talk->card.id}};
    }
    Effects operator()(const intent::RewindTo& i) const { return {effect::Rewind{i.turns}}; }
    Effects operator()(const intent::OpenAttempt& i) const { return {effect::OpenAttempt{i.attempt_id}}; }
    Effects operator()(const intent::AskWhatIf& i) const {
        if (!s.debrief.talk || i.turn < 0 || i.turn >= static_cast<int>(s.debrief.talk->turns.size())) return {};
        if (i.instead.kind == scenarios::Input::Kind::typed && i.instead.value.empty()) return {};
        return {effect::AskWhatIf{i.turn, i.instead}};
    }
    Effects operator()(const intent::OwnerWaits& i) const {
        if (!talking(s)) return {};
        if (s.play.sealed) return nudge_sealed(i.nth);
        return {effect::Nudge{i.nth}};
    }
    Effects operator()(const intent::Nudged& i) const {
        if (!talking(s) || i.text.empty()) return {};
        s.play.nudges.push_back(i.text);
        return {};
    }
    Effects operator()(const intent::FillInRecord& i) const {
        if (!s.debrief.talk || !s.debrief.record.wanted) return {};
        return {effect::FillInRecord{i.form}};
    }
    Effects operator()(const intent::RecordShown& i) const {
        if (!s.debrief.talk) return {};
        s.debrief.record = i.record;
        ++s.debrief.what_if_revision;
        return {};
    }
    Effects operator()(const intent::CloseWhatIf&) const {
        s.debrief.what_if.reset();
        ++s.debrief.what_if_revision;
        return {};
    }
    Effects operator()(const intent::WhatIfShown& i) const {
        if (!s.debrief.talk) return {};
        s.debrief.what_if = i.what_if;
        ++s.debrief.what_if_revision;
        return {};
    }
    Effects operator()(const intent::PrintDebrief&) const {
        if (!s.debrief.talk) return {};
        return {effect::PrintDebrief{}};
    }
    Effects operator()(const intent::SetHistoryFilter& i) const {
        s.history.filter = i.filter;
        ++s.history.revision;
        return {};
    }
    Effects operator()(const intent::ToggleCoach&) const {
        if (!s.play.sealed) s.play.coach = !s.play.coach;
        return {};
    }
    Effects operator()(const intent::ChoosePerson&) const {
        s.people.choosing = !s.people.choosing;
        return {};
    }
    Effects operator()(const intent::SwitchPerson& i) const {
        s.people.choosing = false;
        if (i.id == s.people.current) return {};
        return {effect::SwitchPerson{i.id}};
    }
    Effects operator()(const intent::AddPerson& i) const {
        if (i.name.empty()) return {};
        return {effect::AddPerson{i.name}};
    }
    Effects operator()(const intent::RenamePerson& i) const {
        if (i.name.empty()) return {};
        return {effect::RenamePerson{i.name}};
    }
    // Another person: whatever the last one had on the screen is put away.
    Effects operator()(const intent::PeopleLoaded& i) const {
        const bool other = s.people.current != i.current;
        const unsigned revision = s.people.revision + 1;
        s.people = {i.people, i.current, s.people.choosing && !other, revision};
        if (!other) return {};
        s.play = {};
        s.debrief = {};
        s.history = {};
        s.exams.reset();
        s.page = Page::home;
        s.settings.person = i.current;
        return {effect::LoadHome{}, effect::SaveSettings{s.settings}};
    }
    Effects operator()(const intent::CopyDebrief&) const {
        if (!s.debrief.talk) return {};
        return {effect::CopyDebrief{}};
    }
    Effects operator()(const intent::ChangeSettings& i) const {
        s.settings = i.settings;
        s.settings.text_per_cent = std::clamp(s.settings.text_per_cent, min_text_per_cent, max_text_per_cent);
        return {effect::SaveSettings{s.settings}};
    }
    Effects operator()(const intent::ToggleShortcuts&) const {
        s.shortcuts_shown = !s.shortcuts_shown;
        return {};
    }
    Effects operator()(const intent::Exam& i) const { return update_exams(s, *i.what); }
    Effects operator()(const intent::DismissToast& i) const {
        if (i.index >= s.toasts.size()) return {};
        const bool was_drop = !s.toasts[i.index].undoes.empty();
        s.toasts.erase(s.toasts.begin() + static_cast<std::ptrdiff_t>(i.index));
        return was_drop ? finish_dropping() : Effects{};
    }
    Effects operator()(const intent::Quit&) const {
        s.quitting = true;
        return finish_dropping();
    }

    Effects operator()(const intent::HomeLoaded& i) const {
        HomeState fresh = i.home;
        fresh.filters = s.home.filters;
        fresh.dropping = s.home.dropping;
        fresh.revision = s.home.revision + 1;
        const auto is_selected = [&](const scenarios::ScenarioCard& card) { return card.id == s.home.selected; };
        if (std::any_of(fresh.scenarios.begin(), fresh.scenarios.end(), is_selected))
            fresh.selected = s.home.selected;
        else if (!fresh.scenarios.empty())
            fresh.selected = fresh.scenarios.front().id;
        s.home = std::move(fresh);
        if (i.pass_mark) s.pass_mark = *i.pass_mark;
        return {};
    }
    Effects operator()(const intent::TalkShown& i) const {
        const bool coach = s.play.coach;
        const unsigned draft_revision = s.play.draft_revision;
        const std::optional<Talk> before = std::move(s.play.talk);
        s.play = {};
        s.play.coach = coach;
        s.play.draft_revision = draft_revision + 1;
        s.play.talk = with_revision(i.talk, before);
        s.play.hint = rung_of_stage(i.talk);
        s.home.selected = i.talk.card.id;
        s.page = Page::play;
        return look_at_moment();
    }
    // What the new moment asks for is known by judging nothing at all.
    Effects look_at_moment() const {
        if (!talking(s)) return {};
        return {effect::JudgeDraft{{}}};
    }
    Effects operator()(const intent::TurnPlayed& i) const {
        const bool same_stage = s.play.talk && s.play.talk->stage_id == i.talk.stage_id;
        s.play.talk = with_revision(i.talk, s.play.talk);
        begin_turn(s.play, same_stage);
        return look_at_moment();
    }
    Effects operator()(const intent::DebriefShown& i) const {
        s.debrief.talk = with_revision(i.talk, s.debrief.talk);
        s.debrief.earlier = i.earlier;
        s.debrief.outlook = i.outlook;
        s.debrief.before = i.before;
        s.debrief.record = {};
        s.debrief.what_if.reset();
        ++s.debrief.what_if_revision;
        s.debrief.tab = DebriefTab::overview;
        s.debrief.selected_turn = 0;
        s.page = Page::debrief;
        return {};
    }
    Effects operator()(const intent::HistoryLoaded& i) const {
        s.history.attempts = i.attempts;
        ++s.history.revision;
        return {};
    }
    Effects operator()(const intent::DraftJudged& i) const {
        s.play.draft = i.text;
        s.play.draft_judgement = i.judgement;
        ++s.play.draft_revision;
        return {};
    }
    Effects operator()(const AnalysisIntent& i) const { return update_analysis(s, i); }
    Effects operator()(const intent::Told& i) const {
        tell(s, i.toast);
        return {};
    }
    Effects operator()(const intent::Failed& i) const {
        for (const Diagnostic& d : i.error.diagnostics)
            tell(s, {.tone = Toast::Tone::bad, .key = {}, .text = d.text, .remedy = d.remedy, .code = d.code});
        return {};
    }

private:
    Effects answer(const scenarios::Input& input, const std::vector<std::string>& pasted = {}) const {
        if (s.play.sealed) return answer_sealed(input, pasted);
        return {effect::Answer{input}};
    }
    Effects finish_dropping() const {
        if (s.home.dropping.empty()) return {};
        std::erase_if(s.toasts, [&](const Toast& t) { return t.undoes == s.home.dropping; });
        return {effect::Drop{std::exchange(s.home.dropping, {})}, effect::LoadHome{}};
    }
    Effects leave() const {
        s.play = {};
        s.page = Page::home;
        return {effect::LoadHome{}};
    }
};

}  // namespace

Effects update(State& state, const Intent& intent) { return std::visit(Update{state}, intent); }

}  // namespace huashu::desktop
