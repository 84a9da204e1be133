// A rule pack while it is written: the folder's files as one tree, so that every change of any of them is a state that
// can be undone, and only files that changed are written.
//
//     Tree root = read_rule_pack(folder).value();   // {"pack.json": {…}, "forbidden/deflect.json": {…}, …}
//     save_rule_pack(folder, root, changed);        // writes what differs
//
// A supervisor's pack is a whole pack in a folder of its own, begun as a copy of another: every command takes it, and
// the shipped one is never written to. Utterances lie beside the rules and are no part of the tree.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "author/document_tree.hpp"

namespace huashu::app {

/// Error: the folder can't be read (system), a file is no JSON (content).
[[nodiscard]] Result<Tree> read_rule_pack(const std::string& folder);
/// The texts of the files that differ, by name. A file that is new has none in `before`; none is ever taken away.
[[nodiscard]] std::map<std::string, std::string> changed_pack_files(const Tree& before, const Tree& now);
/// Each file is replaced whole. Error (system): one can't be written; those before it are.
[[nodiscard]] Result<void> save_rule_pack(const std::string& folder, const Tree& before, const Tree& now);

/// Everything that differs, in FOLDER.recovery, which goes away with the next save.
[[nodiscard]] Result<void> write_pack_recovery(const std::string& folder, const Tree& before, const Tree& now);
/// `saved` with what was found there; nothing: there is none, or it says the same.
[[nodiscard]] std::optional<Tree> read_pack_recovery(const std::string& folder, const Tree& saved);
void drop_pack_recovery(const std::string& folder);

/// Another value: some file of the folder was changed, came or went.
[[nodiscard]] std::string pack_stamp(const std::string& folder);

struct PackDraft {
    std::string id, folder, title;  ///< id: the folder's name
    std::int64_t changed_ms = 0;    ///< since 1970
    bool recoverable = false;
};
/// The packs of a folder, the last changed first. A folder that does not exist has none.
[[nodiscard]] std::vector<PackDraft> list_pack_drafts(const std::string& folder);
/// All of a pack's files into a new folder, which appears whole or not at all; `title`: of the copy, unless empty.
/// Errors: (usage) there is such a folder; (system).
[[nodiscard]] Result<void> copy_rule_pack(const std::string& from, const std::string& to, const std::string& title);

}  // namespace huashu::app
