#include "desktop/state/exam_update.hpp"

#include <algorithm>

#include "desktop/state/care_update.hpp"
#include "desktop/state/draft_update.hpp"
#include "desktop/state/exam_intent.hpp"

namespace huashu::desktop {
namespace {

using Act = OpenSitting::Act;

void tell_exam(State& state, Toast::Tone tone, std::string key) {
    Toast toast;
    toast.tone = tone;
    toast.key = std::move(key);
    toast.number = ++state.toasts_told;
    state.toasts.push_back(std::move(toast));
}

struct ExamUpdate {
    State& s;

    // A changed copy takes the place of what was there.
    template <class Change>
    void change(Change how) const {
        ExamsState then = exams_of(s);
        how(then);
        ++then.revision;
        s.exams = std::make_shared<const ExamsState>(std::move(then));
    }

    Effects operator()(const exam_wish::Open&) const {
        if (is_sealed(s) && !s.play.talk->ending) {  // asks first
            s.play.leaving = true;
            return {};
        }
        if (is_running()) return leave_sealed(s);
        s.page = Page::exams;
        return {exam_effect(exam_task::Load{})};
    }
    Effects operator()(const exam_wish::Select& i) const {
        change([&](ExamsState& e) { e.selected = i.blueprint_id; });
        return {};
    }
    // Whose sitting it is must be known: without a name the list of people opens.
    Effects operator()(const exam_wish::Begin& i) const {
        if (!has_name()) {
            tell_exam(s, Toast::Tone::info, "desktop.exam.name_first");
            s.people.choosing = true;
            return {};
        }
        return {exam_effect(exam_task::Begin{i.blueprint_id})};
    }
    Effects operator()(const exam_wish::GoOn&) const { return {exam_effect(exam_task::GoOn{})}; }
    Effects operator()(const exam_wish::NextScenario&) const {
        if (!exams_of(s).running) return {};
        return {exam_effect(exam_task::NextScenario{})};
    }
    Effects operator()(const exam_wish::Record& i) const {
        if (!exams_of(s).record_talk) return {};
        return {exam_effect(exam_task::Record{i.form})};
    }
    Effects operator()(const exam_wish::RecordAsked& i) const {
        change([&](ExamsState& e) {
            e.running = i.running;
            e.record_talk = i.talk;
        });
        s.play = {};
        s.page = Page::exam;
        return {};
    }
    Effects operator()(const exam_wish::Tick&) const {
        if (!is_running()) return {};
        return {exam_effect(exam_task::LookAtClock{})};
    }
    Effects operator()(const exam_wish::Away& i) const {
        if (!is_running()) return {};
        return {exam_effect(exam_task::Away{i.is_away})};
    }
    Effects operator()(const exam_wish::OpenSitting& i) const {
        return {exam_effect(exam_task::OpenSitting{i.sitting_id, i.folder, i.as_supervisor})};
    }
    Effects operator()(const exam_wish::ShowItem& i) const {
        if (!exams_of(s).open) return {};
        const int last = static_cast<int>(exams_of(s).open->filed.sitting.items.size()) - 1;
        change([&](ExamsState& e) {
            e.open->item = std::clamp(i.item, 0, std::max(last, 0));
            e.open->acting.reset();
        });
        return {};
    }
    Effects operator()(const exam_wish::Act& i) const {
        if (!exams_of(s).open) return {};
        change([&](ExamsState& e) {
            e.open->acting = i.at;
            e.open->act = i.act;
            e.open->appeal = i.appeal;
        });
        return {};
    }
    Effects operator()(const exam_wish::StopActing&) const {
        if (!exams_of(s).open) return {};
        change([](ExamsState& e) { e.open->acting.reset(); });
        return {};
    }
    Effects operator()(const exam_wish::Finish& i) const {
        const auto& open = exams_of(s).open;
        if (!open || !open->acting) return {};
        const std::string& id = open->filed.sitting.begun.sitting_id;
        const auto add = [&](decltype(assess::ReviewEvent::what) what) {
            return Effects{exam_effect(exam_task::Add{id, open->person_folder, open->as_supervisor, std::move(what)})};
        };
        switch (open->act) {
            case Act::contest:
                return add(assess::reviewing::Contested{*open->acting, i.by, i.reason});
            case Act::change:
                return add(assess::reviewing::Changed{*open->acting, i.to_centi, i.by, i.reason});
            case Act::decide:
                return add(assess::reviewing::Decided{open->appeal, i.upheld, i.to_centi, i.by, i.reason});
            case Act::confirm:
                return add(assess::reviewing::Confirmed{i.by, i.reason});
            case Act::set_aside:
                return {exam_effect(exam_task::SetAside{id, open->person_folder, {i.by, i.reason}})};
        }
        return {};
    }
    Effects operator()(const exam_wish::Supervise&) const {
        s.page = Page::supervise;
        const bool marks = exams_of(s).supervise.tab == SuperviseTab::calibration;
        return {exam_effect(exam_task::Load{}), exam_effect(exam_task::Supervise{{}, marks})};
    }
    Effects operator()(const exam_wish::Unlock& i) const {
        if (i.passphrase.empty()) return {};
        return {
            exam_effect(exam_task::Supervise{i.passphrase, exams_of(s).supervise.tab == SuperviseTab::calibration})};
    }
    Effects operator()(const exam_wish::ShowTab& i) const {
        change([&](ExamsState& e) { e.supervise.tab = i.tab; });
        if (i.tab != SuperviseTab::calibration || exams_of(s).supervise.has_calibration) return {};
        return {exam_effect(exam_task::Supervise{{}, true})};
    }
    Effects operator()(const exam_wish::SelectForms& i) const {
        change([&](ExamsState& e) { e.supervise.selected = i.blueprint_id; });
        return {};
    }

