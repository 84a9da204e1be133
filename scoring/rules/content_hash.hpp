// A fingerprint of content files.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huashu::scoring {

/// BLAKE2b-256 (libsodium) over (name, bytes) of all files, in hex. The order in which they are given does not matter.
[[nodiscard]] std::string hash_files(std::vector<std::pair<std::string, std::string_view>> files);

}  // namespace huashu::scoring
