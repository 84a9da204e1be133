#include "desktop/live/exam_backstage.hpp"

#include <algorithm>
#include <filesystem>

#include "assess/first_attempts.hpp"
#include "records/uuid.hpp"
#include "version.hpp"

namespace huashu::desktop {
namespace {

Intents exam_failed(const Error& error) { return {intent::Failed{error}}; }

Intent exam_told(Toast::Tone tone, std::string key) {
    Toast toast;
    toast.tone = tone;
    toast.key = std::move(key);
    return intent::Told{toast};
}

}  // namespace

struct ExamPerforming {
    ExamBackstage& b;

    Intents operator()(const exam_task::Load&) const { return b.load(); }
    Intents operator()(const exam_task::Begin& e) const { return b.begin(e.blueprint_id); }
    Intents operator()(const exam_task::GoOn&) const { return b.go_on(); }
    Intents operator()(const exam_task::NextScenario&) const { return b.next_scenario(); }
    Intents operator()(const exam_task::Answer& e) const { return b.answer(e); }
    Intents operator()(const exam_task::Record& e) const { return b.hand_in(e.form); }
    Intents operator()(const exam_task::Nudge& e) const {
        if (!b.exam_ || b.exam_->talk() == nullptr) return {};
        return {intent::Nudged{b.exam_->talk()->nudge(e.nth)}};
    }
    Intents operator()(const exam_task::LookAtClock&) const { return b.look_at_clock(); }
    Intents operator()(const exam_task::Away& e) const { return b.away(e.is_away); }
    Intents operator()(const exam_task::OpenSitting& e) const { return b.open_sitting(e); }
    Intents operator()(const exam_task::Add& e) const { return b.add(e); }
    Intents operator()(const exam_task::SetAside& e) const { return b.put_aside(e); }
    Intents operator()(const exam_task::Supervise& e) const { return b.supervise(e); }
    Intents operator()(const exam_task::Care& e) const { return b.care_.perform(*e.what); }
    Intents operator()(const exam_task::Marking& e) const { return b.marking_.perform(*e.what); }
    Intents operator()(const exam_task::OpenDraft& e) const { return b.open_draft(e.blueprint_id); }
    Intents operator()(const exam_task::CheckDraft& e) const { return b.check_draft(e); }
    Intents operator()(const exam_task::SaveDraft& e) const { return b.save_draft(e); }
};

Talk seal(Talk talk) {
    talk.model_reply.clear();
    talk.stage_title.clear();
    talk.step = scoring::Step::unknown;
    std::erase_if(talk.facts, [](const scenarios::FactNote& fact) { return !fact.told; });  // what to ask for
    talk.scorecard = {};
    for (scenarios::Choice& choice : talk.choices) choice.quality = scenarios::Quality::near;
    for (scenarios::Turn& turn : talk.turns) {
        turn.judgement = {};
        turn.stage.clear();
        turn.step = scoring::Step::unknown;
        turn.quality.reset();
        turn.model_reply.clear();
        turn.changes.clear();
    }
    if (talk.ending) talk.ending->note.clear();
    return talk;
}

ExamBackstage::ExamBackstage(World world)
    : world_(std::move(world)),
      care_({.content = world_.content,
             .data_folder = [this] { return folder_of_all(); },
             .papers_folder = world_.papers_folder,
             .person = world_.person,
             .is_locked = [this](const std::string& passphrase) { return is_locked(passphrase); }}),
      marking_({.content = world_.content,
                .data_folder = [this] { return folder_of_all(); },
                .is_locked = [this](const std::string& passphrase) { return is_locked(passphrase); }}) {}

// Without a data folder (the tour) there is the present person's file only, in a folder of its own.
std::string ExamBackstage::folder_of_all() const {
    if (!world_.data_folder.empty()) return world_.data_folder;
    return std::filesystem::path(world_.records()->file()).parent_path().string();
}

Intents ExamBackstage::perform(const ExamEffect& effect) {
    if (world_.records() == nullptr) return {};
    return std::visit(ExamPerforming{*this}, effect);
}

assess::Room ExamBackstage::room() {
    app::Records* records = world_.records();
    if (store_of_ != records) {
        store_.emplace(*records);
        store_of_ = records;
    }
    return {world_.content, &*store_, [records] { return records->now_ms(); }};
}

std::string ExamBackstage::own_folder() const { return app::folder_of(world_.data_folder, world_.person()); }

// Without a data folder (the tour) the present records are all there is.
Result<assess::Department> ExamBackstage::department() {
    return assess::Department::open(world_.data_folder, {{own_folder(), world_.records()}});
}

Result<void> ExamBackstage::look_at_first_attempts() {
    if (pool_) return {};
    auto all = department();
    if (!all) return tl::unexpected(all.error());
    std::vector<std::string> ids;
    for (const scenarios::Scenario& s : world_.content->scenarios) ids.push_back(s.card().id);
    auto first = assess::first_attempts(all->all(), ids);
    if (!first) return tl::unexpected(first.error());
    pool_ = assess::candidates_of(*world_.content, *first);
    return {};
}

Intents ExamBackstage::load() {
    if (const auto looked = look_at_first_attempts(); !looked) return exam_failed(looked.error());
    auto mine = assess::read_files(*room().store);
    if (!mine) return exam_failed(mine.error());
    ExamsState out;
    out.now_ms = room().now_ms();
    auto blueprints = assess::load_blueprints(world_.blueprint_folders);
    out.problems = std::move(blueprints.problems);
    for (assess::Blueprint& b : blueprints.value) {
        ExamOffer offer;
        auto drawn = assess::forms_of(b, *pool_);
        if (drawn)
            offer.drawn = std::move(*drawn);
        else
            offer.problems = drawn.error().diagnostics;
        offer.attempts = assess::attempts_at(b, *mine, out.now_ms);
        offer.blueprint = std::move(b);
        out.offers.push_back(std::move(offer));
    }
    for (const assess::Candidate& c : *pool_) {
        const scenarios::Scenario* scenario = world_.content->find(c.id);
        out.scenarios.push_back({c.id, scenario->card().title, c.kind, c.difficulty_centi(), c.first.count});
    }
    out.mine = std::move(*mine);
    return {exam_intent(exam_wish::Loaded{std::move(out)})};
}

Intents ExamBackstage::begin(const std::string& blueprint_id) {
    const auto blueprints = assess::load_blueprints(world_.blueprint_folders);
    const auto found = std::find_if(blueprints.value.begin(), blueprints.value.end(),
                                    [&](const auto& b) { return b.id == blueprint_id; });
    if (found == blueprints.value.end()) return {};
    if (const auto looked = look_at_first_attempts(); !looked) return exam_failed(looked.error());
    const auto past = assess::read_files(*room().store);
    if (!past) return exam_failed(past.error());
    const std::int64_t now = room().now_ms();
    const app::Person person = world_.person();
    auto begun = assess::plan_sitting(*found, *world_.content, *pool_, *past,
                                      {app::make_uuid(now), person.id, person.name, std::string(app::version())}, now,
                                      world_.new_seed());
    if (!begun) return exam_failed(begun.error());
    auto exam = assess::Exam::begin(room(), *begun);
    if (!exam) return exam_failed(exam.error());
    exam_.emplace(std::move(*exam));
    return show_running();
}

Intents ExamBackstage::go_on() {
    if (exam_ && exam_->sitting().phase != assess::Sitting::Phase::running) {  // the result is next
        Intents out = show_running();
        exam_.reset();
        return out;
    }
    if (!exam_) {
        const auto running = assess::running_sitting(*room().store);
        if (!running) return exam_failed(running.error());
        if (!*running) return load();
        auto exam = assess::Exam::go_on(room(), **running);
        if (!exam) return exam_failed(exam.error());
        exam_.emplace(std::move(*exam));
    } else if (const auto back = exam_->set_away(false); !back) {
        return exam_failed(back.error());
    }
    if (exam_->wants_record()) return show_record();
    return exam_->talk() != nullptr ? show_exam(true) : show_running();
}

Intents ExamBackstage::next_scenario() {
    if (!exam_) return {};
    if (const auto looked = exam_->look_at_clock(); !looked) return exam_failed(looked.error());
    if (exam_->sitting().phase != assess::Sitting::Phase::running) return show_running();
    if (const auto opened = exam_->open_next(); !opened) return exam_failed(opened.error());
    return show_exam(true);
}

Intents ExamBackstage::answer(const exam_task::Answer& task) {
    if (!exam_) return {};
    const auto turn = exam_->answer(task.input, task.pasted);
    if (turn) return show_exam(false);
    if (turn.error().diagnostics.front().code == "out-of-time") return look_at_clock();
    return exam_failed(turn.error());
}

Intents ExamBackstage::hand_in(const scenarios::RecordForm& form) {
    if (!exam_) return {};
    const auto handed_in = exam_->fill_in(form);
    if (handed_in) return show_running();
    if (handed_in.error().diagnostics.front().code == "out-of-time") return look_at_clock();
    return exam_failed(handed_in.error());
}

Intents ExamBackstage::look_at_clock() {
    if (!exam_) return {};
    const auto changed = exam_->look_at_clock();
    if (!changed) return exam_failed(changed.error());
    if (*changed) {
        Intents out = show_running();
        out.push_back(exam_told(Toast::Tone::info, "desktop.exam.time_over"));
        return out;
    }
    const std::int64_t now = exam_->now_ms();
    return {exam_intent(
        exam_wish::Ticked{assess::left_ms(exam_->sitting(), now), assess::left_for_item_ms(exam_->sitting(), now)})};
}

Intents ExamBackstage::away(bool is_away) {
    if (!exam_) return {};
    const auto noted = exam_->set_away(is_away);
    return noted ? Intents{} : exam_failed(noted.error());
}

SealedPlay ExamBackstage::sealed_now() const {
    const assess::Sitting& sitting = exam_->sitting();
    SealedPlay out;
    out.item = sitting.open_item().value_or(std::max(0, sitting.closed_items() - 1));
    out.count = static_cast<int>(sitting.items.size());
    const assess::Replies replies = sitting.begun.items[static_cast<std::size_t>(out.item)].replies;
    out.can_choose = replies != assess::Replies::typed;
    out.can_type = replies != assess::Replies::choice;
    out.reply_clock = sitting.begun.reply_clock;
    out.left_ms = assess::left_ms(sitting, exam_->now_ms());
    out.item_left_ms = assess::left_for_item_ms(sitting, exam_->now_ms());
    return out;
}

Intents ExamBackstage::show_exam(bool fresh) const {
    const scenarios::Session* talk = exam_->talk() != nullptr ? exam_->talk() : exam_->last_talk();
    if (talk == nullptr) return {};
    const SealedPlay sealed = sealed_now();
    Talk shown = seal(talk_of(*talk));
    shown.attempt_id = exam_->sitting().begun.sitting_id + "/" + std::to_string(sealed.item);
    shown.pass_mark = exam_->sitting().begun.marking.pass_mark;
    return {exam_intent(exam_wish::TalkShown{std::move(shown), sealed, fresh})};
}

RunningExam ExamBackstage::running_now() const {
    RunningExam running;
    running.sitting = exam_->sitting();
    running.left_ms = assess::left_ms(exam_->sitting(), exam_->now_ms());
    if (exam_->last_talk() != nullptr && exam_->last_talk()->ending())
        running.ended_title = exam_->last_talk()->ending()->title;
    return running;
}

Intents ExamBackstage::show_running() const { return {exam_intent(exam_wish::RunningShown{running_now()})}; }

// What was said may be looked up while the record is written; what it was worth may not.
Intents ExamBackstage::show_record() const {
    Talk talk = seal(talk_of(*exam_->talk()));
    talk.attempt_id =
        exam_->sitting().begun.sitting_id + "/" + std::to_string(exam_->sitting().open_item().value_or(0));
    return {exam_intent(exam_wish::RecordAsked{running_now(), std::move(talk)})};
}

}  // namespace huashu::desktop
