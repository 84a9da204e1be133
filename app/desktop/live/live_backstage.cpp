#include "desktop/live/live_backstage.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <random>
#include <utility>

#include "desktop/live/analysis_reader.hpp"
#include "desktop/live/exam_backstage.hpp"
#include "desktop/print/pdf.hpp"
#include "scoring/pack.hpp"

namespace huashu::desktop {
namespace {

constexpr int most_in_history = 500;

Intents failed(const Error& error) { return {intent::Failed{error}}; }

tl::unexpected<Error> unknown(std::string code, std::string text) {
    Diagnostic d;
    d.code = std::move(code);
    d.text = std::move(text);
    d.remedy = "It may have been removed or renamed; see huashu list.";
    return fail(Error::Cause::usage, std::move(d));
}

// What can't be done without rules and scenarios. The rest of what needs them needs a running talk, too.
bool needs_content(const Effect& effect) {
    return std::holds_alternative<effect::Start>(effect) || std::holds_alternative<effect::Resume>(effect) ||
           std::holds_alternative<effect::OpenAttempt>(effect) || std::holds_alternative<effect::LoadHistory>(effect) ||
           std::holds_alternative<effect::LoadAnalysis>(effect) || std::holds_alternative<effect::Exam>(effect);
}

std::uint64_t seed_from_system() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) | device();
}

}  // namespace

struct Performing {
    LiveBackstage& b;

    Intents operator()(const effect::LoadHome&) const { return b.load_home(); }
    Intents operator()(const effect::Start& e) const { return b.start(e.scenario_id); }
    Intents operator()(const effect::Resume& e) const { return b.open(e.attempt_id, true); }
    Intents operator()(const effect::OpenAttempt& e) const { return b.open(e.attempt_id, false); }
    Intents operator()(const effect::Drop& e) const {
        if (b.options_.records == nullptr) return {};
        const Result<void> dropped = b.options_.records->drop(e.attempt_id);
        return dropped ? Intents{} : failed(dropped.error());
    }
    Intents operator()(const effect::Answer& e) const { return b.answer(e.input); }
    Intents operator()(const effect::Rewind& e) const {
        if (!b.attempt_) return {};
        return b.show(b.attempt_->rewind(e.turns));
    }
    Intents operator()(const effect::JudgeDraft& e) const {
        if (!b.attempt_) return {};
        return {intent::DraftJudged{e.text, b.content_.engine->judge(e.text, b.attempt_->session().moment())}};
    }
    Intents operator()(const effect::ShowDebrief&) const { return b.debrief(); }
    Intents operator()(const effect::LoadHistory&) const { return b.history(); }
    Intents operator()(const effect::CopyDebrief&) const { return {}; }
    Intents operator()(const effect::TakeHint& e) const {
        if (!b.attempt_) return {};
        const Result<void> taken = b.attempt_->take_hint(e.rung);
        return taken ? Intents{} : failed(taken.error());
    }
    Intents operator()(const effect::Nudge& e) const {
        if (!b.attempt_) return {};
        return {intent::Nudged{b.attempt_->session().nudge(e.nth)}};
    }
    Intents operator()(const effect::FillInRecord& e) const { return b.fill_in_record(e.form); }
    Intents operator()(const effect::AskWhatIf& e) const { return b.ask_what_if(e); }
    Intents operator()(const effect::PrintDebrief&) const { return {}; }  // the shell asks for WritePaper
    Intents operator()(const effect::WritePaper& e) const { return b.write_paper(e.paper); }
    Intents operator()(const effect::LoadPeople&) const { return b.load_people(b.person_); }
    Intents operator()(const effect::SwitchPerson& e) const { return b.switch_person(e.id); }
    Intents operator()(const effect::AddPerson& e) const { return b.add_person(e.name); }
    Intents operator()(const effect::RenamePerson& e) const { return b.rename_person(e.name); }
    Intents operator()(const effect::LoadAnalysis& e) const { return b.load_analysis(e.passphrase); }
    Intents operator()(const effect::PollAnalysis&) const { return b.poll_analysis(); }
    Intents operator()(const effect::StopAnalysis&) const { return b.stop_analysis(); }
    Intents operator()(const effect::SavePlan& e) const { return b.save_plan(e); }
    Intents operator()(const effect::ExportAnalysis&) const {
        return {};
    }  // the shell asks for WritePaper, WriteWorkbook
    Intents operator()(const effect::WriteWorkbook& e) const { return b.write_workbook(e); }
    Intents operator()(const effect::Exam& e) const { return b.exams_->perform(*e.what); }
    Intents operator()(const effect::SaveSettings& e) const {
        if (b.options_.settings_file.empty()) return {};
        const Result<void> saved = save_settings(b.options_.settings_file, e.settings);
        return saved ? Intents{} : failed(saved.error());
    }
};

