// Ids and times in the forms that xAPI asks for, made of what they stand for: the same every time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace huashu::app {

/// RFC 9562 version 5 in the namespace of URLs.
[[nodiscard]] std::string uuid_of_name(std::string_view name);
/// "2026-05-03T14:05:10.250Z".
[[nodiscard]] std::string iso_time(std::int64_t ms_since_1970);
/// "PT2M3.50S".
[[nodiscard]] std::string iso_duration(std::int64_t ms);

}  // namespace huashu::app
