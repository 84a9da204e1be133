// The part of the backstage behind the page of analysis: everybody's results, plans, workbooks.
#include <filesystem>

#include "desktop/live/analysis_reader.hpp"
#include "desktop/live/exam_backstage.hpp"
#include "desktop/live/live_backstage.hpp"
#include "desktop/print/pdf.hpp"
#include "records/uuid.hpp"
#include "reports/gather.hpp"
#include "reports/workbook.hpp"

namespace huashu::desktop {
namespace {

constexpr std::int64_t ms_a_week = 7LL * 24 * 3600 * 1000;

Toast good_news(const char* key, std::string remedy = {}) {
    return {.tone = Toast::Tone::good, .key = key, .text = {}, .remedy = std::move(remedy)};
}

constexpr std::chrono::milliseconds short_patience{15};  // for the few results of a small team no page of waiting

intent::AnalysisLoaded loaded_from(ReadAnalysis read) {
    intent::AnalysisLoaded out;
    out.facts = std::make_shared<const std::vector<app::AttemptFacts>>(std::move(read.gathered.attempts));
    out.analysis = std::make_shared<const app::Analysis>(std::move(read.analysis));
    out.sittings = std::move(read.gathered.sittings);
    out.left_out = std::move(read.gathered.left_out);
    out.plans = std::move(read.plans);
    out.today = app::day_of(app::clock_ms());
    return out;
}

}  // namespace

// The records of one person without a data folder (the tour) are few, and read at once.
Intents LiveBackstage::load_analysis(const std::string& passphrase) {
    if (options_.records == nullptr) {
        intent::AnalysisLoaded nothing;
        nothing.facts = std::make_shared<const std::vector<app::AttemptFacts>>();
        return {AnalysisIntent{std::move(nothing)}};
    }
    const auto locked = exams_->is_locked(passphrase);
    if (!locked) return {intent::Failed{locked.error()}};
    if (*locked) return {AnalysisIntent{intent::AnalysisLocked{!passphrase.empty()}}};
    if (options_.data_folder.empty()) {
        auto own = app::facts_of(*options_.records, people_.front(), content_);
        if (!own) return {intent::Failed{own.error()}};
        ReadAnalysis read;
        read.analysis = app::analyse(own->attempts);
        read.gathered = std::move(*own);
        return {AnalysisIntent{loaded_from(std::move(read))}};
    }
    if (!reader_) reader_ = std::make_unique<AnalysisReader>(options_.data_folder, content_);
    return handed_over(short_patience);
}

Intents LiveBackstage::poll_analysis() {
    if (!reader_) return {};
    return handed_over({});
}

Intents LiveBackstage::stop_analysis() {
    if (reader_) reader_->stop();
    reader_.reset();
    return {AnalysisIntent{intent::AnalysisReading{0, 0, true}}};
}

Intents LiveBackstage::handed_over(std::chrono::milliseconds patience) {
    auto read = reader_->take(patience);
    if (!read) return {AnalysisIntent{intent::AnalysisReading{reader_->done(), reader_->total(), false}}};
    reader_.reset();
    if (!*read) return {AnalysisIntent{intent::AnalysisReading{0, 0, true}}, intent::Failed{read->error()}};
    return {AnalysisIntent{loaded_from(std::move(**read))}};
}

Intents LiveBackstage::save_plan(const effect::SavePlan& wish) const {
    const auto locked = exams_->is_locked();
    if (!locked) return {intent::Failed{locked.error()}};
    if (*locked) return {AnalysisIntent{intent::AnalysisLocked{}}};
    const std::int64_t now_ms = app::clock_ms();
    std::vector<app::Measure> plan = wish.plan;
    for (app::Measure& m : plan) {
        if (m.id.empty()) {
            m.id = app::make_uuid(now_ms);
            m.begun_ms = now_ms;
            m.due = app::day_of(now_ms + wish.weeks * ms_a_week);
        }
        if (m.done_ms && *m.done_ms == 0) m.done_ms = now_ms;
    }
    if (options_.data_folder.empty()) return {AnalysisIntent{intent::PlanSaved{wish.person, std::move(plan)}}};
    for (const app::Person& person : people_) {
        if (person.id != wish.person) continue;
        const auto saved = app::save_plan(app::folder_of(options_.data_folder, person), plan);
        if (!saved) return {intent::Failed{saved.error()}};
        return {AnalysisIntent{intent::PlanSaved{wish.person, std::move(plan)}},
                intent::Told{good_news("desktop.toast.planned")}};
    }
    return {};
}

Intents LiveBackstage::write_workbook(const effect::WriteWorkbook& wish) const {
    if (options_.papers_folder.empty()) return {};
    const std::string file =
        (std::filesystem::path(options_.papers_folder) / (file_name_of(wish.name) + ".xlsx")).string();
    if (const auto written = app::write_workbook(file, wish.name, wish.tables, app::clock_ms()); !written)
        return {intent::Failed{written.error()}};
    return {intent::Told{good_news("desktop.toast.exported", file)}};
}

}  // namespace huashu::desktop
