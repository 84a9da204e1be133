// Brings what is readable of a damaged file of records into a new one: attempts with their turns up to the first that
// is lost, documents one by one. Hashes stay as they were; what the chain can't vouch for is not taken over.
#pragma once

#include <cstdint>
#include <string>

#include "records/sqlite.hpp"

namespace huashu::app {

struct Rescued {
    std::int64_t attempts = 0, turns = 0, documents = 0;
    std::int64_t lost = 0;  ///< rows that could be seen to be there and not be read, or whose hash does not fit
};

/// `damaged`: a file that nobody has open; it is not written to but for its own log, which SQLite plays back.
/// `fresh` is new and empty, of the present format. A file whose head is beyond reading gives nothing, and no error.
/// Error (system): `fresh` can't be written.
[[nodiscard]] Result<Rescued> rescue_records(const std::string& damaged, Database& fresh);

}  // namespace huashu::app
