// Where a team keeps its scenarios: what is being written, what waits for review, and every version that was published,
// as plain files in one folder, so that it may lie in git, on a share or in the user's folder.
//
//     <store>/drafts/ID.json                  being written; the editor saves here
//     <store>/review/ID.json                  as it was submitted
//     <store>/library/ID.json                 the newest published version of each: `huashu --library <store>/library`
//     <store>/personas/PERSONA.json           of drafts and library
//     <store>/versions/ID/0001/ID.json        the first version that was published, and
//     <store>/versions/ID/0001/personas/…     the persona that it was published with; never changed
//     <store>/versions/ID/history.json        who did what (versions_history.hpp)
//
// A version is a scenario with its persona, since both make the talk and both make the hash that attempts are bound to:
// version_of() finds what an attempt was played with. A version's folder appears whole under its name, or not at all,
// and is never written over; each reading checks it against the hash on record. Every other file is replaced whole.
// Whether a scenario is fit to be published is for the caller to decide.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "author/versions_history.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

struct VersionFiles {
    std::string scenario, persona, persona_id;  ///< the two texts, and the id that the scenario names
    bool operator==(const VersionFiles&) const = default;
};

struct VersionedItem {
    std::string id;
    bool has_draft = false, in_review = false;
    int published = 0;           ///< number of the newest version; 0: none
    bool draft_differs = false;  ///< from the newest version
};

class VersionStore {
public:
    /// Makes nothing. `now`: UTC in ISO 8601; null: the system's clock.
    explicit VersionStore(std::string folder, std::function<std::string()> now = {});

    [[nodiscard]] const std::string& folder() const { return folder_; }
    [[nodiscard]] std::string draft_file(const std::string& id) const;
    [[nodiscard]] std::string review_file(const std::string& id) const;
    [[nodiscard]] std::string library_file(const std::string& id) const;
    [[nodiscard]] std::string personas_folder() const;
    /// The file of a published version, beside its folder `personas`.
    [[nodiscard]] std::string version_file(const std::string& id, int number) const;

    /// Sorted by id. Error (system): the folder can't be read. A store that is not there is empty.
    [[nodiscard]] Result<std::vector<VersionedItem>> list() const;
    [[nodiscard]] Result<std::vector<VersionEntry>> history(const std::string& id) const;
    /// A published version. Errors: (usage) there is none; (content) it is not what was published.
    [[nodiscard]] Result<VersionFiles> version(const std::string& id, int number) const;
    /// The number of the version that an attempt with this hash was played with.
    [[nodiscard]] Result<std::optional<int>> version_of(const std::string& id, const std::string& content_hash) const;

    /// Saves a draft. `expected`: the text that was read before; when another has been saved since, nothing is written
    /// (usage, "draft-changed"). Null: whatever is there is replaced. Error (system): it can't be written.
    [[nodiscard]] Result<void> save_draft(const std::string& id, const std::string& text,
                                          const std::string* expected) const;
    /// A persona for the store, when it has none of that id.
    [[nodiscard]] Result<void> bring_persona(const std::string& id, const std::string& text) const;

    /// Draft to review. Error (usage): there is no draft, or it has the text of the newest version.
    [[nodiscard]] Result<void> submit(const std::string& id, const std::string& by, const std::string& note) const;
    /// Takes it off review; the draft stands. Error (usage): it is not in review.
    [[nodiscard]] Result<void> send_back(const std::string& id, const std::string& by, const std::string& note) const;
    /// Review to published; the value is the version's number. Errors: (usage) it is not in review, was changed since
    /// it was submitted, or somebody else has published meanwhile; (content) the newest version is not what it was.
    [[nodiscard]] Result<int> publish(const std::string& id, const VersionFiles& files, const std::string& content_hash,
                                      const std::string& by, const std::string& note) const;
    /// Makes a version's text the draft. A draft that is neither in review nor any version's text is kept beside it;
    /// the value is its file, or empty.
    [[nodiscard]] Result<std::string> restore(const std::string& id, int number, const std::string& by) const;

    /// What is not as it should be: versions that were changed, are missing or not on record, a library that is not of
    /// the newest versions.
    [[nodiscard]] Result<Diagnostics> verify() const;

private:
    [[nodiscard]] std::string item_folder(const std::string& id) const;
    [[nodiscard]] Result<void> note_down(const std::string& id, VersionEntry entry) const;
    [[nodiscard]] int newest_number(const std::string& id) const;
    void verify_item(const std::string& id, Diagnostics& problems) const;

    std::string folder_;
    std::function<std::string()> now_;
};

/// Lower case letters, digits, - and _: what may become the name of a file.
[[nodiscard]] bool is_content_id(const std::string& id);

}  // namespace huashu::app