    Effects operator()(const exam_wish::Care& i) const { return update_care(s, *i.what); }
    Effects operator()(const exam_wish::Marking& i) const { return update_marking(s, *i.what); }

    // What was not saved comes first.
    Effects operator()(const exam_wish::EditBlueprint& i) const {
        if (exams_of(s).draft && exams_of(s).draft->changed) {
            s.page = Page::blueprint;
            return {};
        }
        return {exam_effect(exam_task::OpenDraft{i.blueprint_id})};
    }
    Effects operator()(const exam_wish::ChangeDraft& i) const {
        if (!exams_of(s).draft) return {};
        change([&](ExamsState& e) { change_draft(*e.draft, i.value, i.goes_on); });
        return {};
    }
    Effects operator()(const exam_wish::UndoDraft& i) const {
        if (!exams_of(s).draft) return {};
        change([&](ExamsState& e) { (void)undo_draft(*e.draft, i.redo); });
        return {};
    }
    Effects operator()(const exam_wish::CheckDraft&) const {
        const auto& draft = exams_of(s).draft;
        if (!draft || draft->checked == draft->revision) return {};
        return {exam_effect(exam_task::CheckDraft{draft->revision, draft->value, draft->opened_as})};
    }
    Effects operator()(const exam_wish::SaveDraft&) const {
        const auto& draft = exams_of(s).draft;
        if (!draft) return {};
        return {exam_effect(exam_task::SaveDraft{draft->value, draft->opened_as})};
    }
    Effects operator()(const exam_wish::LeaveDraft& i) const {
        const auto& draft = exams_of(s).draft;
        if (draft && draft->changed && !i.throw_away) {
            change([](ExamsState& e) { e.draft->leaving = true; });
            return {};
        }
        change([](ExamsState& e) { e.draft.reset(); });
        return (*this)(exam_wish::Supervise{});
    }
    Effects operator()(const exam_wish::StayWithDraft&) const {
        if (!exams_of(s).draft) return {};
        change([](ExamsState& e) { e.draft->leaving = false; });
        return {};
    }
    Effects operator()(const exam_wish::DraftOpened& i) const {
        change([&](ExamsState& e) { e.draft = i.draft; });
        s.page = Page::blueprint;
        return (*this)(exam_wish::CheckDraft{});
    }
    Effects operator()(const exam_wish::DraftChecked& i) const {
        if (!exams_of(s).draft) return {};
        change([&](ExamsState& e) {
            e.draft->checked = i.revision;
            e.draft->check = i.check;
        });
        return {};
    }
    Effects operator()(const exam_wish::DraftSaved& i) const {
        if (!exams_of(s).draft) return {};
        change([&](ExamsState& e) {
            e.draft->changed = false;
            e.draft->opened_as = i.blueprint_id;
            e.supervise.selected = i.blueprint_id;
        });
        tell_exam(s, Toast::Tone::good, "desktop.blueprint.saved");
        return {exam_effect(exam_task::Load{})};
    }

