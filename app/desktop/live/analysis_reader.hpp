// Reads everybody's results and reckons with them, in a thread of its own: with a million attempts it takes a while,
// and no frame waits for it.
//
//     AnalysisReader reader(data_folder, content);
//     if (auto done = reader.take()) … else show(reader.done(), reader.total());
#pragma once

#include <chrono>
#include <future>
#include <optional>
#include <string>

#include "analysis/analysis.hpp"
#include "analysis/plan.hpp"
#include "content/content.hpp"
#include "reports/gather.hpp"

namespace huashu::desktop {

/// What it comes to.
struct ReadAnalysis {
    app::GatheredFacts gathered;
    app::Analysis analysis;
    std::map<std::string, std::vector<app::Measure>> plans;  ///< by id of the person
};

class AnalysisReader {
public:
    /// Begins at once. The content must outlive it. `play_most`: as of app::Wanted.
    AnalysisReader(std::string data_folder, const app::Content& content,
                   std::int64_t play_most = app::most_played_again);
    /// Stops it, and waits for the record that is being read.
    ~AnalysisReader();
    AnalysisReader(const AnalysisReader&) = delete;
    AnalysisReader& operator=(const AnalysisReader&) = delete;

    /// What came of it, once; nothing: it is not done. Waits no longer than `patience`.
    [[nodiscard]] std::optional<Result<ReadAnalysis>> take(std::chrono::milliseconds patience = {});
    void stop() { watch_.stop = true; }
    [[nodiscard]] bool is_running() const {
        return result_.valid() && result_.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
    }
    [[nodiscard]] std::int64_t done() const { return watch_.done; }
    [[nodiscard]] std::int64_t total() const { return watch_.total; }

private:
    app::GatherWatch watch_;
    std::future<Result<ReadAnalysis>> result_;
};

}  // namespace huashu::desktop
