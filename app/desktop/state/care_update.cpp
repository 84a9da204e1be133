#include "desktop/state/care_update.hpp"

#include "desktop/state/exam_intent.hpp"

namespace huashu::desktop {
namespace {

struct CareUpdate {
    State& s;

    template <class Change>
    void change(Change how) const {
        ExamsState exams = exams_of(s);
        CareState then = exams.care ? *exams.care : CareState{};
        how(then);
        ++then.revision;
        exams.care = std::make_shared<const CareState>(std::move(then));
        ++exams.revision;
        s.exams = std::make_shared<const ExamsState>(std::move(exams));
    }
    [[nodiscard]] const CareState& now() const {
        static const CareState nothing;
        return exams_of(s).care ? *exams_of(s).care : nothing;
    }
    void tell_care(Toast::Tone tone, std::string key, std::string second_line = {}) const {
        Toast toast;
        toast.tone = tone;
        toast.key = std::move(key);
        toast.remedy = std::move(second_line);
        toast.number = ++s.toasts_told;
        s.toasts.push_back(std::move(toast));
    }
    [[nodiscard]] Effects begin(CareOrder order, std::string passphrase = {}) const {
        if (now().running) return {};
        change([&](CareState& c) { c.running = CareState::Running{order}; });
        return {care_effect(care_task::Begin{std::move(order), std::move(passphrase)})};
    }
    [[nodiscard]] Effects look_again() const {
        return begin({.job = s.page == Page::kept ? CareJob::look_at_mine : CareJob::look});
    }

    // What an earlier visit has left is not shown again; what still runs goes on.
    [[nodiscard]] Effects open(Page page, CareJob job) const {
        change([](CareState& c) {
            CareState fresh;
            fresh.running = c.running;
            fresh.revision = c.revision;
            fresh.holdings = c.holdings;
            fresh.backup_folder = c.backup_folder;
            fresh.export_folder = c.export_folder;
            c = std::move(fresh);
        });
        s.page = page;
        return begin({.job = job});
    }
    Effects operator()(const care_wish::Open&) const { return open(Page::care, CareJob::look); }
    Effects operator()(const care_wish::OpenMine&) const { return open(Page::kept, CareJob::look_at_mine); }
    Effects operator()(const care_wish::Unlock& i) const {
        if (i.passphrase.empty()) return {};
        return begin({.job = CareJob::look}, i.passphrase);
    }
    Effects operator()(const care_wish::Do& i) const {
        Effects out = begin(i.order);
        if (!out.empty()) change([](CareState& c) { c.asking = CareState::Asking::nothing; });
        return out;
    }
    Effects operator()(const care_wish::Ask& i) const {
        change([&](CareState& c) {
            c.asking = i.what;
            c.about = i.about;
        });
        return {};
    }
    Effects operator()(const care_wish::Poll&) const {
        if (!now().running) return {};
        return {care_effect(care_task::Poll{})};
    }
    Effects operator()(const care_wish::Stop&) const {
        if (!now().running) return {};
        change([](CareState& c) { c.running->stopping = true; });
        return {care_effect(care_task::Stop{})};
    }

    Effects operator()(const care_wish::Locked& i) const {
        change([&](CareState& c) {
            c = {};
            c.locked = true;
            c.refused = i.refused;
        });
        return {};
    }
    Effects operator()(const care_wish::Progress& i) const {
        if (!now().running) return {};
        change([&](CareState& c) {
            c.running->done = i.done;
            c.running->total = i.total;
        });
        return {};
    }
    Effects operator()(const care_wish::Ended&) const {
        const bool was_stopped = now().running && now().running->stopping;
        change([](CareState& c) { c.running.reset(); });
        if (was_stopped) tell_care(Toast::Tone::info, "desktop.care.stopped");
        return {};
    }
    Effects operator()(const care_wish::Done& i) const {
        change([&](CareState& c) {
            c.running.reset();
            c.locked = c.refused = false;
            take(c, *i.what);
        });
        return after(*i.what);
    }

private:
    static void take(CareState& c, const CareDone& done) {
        if (done.holdings) c.holdings = std::make_shared<const app::Holdings>(*done.holdings);
        if (done.mine) c.mine = done.mine;
        if (!done.backup_folder.empty()) c.backup_folder = done.backup_folder;
        if (!done.export_folder.empty()) c.export_folder = done.export_folder;
        switch (done.order.job) {
            case CareJob::verify:
                c.verified = std::make_shared<const std::vector<app::VerifiedFile>>(done.verified);
                break;
            case CareJob::rescore:
                c.rescored = std::make_shared<const app::RescoreSum>(*done.rescored);
                break;
            case CareJob::back_up:
                c.backup = done.backup;
                break;
            case CareJob::export_one:
            case CareJob::export_mine:
                c.exported = done.file;
                break;
            case CareJob::count_older:
            case CareJob::erase_older:
                c.older = done.expired;
                c.older_days = done.order.days;
                c.older_gone = done.order.job == CareJob::erase_older;
                break;
            case CareJob::preview_site:
            case CareJob::bring_in_site:
                c.site = done.brought;
                c.site_folder = done.order.where;
                c.site_taken = done.order.job == CareJob::bring_in_site;
                break;
            default:
                break;
        }
    }

    // What has changed is looked at again; whoever was erased is not in the room any more.
    [[nodiscard]] Effects after(const CareDone& done) const {
        Effects out;
        switch (done.order.job) {
            case CareJob::back_up:
                tell_care(Toast::Tone::good, "desktop.care.told.backed_up", done.backup->folder);
                break;
            case CareJob::export_one:
            case CareJob::export_mine:
                tell_care(Toast::Tone::good, "desktop.care.told.exported", done.file);
                return {};
            case CareJob::set_days:
                tell_care(Toast::Tone::good, "desktop.care.told.days_set");
                break;
            case CareJob::erase_one:
                tell_care(Toast::Tone::good, "desktop.care.told.erased");
                if (!done.order.person.empty() && done.order.person == s.people.current)
                    out.push_back(effect::SwitchPerson{{}});
                out.push_back(effect::LoadPeople{});
                break;
            case CareJob::erase_older:
                tell_care(Toast::Tone::good, "desktop.care.told.expired");
                break;
            case CareJob::bring_in_site:
                out.push_back(effect::LoadPeople{});
                break;
            default:
                return {};
        }
        for (Effect& e : look_again()) out.push_back(std::move(e));
        return out;
    }
};

}  // namespace

Effects update_care(State& state, const CareIntent& intent) { return std::visit(CareUpdate{state}, intent); }

Intent care_intent(CareIntent what) {
    return exam_intent(exam_wish::Care{std::make_shared<const CareIntent>(std::move(what))});
}

Effect care_effect(CareEffect what) {
    return exam_effect(exam_task::Care{std::make_shared<const CareEffect>(std::move(what))});
}

}  // namespace huashu::desktop
