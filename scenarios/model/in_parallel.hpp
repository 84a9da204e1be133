// Work on many things that have nothing to do with each other, on as many threads as there are cores. Results belong
// into places of their own, one for each number, so that their order is that of the numbers.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace huashu::scenarios {

/// Calls task(i) for each i below `count`, from any of the threads, and returns when all are done. It must not throw.
template <class Task>
void in_parallel(std::size_t count, const Task& task) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) task(i);
    };
    std::vector<std::thread> others;
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t i = 1; i < std::min(cores, count); ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
}

}  // namespace huashu::scenarios
