#include <array>

#include "desktop/gallery/care_samples.hpp"
#include "desktop/gallery/exam_samples.hpp"
#include "desktop/gallery/gallery.hpp"
#include "desktop/live/exam_backstage.hpp"

namespace huashu::desktop {
namespace {

Toast toast(Toast::Tone tone, std::string key, std::string code = {}) {
    Toast out;
    out.tone = tone;
    out.key = std::move(key);
    out.code = std::move(code);
    return out;
}

void in_talk(Shell& s, int turns) {
    s.wish(intent::StartTalk{"leak"});
    for (int i = 0; i < turns; ++i) s.wish(intent::Choose{"a"});
}

void reload(Shell& s) {
    s.wish(intent::Go{Page::settings});
    s.wish(intent::Go{Page::home});
}

void analysed(Shell& s, AnalysisTab tab) {
    s.wish(intent::Go{Page::analysis});
    s.wish(AnalysisIntent{intent::ShowAnalysis{tab, {}, true}});
}

void show_sample_sitting(Shell& s, SampleSitting kind, bool as_supervisor) {
    s.wish(exam_intent(exam_wish::SittingShown{sample_open_sitting(kind, as_supervisor)}));
}

void show_supervision(Shell& s, SuperviseTab tab) {
    s.wish(exam_intent(exam_wish::Supervise{}));
    s.wish(exam_intent(exam_wish::ShowTab{tab}));
}

void show_draft(Shell& s, bool sound) {
    s.wish(exam_intent(exam_wish::Supervise{}));
    s.wish(exam_intent(exam_wish::DraftOpened{sample_draft_blueprint(sound)}));
}

void show_care(Shell& s, std::initializer_list<CareJob> done, bool sound = true) {
    s.wish(care_intent(care_wish::Open{}));
    for (const CareJob job : done)
        s.wish(care_intent(care_wish::Done{std::make_shared<const CareDone>(sample_care(job, sound))}));
}

void ask_care(Shell& s, CareState::Asking what) {
    show_care(s, {CareJob::count_older});
    s.wish(care_intent(care_wish::Ask{what, "01"}));
}

void show_marking(Shell& s) {
    s.wish(exam_intent(exam_wish::Supervise{}));
    s.wish(marking_intent(marking_wish::Open{}));
}

constexpr std::array every_specimen{
    Specimen{"widgets", [](Shell&, SampleBackstage&) {}},
    Specimen{"home", [](Shell&, SampleBackstage&) {}},
    Specimen{"home-what-is-next",
             [](Shell& s, SampleBackstage& b) {
                 b.resumable = false;
                 reload(s);
             }},
    Specimen{"home-more-filters",
             [](Shell& s, SampleBackstage&) {
                 Filters f;
                 f.channel = scenarios::Channel::front_desk;
                 s.wish(intent::SetFilters{f});
             }},
    Specimen{"home-nothing-found",
             [](Shell& s, SampleBackstage&) {
                 Filters f;
                 f.search = "沒有這樣的情境";
                 s.wish(intent::SetFilters{f});
             }},
    Specimen{"home-without-scenarios",
             [](Shell& s, SampleBackstage& b) {
                 b.empty_home = true;
                 reload(s);
             }},
    Specimen{"home-broken-content",
             [](Shell& s, SampleBackstage& b) {
                 b.broken_content = true;
                 reload(s);
             }},
    Specimen{"home-put-away", [](Shell& s, SampleBackstage&) { s.wish(intent::DropTalk{"a3"}); }},
    Specimen{"play-opening", [](Shell& s, SampleBackstage&) { in_talk(s, 0); }},
    Specimen{"play-angry", [](Shell& s, SampleBackstage&) { in_talk(s, 1); }},
    Specimen{"play-calmer", [](Shell& s, SampleBackstage&) { in_talk(s, 2); }},
    Specimen{"play-coach",
             [](Shell& s, SampleBackstage&) {
                 in_talk(s, 1);
                 s.wish(intent::Typed{"對不起，我們會盡快處理。"});
             }},
    Specimen{"play-coach-off",
             [](Shell& s, SampleBackstage&) {
                 in_talk(s, 1);
                 s.wish(intent::ToggleCoach{});
             }},
    Specimen{"play-first-hint",
             [](Shell& s, SampleBackstage&) {
                 in_talk(s, 1);
                 s.wish(intent::Hint{});
             }},
    Specimen{"play-all-hints",
             [](Shell& s, SampleBackstage&) {
                 in_talk(s, 1);
                 for (int i = 0; i < 3; ++i) s.wish(intent::Hint{});
             }},
    Specimen{"play-thirty-lines",
             [](Shell& s, SampleBackstage& b) {
                 b.long_replies = true;
                 in_talk(s, 2);
             }},
    Specimen{"play-rare-characters",
             [](Shell& s, SampleBackstage& b) {
                 b.odd_names = true;
                 reload(s);
                 in_talk(s, 1);
             }},
    Specimen{"play-against-time",
             [](Shell& s, SampleBackstage& b) {
                 b.timed = true;
                 in_talk(s, 1);
                 s.wish(intent::OwnerWaits{0});
             }},
    Specimen{"play-leaving",
             [](Shell& s, SampleBackstage&) {
                 in_talk(s, 1);
                 s.wish(intent::LeaveTalk{});
             }},
    Specimen{"play-ending", [](Shell& s, SampleBackstage&) { in_talk(s, 3); }},
    Specimen{"debrief-overview", [](Shell& s, SampleBackstage&) { s.wish(intent::OpenAttempt{"a4"}); }},
    Specimen{"debrief-after-hints",
             [](Shell& s, SampleBackstage&) {
                 in_talk(s, 1);
                 for (int i = 0; i < 3; ++i) s.wish(intent::Hint{});
                 s.wish(intent::Choose{"a"});
                 s.wish(intent::Choose{"a"});
                 s.wish(intent::ShowDebrief{});
             }},
    Specimen{"debrief-reply",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::OpenAttempt{"a4"});
                 s.wish(intent::SelectTurn{0});
             }},
    Specimen{"debrief-good-reply",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::OpenAttempt{"a4"});
                 s.wish(intent::SelectTurn{1});
             }},
    Specimen{"debrief-what-if",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::OpenAttempt{"a4"});
                 s.wish(intent::SelectTurn{0});
                 s.wish(intent::AskWhatIf{0, scenarios::Input::choose("a")});
             }},
    Specimen{"debrief-ledger",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::OpenAttempt{"a4"});
                 s.wish(intent::SelectTab{DebriefTab::ledger});
             }},
    Specimen{"debrief-nothing-said",
             [](Shell& s, SampleBackstage& b) {
                 b.nothing_said = true;
                 s.wish(intent::OpenAttempt{"a4"});
                 s.wish(intent::SelectTab{DebriefTab::replies});
             }},
    Specimen{"debrief-record",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::OpenAttempt{"a4"});
                 s.wish(intent::SelectTab{DebriefTab::record});
             }},
    Specimen{"debrief-record-scored",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::OpenAttempt{"a4"});
                 s.wish(intent::SelectTab{DebriefTab::record});
                 s.wish(intent::FillInRecord{});
             }},
    Specimen{"progress", [](Shell& s, SampleBackstage&) { s.wish(intent::Go{Page::progress}); }},
    Specimen{"progress-at-the-start",
             [](Shell& s, SampleBackstage& b) {
                 b.no_history = true;
                 reload(s);
                 s.wish(intent::Go{Page::progress});
             }},
    Specimen{"history", [](Shell& s, SampleBackstage&) { s.wish(intent::Go{Page::history}); }},
    Specimen{"history-nothing-found",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::Go{Page::history});
                 s.wish(intent::SetHistoryFilter{{HistoryFilter::Kind::all, "沒有"}});
             }},
    Specimen{"history-empty",
             [](Shell& s, SampleBackstage& b) {
                 b.no_history = true;
                 s.wish(intent::Go{Page::history});
             }},
    Specimen{"analysis", [](Shell& s, SampleBackstage&) { s.wish(intent::Go{Page::analysis}); }},
    Specimen{"analysis-scenarios", [](Shell& s, SampleBackstage&) { analysed(s, AnalysisTab::scenarios); }},
    Specimen{"analysis-person", [](Shell& s, SampleBackstage&) { analysed(s, AnalysisTab::person); }},
    Specimen{"analysis-too-few",
             [](Shell& s, SampleBackstage& b) {
                 b.team = 3;
                 s.wish(intent::Go{Page::analysis});
             }},
    Specimen{"analysis-nothing-yet",
             [](Shell& s, SampleBackstage& b) {
                 b.team = 0;
                 s.wish(intent::Go{Page::analysis});
             }},
    Specimen{"analysis-reading",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::Go{Page::analysis});
                 s.wish(AnalysisIntent{intent::AnalysisReading{41'250, 1'000'000, false}});
             }},
    Specimen{"analysis-stopped",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::Go{Page::analysis});
                 s.wish(AnalysisIntent{intent::AnalysisReading{0, 0, true}});
             }},
    Specimen{"analysis-locked",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::Go{Page::analysis});
                 s.wish(AnalysisIntent{intent::AnalysisLocked{true}});
             }},
    Specimen{"exams", [](Shell& s, SampleBackstage&) { s.wish(exam_intent(exam_wish::Open{})); }},
    Specimen{"exams-broken",
             [](Shell& s, SampleBackstage&) {
                 s.wish(exam_intent(exam_wish::Open{}));
                 s.wish(exam_intent(exam_wish::Select{"night-shift"}));
             }},
    Specimen{"exam-between",
             [](Shell& s, SampleBackstage&) {
                 s.wish(exam_intent(exam_wish::Open{}));
                 s.wish(exam_intent(exam_wish::Begin{"onboarding-exam"}));
             }},
    Specimen{"exam-talk",
             [](Shell& s, SampleBackstage&) {
                 s.wish(exam_intent(exam_wish::Open{}));
                 s.wish(exam_intent(exam_wish::Begin{"onboarding-exam"}));
                 s.wish(exam_intent(exam_wish::NextScenario{}));
             }},
    Specimen{"record-in-exam",
             [](Shell& s, SampleBackstage&) {
                 RunningExam running;
                 running.sitting = sample_sitting(SampleSitting::running).sitting;
                 running.left_ms = 12 * 60'000;
                 s.wish(exam_intent(exam_wish::RecordAsked{std::move(running), seal(sample_talk(2))}));
             }},
    Specimen{"sitting-result",
             [](Shell& s, SampleBackstage&) { show_sample_sitting(s, SampleSitting::confirmed, false); }},
    Specimen{"sitting-contesting",
             [](Shell& s, SampleBackstage&) {
                 show_sample_sitting(s, SampleSitting::fatal, false);
                 s.wish(exam_intent(exam_wish::Act{OpenSitting::Act::contest, {0, 4}, -1}));
             }},
    Specimen{"sitting-fatal",
             [](Shell& s, SampleBackstage&) {
                 show_sample_sitting(s, SampleSitting::fatal, false);
                 s.wish(exam_intent(exam_wish::ShowItem{1}));
             }},
    Specimen{"sitting-running",
             [](Shell& s, SampleBackstage&) { show_sample_sitting(s, SampleSitting::running, true); }},
    Specimen{"sitting-set-aside",
             [](Shell& s, SampleBackstage&) { show_sample_sitting(s, SampleSitting::set_aside, false); }},
    Specimen{"review-deciding",
             [](Shell& s, SampleBackstage&) {
                 show_sample_sitting(s, SampleSitting::contested, true);
                 s.wish(exam_intent(exam_wish::Act{OpenSitting::Act::decide, {0, 4}, 0}));
             }},
    Specimen{"supervise-forms", [](Shell& s, SampleBackstage&) { show_supervision(s, SuperviseTab::blueprints); }},
    Specimen{"supervise-sittings", [](Shell& s, SampleBackstage&) { show_supervision(s, SuperviseTab::sittings); }},
    Specimen{"supervise-calibration",
             [](Shell& s, SampleBackstage&) { show_supervision(s, SuperviseTab::calibration); }},
    Specimen{"supervise-locked",
             [](Shell& s, SampleBackstage&) {
                 show_supervision(s, SuperviseTab::sittings);
                 SuperviseState locked;
                 locked.locked = true;
                 s.wish(exam_intent(exam_wish::SupervisionShown{locked}));
             }},
    Specimen{"blueprint", [](Shell& s, SampleBackstage&) { show_draft(s, true); }},
    Specimen{"blueprint-problems", [](Shell& s, SampleBackstage&) { show_draft(s, false); }},
    Specimen{"care", [](Shell& s, SampleBackstage&) { show_care(s, {}); }},
    Specimen{"care-nothing-yet",
             [](Shell& s, SampleBackstage&) {
                 show_care(s, {});
                 CareDone nothing;
                 nothing.holdings = app::Holdings{};
                 s.wish(care_intent(care_wish::Done{std::make_shared<const CareDone>(std::move(nothing))}));
             }},
    Specimen{"care-sound",
             [](Shell& s, SampleBackstage&) {
                 show_care(s, {CareJob::verify, CareJob::rescore, CareJob::count_older, CareJob::preview_site});
             }},
    Specimen{"care-unsound",
             [](Shell& s, SampleBackstage&) {
                 show_care(s, {CareJob::verify, CareJob::rescore}, false);
             }},
    Specimen{"care-running",
             [](Shell& s, SampleBackstage&) {
                 show_care(s, {});
                 s.wish(care_intent(care_wish::Do{{.job = CareJob::verify}}));
             }},
    Specimen{"care-exporting", [](Shell& s, SampleBackstage&) { ask_care(s, CareState::Asking::export_one); }},
    Specimen{"care-erasing", [](Shell& s, SampleBackstage&) { ask_care(s, CareState::Asking::erase_first); }},
    Specimen{"care-erasing-for-good", [](Shell& s, SampleBackstage&) { ask_care(s, CareState::Asking::erase_second); }},
    Specimen{"care-erasing-older", [](Shell& s, SampleBackstage&) { ask_care(s, CareState::Asking::erase_older); }},
    Specimen{"care-locked",
             [](Shell& s, SampleBackstage&) {
                 show_care(s, {});
                 s.wish(care_intent(care_wish::Locked{true}));
             }},
    Specimen{"marking-none",
             [](Shell& s, SampleBackstage&) {
                 show_marking(s);
                 s.wish(marking_intent(marking_wish::NotRead{}));
             }},
    Specimen{"marking-setup", [](Shell& s, SampleBackstage&) { show_marking(s); }},
    Specimen{"marking-dropping",
             [](Shell& s, SampleBackstage&) {
                 show_marking(s);
                 s.wish(marking_intent(marking_wish::Drop{}));
             }},
    Specimen{"marking-reply",
             [](Shell& s, SampleBackstage&) {
                 show_marking(s);
                 s.wish(marking_intent(marking_wish::GoOn{}));
                 s.wish(marking_intent(marking_wish::Grade{scoring::Dimension::empathy, 3}));
                 s.wish(marking_intent(marking_wish::Break{"vague.soon"}));
             }},
    Specimen{"marking-result",
             [](Shell& s, SampleBackstage&) {
                 show_marking(s);
                 s.wish(marking_intent(marking_wish::GoOn{}));
                 s.wish(marking_intent(marking_wish::Finish{}));
             }},
    Specimen{"marking-locked",
             [](Shell& s, SampleBackstage&) {
                 show_marking(s);
                 s.wish(marking_intent(marking_wish::Locked{false}));
             }},
    Specimen{"kept", [](Shell& s, SampleBackstage&) { s.wish(care_intent(care_wish::OpenMine{})); }},
    Specimen{"settings", [](Shell& s, SampleBackstage&) { s.wish(intent::Go{Page::settings}); }},
    Specimen{"keys", [](Shell& s, SampleBackstage&) { s.wish(intent::ToggleShortcuts{}); }},
    Specimen{"people", [](Shell& s, SampleBackstage&) { s.wish(intent::ChoosePerson{}); }},
    Specimen{"messages",
             [](Shell& s, SampleBackstage&) {
                 s.wish(intent::Told{toast(Toast::Tone::good, "desktop.toast.copied")});
                 s.wish(intent::Told{toast(Toast::Tone::info, "desktop.toast.paused")});
                 s.wish(intent::Told{toast(Toast::Tone::bad, {}, "disk-full")});
             }},
};

}  // namespace

std::span<const Specimen> specimens() { return every_specimen; }

}  // namespace huashu::desktop
