// The fixed words of the scenario format, as parsers. The public names are in scenarios/scenario.hpp.
#pragma once

#include <optional>
#include <string_view>

#include "model/condition.hpp"
#include "scenarios/history.hpp"
#include "scenarios/record_form.hpp"
#include "scenarios/scenario.hpp"

namespace huashu::scenarios {

[[nodiscard]] std::optional<Channel> parse_channel(std::string_view name);
[[nodiscard]] std::optional<Quality> parse_quality(std::string_view name);
[[nodiscard]] std::optional<Rank> parse_rank(std::string_view name);
[[nodiscard]] std::optional<Memory::Sort> parse_memory_sort(std::string_view name);
[[nodiscard]] std::optional<Urgency> parse_urgency(std::string_view name);
[[nodiscard]] std::optional<Department> parse_department(std::string_view name);
[[nodiscard]] std::optional<InputSort> parse_input_sort(std::string_view name);
[[nodiscard]] std::string_view name_of(InputSort value);

/// "§2.2.1" and its eleven fellows; the second number is the family.
[[nodiscard]] std::optional<scoring::Complaint> parse_kind(std::string_view name);
/// A point of the standard: "§4", "§1.2.3"; chapters 1 to 14, at most three numbers.
[[nodiscard]] bool is_standard_point(std::string_view text);
/// Lower case letters, digits, hyphens; begins with a letter or digit.
[[nodiscard]] bool is_id(std::string_view text);

}  // namespace huashu::scenarios
