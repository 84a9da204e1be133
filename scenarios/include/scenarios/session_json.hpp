// A saved session and a turn as JSON, for records and reports.
//
// Writing is deterministic: the same value gives the same bytes, keys in a fixed order, text as UTF-8. Reading what was
// written gives an equal value. A seed is written as a string, because JSON's numbers are doubles to many readers.
#pragma once

#include <string>
#include <string_view>

#include "scenarios/session.hpp"

namespace huashu::scenarios {

[[nodiscard]] std::string to_json(const SavedSession& saved);
[[nodiscard]] std::string to_json(const Turn& turn);
[[nodiscard]] std::string to_json(const History& history);
[[nodiscard]] std::string to_json(const std::vector<Memory>& memories);

/// Error (content): no JSON, a key missing or of the wrong type, a version from the future.
[[nodiscard]] Result<SavedSession> saved_session_from_json(std::string_view json);
[[nodiscard]] Result<Turn> turn_from_json(std::string_view json);
[[nodiscard]] Result<History> history_from_json(std::string_view json);
[[nodiscard]] Result<std::vector<Memory>> memories_from_json(std::string_view json);

}  // namespace huashu::scenarios
