// pack.json: who the pack is and what things are worth.
#pragma once

#include "rules/pack_data.hpp"

namespace huashu::scoring {

/// Reads pack.json into the pack's id, title, language and rubric.
void read_pack_header(const JsonDocument& document, PackData& pack, Diagnostics& problems);

/// Checks "format" and "version" of any file of a pack, and takes "$schema" as known.
void read_format(ObjectReader& in, std::string_view format);

}  // namespace huashu::scoring
