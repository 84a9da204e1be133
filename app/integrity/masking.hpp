// Hides what a trainee typed of somebody's own in text that leaves the house: telephone numbers, rooms, papers, mail
// addresses, number plates. Exports and reports both use it; records themselves keep what was said.
//
//     mask_personal("請打 138-1234-5678，我在3棟2單元1203室")   // "請打 〔電話〕，我在〔房號〕"
//     blot_personal("請打 138-1234-5678，我在3棟2單元1203室")   // "請打 ***-****-****，我在*棟*單元****室"
//
// It reads digits in ASCII, full width and Chinese, with unseen characters between them, and would rather hide a work
// order's number than show a telephone: also a bare number that can be a room's (three or four digits, a floor, then
// 01 to 49), unless a unit, a currency or a public hotline (110, 119, 120, 122, 12345) says otherwise.
// It knows no names: whoever gives away a text with a name in it has to take that out himself (docs/security.md).
#pragma once

#include <string>
#include <string_view>

namespace huashu::app {

/// `text` is UTF-8. What is no number of that kind stays as it is: dates, hours, sums, floors.
[[nodiscard]] std::string mask_personal(std::string_view text);

/// Each digit (of mail addresses and plates each letter) gives way to a blot of the same length in bytes, so that
/// places in the text stay what they were. Blotting twice changes nothing more.
[[nodiscard]] std::string blot_personal(std::string_view text);

/// mask_personal() for every string in a JSON text; numbers and keys stay. Text that is no JSON is masked as a whole.
[[nodiscard]] std::string mask_json(const std::string& json);

}  // namespace huashu::app
