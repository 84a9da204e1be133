// Ids that are unique without asking anybody: UUID version 7, which begins with the time, so that ids of one file lie
// close together in its indexes.
#pragma once

#include <cstdint>
#include <string>

namespace huashu::app {

/// "01890a5d-ac96-774b-bcce-b302099a8057". `now_ms`: milliseconds since 1970 UTC. Random bits come from the kernel.
[[nodiscard]] std::string make_uuid(std::int64_t now_ms);

/// The system's clock, in milliseconds since 1970 UTC.
[[nodiscard]] std::int64_t clock_ms();

}  // namespace huashu::app
