// For whoever waits for work on many records: how far it is, and a way to stop it. A null pointer: nobody waits.
#pragma once

#include <atomic>
#include <cstdint>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct Watch {
    std::atomic<std::int64_t> done = 0, total = 0;  ///< steps; total 0: nobody knows how many
    std::atomic<bool> stop = false;
};

inline constexpr const char* stopped_code = "stopped";

inline void step(Watch* watch, std::int64_t steps = 1) {
    if (watch != nullptr) watch->done += steps;
}
[[nodiscard]] inline bool is_stopped(const Watch* watch) { return watch != nullptr && watch->stop; }

/// Error (usage): the work was stopped.
[[nodiscard]] inline tl::unexpected<Error> stopped() {
    return fail(Error::Cause::usage, {.code = stopped_code,
                                      .text = "the work was stopped",
                                      .remedy = "nothing was changed; begin it again when there is time",
                                      .place = {},
                                      .excerpt = {}});
}

}  // namespace huashu::app
