// What people add to a result, as documents: a kind ("review.confirmed") and a JSON body with version and time.
#pragma once

#include <string>
#include <string_view>

#include "assess/review.hpp"

namespace huashu::assess {

inline constexpr int review_version = 1;

[[nodiscard]] std::string kind_of(const ReviewEvent& event);
[[nodiscard]] std::string to_json(const ReviewEvent& event);
/// Error (content): an unknown kind, a version from the future, a body that does not fit.
[[nodiscard]] Result<ReviewEvent> review_event_from_json(std::string_view kind, std::string_view body);

}  // namespace huashu::assess
