// A few threads that share out the numbers 0..n-1 and wait for each other at the end of a round.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace huashu::app {

class Workers {
public:
    /// `threads` in all, the caller's included; at least 1.
    explicit Workers(int threads);
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    ~Workers();

    /// Calls task(i) for each i below `count`, from any thread, and returns when all are done. The task must not throw.
    void run(std::size_t count, const std::function<void(std::size_t)>& task);

private:
    void work();
    void take_numbers(std::unique_lock<std::mutex>& lock);

    std::mutex mutex_;
    std::condition_variable begun_, done_;
    const std::function<void(std::size_t)>* task_ = nullptr;
    std::size_t next_ = 0, count_ = 0, finished_ = 0;
    bool is_over_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace huashu::app