LiveBackstage::LiveBackstage(const app::Content& content, Options options)
    : content_(content), options_(std::move(options)) {
    if (!options_.new_seed) options_.new_seed = seed_from_system;
    first_records_ = options_.records;
    note_pass_mark();
    exams_ = std::make_unique<ExamBackstage>(ExamBackstage::World{
        .content = &content_,
        .blueprint_folders = options_.blueprint_folders,
        .data_folder = options_.data_folder,
        .papers_folder = options_.papers_folder,
        .records = [this] { return options_.records; },
        .person =
            [this] {
                const auto found = std::find_if(people_.begin(), people_.end(),
                                                [this](const app::Person& p) { return p.id == person_; });
                return found == people_.end() ? app::Person{} : *found;
            },
        .new_seed = options_.new_seed});
}

LiveBackstage::~LiveBackstage() = default;

Intents LiveBackstage::perform(const Effect& effect) {
    if (!is_ready() && needs_content(effect)) {
        waiting_.push_back(effect);
        return {};
    }
    return std::visit(Performing{*this}, effect);
}

Intents LiveBackstage::content_arrived() {
    note_pass_mark();
    Intents out{intent::ContentArrived{}};
    const auto add = [&](Intents more) { std::move(more.begin(), more.end(), std::back_inserter(out)); };
    add(load_home());
    for (const Effect& effect : std::exchange(waiting_, {})) add(perform(effect));
    return out;
}

bool LiveBackstage::is_at_rest() const { return exams_->is_at_rest() && !(reader_ && reader_->is_running()); }

void LiveBackstage::let_go() {
    attempt_.reset();
    exams_->let_go();
}

void LiveBackstage::note_pass_mark() {
    if (is_ready() && !content_.engine->packs().empty()) pass_mark_ = content_.engine->packs().front().pass_mark();
}

std::vector<scenarios::ScenarioCard> LiveBackstage::cards() const {
    if (!is_ready()) return options_.cards;
    std::vector<scenarios::ScenarioCard> cards;
    for (const scenarios::Scenario& scenario : content_.scenarios) cards.push_back(scenario.card());
    return cards;
}

Talk LiveBackstage::talk_now() const {
    Talk talk = talk_of(attempt_->session());
    talk.attempt_id = attempt_->id();
    talk.hints = attempt_->hints();
    talk.pass_mark = pass_mark_;
    return talk;
}

Intents LiveBackstage::show(Result<app::Attempt> attempt) {
    if (!attempt) return failed(attempt.error());
    attempt_.emplace(std::move(*attempt));
    Intents out{intent::TalkShown{talk_now()}};
    for (const Diagnostic& notice : attempt_->notices())
        out.push_back(intent::Told{
            {.tone = Toast::Tone::info, .key = {}, .text = notice.text, .remedy = notice.remedy, .code = notice.code}});
    return out;
}

Intents LiveBackstage::load_home() const {
    HomeState home;
    home.scenarios = cards();
    home.problems = content_.problems;
    const std::optional<int> pass_mark = is_ready() ? std::optional(pass_mark_) : std::nullopt;
    if (options_.records == nullptr) return {intent::HomeLoaded{std::move(home), pass_mark}};
    Intents out;
    if (auto last = options_.records->last_results())
        home.last = std::move(*last);
    else
        out = failed(last.error());
    if (const auto unfinished = options_.records->unfinished()) {
        for (const app::AttemptSummary& a : *unfinished) {
            const auto card = std::find_if(home.scenarios.begin(), home.scenarios.end(),
                                           [&](const auto& c) { return c.id == a.scenario_id; });
            if (card != home.scenarios.end()) home.unfinished.push_back({a, card->title});
        }
    } else {
        out = failed(unfinished.error());
    }
    out.insert(out.begin(), intent::HomeLoaded{std::move(home), pass_mark});
    return out;
}

Intents LiveBackstage::start(const std::string& scenario_id) {
    const scenarios::Scenario* scenario = content_.find(scenario_id);
    if (scenario == nullptr)
        return failed(unknown("no-such-scenario", "There is no scenario " + scenario_id + ".").value());
    return show(app::Attempt::start(*scenario, *content_.engine, options_.new_seed(), options_.records));
}

Intents LiveBackstage::open(const std::string& attempt_id, bool to_play_on) {
    if (options_.records == nullptr) return {};
    const auto stored = options_.records->read(attempt_id);
    if (!stored) return failed(stored.error());
    const std::string& scenario_id = stored->summary.scenario_id;
    const scenarios::Scenario* scenario = content_.find(scenario_id);
    if (scenario == nullptr)
        return failed(unknown("no-such-scenario", "There is no scenario " + scenario_id + " any more.").value());
    if (to_play_on) {
        auto attempt = app::Attempt::resume(attempt_id, *scenario, *content_.engine, *options_.records);
        const bool is_outdated = !attempt && attempt.error().cause == Error::Cause::content;
        if (!is_outdated) return show(std::move(attempt));
        // The scenario has changed since: what still fits is gone on with, and the notice says what was lost.
        return show(app::Attempt::resume_what_fits(attempt_id, *scenario, *content_.engine, *options_.records));
    }
    auto attempt = app::Attempt::look_back(attempt_id, *scenario, *content_.engine, *options_.records);
    if (!attempt) return failed(attempt.error());
    attempt_.emplace(std::move(*attempt));
    return debrief();
}

