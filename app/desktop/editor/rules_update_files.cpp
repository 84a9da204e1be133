// The pack's files: saving, what was not saved, another's changes, publishing.
#include <algorithm>

#include "desktop/editor/rules_update.hpp"

namespace huashu::desktop {

RulesOutcome RulesUpdate::operator()(const rule_wish::Publish&) const {
    if (!s.desk) return {};
    const RulesDesk& d = *s.desk;
    PublishItem item{true, d.id, d.document.root()["pack.json"]["title"].text(), d.folder};
    item.is_saved = d.document.saved();
    item.is_sound = d.report && d.report->complete && d.report->revision == d.document.revision() &&
                    std::none_of(d.report->findings.begin(), d.report->findings.end(),
                                 [](const app::RuleFinding& f) { return f.level == Level::error; });
    RulesOutcome out;
    out.publish = std::move(item);
    return out;
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Save&) const { return save(false); }

RulesOutcome RulesUpdate::operator()(const rule_wish::KeepMine&) const { return save(true); }

RulesOutcome RulesUpdate::operator()(const rule_wish::Saved& w) const {
    if (!s.desk) return {};
    s.desk->document.mark_saved(w.root);
    s.desk->changed_outside = false;
    ++s.desk->view;
    return {{}, "desktop.author.toast.saved"};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Recover&) const {
    if (!s.desk || s.desk->document.saved()) return {};
    return {{rule_task::Recover{s.desk->folder, s.desk->document.saved_root(), s.desk->document.root()}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Check&) const {
    if (!s.desk) return {};
    return {{check()}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Poll&) const { return {{rule_task::Poll{}}}; }

RulesOutcome RulesUpdate::operator()(const rule_wish::Reported& w) const {
    if (!s.desk || w.report.revision != s.desk->document.revision()) return {};
    s.desk->report = w.report;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Watch&) const {
    if (!s.desk || s.desk->changed_outside) return {};
    return {{rule_task::Watch{s.desk->folder}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::ChangedOutside&) const {
    if (!s.desk) return {};
    s.desk->changed_outside = true;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::TakeTheirs&) const {
    if (!s.desk) return {};
    s.desk->changed_outside = false;
    return {{rule_task::ReadTheirs{s.desk->folder}}, "desktop.author.toast.theirs"};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::MergeTheirs&) const {
    if (!s.desk) return {};
    return {{rule_task::MergeTheirs{s.desk->folder, s.desk->document.saved_root(), s.desk->document.root(), {}}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::AnswerClash& w) const {
    if (!s.desk || !s.desk->clash || w.number >= s.desk->clash->answers.size()) return {};
    s.desk->clash->answers[w.number] = w.side;
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::SettleClashes&) const {
    if (!s.desk || !s.desk->clash) return {};
    return {{rule_task::MergeTheirs{s.desk->folder, s.desk->document.saved_root(), s.desk->document.root(),
                                    *s.desk->clash}}};
}

RulesOutcome RulesUpdate::operator()(const rule_wish::DropMerge&) const {
    if (!s.desk) return {};
    s.desk->clash.reset();
    return changed();
}

RulesOutcome RulesUpdate::operator()(const rule_wish::Merged& w) const {
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
    RulesOutcome out = document_changed();
    out.message = "desktop.author.toast.merged";
    return out;
}

RulesOutcome RulesUpdate::save(bool even_if_changed) const {
    if (!s.desk) return {};
    if (s.desk->document.saved() && !even_if_changed) return {{}, "desktop.author.toast.saved"};
    s.desk->document.separate();
    return {{rule_task::Save{s.desk->folder, s.desk->document.saved_root(), s.desk->document.root(), even_if_changed}}};
}

}  // namespace huashu::desktop
