// huashu version ACTION packs/ID: a rule pack's way from draft over review to published, back, and into use.
#pragma once

#include "author/versions.hpp"
#include "commands/setting.hpp"
#include "commands/version_command.hpp"

namespace huashu::app {

/// "packs/ID" names a pack, and so does a folder that holds a pack.json.
[[nodiscard]] bool names_a_pack(const std::string& what);

/// `what` names a pack, or is "shipped" for the action `use`.
[[nodiscard]] CommandResult version_of_pack(const VersionOptions& options, const Setting& setting,
                                            const VersionStore& store, const std::string& by, Io& io);

/// A line a pack of the store, and which rules are in use; nothing where there is neither.
[[nodiscard]] Result<std::string> pack_versions_text(const Setting& setting, const VersionStore& store);
/// Versions of packs that are not what was published.
[[nodiscard]] Result<Diagnostics> verify_packs(const VersionStore& store);

}  // namespace huashu::app
