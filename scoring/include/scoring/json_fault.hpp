// What is wrong with JSON that a program wrote and another thing changed, in words for people. Files that people write
// are read by json_reader.hpp, which names every place.
#pragma once

#include <exception>
#include <string>

namespace huashu::scoring {

/// What nlohmann's reader or a conversion of a number complained of: "it breaks off or is no JSON, at byte 12", "the
/// key 'v' is missing", "a value is of another type: type must be string, but is number".
[[nodiscard]] std::string json_fault(const std::exception& problem);

}  // namespace huashu::scoring
