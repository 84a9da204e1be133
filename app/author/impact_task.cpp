#include "author/impact_task.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "author/impact_touch.hpp"

namespace huashu::app {

Result<Content> load_with_drafts(ContentFolders folders, const ImpactDraft& draft) {
    if (!draft.pack.empty()) folders.pack = draft.pack;
    auto content = load_content(folders);
    if (!content) return content;
    const std::string personas = folders.personas.empty()
                                     ? (std::filesystem::path(folders.library).parent_path() / "personas").string()
                                     : folders.personas;
    for (const std::string& file : draft.scenarios) {
        auto scenario = scenarios::load_scenario(file, *content->engine, personas);
        if (!scenario) return tl::unexpected(scenario.error());
        const std::string id = scenario->card().id;
        std::erase_if(content->scenarios, [&](const scenarios::Scenario& other) { return other.card().id == id; });
        content->scenarios.push_back(std::move(*scenario));
    }
    return content;
}

void ImpactTask::begin(ImpactDraft draft) {
    cancel_ = true;
    if (future_.valid()) future_.wait();
    cancel_ = false;
    done_ = all_ = 0;
    future_ = std::async(std::launch::async, [this, draft = std::move(draft)] { return run(draft); });
}

std::optional<Result<ImpactOutcome>> ImpactTask::take() {
    if (!future_.valid() || future_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return std::nullopt;
    return future_.get();
}

Result<ImpactOutcome> ImpactTask::run(const ImpactDraft& draft) {
    const auto content = load_with_drafts(current_.folders, draft);
    if (!content) return tl::unexpected(content.error());
    ImpactOutcome outcome;
    outcome.jobs = golden_jobs(current_);
    std::vector<std::string> ids;
    for (const auto* side : {&current_, &*content})
        for (const scenarios::Scenario& scenario : side->scenarios) ids.push_back(scenario.card().id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto attempts = attempt_jobs(data_folder_, ids);
    if (!attempts) return tl::unexpected(attempts.error());
    std::move(attempts->begin(), attempts->end(), std::back_inserter(outcome.jobs));
    // Who changes one scenario need not wait for the plays of all others.
    if (draft.pack.empty())
        std::erase_if(outcome.jobs, [&](const ImpactJob& job) {
            const std::string& id = job.session.scenario_id;
            return std::none_of(draft.scenarios.begin(), draft.scenarios.end(), [&](const std::string& file) {
                return std::filesystem::path(file).stem().string() == id;
            });
        });
    all_ = outcome.jobs.size();
    // One core stays free for the window.
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
    const auto touch = ImpactTouch::between(current_, *content, shipped_pack_);
    outcome.report =
        measure_impact(outcome.jobs, current_, *content,
                       {threads, &cancel_, [this](std::size_t done) { done_ = done; }, touch ? &*touch : nullptr});
    return outcome;
}

}  // namespace huashu::app
