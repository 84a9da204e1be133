// The first keys of every content file: $schema, format, version, id.
#pragma once

#include "load/read_parts.hpp"

namespace huashu::scenarios {

inline constexpr int format_version = 1;

/// Reads and checks them; returns the id. `file_id`: the id that the file's name asks for.
[[nodiscard]] std::string read_header(LoadContext& context, ObjectReader& in, std::string_view format,
                                      const std::string& file_id);

}  // namespace huashu::scenarios
