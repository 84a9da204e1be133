// Reader of "record": what a true complaint record of the scenario holds.
#pragma once

#include "load/read_parts.hpp"

namespace huashu::scenarios {

/// Nothing when the key is absent. `kind`: the scenario's, for a record that names no other. The patterns are left to
/// `context.record_patterns`.
[[nodiscard]] std::optional<RecordData> read_record(LoadContext& context, ObjectReader& in, const std::string& kind);

}  // namespace huashu::scenarios
