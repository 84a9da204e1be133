// Results as JSON, for records, commands and whoever reads them elsewhere. Deterministic: the same value gives the same
// bytes.
#pragma once

#include <string>
#include <vector>

#include "assess/result.hpp"

namespace huashu::assess {

[[nodiscard]] std::string to_json(const std::vector<ItemResult>& items);
[[nodiscard]] std::string to_json(const SittingResult& result);
[[nodiscard]] Result<SittingResult> result_from_json(std::string_view json);

}  // namespace huashu::assess
