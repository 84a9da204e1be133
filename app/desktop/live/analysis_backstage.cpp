// The part of the backstage behind the page of analysis: everybody's results, plans, workbooks.
#include <filesystem>

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

}  // namespace

Intents LiveBackstage::load_analysis() const {
    intent::AnalysisLoaded loaded;
    loaded.today = app::day_of(app::clock_ms());
    Intents out;
    std::vector<app::AttemptFacts> facts;
    if (!options_.data_folder.empty()) {
        auto gathered = app::gather_facts(options_.data_folder, content_, {});
        if (!gathered) return {intent::Failed{gathered.error()}};
        facts = std::move(gathered->attempts);
        for (const app::Person& person : gathered->people) {
            auto plan = app::load_plan(app::folder_of(options_.data_folder, person));
            if (plan)
                loaded.plans[person.id] = std::move(*plan);
            else
                out.push_back(intent::Failed{plan.error()});
        }
    } else if (options_.records != nullptr) {
        auto own = app::facts_of(*options_.records, people_.front(), content_);
        if (!own) return {intent::Failed{own.error()}};
        facts = std::move(*own);
    }
    loaded.facts = std::make_shared<const std::vector<app::AttemptFacts>>(std::move(facts));
    out.insert(out.begin(), AnalysisIntent{std::move(loaded)});
    return out;
}

Intents LiveBackstage::save_plan(const effect::SavePlan& wish) const {
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
