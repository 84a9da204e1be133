// Work in a thread of its own that tells how far it is and can be stopped: no frame waits for it.
//
//     Background<Holdings> work([=](app::Watch& watch) { return holdings_of(folder); });
//     if (auto done = work.take()) … else show(work.done(), work.total());
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <optional>

#include "integrity/watch.hpp"

namespace huashu::desktop {

template <class T>
class Background {
public:
    using Work = std::function<Result<T>(app::Watch&)>;
    /// Begins at once. What the work refers to must outlive it.
    explicit Background(Work work)
        : result_(std::async(std::launch::async, [this, work = std::move(work)] { return work(watch_); })) {}
    /// Stops it, and waits until it has seen that.
    ~Background() {
        stop();
        if (result_.valid()) result_.wait();
    }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// What came of it, once; nothing: it is not done. Waits no longer than `patience`.
    [[nodiscard]] std::optional<Result<T>> take(std::chrono::milliseconds patience = {}) {
        if (!result_.valid() || result_.wait_for(patience) != std::future_status::ready) return std::nullopt;
        return result_.get();
    }
    void stop() { watch_.stop = true; }
    [[nodiscard]] bool is_running() const {
        return result_.valid() && result_.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
    }
    [[nodiscard]] std::int64_t done() const { return watch_.done; }
    [[nodiscard]] std::int64_t total() const { return watch_.total; }

private:
    app::Watch watch_;
    std::future<Result<T>> result_;
};

/// How long the first look waits: what is soon done needs no page of waiting.
inline constexpr std::chrono::milliseconds short_wait{15};

}  // namespace huashu::desktop
