// The step from version 2 of the file to version 3 that SQL can't do: hashes for the events that are there already.
#pragma once

#include "records/sqlite.hpp"

namespace huashu::app {

/// Takes every row of event_of_version_2 into `event` and the chain, and gives each attempt its salt, head and seal.
[[nodiscard]] Result<void> tie_old_events(Database& database);

}  // namespace huashu::app
