// What a data folder holds, in numbers: whose records, how many, how large, since when; what was set aside as damaged
// and rescued; how long records are kept; when the last backup was made. Reads only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "integrity/record_files.hpp"

namespace huashu::app {

/// Of one person.
struct Holding {
    std::string person_id, name;
    std::int64_t attempts = 0, erased = 0;    ///< erased: attempts among them whose words are gone
    std::int64_t replies = 0, documents = 0;  ///< documents: sittings, reviews, plans, hints
    std::int64_t bytes = 0;                   ///< of the file and its log
    std::int64_t first_ms = 0, last_ms = 0;   ///< 0: there are no attempts
    std::optional<Diagnostic> trouble;        ///< why it can't be read; the numbers are 0 then
};

/// Records that were rescued out of a damaged file.
struct RescueNote {
    std::int64_t at_ms = 0, attempts = 0, turns = 0, lost = 0;
    std::string whose;  ///< name; empty: has none
};

struct BackupNote {
    std::int64_t at_ms = 0, attempts = 0, problems = 0;
    std::string folder;
};

struct Holdings {
    std::vector<Holding> people;
    std::vector<RescueNote> rescued;
    std::int64_t damaged_files = 0, damaged_bytes = 0;  ///< set aside, and still there
    std::optional<BackupNote> last_backup;
    std::optional<int> retention_days;
};

/// Error (system): the folder can't be read. A file that can't be read is told by its holding.
[[nodiscard]] Result<Holdings> holdings_of(const std::string& data_folder);
/// Of one person alone.
[[nodiscard]] Result<Holding> holding_of(const RecordFile& file);

}  // namespace huashu::app
