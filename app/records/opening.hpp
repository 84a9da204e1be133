// Opening records.db: safe settings that are verified, a check that the file is whole, and what to do when it is not.
#pragma once

#include "records/sqlite.hpp"

namespace huashu::app {

struct OpenedRecords {
    Database database;
    Diagnostics notices;  ///< a damaged file that was set aside
};

/// Opens `folder`/records.db, making folder and file when missing. Errors as Records::open.
[[nodiscard]] Result<OpenedRecords> open_records(const std::string& folder);

}  // namespace huashu::app
