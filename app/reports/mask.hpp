// Phone numbers and room numbers that a trainee typed are blotted out before anything leaves the machine: they may be
// real ones. What a scenario itself says (choices, the owner's lines) is invented and stays.
//
//     mask("樓上1602的電話是138 0013 8000")   →   "樓上****的電話是*** **** ****"
//
// A digit becomes a star of the same length in bytes (* or ＊), so that the spans of findings still fit. Masked are
//   - numbers of seven digits and more, also in groups with spaces, hyphens, dots or invisible characters between, also
//     in full width or in Chinese digits (一三八…): phones, ids. Not: days (2026-11-28), sums (1234567元);
//   - what stands before 室 房 戶 單元 棟 幢 座 號樓, and a number of three or four digits that can be a room (floor,
//     then 01 to 49), unless a unit, a currency or a public hotline (110, 119, 120, 122, 12345) says otherwise.
// It would rather blot out one number too many.
#pragma once

#include <string>
#include <string_view>

#include "reports/facts.hpp"

namespace huashu::app {

/// Of valid UTF-8; the result has the same length in bytes. Masking twice changes nothing more.
[[nodiscard]] std::string mask(std::string_view text);

/// Every typed reply of it, and the quotes of it.
void mask(AttemptFacts& attempt);

}  // namespace huashu::app
