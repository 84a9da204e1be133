// The ids of a pack's rules, as its files name them.
#pragma once

#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// Sorted. Error (system): the folder can't be read. Files that are no rules are passed over; checking is for others.
[[nodiscard]] Result<std::vector<std::string>> rule_ids_of(const std::string& pack_folder);

}  // namespace huashu::app
