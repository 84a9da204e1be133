#include "desktop/live/analysis_reader.hpp"

namespace huashu::desktop {
namespace {

Result<ReadAnalysis> read_analysis(const std::string& data_folder, const app::Content& content, std::int64_t play_most,
                                   app::GatherWatch& watch) {
    auto gathered = app::gather_facts(data_folder, content, {.play_most = play_most, .watch = &watch});
    if (!gathered) return tl::unexpected(gathered.error());
    ReadAnalysis out;
    out.analysis = app::analyse(gathered->attempts, gathered->summed);
    for (const app::Person& person : gathered->people) {
        auto plan = app::load_plan(app::folder_of(data_folder, person));
        if (plan)
            out.plans[person.id] = std::move(*plan);
        else
            gathered->left_out.push_back(plan.error().diagnostics.front());
    }
    out.gathered = std::move(*gathered);
    return out;
}

}  // namespace

AnalysisReader::AnalysisReader(std::string data_folder, const app::Content& content, std::int64_t play_most)
    : result_(std::async(std::launch::async, [this, folder = std::move(data_folder), &content, play_most] {
          return read_analysis(folder, content, play_most, watch_);
      })) {}

AnalysisReader::~AnalysisReader() {
    stop();
    if (result_.valid()) result_.wait();
}

std::optional<Result<ReadAnalysis>> AnalysisReader::take(std::chrono::milliseconds patience) {
    if (!result_.valid() || result_.wait_for(patience) != std::future_status::ready) return std::nullopt;
    return result_.get();
}

}  // namespace huashu::desktop
