// Writes to the disk in the background, the latest only: what is asked for while one is under way waits, and a newer
// one takes its place. No frame waits for the disk.
//
//     LatestWrite recovery;
//     recovery.begin([=] { return write_recovery(file, document_text(root)); });
//     if (auto failed = recovery.take_failure()) …                      // later
//     recovery.finish();                                                // before saving: it must not come after that
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <optional>
#include <utility>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

class LatestWrite {
public:
    using Work = std::function<Result<void>()>;

    LatestWrite() = default;
    LatestWrite(const LatestWrite&) = delete;
    LatestWrite& operator=(const LatestWrite&) = delete;
    /// All that was asked for is on the disk then.
    ~LatestWrite() { finish(); }

    void begin(Work work) {
        collect();
        if (running_.valid())
            waiting_ = std::move(work);
        else
            running_ = std::async(std::launch::async, std::move(work));
    }
    /// Why a write failed, once. Begins what has waited.
    [[nodiscard]] std::optional<Error> take_failure() {
        collect();
        return std::exchange(failure_, std::nullopt);
    }
    /// Waits until all is written.
    void finish() {
        while (running_.valid()) {
            running_.wait();
            collect();
        }
    }

private:
    void collect() {
        if (!running_.valid() || running_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
        if (Result<void> written = running_.get(); !written) failure_ = written.error();
        if (waiting_) running_ = std::async(std::launch::async, std::exchange(waiting_, nullptr));
    }

    std::future<Result<void>> running_;
    Work waiting_;
    std::optional<Error> failure_;
};

}  // namespace huashu::app
