#include "commands/workers.hpp"

#include <algorithm>

namespace huashu::app {
namespace {
constexpr std::size_t numbers_at_once = 8;  // enough that the lock costs nothing beside a reply's judgement
}

Workers::Workers(int threads) {
    for (int i = 1; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
    }
    begun_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void Workers::run(std::size_t count, const std::function<void(std::size_t)>& task) {
    std::unique_lock lock(mutex_);
    task_ = &task;
    next_ = finished_ = 0;
    count_ = count;
    if (count > numbers_at_once) begun_.notify_all();
    take_numbers(lock);
    done_.wait(lock, [this] { return finished_ == count_; });
    task_ = nullptr;
    count_ = next_ = 0;
}

void Workers::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        begun_.wait(lock, [this] { return is_over_ || next_ < count_; });
        if (is_over_) return;
        take_numbers(lock);
        if (finished_ == count_) done_.notify_one();
    }
}

void Workers::take_numbers(std::unique_lock<std::mutex>& lock) {
    while (next_ < count_) {
        const std::size_t begin = next_;
        const std::size_t end = std::min(count_, begin + numbers_at_once);
        next_ = end;
        const auto& task = *task_;
        lock.unlock();
        for (std::size_t i = begin; i < end; ++i) task(i);
        lock.lock();
        finished_ += end - begin;
    }
}

}  // namespace huashu::app
