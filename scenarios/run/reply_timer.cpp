#include "scenarios/reply_timer.hpp"

#include <algorithm>
#include <array>

namespace huashu::scenarios {

ReplyTimer::Event ReplyTimer::advance(int elapsed_ms, bool composing) {
    constexpr std::array<int, 2> speaks_at_per_cent{50, 80};
    if (!runs() || over_ || composing) return Event::none;
    passed_ms_ += std::clamp(elapsed_ms, 0, limit_ms_ - passed_ms_);
    if (passed_ms_ == limit_ms_) {
        over_ = true;
        return Event::silence;
    }
    int due = 0;
    for (const int per_cent : speaks_at_per_cent) due += passed_ms_ >= limit_ms_ / 100 * per_cent ? 1 : 0;
    if (due <= spoken_) return Event::none;
    spoken_ = due;
    return Event::speaks_up;
}

}  // namespace huashu::scenarios
