// The parts of a verification, one for each thing that is walked through.
#pragma once

#include "integrity/verify.hpp"
#include "records/sqlite.hpp"

namespace huashu::app {

/// Every attempt by itself: its binding, its events, its line in the lists.
[[nodiscard]] Result<void> walk_attempts(const Database& database, Verification& found, Watch* watch);

/// Every document by itself.
[[nodiscard]] Result<void> walk_documents(const Database& database, Verification& found);

struct ChainEnd {
    std::int64_t count = 0;
    std::string link;  ///< bytes
};
/// The order of writing of one table, "event" or "document", and whether it ends where it should.
[[nodiscard]] Result<ChainEnd> walk_order(const Database& database, Verification& found, const std::string& table,
                                          Watch* watch);

}  // namespace huashu::app
