// Checks what is being written while it is written: in a thread of its own, on a copy, and letting go of a check as
// soon as there is a newer text. What comes back comes in steps, the quick ones first: what keeps it from loading, then
// the whole check, then the best and the worst score.
//
//     LiveCheck check(engine, personas);
//     check.submit(document.root(), file, document.revision());
//     if (std::optional<LiveReport> report = check.take()) show(*report);   // again and again, from one thread
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "author/document_tree.hpp"
#include "author/live_report.hpp"
#include "scoring/engine.hpp"

namespace huashu::app {

class LiveCheck {
public:
    /// The engine must outlive it. `personas`: their folder.
    LiveCheck(const scoring::Engine& engine, std::string personas);
    ~LiveCheck();
    LiveCheck(const LiveCheck&) = delete;
    LiveCheck& operator=(const LiveCheck&) = delete;

    /// What was submitted before is no longer wanted.
    void submit(Tree root, std::string file, unsigned revision);
    /// The newest report, once.
    [[nodiscard]] std::optional<LiveReport> take();
    /// Something is still being looked at.
    [[nodiscard]] bool busy() const { return busy_.load(); }

private:
    struct Job {
        Tree root;
        std::string file;
        unsigned revision = 0;
    };
    void run();
    void look_at(const Job& job);
    void publish(const LiveReport& report);

    const scoring::Engine& engine_;
    std::string personas_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Job> waiting_;
    std::optional<LiveReport> ready_;
    std::atomic<bool> stop_ = false;  ///< what is looked at now is out of date
    std::atomic<bool> busy_ = false;
    bool leaving_ = false;
    std::thread thread_;
};

}  // namespace huashu::app
