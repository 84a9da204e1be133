// What a choice is worth and does. It never changes, so it is judged once and kept with the scenario.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "model/condition.hpp"
#include "scoring/shared_judgement.hpp"

namespace huashu::scenarios {

/// The parts of a judgement that the owner reacts to, ready to be tested by conditions.
struct Heard {
    scoring::ActSet acts;
    scoring::FamilySet families;   ///< of all findings
    scoring::FamilySet charged;    ///< of findings of severity minor or worse: these move the mood
    int worst = -1;                ///< severity of the worst finding, as a number; -1: none
    InputSorts inputs = 0;         ///< without `repeat` and `copied`, which depend on what was said before
    std::vector<int> groups;       ///< pattern groups that match, ascending
    std::vector<int> asked;        ///< facts that it asks for, ascending
    std::uint64_t words_hash = 0;  ///< equal for replies that say the same words; 0: no words
};

struct Verdict {
    scoring::SharedJudgement judgement;
    Heard heard;
};

/// A verdict that is made by whoever first asks for it. A scenario of ten thousand stages would spend most of its
/// loading on choices that nobody is offered. Safe to ask from several threads; moving is not.
class LazyVerdict {
public:
    LazyVerdict() = default;
    LazyVerdict(LazyVerdict&& other) noexcept : made_(other.made_.exchange(nullptr)) {}
    LazyVerdict& operator=(LazyVerdict&& other) noexcept {
        delete made_.exchange(other.made_.exchange(nullptr));
        return *this;
    }
    ~LazyVerdict() { delete made_.load(); }

    template <class Make>
    const Verdict& get(Make make) const {
        if (const Verdict* found = made_.load(std::memory_order_acquire)) return *found;
        auto fresh = std::make_unique<const Verdict>(make());
        const Verdict* first = nullptr;
        // Two threads that judge at once judge alike; the later one's is thrown away.
        if (made_.compare_exchange_strong(first, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
        return *first;
    }

private:
    mutable std::atomic<const Verdict*> made_{nullptr};
};

}  // namespace huashu::scenarios
