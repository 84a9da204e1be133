// The folders of published versions on the disk: written once and whole, read with their hash checked.
#pragma once

#include <string>
#include <vector>

#include "author/versions.hpp"

namespace huashu::app {

/// `item`: <store>/versions/ID.
[[nodiscard]] std::string version_folder(const std::string& item, int number);
/// The numbers that there are folders of, ascending.
[[nodiscard]] std::vector<int> version_numbers(const std::string& item);
/// Errors: (usage) there is a version of that number, somebody was faster; (system) it can't be written.
[[nodiscard]] Result<void> write_version(const std::string& item, const std::string& id, int number,
                                         const VersionFiles& files);
/// Error (content): it is missing, or not what was published.
[[nodiscard]] Result<VersionFiles> read_version(const std::string& item, const std::string& id,
                                                const VersionEntry& entry);
/// True when some version has this text.
[[nodiscard]] bool is_any_version(const std::string& item, const std::string& id, const std::string& text);

}  // namespace huashu::app
