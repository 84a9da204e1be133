// The tour's way through an assessment: sat, contested, reviewed.
#include <algorithm>
#include <chrono>
#include <thread>

#include "desktop/state/care_update.hpp"
#include "desktop/state/exam_intent.hpp"
#include "desktop/tour/guide.hpp"

namespace huashu::desktop {
namespace {

constexpr int longest_exam_talk = 40;
constexpr const char* exam_replies[] = {
    "您好，非常抱歉讓您擔心了。這種事放在誰身上都著急，請問是從什麼時候開始的？現在情況怎麼樣？",
    "我重複一下您說的情況，您看對不對。這件事由我負責跟進到底。",
    "我馬上派師傅帶工具過去，今天下午五點前給您回話。這事不歸我管，不過我會盯著。",
    "處理完我會上門回訪，您看這樣安排可以嗎？謝謝您告訴我們。",
};

// The first line that costs points.
assess::LineRef first_fault(const assess::SittingResult& result) {
    for (std::size_t i = 0; i < result.items.size(); ++i)
        for (std::size_t l = 0; l < result.items[i].ledger.size(); ++l)
            if (result.items[i].ledger[l].kind == scoring::LedgerLine::Kind::finding &&
                result.items[i].ledger[l].centipoints < 0)
                return {static_cast<int>(i), static_cast<int>(l)};
    return {0, 0};
}

}  // namespace

void Guide::sit() {
    const auto wish = [this](auto what) { shell_.wish(exam_intent(std::move(what))); };
    const auto state = [this]() -> const State& { return shell_.state(); };
    while (!state().toasts.empty()) shell_.wish(intent::DismissToast{0});
    wish(exam_wish::Open{});
    shoot("exams");
    wish(exam_wish::Begin{"onboarding-exam"});
    if (state().page != Page::exam) return;
    shoot("exam-lobby");
    for (int item = 0; item < 3 && state().page == Page::exam; ++item) {
        wish(exam_wish::NextScenario{});
        if (item != 1) shoot(item == 0 ? "exam-choice" : "exam-typed");
        for (int i = 0; i < longest_exam_talk && is_sealed_talk(); ++i) {
            const Talk& talk = *state().play.talk;
            if (state().play.sealed->can_choose && item != 1)
                shell_.wish(intent::Choose{talk.choices[talk.choices.size() / 2].id});
            else
                shell_.wish(intent::Say{exam_replies[static_cast<std::size_t>(i) % std::size(exam_replies)],
                                        {i == 0 ? "這種事放在誰身上都著急" : ""}});
            if (item == 1 && i == 0) shoot("exam-either");
        }
        if (item == 0) shoot("exam-talk-over");
        wish(exam_wish::GoOn{});
        if (item == 0) shoot("exam-between");
    }
    if (state().page == Page::sitting) shoot("exam-result");
}

bool Guide::is_sealed_talk() const {
    const State& s = shell_.state();
    return s.page == Page::play && s.play.sealed && s.play.talk && !s.play.talk->ending;
}

void Guide::review() {
    using Act = OpenSitting::Act;
    const auto wish = [this](auto what) { shell_.wish(exam_intent(std::move(what))); };
    const auto& open = exams_of(shell_.state()).open;
    if (!open || !open->filed.sitting.result) return;
    const std::string id = open->filed.sitting.begun.sitting_id, person = open->filed.sitting.begun.person;
    const std::string folder = open->person_folder;
    const assess::LineRef fault = first_fault(*open->filed.sitting.result);
    wish(exam_wish::ShowItem{fault.item});
    wish(exam_wish::Act{Act::contest, fault, -1});
    shoot("exam-contest");
    wish(exam_wish::Finish{person, "這一句是在複述業主的話，不是我的意思。", 0, false});
    while (!shell_.state().toasts.empty()) shell_.wish(intent::DismissToast{0});
    wish(exam_wish::Supervise{});
    shoot("supervise-blueprints");
    wish(exam_wish::SelectForms{"yearly-assessment"});
    shoot("supervise-yearly");
    wish(exam_wish::ShowTab{SuperviseTab::sittings});
    shoot("supervise-sittings");
    wish(exam_wish::ShowTab{SuperviseTab::calibration});
    shoot("supervise-calibration");
    wish(exam_wish::OpenSitting{id, folder, true});
    wish(exam_wish::ShowItem{fault.item});
    wish(exam_wish::Act{Act::decide, fault, 0});
    shoot("review-decide");
    wish(exam_wish::Finish{"王主管", "聽了錄音，確實是複述。", 0, true});
    while (!shell_.state().toasts.empty()) shell_.wish(intent::DismissToast{0});
    shoot("review-upheld");
    wish(exam_wish::Act{Act::confirm, {-1, -1}, -1});
    wish(exam_wish::Finish{"王主管", "", 0, false});
    while (!shell_.state().toasts.empty()) shell_.wish(intent::DismissToast{0});
    shoot("review-confirmed");
    look_after();
}

// A second marking of what was said, then the records.
void Guide::look_after() {
    const auto mark = [this](auto what) { shell_.wish(marking_intent(std::move(what))); };
    const auto care = [this](auto what) { shell_.wish(care_intent(std::move(what))); };
    shell_.wish(exam_intent(exam_wish::Supervise{}));
    mark(marking_wish::Open{});
    settle();
    shoot("marking-setup");
    mark(marking_wish::Draw{10, 1, "王主管"});
    mark(marking_wish::Grade{scoring::Dimension::empathy, 2});
    mark(marking_wish::Grade{scoring::Dimension::listening, 3});
    shoot("marking-reply");
    mark(marking_wish::Finish{});
    shoot("marking-result");
    mark(marking_wish::Leave{});
    care(care_wish::Open{});
    settle();
    care(care_wish::Do{{.job = CareJob::verify}});
    settle();
    shoot("care");
    care(care_wish::Ask{CareState::Asking::erase_first, {}});
    shoot("care-erasing");
    care(care_wish::Ask{});
    care(care_wish::OpenMine{});
    settle();
    shoot("kept");
}

// What is done in a thread is done soon here: there is little to read.
void Guide::settle() {
    constexpr int most_looks = 200;
    const auto is_busy = [this] {
        const ExamsState& exams = exams_of(shell_.state());
        const bool reading = exams.marking && shell_.state().page == Page::marking &&
                             exams.marking->phase == MarkingState::Phase::reading;
        return reading || (exams.care && exams.care->running);
    };
    for (int i = 0; i < most_looks && is_busy(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        shell_.wish(marking_intent(marking_wish::Poll{}));
        shell_.wish(care_intent(care_wish::Poll{}));
    }
}

}  // namespace huashu::desktop
