// Measures an impact (impact.hpp) in the background: what would become of every golden play and every attempt on record
// if a draft pack or a draft scenario were published. It can be asked how far it is, and be stopped.
#pragma once

#include <atomic>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "author/impact.hpp"

namespace huashu::app {

/// What is to be looked at as if it were published.
struct ImpactDraft {
    std::string pack;                    ///< its folder; empty: the rules stay
    std::vector<std::string> scenarios;  ///< files
};

/// The content with the drafts in their places. Errors: (content) a draft does not load; (system).
[[nodiscard]] Result<Content> load_with_drafts(ContentFolders folders, const ImpactDraft& draft);

struct ImpactOutcome {
    std::vector<ImpactJob> jobs;
    ImpactReport report;
};

class ImpactTask {
public:
    /// The content must outlive it. `data_folder`: of the attempts; `shipped_pack`: as of ImpactTouch.
    ImpactTask(const Content& current, std::string shipped_pack, std::string data_folder)
        : current_(current), shipped_pack_(std::move(shipped_pack)), data_folder_(std::move(data_folder)) {}
    ~ImpactTask() { cancel(); }  // and the future waits until that is seen
    ImpactTask(const ImpactTask&) = delete;
    ImpactTask& operator=(const ImpactTask&) = delete;

    /// Begins; what ran before is stopped.
    void begin(ImpactDraft draft);
    void cancel() { cancel_ = true; }
    [[nodiscard]] std::size_t done() const { return done_; }
    [[nodiscard]] std::size_t all() const { return all_; }  ///< 0: not yet known
    [[nodiscard]] bool running() const { return future_.valid(); }
    /// What came of it, once.
    [[nodiscard]] std::optional<Result<ImpactOutcome>> take();
    void wait() const {
        if (future_.valid()) future_.wait();
    }

private:
    [[nodiscard]] Result<ImpactOutcome> run(const ImpactDraft& draft);

    const Content& current_;
    std::string shipped_pack_, data_folder_;
    std::atomic<bool> cancel_ = false;
    std::atomic<std::size_t> done_ = 0, all_ = 0;
    std::future<Result<ImpactOutcome>> future_;
};

}  // namespace huashu::app
