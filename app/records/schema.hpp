// The tables of records.db, version by version. A version that was ever released is never edited: a change is a new
// migration, with a file of the old version in tests/app/records/fixtures.
#pragma once

#include "records/sqlite.hpp"

namespace huashu::app {

inline constexpr int schema_version = 3;
inline constexpr int application_id = 0x48756173;  ///< "Huas", in the file's header: tells our files from others'

/// Error (system): the file is of a newer version, or of another program. Writes nothing.
[[nodiscard]] Result<void> refuse_foreign(Database& database);

/// Brings the tables up to schema_version, all steps in one transaction. An empty file gets all of them.
/// Errors as refuse_foreign, and those of the disk.
[[nodiscard]] Result<void> migrate(Database& database);

}  // namespace huashu::app
