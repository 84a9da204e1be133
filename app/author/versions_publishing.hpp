// A scenario on its way through a store (versions.hpp): what is submitted must load, what is published must pass the
// static check, and the persona that it is played with comes along.
#pragma once

#include <string>
#include <vector>

#include "author/versions.hpp"
#include "scenarios/library.hpp"

namespace huashu::app {

class VersionPublishing {
public:
    /// `personas`: folders in which a persona is looked for, beside the store's own. All must outlive it.
    VersionPublishing(const VersionStore& store, std::vector<std::string> personas, const scoring::Engine& engine)
        : store_(store), personas_(std::move(personas)), engine_(engine) {}

    /// Draft to review. Errors: as VersionStore::submit, and (content) all that keeps it from loading.
    [[nodiscard]] Result<void> submit(const std::string& id, const std::string& by, const std::string& note) const;
    /// Review to published. Errors: as VersionStore::publish, and (content) what the static check found.
    [[nodiscard]] Result<int> publish(const std::string& id, const std::string& by, const std::string& note) const;

private:
    [[nodiscard]] Result<scenarios::Scenario> load(const std::string& id, const std::string& text, bool checked) const;

    const VersionStore& store_;
    std::vector<std::string> personas_;
    const scoring::Engine& engine_;
};

/// The scenario with the persona that it is played with: the first of that id in the store's own folder or in these,
/// which is brought into the store.
[[nodiscard]] Result<VersionFiles> version_files_of(const VersionStore& store, const std::string& file,
                                                    const std::string& text, const std::vector<std::string>& personas);

}  // namespace huashu::app
