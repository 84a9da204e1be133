// Where a team keeps its rule packs, beside its scenarios (versions.hpp) and by the same rules: what is being written,
// what waits for review, and every version that was published.
//
//     <store>/packs/drafts/ID/…           being written: a whole pack; the editor saves here
//     <store>/packs/review/ID/…           as it was submitted
//     <store>/packs/library/ID/…          the newest published version: `huashu --pack <store>/packs/library/ID`
//     <store>/packs/versions/ID/0001/…    the first version that was published; never changed
//     <store>/packs/versions/ID/history.json
//
// Attempts are bound to the hash of the rules that judged them, and each version's history entry holds it. Whether a
// pack is fit to be published is for the caller to decide.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "author/versions_history.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct VersionedPack {
    std::string id;
    bool has_draft = false, in_review = false;
    int published = 0;           ///< number of the newest version; 0: none
    bool draft_differs = false;  ///< from the newest version
};

class PackStore {
public:
    /// Makes nothing. `now`: UTC in ISO 8601; null: the system's clock.
    explicit PackStore(std::string store_folder, std::function<std::string()> now = {});

    [[nodiscard]] std::string drafts_folder() const { return folder_ + "/drafts"; }
    [[nodiscard]] std::string draft_folder(const std::string& id) const { return folder_ + "/drafts/" + id; }
    [[nodiscard]] std::string review_folder(const std::string& id) const { return folder_ + "/review/" + id; }
    [[nodiscard]] std::string library_folder(const std::string& id) const { return folder_ + "/library/" + id; }
    [[nodiscard]] std::string version_folder_of(const std::string& id, int number) const;

    [[nodiscard]] VersionedPack item(const std::string& id) const;
    [[nodiscard]] Result<std::vector<VersionEntry>> history(const std::string& id) const;

    /// Draft to review. Error (usage): there is no draft.
    [[nodiscard]] Result<void> submit(const std::string& id, const std::string& by, const std::string& note) const;
    /// Takes it off review; the draft stands.
    [[nodiscard]] Result<void> send_back(const std::string& id, const std::string& by, const std::string& note) const;
    /// Review to published; the value is the version's number. `content_hash`: as attempts know it. Errors: (usage) it
    /// is not in review, was changed since it was submitted, or somebody else has published meanwhile; (content) the
    /// newest version is not what was published.
    [[nodiscard]] Result<int> publish(const std::string& id, const std::string& content_hash, const std::string& by,
                                      const std::string& note) const;
    /// Makes a version the draft; the draft that there was is kept beside it, and its folder is the value.
    [[nodiscard]] Result<std::string> restore(const std::string& id, int number, const std::string& by) const;
    /// Versions that are not what was published.
    [[nodiscard]] Result<Diagnostics> verify(const std::string& id) const;

private:
    [[nodiscard]] std::string item_folder(const std::string& id) const { return folder_ + "/versions/" + id; }
    [[nodiscard]] Result<void> note_down(const std::string& id, VersionEntry entry) const;

    std::string folder_;
    std::function<std::string()> now_;
};

/// BLAKE2b-256 over all files of a pack's folder with their names, hex. Error (system): unreadable.
[[nodiscard]] Result<std::string> pack_files_hash(const std::string& folder);

}  // namespace huashu::app
