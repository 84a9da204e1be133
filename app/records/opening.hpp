// Opening records.db: safe settings that are verified, a check that the file is whole, and what to do when it is not.
#pragma once

#include <optional>

#include "records/rescue.hpp"
#include "records/sqlite.hpp"

namespace huashu::app {

struct OpenedRecords {
    Database database;
    Diagnostics notices;               ///< a damaged file that was set aside
    std::optional<Rescued> rescued{};  ///< what was brought over from it
};

/// Opens `folder`/records.db, making folder and file when missing. Errors as Records::open.
[[nodiscard]] Result<OpenedRecords> open_records(const std::string& folder);

}  // namespace huashu::app
