// Hides what a trainee typed of somebody's own in text that leaves the house: telephone numbers, rooms, papers, mail
// addresses, number plates. Written for exports and reports; records themselves keep what was said.
//
//     mask_personal("請打 138-1234-5678，我在3棟2單元1203室")   // "請打 〔電話〕，我在〔房號〕"
//
// It reads digits in ASCII, full width and Chinese, and would rather hide a work order's number than show a telephone.
// It knows no names: whoever gives away a text with a name in it has to take that out himself (docs/security.md).
#pragma once

#include <string>
#include <string_view>

namespace huashu::app {

/// `text` is UTF-8. What is no number of that kind stays as it is: dates, hours, sums, floors.
[[nodiscard]] std::string mask_personal(std::string_view text);

/// The same for every string in a JSON text; numbers and keys stay. Text that is no JSON is masked as a whole.
[[nodiscard]] std::string mask_json(const std::string& json);

}  // namespace huashu::app
