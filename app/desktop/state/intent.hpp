// Everything that can be wished for, and everything that can come back from the backstage. Plain data: a test, the
// tour and a screen make them alike.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "desktop/print/paper.hpp"
#include "desktop/state/one_of.hpp"
#include "desktop/state/state.hpp"

namespace huashu::desktop {

struct ExamIntent;  // desktop/state/exam_intent.hpp
struct ExamEffect;

namespace intent {
// What the person wants.
struct Go {
    Page page = Page::home;
};
struct SelectScenario {
    std::string id;
};
struct SetFilters {
    Filters filters;
};
struct StartTalk {
    std::string scenario_id;
};
struct ResumeTalk {
    std::string attempt_id;
};
struct DropTalk {
    std::string attempt_id;
};  ///< off the list of unfinished ones
struct UndoDrop {};
struct Choose {
    std::string choice_id;
};
struct Say {
    std::string text;
    std::vector<std::string> pasted{};  ///< texts that came from the clipboard while it was written
};
struct StaySilent {};
struct Typed {
    std::string text;
};                    ///< the editor's text changed: the coach looks at it
struct Hint {};       ///< one step up the ladder
struct LeaveTalk {};  ///< asks first when something was said
struct StayInTalk {};
struct PauseTalk {};  ///< leaves; it can be continued
struct ShowDebrief {};
struct SelectTurn {
    int turn = 0;
};
struct SelectTab {
    DebriefTab tab = DebriefTab::overview;
};
struct PlayAgain {};
struct RewindTo {
    int turns = 0;
};  ///< plays on from after so many turns
struct OpenAttempt {
    std::string attempt_id;
};  ///< an earlier one, to look at
struct AskWhatIf {
    int turn = 0;
    scenarios::Input instead;
};  ///< what would have come of saying this in that turn?
struct CloseWhatIf {};
struct OwnerWaits {
    int nth = 0;
};  ///< the reply is long in coming: he speaks up for the nth time, from 0
struct FillInRecord {
    scenarios::RecordForm form;
};
struct CopyDebrief {};
struct PrintDebrief {};  ///< as a PDF file
struct SetHistoryFilter {
    HistoryFilter filter;
};
struct ToggleCoach {};
struct ChoosePerson {};  ///< opens or closes the list of people
struct SwitchPerson {
    std::string id;
};
struct AddPerson {
    std::string name;
};
struct RenamePerson {
    std::string name;
};  ///< the present one
struct ChangeSettings {
    Settings settings;
};
struct ToggleShortcuts {};
struct DismissToast {
    std::size_t index = 0;
};
struct Quit {};
struct Exam {
    std::shared_ptr<const ExamIntent> what;
};  ///< whatever has to do with assessments, both ways
// What came back.
struct HomeLoaded {
    HomeState home;
    std::optional<int> pass_mark{};  ///< of the rule pack; none: not known yet
};                                   ///< scenarios, last, unfinished, problems
/// Rules and scenarios have been read (state.hpp, ContentState). With problems: they can't be used at all.
struct ContentArrived {
    Diagnostics problems;
};
struct TalkShown {
    Talk talk;
};  ///< begun, continued or rewound
struct TurnPlayed {
    Talk talk;
};
struct DebriefShown {
    Talk talk;
    std::vector<app::AttemptSummary> earlier;
    app::Outlook outlook{};
    std::optional<EarlierCard> before{};
};
struct Nudged {
    std::string text;
};
struct RecordShown {
    RecordState record;
};
struct WhatIfShown {
    scenarios::WhatIf what_if;
};
struct PeopleLoaded {
    std::vector<app::Person> people;
    std::string current;
};
struct HistoryLoaded {
    std::vector<app::AttemptSummary> attempts;
};
struct DraftJudged {
    std::string text;
    scoring::Judgement judgement;
};
struct Told {
    Toast toast;
};
struct Failed {
    Error error;
};
}  // namespace intent

using IntentKinds =
    std::variant<intent::Go, intent::SelectScenario, intent::SetFilters, intent::StartTalk, intent::ResumeTalk,
                 intent::DropTalk, intent::UndoDrop, intent::Choose, intent::Say, intent::StaySilent, intent::Typed,
                 intent::Hint, intent::LeaveTalk, intent::StayInTalk, intent::PauseTalk, intent::ShowDebrief,
                 intent::SelectTurn, intent::SelectTab, intent::AskWhatIf, intent::CloseWhatIf, intent::OwnerWaits,
                 intent::FillInRecord, intent::Nudged, intent::RecordShown, intent::PrintDebrief,
                 intent::SetHistoryFilter, intent::ToggleCoach, intent::ChoosePerson, intent::SwitchPerson,
                 intent::AddPerson, intent::RenamePerson, intent::WhatIfShown, intent::PeopleLoaded, intent::PlayAgain,
                 intent::RewindTo, intent::OpenAttempt, intent::CopyDebrief, intent::ChangeSettings,
                 intent::ToggleShortcuts, intent::DismissToast, intent::Quit, intent::HomeLoaded, intent::TalkShown,
                 intent::TurnPlayed, intent::DebriefShown, intent::HistoryLoaded, intent::DraftJudged,
                 intent::ContentArrived, intent::Told, intent::Failed, intent::Exam, AnalysisIntent>;
extern template struct OneOf<IntentKinds>;
struct Intent : OneOf<IntentKinds> {
    using OneOf::OneOf;
};

using Intents = std::vector<Intent>;

/// What update() asks the world for.
namespace effect {
struct LoadHome {};
struct Start {
    std::string scenario_id;
};
struct Resume {
    std::string attempt_id;
};
struct Drop {
    std::string attempt_id;
};
struct Answer {
    scenarios::Input input;
};
struct Rewind {
    int turns = 0;
};
struct JudgeDraft {
    std::string text;
};
struct ShowDebrief {};
struct OpenAttempt {
    std::string attempt_id;
};
struct LoadHistory {};
struct TakeHint {
    int rung = 1;
};
struct AskWhatIf {
    int turn = 0;
    scenarios::Input instead;
};
struct Nudge {
    int nth = 0;
};
struct FillInRecord {
    scenarios::RecordForm form;
};
struct PrintDebrief {};  ///< the shell lays it out and asks for WritePaper
struct WritePaper {
    Paper paper;
};
struct Exam {
    std::shared_ptr<const ExamEffect> what;
};
struct LoadPeople {};
struct SwitchPerson {
    std::string id;
};
struct AddPerson {
    std::string name;
};
struct RenamePerson {
    std::string name;
};
struct CopyDebrief {};  ///< to the clipboard, in words: done by the shell
struct SaveSettings {
    Settings settings;
};
}  // namespace effect

using EffectKinds =
    std::variant<effect::LoadHome, effect::Start, effect::Resume, effect::Drop, effect::Answer, effect::Rewind,
                 effect::JudgeDraft, effect::ShowDebrief, effect::OpenAttempt, effect::LoadHistory, effect::CopyDebrief,
                 effect::SaveSettings, effect::TakeHint, effect::AskWhatIf, effect::PrintDebrief, effect::WritePaper,
                 effect::LoadPeople, effect::SwitchPerson, effect::AddPerson, effect::RenamePerson, effect::Nudge,
                 effect::FillInRecord, effect::LoadAnalysis, effect::PollAnalysis, effect::StopAnalysis,
                 effect::SavePlan, effect::ExportAnalysis, effect::WriteWorkbook, effect::Exam>;
extern template struct OneOf<EffectKinds>;
struct Effect : OneOf<EffectKinds> {
    using OneOf::OneOf;
};

using Effects = std::vector<Effect>;

}  // namespace huashu::desktop
