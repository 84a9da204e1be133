// The events of a sitting as documents: a kind ("sitting.answered") and a JSON body that says its version and time.
#pragma once

#include <string>
#include <string_view>

#include "assess/sitting.hpp"

namespace huashu::assess {

inline constexpr int sitting_version = 1;

[[nodiscard]] std::string kind_of(const Event& event);
[[nodiscard]] std::string to_json(const Event& event);
/// Error (content): an unknown kind, a version from the future, a body that does not fit.
[[nodiscard]] Result<Event> event_from_json(std::string_view kind, std::string_view body);

}  // namespace huashu::assess
