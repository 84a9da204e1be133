#include "desktop/gallery/exam_samples.hpp"

#include <array>

#include "desktop/gallery/care_samples.hpp"
#include "desktop/gallery/samples.hpp"
#include "desktop/live/exam_backstage.hpp"

namespace huashu::desktop {
namespace {

using scoring::LedgerLine;

constexpr std::int64_t sample_noon_ms = 1'781'900'000'000;  // June 2026
constexpr std::int64_t sample_day_ms = 86'400'000;

// Each sample scenario twice, so that forms can be drawn.
std::vector<assess::Candidate> sample_pool() {
    std::vector<assess::Candidate> out;
    for (const scenarios::ScenarioCard& card : sample_cards())
        for (const char* more : {"", "-b"}) {
            assess::Candidate c = assess::candidate_of(card);
            c.id += more;
            c.first.count = card.difficulty == 2 ? 24 : 3;
            c.first.mean_score_centi = 7100;
            out.push_back(std::move(c));
        }
    return out;
}

assess::Blueprint sample_blueprint(const char* id, const char* title, int scenarios) {
    assess::Blueprint b = assess::new_blueprint(id);
    b.title = title;
    b.about = "新員工獨立接待業主之前的考核：由淺入中，第一題選擇應答，其餘親筆回覆。不合格者七天後可再考一次。";
    b.minutes = 45;
    b.attempts = 2;
    b.days_between = 7;
    b.forms = 3;
    b.tolerance_centi = 60;
    b.marking.pass_mark = 75;
    b.marking.least_per_scenario = 60;
    b.marking.fatal.families = {scoring::Family::abuse, scoring::Family::threaten, scoring::Family::privacy};
    b.marking.fatal.endings = {scenarios::Rank::worst};
    b.draws.clear();
    for (int i = 0; i < scenarios; ++i) {
        assess::DrawRule rule;
        rule.id = std::array{"service", "facility", "safety"}.at(static_cast<std::size_t>(i % 3));
        if (i >= 3) rule.id += "-" + std::to_string(i / 3 + 1);
        rule.complaints = {static_cast<scoring::Complaint>(i % 3)};
        rule.replies = static_cast<assess::Replies>((i + 1) % 3);
        rule.weight = i == 2 ? 2 : 1;
        rule.minutes = 12 + 3 * i;
        b.draws.push_back(std::move(rule));
    }
    return b;
}

ExamOffer sample_offer(assess::Blueprint blueprint, int used) {
    ExamOffer out;
    const assess::DraftCheck check = assess::check_draft(blueprint, sample_pool(), {}, {});
    out.drawn = check.drawn;
    out.attempts.used = used;
    if (used >= blueprint.attempts) out.attempts.next_ms.reset();
    if (!out.drawn)
        out.problems.push_back({.level = Level::error,
                                .code = "draw-not-filled",
                                .text = "the draw 'safety' asks for 9 (complaint safety), but 4 scenarios fit",
                                .remedy = "write 5 more of that kind, ask for fewer, or ask for a wider range",
                                .place = {.file = "blueprints/night-shift.json", .line = 14, .column = 5},
                                .excerpt = {}});
    out.blueprint = std::move(blueprint);
    return out;
}

LedgerLine sample_exam_line(LedgerLine::Kind kind, const char* rule, scoring::Dimension dimension, int points,
                            int possible, const char* reason, const char* source, int turn) {
    LedgerLine line;
    line.kind = kind;
    line.rule = rule;
    line.dimension = dimension;
    line.centipoints = points * 100;
    line.possible_centipoints = possible * 100;
    line.reason = reason;
    line.source = source;
    line.turn = turn;
    if (kind == LedgerLine::Kind::finding) {
        line.span = {0, 18};
        line.instead = "這件事由我來跟進，下午五點前給您回話。";
    }
    return line;
}

std::vector<LedgerLine> sample_exam_ledger() {
    using Kind = LedgerLine::Kind;
    using scoring::Dimension;
    return {
        sample_exam_line(Kind::earned, "need.apology", Dimension::empathy, 16, 16, "致歉並關心對生活的影響", "§4.2.1",
                         0),
        sample_exam_line(Kind::earned, "need.detail", Dimension::listening, 18, 18, "詢問損壞的程度與範圍", "§4.2.2",
                         0),
        sample_exam_line(Kind::missed, "need.restate", Dimension::deescalation, 0, 14, "復述業主的話，表示理解",
                         "§5.1.2", -1),
        sample_exam_line(Kind::earned, "need.own", Dimension::ownership, 20, 20, "把責任承擔下來，安排專業人員維修",
                         "§4.2.3", 1),
        sample_exam_line(Kind::finding, "deflect.not_mine", Dimension::forbidden, -8, 0, "把責任推給別人", "§3.3.1", 1),
        sample_exam_line(Kind::earned, "need.deadline", Dimension::timing, 22, 22, "說出回覆的時間，並主動回訪",
                         "§6.2.1", 2)};
}

assess::ItemResult sample_item(const scenarios::ScenarioCard& card, int weight) {
    assess::ItemResult out;
    out.scenario_id = card.id;
    out.weight = weight;
    out.finished = true;
    out.turns = 3;
    out.ending = "agreed";
    out.rank = "good";
    out.ledger = sample_exam_ledger();
    out.score = assess::score_of_lines(out.ledger, -1);
    return out;
}

assess::event::Begun sample_begun(const char* person, int nth) {
    assess::event::Begun b;
    b.sitting_id = "00000000-0000-7000-8000-00000000000" + std::to_string(nth);
    b.person = person;
    b.blueprint_id = "onboarding-exam";
    b.blueprint_title = "新人上崗考核";
    b.form = nth % 3;
    b.attempt = 1 + nth % 2;
    b.minutes = 45;
    b.marking.pass_mark = 65;
    b.marking.least_per_scenario = 50;
    const std::vector<scenarios::ScenarioCard> cards = sample_cards();
    for (std::size_t i = 0; i < 3; ++i)
        b.items.push_back({cards[i].id, cards[i].title, "5f2c8a90", 7 + i, static_cast<assess::Replies>((i + 1) % 3),
                           i == 2 ? 2 : 1, 15, 100 * cards[i].difficulty});
    return b;
}

void sample_answers(assess::Sitting& s, std::size_t upto) {
    constexpr std::array replies{"實在抱歉，給您添麻煩了。請問是哪裡滴水，滴了多久？",
                                 "這不歸我管，不過我會幫您催一催。", "師傅今天下午三點到，弄好我五點前給您回電話。"};
    for (std::size_t i = 0; i < upto; ++i) {
        s.items[i].phase = assess::ItemState::Phase::closed;
        for (int turn = 0; turn < 3; ++turn)
            s.items[i].said.push_back(
                {static_cast<int>(i), turn, scenarios::Input::say(replies.at(static_cast<std::size_t>(turn))),
                 i == 1 && turn == 0 ? std::vector<scoring::ByteSpan>{{0, 24}} : std::vector<scoring::ByteSpan>{}});
    }
}

assess::AgreementRow sample_agreement(const char* id, int both, int machine, int person, double value) {
    assess::AgreementRow row{id, both, machine, person, {}};
    if (value > -1)
        row.kappa = assess::Kappa{value, 0.09, std::max(-1.0, value - 0.18), std::min(1.0, value + 0.18), 0.9, both};
    return row;
}

}  // namespace

assess::Filed sample_sitting(SampleSitting kind) {
    const int nth = static_cast<int>(kind) + 1;
    assess::Filed out;
    assess::Sitting& s = out.sitting;
    s.begun = sample_begun(kind == SampleSitting::fatal ? "歐陽若蘭（夜班）" : "林小安", nth);
    s.begun_ms = sample_noon_ms - nth * 9 * sample_day_ms;
    s.spent_ms = 31 * 60'000;
    s.last_ms = s.begun_ms + s.spent_ms;
    s.items.resize(3);
    s.phase = assess::Sitting::Phase::running;
    sample_answers(s, kind == SampleSitting::running ? 1 : 3);
    if (kind == SampleSitting::running) return out;
    if (kind == SampleSitting::set_aside) {
        s.phase = assess::Sitting::Phase::set_aside;
        s.set_aside = assess::event::SetAside{"王主管", "整棟停電"};
        return out;
    }
    s.focus_losses = 2;
    s.away_ms = 75'000;
    s.resumes = 1;
    std::vector<assess::ItemResult> items;
    const std::vector<scenarios::ScenarioCard> cards = sample_cards();
    for (std::size_t i = 0; i < 3; ++i) items.push_back(sample_item(cards[i], i == 2 ? 2 : 1));
    if (kind == SampleSitting::fatal)
        items[1].fatal.push_back({assess::FatalReason::Why::family, "deflect", "deflect.not_mine", 1, 4});
    s.result = assess::judge_sitting(std::move(items), s.begun.marking);
    s.phase = assess::Sitting::Phase::sealed;
    const auto add = [&](auto what) { (void)assess::apply(out.review, s, {s.last_ms + sample_day_ms, what}); };
    using namespace assess::reviewing;
    if (kind == SampleSitting::contested) add(Contested{{0, 4}, "林小安", "這一句是在複述業主的話，不是我的意思。"});
    if (kind == SampleSitting::confirmed) {
        add(Changed{{0, 4}, 0, "王主管", "聽了錄音，確實是複述。"});
        add(Confirmed{"王主管", "準予上崗"});
    }
    return out;
}

OpenSitting sample_open_sitting(SampleSitting kind, bool as_supervisor) {
    OpenSitting out;
    out.filed = sample_sitting(kind);
    out.as_supervisor = as_supervisor;
    for (const assess::SetItem& item : out.filed.sitting.begun.items) out.titles.push_back(item.title);
    for (const assess::ItemState& item : out.filed.sitting.items) {
        std::vector<std::string> said;
        std::vector<std::vector<scoring::ByteSpan>> pasted;
        for (const assess::event::Answered& a : item.said) {
            said.push_back(a.input.value);
            pasted.push_back(a.pasted);
        }
        out.replies.push_back(std::move(said));
        out.pasted.push_back(std::move(pasted));
    }
    return out;
}

ExamsState sample_exams() {
    ExamsState out;
    out.now_ms = sample_noon_ms;
    out.offers.push_back(sample_offer(sample_blueprint("onboarding-exam", "新人上崗考核", 3), 0));
    out.offers.push_back(sample_offer(sample_blueprint("yearly-assessment", "年度話術考核", 3), 2));
    assess::Blueprint broken = sample_blueprint("night-shift", "夜班抽查", 3);
    broken.draws[2].count = 9;
    out.offers.push_back(sample_offer(std::move(broken), 0));
    for (const assess::Candidate& c : sample_pool())
        for (const scenarios::ScenarioCard& card : sample_cards())
            if (c.id.starts_with(card.id))
                out.scenarios.push_back({c.id, card.title, c.kind, c.difficulty_centi(), c.first.count});
    for (const SampleSitting kind : {SampleSitting::contested, SampleSitting::confirmed, SampleSitting::set_aside})
        out.mine.push_back(sample_sitting(kind));
    return out;
}

SuperviseState sample_supervision() {
    SuperviseState out;
    for (const SampleSitting kind : {SampleSitting::running, SampleSitting::contested, SampleSitting::fatal,
                                     SampleSitting::confirmed, SampleSitting::set_aside})
        out.sittings.push_back({sample_sitting(kind), "people/" + std::to_string(static_cast<int>(kind))});
    out.has_calibration = true;
    out.markings = 2;
    out.specimens = 214;
    out.calibration.replies = 76;
    out.calibration.dimensions = {sample_agreement("empathy", 76, 76, 76, 0.81),
                                  sample_agreement("ownership", 64, 64, 64, 0.52),
                                  sample_agreement("timing", 22, 22, 22, -2)};
    out.calibration.rules = {sample_agreement("deflect.not_mine", 76, 18, 15, 0.74),
                             sample_agreement("vague.soon", 76, 22, 9, 0.31),
                             sample_agreement("privacy.other_owner", 76, 1, 0, -2)};
    return out;
}

BlueprintDraft sample_draft_blueprint(bool sound) {
    BlueprintDraft out;
    out.value.blueprint = sample_blueprint("autumn-check", "秋季抽查", 3);
    out.value.rules = "privacy.other_owner";
    out.value.blueprint.draws[1].kinds = {"§2.2.1", "§2.2.3"};
    out.changed = true;
    out.personas = {"anxious", "cold", "loud"};
    if (!sound) {
        out.value.blueprint.title.clear();
        out.value.blueprint.draws[1].count = 7;
        out.value.blueprint.draws[1].kinds.clear();
        out.leaving = true;
    }
    out.checked = out.revision;
    out.check = assess::check_draft(out.value.blueprint, sample_pool(), {}, {});
    return out;
}

Intents sample_exam_answer(const ExamEffect& effect) {
    if (const auto* care = std::get_if<exam_task::Care>(&effect)) return sample_care_answer(*care->what);
    if (const auto* marking = std::get_if<exam_task::Marking>(&effect)) return sample_marking_answer(*marking->what);
    if (std::holds_alternative<exam_task::Load>(effect)) return {exam_intent(exam_wish::Loaded{sample_exams()})};
    if (std::holds_alternative<exam_task::Supervise>(effect))
        return {exam_intent(exam_wish::SupervisionShown{sample_supervision()})};
    if (const auto* open = std::get_if<exam_task::OpenSitting>(&effect))
        return {exam_intent(exam_wish::SittingShown{sample_open_sitting(
            open->as_supervisor ? SampleSitting::contested : SampleSitting::confirmed, open->as_supervisor)})};
    if (std::holds_alternative<exam_task::Begin>(effect) || std::holds_alternative<exam_task::GoOn>(effect)) {
        RunningExam running;
        running.sitting = sample_sitting(SampleSitting::running).sitting;
        running.left_ms = 14 * 60'000;
        running.ended_title = "說定了時間";
        return {exam_intent(exam_wish::RunningShown{std::move(running)})};
    }
    if (std::holds_alternative<exam_task::NextScenario>(effect)) {
        SealedPlay sealed;
        sealed.item = 1;
        sealed.count = 3;
        sealed.left_ms = 12 * 60'000;
        sealed.item_left_ms = 7 * 60'000;
        return {exam_intent(exam_wish::TalkShown{seal(sample_talk(1)), sealed, true})};
    }
    if (std::holds_alternative<exam_task::OpenDraft>(effect))
        return {exam_intent(exam_wish::DraftOpened{sample_draft_blueprint(true)})};
    if (const auto* check = std::get_if<exam_task::CheckDraft>(&effect))
        return {exam_intent(exam_wish::DraftChecked{
            check->revision, assess::check_draft(check->value.blueprint, sample_pool(), {}, {})})};
    if (const auto* save = std::get_if<exam_task::SaveDraft>(&effect))
        return {exam_intent(exam_wish::DraftSaved{save->value.blueprint.id})};
    return {};
}

}  // namespace huashu::desktop
