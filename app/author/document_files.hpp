// The disk side of writing scenarios: the author's folder, saving that can't lose what was there, and the recovery file
// that is at most a second behind.
//
// A draft ID.json has, while it is being edited, a twin ID.json.recovery with everything typed since it was saved. It
// goes away with the next save, so one that is found on opening is what a crash left behind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "author/document.hpp"

namespace huashu::app {

/// What a file was when it was last seen; another stamp, another content (or the same, written anew).
struct FileStamp {
    std::int64_t size = -1;  ///< bytes; -1: there is no file
    std::int64_t changed_ns = 0;
    bool operator==(const FileStamp&) const = default;
};
[[nodiscard]] FileStamp stamp_of(const std::string& file);

struct DraftFile {
    std::string id, file, title, kind;
    int stages = 0;
    std::int64_t changed_ms = 0;  ///< since 1970
    bool recoverable = false;     ///< something was typed that was not saved
};

/// The drafts of a folder, the last changed first. Files that can't be read are listed by their name alone. A folder
/// that does not exist has none.
[[nodiscard]] std::vector<DraftFile> list_drafts(const std::string& folder);

struct OpenedDraft {
    Draft document;
    FileStamp stamp;
    bool recovered = false;  ///< what was found in the recovery file is the last change; undoing it is possible
};
/// Errors: the file is missing or unreadable (system), or no JSON (content).
[[nodiscard]] Result<OpenedDraft> open_draft(const std::string& file);

/// Saves, and lets go of the recovery file. Returns what the file is now.
[[nodiscard]] Result<FileStamp> save_draft(const std::string& file, std::string_view text);
[[nodiscard]] Result<void> write_recovery(const std::string& file, std::string_view text);
void drop_recovery(const std::string& file);

}  // namespace huashu::app
