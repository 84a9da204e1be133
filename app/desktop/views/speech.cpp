#include "desktop/views/speech.hpp"

#include <cstdio>
#include <ctime>

namespace huashu::desktop {

std::string time_for_people(const Speech& speech, std::int64_t ms_since_1970) {
    const auto seconds = static_cast<std::time_t>(ms_since_1970 / 1000);
    std::tm local{};
    if (localtime_r(&seconds, &local) == nullptr) return {};
    char clock[16];
    std::snprintf(clock, sizeof clock, "%02d:%02d", local.tm_hour % 100, local.tm_min % 100);
    return speech.words(
        "desktop.time.day",
        {{"month", std::to_string(local.tm_mon + 1)}, {"day", std::to_string(local.tm_mday)}, {"clock", clock}});
}

}  // namespace huashu::desktop
