#include <utility>

#include "desktop/editor/author_intent.hpp"

namespace huashu::desktop {
namespace {

AuthorOutcome tell_author(std::string message) { return {{}, std::move(message)}; }

AuthorSheet sheet_of(std::string_view pointer) {
    if (app::lies_in(pointer, "/stages")) return AuthorSheet::stage;
    if (app::lies_in(pointer, "/facts")) return AuthorSheet::facts;
    if (app::lies_in(pointer, "/reactions") || app::lies_in(pointer, "/events")) return AuthorSheet::rules;
    if (app::lies_in(pointer, "/endings")) return AuthorSheet::endings;
    if (app::lies_in(pointer, "/plays")) return AuthorSheet::plays;
    for (const char* part : {"/household", "/after", "/memories", "/returning", "/record"})
        if (app::lies_in(pointer, part)) return AuthorSheet::past;
    return AuthorSheet::card;
}

// "/stages/3/choices/0/text" lies in "/stages/3".
std::string item_of(const std::string& pointer) {
    const std::size_t second = pointer.find('/', 1);
    return second == std::string::npos ? pointer : pointer.substr(0, pointer.find('/', second + 1));
}

struct AuthorUpdate {
    AuthorState& s;

    [[nodiscard]] AuthorOutcome operator()(const wish::OpenShelf&) const { return {{task::LoadShelf{}}}; }
    [[nodiscard]] AuthorOutcome operator()(const wish::ShelfLoaded& w) const {
        s.drafts = w.drafts;
        s.shipped = w.shipped;
        s.packs = w.packs;
        s.pack_in_use = w.pack_in_use;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::OpenRules&) const { return {}; }
    [[nodiscard]] AuthorOutcome operator()(const wish::Publish&) const { return {}; }
    [[nodiscard]] AuthorOutcome operator()(const wish::Exchange&) const { return {}; }
    [[nodiscard]] AuthorOutcome operator()(const wish::UseShippedRules&) const {
        return {{task::UseShippedRules{}, task::LoadShelf{}}, "desktop.publish.toast.shipped_used"};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::NameDraft& w) const {
        s.naming = true;
        s.copy_of = w.copy_of;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::StopNaming&) const {
        s.naming = false;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::NewDraft& w) const {
        return {{task::Make{w.kind, w.id, w.title, s.copy_of}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::OpenDraft& w) const { return {{task::Open{w.file}}}; }
    [[nodiscard]] AuthorOutcome operator()(const wish::DraftOpened& w) const {
        s.desk = w.desk;
        s.naming = s.leaving = false;
        s.desk->outline = app::make_outline(s.desk->document.root());
        s.desk->outlined = s.desk->document.root();
        s.desk->opened = ++s.opened;
        s.desk->laying_out = true;
        s.desk->side = s.desk->is_new ? AuthorSide::guide : AuthorSide::problems;
        AuthorOutcome out{{check(), task::LayOut{s.desk->outline, s.desk->by_hand}},
                          w.recovered ? "desktop.author.toast.recovered" : ""};
        ++s.revision;
        return out;
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::CloseDraft&) const {
        if (!s.desk) return {};
        if (s.desk->document.saved()) return leave();
        s.leaving = true;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::StayAtDesk&) const {
        s.leaving = false;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::LeaveUnsaved&) const {
        if (!s.desk) return {};
        AuthorOutcome out = leave();
        out.message = "desktop.author.toast.left_unsaved";
        return out;
    }

    [[nodiscard]] AuthorOutcome operator()(const wish::Edit& w) const {
        if (!s.desk) return {};
        s.desk->document.apply(w.root, w.place, w.typing);
        return document_changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Undo&) const {
        if (!s.desk || !s.desk->document.undo()) return {};
        show(s.desk->document.place());
        return document_changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Redo&) const {
        if (!s.desk || !s.desk->document.redo()) return {};
        show(s.desk->document.place());
        return document_changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Select& w) const {
        if (!s.desk) return {};
        s.desk->selected = item_of(w.pointer);
        if (s.desk->sheet != AuthorSheet::script || !app::lies_in(w.pointer, "/stages"))
            s.desk->sheet = sheet_of(w.pointer);
        reveal(w.pointer);
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Reveal& w) const {
        if (!s.desk) return {};
        show(w.pointer);
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::ShowSheet& w) const {
        if (!s.desk) return {};
        s.desk->sheet = w.sheet;
        if (w.sheet == AuthorSheet::stage && !app::lies_in(s.desk->selected, "/stages")) s.desk->selected = "/stages/0";
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::ShowSide& w) const {
        if (!s.desk) return {};
        s.desk->side = w.side;
        return changed();
    }

    [[nodiscard]] AuthorOutcome operator()(const wish::Save&) const { return save(false); }
    [[nodiscard]] AuthorOutcome operator()(const wish::Saved& w) const {
        if (!s.desk) return {};
        s.desk->document.mark_saved(w.root);
        s.desk->changed_outside = false;
        ++s.desk->view;
        return tell_author("desktop.author.toast.saved");
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Recover&) const {
        if (!s.desk || s.desk->document.saved()) return {};
        return {{task::Recover{s.desk->file, s.desk->document.root()}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Check&) const {
        if (!s.desk) return {};
        return {{check()}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Poll&) const { return {{task::Poll{}}}; }
    [[nodiscard]] AuthorOutcome operator()(const wish::Reported& w) const {
        if (!s.desk || w.report.revision != s.desk->document.revision()) return {};
        s.desk->report = w.report;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::PlanMade& w) const {
        if (!s.desk || !s.desk->outline.same_shape(w.outline)) return {};
        s.desk->plan = w.plan;
        s.desk->laying_out = false;
        s.desk->planned = true;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Watch&) const {
        if (!s.desk || s.desk->changed_outside) return {};
        return {{task::Watch{s.desk->file}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Failed& w) const { return {{}, {}, w.error.diagnostics}; }
    [[nodiscard]] AuthorOutcome operator()(const wish::ChangedOutside&) const {
        if (!s.desk) return {};
        s.desk->changed_outside = true;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::TakeTheirs&) const {
        if (!s.desk) return {};
        s.desk->changed_outside = false;
        return {{task::ReadTheirs{s.desk->file}}, "desktop.author.toast.theirs"};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::KeepMine&) const { return save(true); }
    [[nodiscard]] AuthorOutcome operator()(const wish::MergeTheirs&) const {
        if (!s.desk) return {};
        return {{task::MergeTheirs{s.desk->file, s.desk->document.saved_root(), s.desk->document.root(), {}}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::AnswerClash& w) const {
        if (!s.desk || !s.desk->clash || w.number >= s.desk->clash->answers.size()) return {};
        s.desk->clash->answers[w.number] = w.side;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::SettleClashes&) const {
        if (!s.desk || !s.desk->clash) return {};
        return {
            {task::MergeTheirs{s.desk->file, s.desk->document.saved_root(), s.desk->document.root(), *s.desk->clash}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::DropMerge&) const {
        if (!s.desk) return {};
        s.desk->clash.reset();
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Merged& w) const {
        if (!s.desk) return {};
        s.desk->clash.reset();
        if (!w.settled) {
            s.desk->clash =
                MergeQuestion{w.conflicts, std::vector<app::MergeSide>(w.conflicts.size(), app::MergeSide::mine)};
            return changed();
        }
        s.desk->changed_outside = false;
        s.desk->document.apply(w.root, "");
        s.desk->document.mark_saved(w.theirs);
        AuthorOutcome out = document_changed();
        out.message = "desktop.author.toast.merged";
        return out;
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::ShowWay& w) const {
        if (!s.desk) return {};
        // The search of the check knows the best play to each ending.
        if (s.desk->report && s.desk->report->analysis)
            for (const scenarios::EndingReach& reach : s.desk->report->analysis->endings)
                if (app::lies_in(w.pointer, "/endings") &&
                    reach.ending == app::at(s.desk->document.root(), item_of(w.pointer))["id"].text())
                    return (*this)(wish::ShowPlay{reach.best.inputs});
        if (s.desk->finding_way) return {};
        s.desk->finding_way = true;
        ++s.desk->view;
        return {{task::FindWay{s.desk->file, s.desk->document.root(), w.pointer}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::ShowPlay& w) const {
        if (!s.desk) return {};
        s.desk->finding_way = false;
        s.desk->side = AuthorSide::trial;
        return {{task::PlayTrial{s.desk->file, s.desk->document.root(), w.inputs}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::NoWay&) const {
        if (s.desk) s.desk->finding_way = false;
        return tell_author("desktop.author.toast.no_way");
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::Published&) const {
        if (!s.desk) return {};
        s.desk->published = true;
        return changed();
    }

    // What was judged by the old rules is looked at anew; a trial under them is over.
    [[nodiscard]] AuthorOutcome operator()(const wish::ContentChanged&) const {
        if (!s.desk) return {};
        s.desk->trial.reset();
        ++s.desk->view;
        return {{check()}};
    }

    [[nodiscard]] AuthorOutcome operator()(const wish::MoveNode& w) const {
        if (!s.desk) return {};
        s.desk->by_hand[w.key] = w.spot;
        put(w.key, w.spot);
        s.desk->laying_out = true;
        ++s.desk->view;
        return {{task::KeepPlaces{s.desk->file, s.desk->by_hand}, task::LayOut{s.desk->outline, s.desk->by_hand}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::ForgetPlaces&) const {
        if (!s.desk) return {};
        s.desk->by_hand.clear();
        s.desk->laying_out = true;
        return {{task::KeepPlaces{s.desk->file, {}}, task::LayOut{s.desk->outline, {}}}};
    }

    [[nodiscard]] AuthorOutcome operator()(const wish::BeginTrial& w) const {
        if (!s.desk) return {};
        s.desk->side = AuthorSide::trial;
        ++s.desk->view;
        return {{task::BeginTrial{s.desk->file, s.desk->document.root(), w.start}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::SayInTrial& w) const {
        if (!s.desk || !s.desk->trial || s.desk->trial->talk.ending) return {};
        return {{task::SayInTrial{w.input}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::TakeBack&) const {
        if (!s.desk || !s.desk->trial) return {};
        return {{task::TakeBack{}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::TrialShown& w) const {
        if (!s.desk) return {};
        const unsigned before = s.desk->trial ? s.desk->trial->talk.revision : 0;
        s.desk->trial = w.trial;
        s.desk->trial->talk.revision = before + 1;
        if (w.trial.talk.ending) ++s.desk->trials;
        return changed();
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::TrialRefused&) const {
        if (!s.desk) return {};
        s.desk->finding_way = false;
        s.desk->side = AuthorSide::problems;
        ++s.desk->view;
        return tell_author("desktop.author.toast.not_playable");
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::KeepPlay&) const {
        if (!s.desk || !s.desk->trial || !s.desk->trial->can_be_kept) return {};
        return {{task::KeepPlay{s.desk->document.root()}}, "desktop.author.toast.play_kept"};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::SendRobots&) const {
        if (!s.desk || s.desk->robots_out) return {};
        s.desk->robots_out = true;
        ++s.desk->view;
        return {{task::SendRobots{s.desk->file, s.desk->document.root(), s.desk->document.revision()}}};
    }
    [[nodiscard]] AuthorOutcome operator()(const wish::RobotsBack& w) const {
        if (!s.desk) return {};
        s.desk->robots_out = false;
        ++s.desk->view;
        if (w.report.plays == 0) return tell_author("desktop.author.toast.not_playable");
        s.desk->robots = w.report;
        s.desk->robots_of = w.revision;
        return {};
    }

private:
    [[nodiscard]] AuthorOutcome changed() const {
        ++s.revision;
        if (s.desk) ++s.desk->view;
        return {};
    }
    [[nodiscard]] AuthorTask check() const {
        return task::Check{s.desk->file, s.desk->document.root(), s.desk->document.revision()};
    }
    [[nodiscard]] AuthorOutcome save(bool even_if_changed) const {
        if (!s.desk) return {};
        if (s.desk->document.saved() && !even_if_changed) return tell_author("desktop.author.toast.saved");
        s.desk->document.separate();
        return {{task::Save{s.desk->file, s.desk->document.root(), even_if_changed}}};
    }
    [[nodiscard]] AuthorOutcome leave() const {
        AuthorOutcome out;
        if (!s.desk->document.saved()) out.tasks.emplace_back(task::Recover{s.desk->file, s.desk->document.root()});
        s.desk.reset();
        s.leaving = false;
        ++s.revision;
        out.tasks.emplace_back(task::Leave{});
        out.tasks.emplace_back(task::LoadShelf{});
        return out;
    }
    // At once: the plan that is on its way will say the same.
    void put(const std::string& key, const app::Spot& spot) const {
        for (std::size_t i = 0; i < s.desk->outline.stages.size() && i < s.desk->plan.stages.size(); ++i)
            if (app::stage_key(s.desk->outline.stages[i].id) == key) s.desk->plan.stages[i] = spot;
        for (std::size_t i = 0; i < s.desk->outline.endings.size() && i < s.desk->plan.endings.size(); ++i)
            if (app::ending_key(s.desk->outline.endings[i].id) == key) s.desk->plan.endings[i] = spot;
    }
    void reveal(const std::string& pointer) const {
        s.desk->reveal = pointer;
        ++s.desk->reveals;
    }
    void show(const std::string& pointer) const {
        s.desk->sheet = sheet_of(pointer);
        if (s.desk->sheet == AuthorSheet::stage || s.desk->sheet == AuthorSheet::endings)
            s.desk->selected = item_of(pointer);
        reveal(pointer);
    }
    // A map is laid out anew only when its shape is another.
    [[nodiscard]] AuthorOutcome document_changed() const {
        AuthorOutcome out = changed();
        const app::Tree& root = s.desk->document.root();
        const bool as_before = app::have_same_outline(std::exchange(s.desk->outlined, root), root);
        if (as_before) return out;
        app::Outline now = app::make_outline(root);
        const bool other = !now.same_shape(s.desk->outline);
        s.desk->outline = std::move(now);
        keep_selection();
        if (other) {
            s.desk->plan.stages.resize(s.desk->outline.stages.size(), s.desk->plan.end);
            s.desk->plan.endings.resize(s.desk->outline.endings.size(), s.desk->plan.end);
            s.desk->laying_out = true;
            out.tasks.emplace_back(task::LayOut{s.desk->outline, s.desk->by_hand});
        }
        return out;
    }
    void keep_selection() const {
        const auto stages = s.desk->outline.stages.size();
        if (!app::at(s.desk->document.root(), s.desk->selected).is_nothing() || stages == 0) return;
        s.desk->selected = app::lies_in(s.desk->selected, "/stages") ? app::below("/stages", stages - 1) : "/stages/0";
    }
};

}  // namespace

AuthorOutcome update_author(AuthorState& state, const AuthorWish& wish) {
    return std::visit(AuthorUpdate{state}, wish);
}

}  // namespace huashu::desktop
