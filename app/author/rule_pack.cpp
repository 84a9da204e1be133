#include "author/rule_pack.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "author/document.hpp"
#include "author/document_files.hpp"
#include "author/replace_file.hpp"
#include "paths/paths.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

tl::unexpected<Error> pack_unreadable(const std::string& folder, const std::error_code& why) {
    return fail(Error::Cause::system, {.code = "folder-unreadable",
                                       .text = "the folder can't be read: " + why.message(),
                                       .remedy = "check its name and permissions",
                                       .place = {.file = folder},
                                       .excerpt = {}});
}

// All files below, relative to the folder, sorted.
Result<std::vector<std::string>> pack_file_names(const std::string& folder, bool only_json) {
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        std::error_code ignored;
        if (!at->is_regular_file(ignored) || (only_json && at->path().extension() != ".json")) continue;
        names.push_back(at->path().lexically_relative(folder).generic_string());
    }
    if (failed) return pack_unreadable(folder, failed);
    std::sort(names.begin(), names.end());
    return names;
}

std::string pack_recovery_file(const std::string& folder) { return folder + ".recovery"; }

Result<void> put_pack_file(const std::string& folder, const std::string& name, const std::string& text) {
    const fs::path file = fs::path(folder) / name;
    if (auto made = make_folder(file.parent_path().string()); !made) return made;
    return replace_file(file.string(), text);
}

Tree changed_members(const Tree& before, const Tree& now) {
    Tree::Object changed;
    for (const Tree::Member& file : now.members())
        if (!file.value.same(before[file.key]) && file.value != before[file.key]) changed.push_back(file);
    return Tree::of(std::move(changed));
}

Result<void> copy_pack_files(const std::string& from, const std::string& to) {
    const auto names = pack_file_names(from, false);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
        const auto text = read_text_file((fs::path(from) / name).string());
        if (!text) return tl::unexpected(text.error());
        if (auto done = put_pack_file(to, name, *text); !done) return done;
    }
    return {};
}

}  // namespace

Result<Tree> read_rule_pack(const std::string& folder) {
    const auto names = pack_file_names(folder, true);
    if (!names) return tl::unexpected(names.error());
    Tree::Object files;
    for (const std::string& name : *names) {
        const auto document = load_json((fs::path(folder) / name).string());
        if (!document) return tl::unexpected(document.error());
        files.push_back({name, read_tree(document->root)});
    }
    return Tree::of(std::move(files));
}

std::map<std::string, std::string> changed_pack_files(const Tree& before, const Tree& now) {
    std::map<std::string, std::string> texts;
    const Tree changed = changed_members(before, now);
    for (const Tree::Member& file : changed.members()) texts.emplace(file.key, document_text(file.value));
    return texts;
}

Result<void> save_rule_pack(const std::string& folder, const Tree& before, const Tree& now) {
    for (const auto& [name, text] : changed_pack_files(before, now))
        if (auto done = put_pack_file(folder, name, text); !done) return done;
    drop_pack_recovery(folder);
    return {};
}

Result<void> write_pack_recovery(const std::string& folder, const Tree& before, const Tree& now) {
    return replace_file(pack_recovery_file(folder), document_text(changed_members(before, now)));
}

std::optional<Tree> read_pack_recovery(const std::string& folder, const Tree& saved) {
    const auto document = load_json(pack_recovery_file(folder));
    if (!document || document->root.kind() != JsonNode::Kind::object) return std::nullopt;
    Tree root = saved;
    const Tree recovered = read_tree(document->root);
    for (const Tree::Member& file : recovered.members()) root = with(root, below("", file.key), file.value);
    if (root == saved) return std::nullopt;
    return root;
}

void drop_pack_recovery(const std::string& folder) { unlink(pack_recovery_file(folder).c_str()); }

std::string pack_stamp(const std::string& folder) {
    std::string stamp;
    const auto names = pack_file_names(folder, true);
    if (!names) return stamp;
    for (const std::string& name : *names) {
        const FileStamp of = stamp_of((fs::path(folder) / name).string());
        stamp += name + ":" + std::to_string(of.size) + ":" + std::to_string(of.changed_ns) + "\n";
    }
    return stamp;
}

std::vector<PackDraft> list_pack_drafts(const std::string& folder) {
    std::vector<PackDraft> drafts;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), none; !failed && at != none; at.increment(failed)) {
        const std::string header = (at->path() / "pack.json").string();
        const auto document = load_json(header);
        if (!document) continue;
        PackDraft draft{at->path().filename().string(), at->path().string(), {}};
        draft.title = read_tree(document->root)["title"].text();
        const auto names = pack_file_names(draft.folder, true);
        for (std::size_t i = 0; names && i < names->size(); ++i)
            draft.changed_ms = std::max<std::int64_t>(
                draft.changed_ms, stamp_of((at->path() / (*names)[i]).string()).changed_ns / 1'000'000);
        std::error_code unimportant;
        draft.recoverable = fs::exists(pack_recovery_file(draft.folder), unimportant);
        drafts.push_back(std::move(draft));
    }
    std::sort(drafts.begin(), drafts.end(), [](const PackDraft& a, const PackDraft& b) {
        return a.changed_ms != b.changed_ms ? a.changed_ms > b.changed_ms : a.id < b.id;
    });
    return drafts;
}

Result<void> copy_rule_pack(const std::string& from, const std::string& to, const std::string& title) {
    std::error_code failed;
    if (fs::exists(to, failed))
        return fail(Error::Cause::usage, {.code = "draft-exists",
                                          .text = "there is a pack of that name already",
                                          .remedy = "choose another name",
                                          .place = {.file = to},
                                          .excerpt = {}});
    const std::string fresh = to + ".new-" + std::to_string(getpid());
    fs::remove_all(fresh, failed);
    auto done = copy_pack_files(from, fresh);
    if (done && !title.empty()) {
        const auto header = load_json((fs::path(fresh) / "pack.json").string());
        if (header)
            done = put_pack_file(fresh, "pack.json",
                                 document_text(with(read_tree(header->root), "/title", Tree::of(title))));
    }
    if (done) {
        fs::rename(fresh, to, failed);
        if (!failed) return {};
        done = pack_unreadable(to, failed);
    }
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    return done;
}

}  // namespace huashu::app
