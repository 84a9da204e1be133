// What can be wished for in assessments, what comes back, and what is asked of the world.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "desktop/state/care_state.hpp"
#include "desktop/state/exam_state.hpp"
#include "desktop/state/intent.hpp"
#include "desktop/state/marking_state.hpp"
#include "desktop/state/one_of.hpp"

namespace huashu::desktop {

namespace exam_wish {
struct Open {};  ///< the page of assessments
struct Select {
    std::string blueprint_id;
};
struct Begin {
    std::string blueprint_id;
};
struct GoOn {};  ///< with the one that runs
struct NextScenario {};
struct Record {
    scenarios::RecordForm form;
};               ///< handed in, once
struct Tick {};  ///< a second has passed
struct Away {
    bool is_away = true;
};
struct OpenSitting {
    std::string sitting_id, folder;
    bool as_supervisor = false;
};
struct ShowItem {
    int item = 0;
};
struct Act {
    desktop::OpenSitting::Act act = desktop::OpenSitting::Act::contest;
    assess::LineRef at;
    int appeal = -1;
};  ///< a reason is about to be written
struct StopActing {};
struct Finish {
    std::string by, reason;
    int to_centi = 0;
    bool upheld = false;
};  ///< it was written
struct Supervise {};
struct Unlock {
    std::string passphrase;
};
struct ShowTab {
    SuperviseTab tab = SuperviseTab::blueprints;
};
struct SelectForms {
    std::string blueprint_id;
};
/// Opens the blueprint for writing; empty: a new one.
struct EditBlueprint {
    std::string blueprint_id;
};
/// Another value. `goes_on`: of the same field as the change before, so that one step of undo takes both back.
struct ChangeDraft {
    DraftValue value;
    bool goes_on = false;
};
struct UndoDraft {
    bool redo = false;
};
struct CheckDraft {};  ///< the value has rested for a moment
struct SaveDraft {};
/// Back to the supervisor's page; asks first where something would be lost, unless it is thrown away on purpose.
struct LeaveDraft {
    bool throw_away = false;
};
struct StayWithDraft {};
struct Care {
    std::shared_ptr<const CareIntent> what;
};  ///< whatever has to do with looking after records, both ways
struct Marking {
    std::shared_ptr<const MarkingIntent> what;
};  ///< and with second markings
// What came back.
struct DraftOpened {
    BlueprintDraft draft;
};
struct DraftChecked {
    unsigned revision = 0;
    assess::DraftCheck check;
};
struct DraftSaved {
    std::string blueprint_id;
};
struct Loaded {
    ExamsState exams;  ///< offers, scenarios, mine, problems, now_ms
};
struct RunningShown {
    RunningExam running;
};  ///< between two scenarios
struct RecordAsked {
    RunningExam running;
    Talk talk;
};
struct TalkShown {
    Talk talk;
    SealedPlay sealed;
    bool fresh = true;  ///< begun or continued; else a turn was played
};
struct Ticked {
    std::int64_t left_ms = 0, item_left_ms = 0;
};
struct SittingShown {
    desktop::OpenSitting open;
};
struct SupervisionShown {
    SuperviseState supervise;
};
}  // namespace exam_wish

using ExamIntentKinds =
    std::variant<exam_wish::Open, exam_wish::Select, exam_wish::Begin, exam_wish::GoOn, exam_wish::NextScenario,
                 exam_wish::Tick, exam_wish::Away, exam_wish::OpenSitting, exam_wish::ShowItem, exam_wish::Act,
                 exam_wish::StopActing, exam_wish::Finish, exam_wish::Supervise, exam_wish::Unlock, exam_wish::ShowTab,
                 exam_wish::SelectForms, exam_wish::EditBlueprint, exam_wish::ChangeDraft, exam_wish::UndoDraft,
                 exam_wish::CheckDraft, exam_wish::SaveDraft, exam_wish::LeaveDraft, exam_wish::StayWithDraft,
                 exam_wish::DraftOpened, exam_wish::DraftChecked, exam_wish::DraftSaved, exam_wish::Loaded,
                 exam_wish::RunningShown, exam_wish::TalkShown, exam_wish::Ticked, exam_wish::SittingShown,
                 exam_wish::SupervisionShown, exam_wish::Care, exam_wish::Marking, exam_wish::Record,
                 exam_wish::RecordAsked>;
extern template struct OneOf<ExamIntentKinds>;
struct ExamIntent : OneOf<ExamIntentKinds> {
    using OneOf::OneOf;
};

[[nodiscard]] Intent exam_intent(ExamIntent what);

namespace exam_task {
struct Load {};
struct Begin {
    std::string blueprint_id;
};
struct GoOn {};
struct NextScenario {};
struct Answer {
    scenarios::Input input;
    std::vector<std::string> pasted;
};
struct Record {
    scenarios::RecordForm form;
};
struct Nudge {
    int nth = 0;
};
struct LookAtClock {};
struct Away {
    bool is_away = true;
};
struct OpenSitting {
    std::string sitting_id, folder;
    bool as_supervisor = false;
};
struct Add {
    std::string sitting_id, folder;
    bool as_supervisor = false;
    decltype(assess::ReviewEvent::what) what;
};
struct SetAside {
    std::string sitting_id, folder;
    assess::event::SetAside why;
};
struct Supervise {
    std::string passphrase;  ///< empty: none was given
    bool with_calibration = false;
};
struct OpenDraft {
    std::string blueprint_id;  ///< empty: a new one
};
struct CheckDraft {
    unsigned revision = 0;
    DraftValue value;
    std::string opened_as;
};
struct SaveDraft {
    DraftValue value;
    std::string opened_as;
};
struct Care {
    std::shared_ptr<const CareEffect> what;
};
struct Marking {
    std::shared_ptr<const MarkingEffect> what;
};
}  // namespace exam_task

using ExamEffectKinds =
    std::variant<exam_task::Load, exam_task::Begin, exam_task::GoOn, exam_task::NextScenario, exam_task::Answer,
                 exam_task::Nudge, exam_task::LookAtClock, exam_task::Away, exam_task::OpenSitting, exam_task::Add,
                 exam_task::SetAside, exam_task::Supervise, exam_task::OpenDraft, exam_task::CheckDraft,
                 exam_task::SaveDraft, exam_task::Care, exam_task::Marking, exam_task::Record>;
extern template struct OneOf<ExamEffectKinds>;
struct ExamEffect : OneOf<ExamEffectKinds> {
    using OneOf::OneOf;
};

[[nodiscard]] Effect exam_effect(ExamEffect what);

}  // namespace huashu::desktop
