// Which files of records a data folder holds: one for each person, those included whose name has been erased.
#pragma once

#include <string>
#include <vector>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct RecordFile {
    std::string file;       ///< …/records.db
    std::string folder;     ///< what Records::open takes
    std::string person_id;  ///< empty: the first person
    std::string name;       ///< empty: has none
};

/// Those that are there, the first person's first, the others by id. A broken list of people is told in `problems`.
[[nodiscard]] Result<std::vector<RecordFile>> record_files(const std::string& data_folder, Diagnostics& problems);

}  // namespace huashu::app
