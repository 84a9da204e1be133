// How long an owner waits for a reply. The library knows no clock: whoever has one hands in the time that has passed.
//
//     ReplyTimer timer(session.seconds_for_reply());
//     switch (timer.advance(elapsed_ms, input_method_is_composing)) {
//         case ReplyTimer::Event::speaks_up: show(session.nudge(timer.times_spoken() - 1)); break;
//         case ReplyTimer::Event::silence:   session.answer(Input::stay_silent()); break;   // a turn of its own
//         case ReplyTimer::Event::none: break;
//     }
//
// While an input method composes, time does not count: nobody is hurried for typing Chinese. Make a new timer each
// turn.
#pragma once

#include <cstdint>
#include <optional>

namespace huashu::scenarios {

class ReplyTimer {
public:
    enum class Event : std::uint8_t { none, speaks_up, silence };

    /// None: the owner waits as long as it takes; nothing ever happens.
    explicit ReplyTimer(std::optional<int> seconds) : limit_ms_(seconds ? *seconds * 1000 : 0) {}

    /// `elapsed_ms` >= 0 since the last call. The owner speaks up when half of the time has passed and when four fifths
    /// have; silence is told once. Of several in one call the last is told.
    Event advance(int elapsed_ms, bool composing);

    [[nodiscard]] bool runs() const { return limit_ms_ > 0; }
    [[nodiscard]] int left_ms() const { return limit_ms_ - passed_ms_; }  ///< 0 when it does not run
    [[nodiscard]] int times_spoken() const { return spoken_; }

private:
    int limit_ms_ = 0;  ///< 0: none
    int passed_ms_ = 0;
    int spoken_ = 0;
    bool over_ = false;
};

}  // namespace huashu::scenarios
