#include "desktop/gallery/care_samples.hpp"

#include <array>

namespace huashu::desktop {
namespace {

constexpr std::int64_t care_noon_ms = 1'781'900'000'000;  // June 2026
constexpr std::int64_t care_day_ms = 86'400'000;

app::Holding sample_holding(const char* id, const char* name, int attempts, int erased) {
    app::Holding h;
    h.person_id = id;
    h.name = name;
    h.attempts = attempts;
    h.erased = erased;
    h.replies = attempts * 7;
    h.documents = attempts / 3;
    h.bytes = 40'000 + attempts * 3'100;
    h.first_ms = attempts > 0 ? care_noon_ms - 400 * care_day_ms : 0;
    h.last_ms = attempts > 0 ? care_noon_ms - 2 * care_day_ms : 0;
    return h;
}

app::VerifiedFile sample_file(const char* id, const char* name, bool sound) {
    using Kind = app::ChainProblem::Kind;
    app::VerifiedFile out;
    out.where.person_id = id;
    out.where.name = name;
    out.found.attempts = 312;
    out.found.events = 2808;
    out.found.documents = 104;
    out.found.head = "2808-104-5f2a9c3d7e1b04865f2a9c3d7e1b0486";
    if (sound) return out;
    out.found.untied = 36;
    out.found.problems.push_back({Kind::changed, "0197a2b4-0000-7000-8000-000000000001", "leak-third-day", 3, {}});
    out.found.problems.push_back({Kind::cut_off, {}, {}, 0, {}});
    return out;
}

app::BroughtIn sample_brought(app::BroughtIn::How how, const char* name, app::BroughtIn::Why because) {
    app::BroughtIn out;
    out.how = how;
    out.id = name;
    out.name = name;
    out.attempts = 48;
    out.documents = 12;
    out.because = because;
    out.whose = "林小安";
    return out;
}

std::vector<app::BroughtIn> sample_site() {
    using How = app::BroughtIn::How;
    using Why = app::BroughtIn::Why;
    return {sample_brought(How::added, "陳建國 2", Why::none),
            sample_brought(How::renewed, "歐陽若蘭（夜班）", Why::none), sample_brought(How::same, "王大明", Why::none),
            sample_brought(How::refused, "李秀英", Why::parted),
            sample_brought(How::refused, "林小安", Why::elsewhere)};
}

const std::array<const char*, 3> sample_replies{
    "實在抱歉，給您添麻煩了。請問是哪裡滴水，滴了多久？這三天讓您一直等，是我們沒有跟好。",
    "這不歸我管，不過我會幫您催一催。",
    "師傅今天下午三點到，弄好我五點前給您回電話，您看這樣安排可以嗎？",
};

}  // namespace

app::Holdings sample_holdings() {
    app::Holdings out;
    out.people = {sample_holding("", "林小安", 312, 0), sample_holding("01", "陳建國", 96, 0),
                  sample_holding("02", "歐陽若蘭（夜班）", 0, 0), sample_holding("03a7c9d2-9911", "", 41, 41)};
    app::Holding broken = sample_holding("04", "李秀英", 0, 0);
    broken.trouble = Diagnostic{.level = Level::error,
                                .code = "records-damaged",
                                .text = "the file of records is damaged",
                                .remedy = "start huashu",
                                .place = {},
                                .excerpt = {}};
    out.people.push_back(std::move(broken));
    out.rescued.push_back({care_noon_ms - 90 * care_day_ms, 57, 402, 0, "林小安"});
    out.rescued.push_back({care_noon_ms - 30 * care_day_ms, 12, 80, 3, "陳建國"});
    out.damaged_files = 2;
    out.damaged_bytes = 1'240'000;
    out.last_backup = app::BackupNote{care_noon_ms - 9 * care_day_ms, 408, 0, "/media/usb/huashu-backup-20260611"};
    out.retention_days = 1095;
    return out;
}

CareDone sample_care(CareJob job, bool sound) {
    using Verdict = app::Rescored::Verdict;
    CareDone out;
    out.order.job = job;
    out.backup_folder = "/media/usb/huashu-backup-20260620-0930";
    out.export_folder = "/media/usb/papers";
    out.holdings = sample_holdings();
    switch (job) {
        case CareJob::look_at_mine:
            out.holdings.reset();
            out.mine = sample_holding("", "林小安", 312, 0);
            break;
        case CareJob::verify:
            out.verified = {sample_file("", "林小安", sound), sample_file("01", "陳建國", true)};
            break;
        case CareJob::rescore:
            out.rescored = app::RescoreSum{};
            out.rescored->counts = {{Verdict::same, 388}, {Verdict::rules_changed, 20}};
            out.rescored->turns = 2716;
            if (!sound) {
                out.rescored->counts[Verdict::differs] = 1;
                app::Rescored one;
                one.id = "0197a2b4-0000-7000-8000-000000000001";
                one.scenario = "leak-third-day";
                one.differences = {{3, "score", "72", "64"}};
                out.rescored->differing.push_back(std::move(one));
            }
            break;
        case CareJob::count_older:
            out.order.days = 365;
            out.expired = app::Expired{140, 31, {{"", "林小安", 120, 30}, {"01", "陳建國", 20, 1}}};
            break;
        case CareJob::preview_site:
            out.order.where = "/media/usb/huashu-site-b";
            out.brought = sample_site();
            break;
        default:
            break;
    }
    return out;
}

assess::MarkingSheet sample_marking_sheet(int marked) {
    assess::MarkingSheet out;
    out.id = "00000000-0000-7000-8000-0000000000aa";
    out.rater = "王主管";
    out.rules = {{"deflect.not_mine", "把責任推給別人", "§3.3.1", scoring::Family::deflect},
                 {"deflect.other_department", "叫業主自己去找別的部門", "§3.3.1", scoring::Family::deflect},
                 {"vague.soon", "「盡快」「馬上」沒有時間，業主無從等起", "§3.3.8", scoring::Family::vague},
                 {"privacy.other_owner", "說出了其他業主的事", "§9.1.2", scoring::Family::privacy},
                 {"limit.questions", "一次問了三件事以上", "§5.1.3", std::nullopt}};
    for (int i = 0; i < 12; ++i) {
        assess::SheetReply r{"leak",
                             "facility",
                             std::to_string(1 + i % 4),
                             "都第三天了！天花板還在滴水，你們到底有沒有人管？",
                             sample_replies.at(static_cast<std::size_t>(i) % 3),
                             {}};
        r.marks.key = "key" + std::to_string(i);
        if (i < marked) r.marks.grades = {{scoring::Dimension::listening, 2}, {scoring::Dimension::empathy, i % 4}};
        if (i < marked && i % 3 == 1) r.marks.breaks = {"deflect.not_mine"};
        out.replies.push_back(std::move(r));
    }
    return out;
}

assess::SheetResult sample_marking_result() {
    assess::SheetResult out;
    out.agreement.replies = 42;
    assess::AgreementRow empathy{"empathy", 42, 42, 42, assess::Kappa{0.71, 0.08, 0.55, 0.87, 0.9, 42}};
    assess::AgreementRow timing{"timing", 12, 20, 14, {}};
    out.agreement.dimensions = {empathy, timing};
    out.agreement.rules = {{"deflect.not_mine", 42, 11, 9, assess::Kappa{0.62, 0.12, 0.38, 0.86, 0.88, 42}},
                           {"privacy.other_owner", 42, 1, 0, {}}};
    const assess::MarkingSheet sheet = sample_marking_sheet(12);
    out.apart.push_back(
        {sheet.replies[1], {"vague.soon"}, {"deflect.not_mine"}, {{scoring::Dimension::empathy, 3, 0}}});
    return out;
}

Intents sample_care_answer(const CareEffect& effect) {
    const auto* begin = std::get_if<care_task::Begin>(&effect);
    if (begin != nullptr && (begin->order.job == CareJob::look || begin->order.job == CareJob::look_at_mine))
        return {care_intent(care_wish::Done{std::make_shared<const CareDone>(sample_care(begin->order.job))})};
    if (std::holds_alternative<care_task::Stop>(effect)) return {care_intent(care_wish::Ended{})};
    return {care_intent(care_wish::Progress{41'250, 100'000})};
}

Intents sample_marking_answer(const MarkingEffect& effect) {
    if (std::holds_alternative<marking_task::Open>(effect))
        return {marking_intent(marking_wish::Opened{214, 2, sample_marking_sheet(5), false})};
    if (std::holds_alternative<marking_task::Draw>(effect))
        return {marking_intent(marking_wish::Opened{214, 2, sample_marking_sheet(0), true})};
    if (const auto* keep = std::get_if<marking_task::Keep>(&effect))
        return {marking_intent(marking_wish::Kept{keep->sheet.documents + 1})};
    if (std::holds_alternative<marking_task::Finish>(effect))
        return {marking_intent(marking_wish::Finished{sample_marking_result()})};
    if (std::holds_alternative<marking_task::Drop>(effect))
        return {marking_intent(marking_wish::Opened{214, 2, {}, false})};
    return {};
}

}  // namespace huashu::desktop
