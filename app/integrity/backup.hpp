// A copy of a whole data folder while it is in use: records through SQLite's online backup, so that each file is of one
// moment and whole, everything else as it is. The copy is verified before it gets its name, and is itself a data
// folder: `huashu --data COPY` opens it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "integrity/verify.hpp"

namespace huashu::app {

struct Backup {
    std::string folder;
    std::vector<Verification> records;  ///< of the copies, one for each file; their problems are those of the original
    std::int64_t other_files = 0;
};

/// Errors: (usage) `target` exists, lies inside the data folder, or there are no records; (system) the disk, or a copy
/// that is not sound as a file; (usage) it was stopped. What was begun is removed again.
[[nodiscard]] Result<Backup> back_up(const std::string& data_folder, const std::string& target, Watch* watch = nullptr);

/// That it was made, as a document of the place ("site.backup"), so that people see when the last one was.
[[nodiscard]] Result<void> note_backup(const std::string& data_folder, const Backup& backup);

}  // namespace huashu::app