Intents LiveBackstage::answer(const scenarios::Input& input) {
    if (!attempt_) return {};
    const auto turn = attempt_->answer(input);
    if (!turn) return failed(turn.error());
    return {intent::TurnPlayed{talk_now()}};
}

Intents LiveBackstage::debrief() const {
    if (!attempt_) return {};
    Intents out;
    std::vector<app::AttemptSummary> earlier;
    if (options_.records != nullptr) {
        auto all = options_.records->history(attempt_->session().scenario().card().id);
        if (all)
            earlier = std::move(*all);
        else
            out = failed(all.error());
    }
    intent::DebriefShown shown{talk_now(), {}, {}, earlier_card(earlier)};
    const scenarios::Session& session = attempt_->session();
    if (auto outlook = app::make_outlook(session.scenario(), *content_.engine, session.save(), pass_mark_))
        shown.outlook = std::move(*outlook);
    shown.earlier = std::move(earlier);
    out.insert(out.begin(), std::move(shown));
    if (scenarios::has_record(session.scenario())) out.push_back(record_now());
    return out;
}

// The last attempt that was finished before this one; `all`: the last one begun first.
std::optional<EarlierCard> LiveBackstage::earlier_card(const std::vector<app::AttemptSummary>& all) const {
    auto a = std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.id == attempt_->id(); });
    if (a == all.end()) return std::nullopt;
    a = std::find_if(a + 1, all.end(), [](const auto& s) { return s.end.has_value(); });
    if (a == all.end()) return std::nullopt;
    const auto before =
        app::Attempt::look_back(a->id, attempt_->session().scenario(), *content_.engine, *options_.records);
    if (!before) return std::nullopt;  // played on a scenario that has changed since: nothing to compare with
    return EarlierCard{a->changed_ms, a->end->score, before->session().scorecard().dimensions};
}

// The record as it stands: blank, or as it was filled in, with what it is worth.
intent::RecordShown LiveBackstage::record_now() const {
    const scenarios::Session& session = attempt_->session();
    RecordState record;
    record.wanted = true;
    if (const auto& filled = attempt_->record()) {
        record.form = filled->form;
        record.score = scenarios::score_record(session, filled->form, *content_.engine);
        record.model = scenarios::model_record(session);
    }
    return {std::move(record)};
}

Intents LiveBackstage::fill_in_record(const scenarios::RecordForm& form) {
    if (!attempt_) return {};
    if (const auto kept = attempt_->fill_in(form); !kept) return failed(kept.error());
    Intents out{record_now()};
    if (!attempt_->id().empty())
        out.push_back(
            intent::Told{{.tone = Toast::Tone::good, .key = "desktop.toast.record_kept", .text = {}, .remedy = {}}});
    return out;
}

Intents LiveBackstage::ask_what_if(const effect::AskWhatIf& question) const {
    if (!attempt_) return {};
    const scenarios::Session& session = attempt_->session();
    auto other = scenarios::what_if(session.scenario(), *content_.engine, session.save(),
                                    static_cast<std::size_t>(question.turn), question.instead);
    if (!other) return failed(other.error());
    return {intent::WhatIfShown{std::move(*other)}};
}

Intents LiveBackstage::write_paper(const Paper& paper) const {
    if (options_.papers_folder.empty()) return {};
    const std::string file =
        (std::filesystem::path(options_.papers_folder) / (file_name_of(paper.name) + ".pdf")).string();
    if (const auto written = write_pdf(file, paper); !written) return failed(written.error());
    return {intent::Told{{.tone = Toast::Tone::good, .key = "desktop.toast.printed", .text = {}, .remedy = file}}};
}

Intents LiveBackstage::history() const {
    std::vector<app::AttemptSummary> attempts;
    if (options_.records == nullptr) return {intent::HistoryLoaded{}};
    for (const scenarios::Scenario& scenario : content_.scenarios) {
        const auto some = options_.records->history(scenario.card().id, most_in_history);
        if (!some) return failed(some.error());
        for (const app::AttemptSummary& a : *some)
            if (a.turns > 0) attempts.push_back(a);
    }
    std::stable_sort(attempts.begin(), attempts.end(),
                     [](const auto& a, const auto& b) { return a.changed_ms > b.changed_ms; });
    return {intent::HistoryLoaded{std::move(attempts)}};
}

}  // namespace huashu::desktop
