// Takes the text out of records and leaves the chain (records/hashing.hpp): bodies, salts, scores and endings are gone,
// and no copy of them stays in the file or its log; that there was an attempt, when, at which scenario, and its hashes
// stay, so that a verification still finds what was changed. The erasure itself is a record.
//
// What the file system keeps below the file (a journal, a snapshot, the cells of an SSD) and copies that were made
// before (backups, exports) are out of reach: docs/security.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "records/records.hpp"

namespace huashu::app {

struct Erased {
    std::int64_t attempts = 0, documents = 0;
};

/// Everything in the file that is somebody's: all attempts, all documents but those of the place (documents.hpp).
[[nodiscard]] Result<Erased> erase_all(Records& records);

/// Attempts that nothing has happened to since `before_ms`, and documents on subjects likewise.
[[nodiscard]] Result<Erased> erase_older(Records& records, std::int64_t before_ms);
/// How many those are; erases nothing.
[[nodiscard]] Result<Erased> count_older(Records& records, std::int64_t before_ms);

/// Documents on these subjects, in a file that is another person's or the place's.
[[nodiscard]] Result<Erased> erase_documents(Records& records, const std::vector<std::string>& subjects);

/// The ids by which other files may speak of what is in this one: of attempts, and what its documents are about.
[[nodiscard]] Result<std::vector<std::string>> ids_in(Records& records);

}  // namespace huashu::app
