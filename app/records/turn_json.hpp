// The bodies of events: what stands in the column `body`, as JSON.
#pragma once

#include <optional>
#include <string>

#include "records/records.hpp"

namespace huashu::app {

/// Text that is not UTF-8 is written with U+FFFD in place of what is wrong; callers hand in valid text.
[[nodiscard]] std::string to_json(const AttemptStart& start);
[[nodiscard]] std::string to_json(const TurnRecord& turn);
[[nodiscard]] std::string to_json(const EndRecord& end);
[[nodiscard]] std::string to_json(const FilledRecord& record);

/// Nothing, when the body is not what to_json writes.
[[nodiscard]] std::optional<TurnRecord> parse_turn(const std::string& body);
/// What the household remembered, from the body of a start.
[[nodiscard]] std::optional<scenarios::History> parse_history(const std::string& start_body);
[[nodiscard]] std::optional<EndRecord> parse_end(const std::string& body);
[[nodiscard]] std::optional<FilledRecord> parse_record(const std::string& body);

}  // namespace huashu::app