    Effects operator()(const exam_wish::Loaded& i) const {
        change([&](ExamsState& e) {
            ExamsState fresh = i.exams;
            fresh.revision = e.revision;
            fresh.supervise = e.supervise;
            fresh.open = e.open;
            fresh.running = e.running;
            fresh.record_talk = e.record_talk;
            fresh.draft = e.draft;
            fresh.care = e.care;
            fresh.marking = e.marking;
            const auto known = [&](const std::string& id) {
                return std::any_of(fresh.offers.begin(), fresh.offers.end(),
                                   [&](const ExamOffer& o) { return o.blueprint.id == id; });
            };
            const std::string first = fresh.offers.empty() ? std::string() : fresh.offers.front().blueprint.id;
            fresh.selected = known(e.selected) ? e.selected : first;
            if (!known(fresh.supervise.selected)) fresh.supervise.selected = first;
            e = std::move(fresh);
        });
        return {};
    }
    // Between two scenarios; after the last one there is only the result.
    Effects operator()(const exam_wish::RunningShown& i) const {
        change([&](ExamsState& e) {
            e.running = i.running;
            e.record_talk.reset();
        });
        s.play = {};
        if (i.running.sitting.phase == assess::Sitting::Phase::running) {
            s.page = Page::exam;
            return {};
        }
        change([](ExamsState& e) { e.running.reset(); });
        return {exam_effect(exam_task::OpenSitting{i.running.sitting.begun.sitting_id, {}, false})};
    }
    Effects operator()(const exam_wish::TalkShown& i) const {
        const unsigned revision = s.play.talk ? s.play.talk->revision + 1 : 1;
        const unsigned draft = s.play.draft_revision + 1;
        s.play = {};
        s.play.coach = false;
        s.play.draft_revision = draft;
        s.play.sealed = i.sealed;
        s.play.talk = i.talk;
        s.play.talk->revision = revision;
        s.page = Page::play;
        return {};
    }
    Effects operator()(const exam_wish::Ticked& i) const {
        if (s.play.sealed) {
            s.play.sealed->left_ms = i.left_ms;
            s.play.sealed->item_left_ms = i.item_left_ms;
        }
        if (exams_of(s).running) change([&](ExamsState& e) { e.running->left_ms = i.left_ms; });
        return {};
    }
    Effects operator()(const exam_wish::SittingShown& i) const {
        change([&](ExamsState& e) {
            const int item = e.open && e.open->filed.sitting.begun.sitting_id == i.open.filed.sitting.begun.sitting_id
                                 ? e.open->item
                                 : 0;
            e.open = i.open;
            e.open->item = item;
        });
        s.page = Page::sitting;
        return {};
    }
    Effects operator()(const exam_wish::SupervisionShown& i) const {
        change([&](ExamsState& e) {
            const SuperviseTab tab = e.supervise.tab;
            const std::string selected = e.supervise.selected;
            e.supervise = i.supervise;
            e.supervise.tab = tab;
            e.supervise.selected = selected;
        });
        return {};
    }

private:
    [[nodiscard]] bool is_running() const { return s.page == Page::exam || is_sealed(s); }
    [[nodiscard]] bool has_name() const {
        return std::any_of(s.people.all.begin(), s.people.all.end(),
                           [&](const app::Person& p) { return p.id == s.people.current && !p.name.empty(); });
    }
};

}  // namespace

bool is_sealed(const State& state) { return state.page == Page::play && state.play.sealed.has_value(); }

Effects answer_sealed(const scenarios::Input& input, const std::vector<std::string>& pasted) {
    return {exam_effect(exam_task::Answer{input, pasted})};
}

Effects nudge_sealed(int nth) { return {exam_effect(exam_task::Nudge{nth})}; }

// Whoever walks out of the room is away; the clock goes on.
Effects leave_sealed(State& state) {
    state.play = {};
    state.page = Page::exams;
    return {exam_effect(exam_task::Away{true}), exam_effect(exam_task::Load{})};
}

Effects update_exams(State& state, const ExamIntent& intent) { return std::visit(ExamUpdate{state}, intent); }

}  // namespace huashu::desktop
