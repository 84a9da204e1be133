// One file of records copied as it is at one moment, while others write to it.
#pragma once

#include <string>

#include "integrity/watch.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// `target` must not exist. On the disk when it returns. Its steps are pages. Errors: (system) as SQLite
/// has them; (usage) it was stopped.
[[nodiscard]] Result<void> copy_records(const std::string& file, const std::string& target, Watch* watch = nullptr);

/// Makes what was written to a file or a folder last. Error (system): it can't be.
[[nodiscard]] Result<void> sync_to_disk(const std::string& path);

}  // namespace huashu::app
