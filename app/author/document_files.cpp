#include "author/document_files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "author/replace_file.hpp"

namespace huashu::app {
namespace {

namespace fs = std::filesystem;

// The words for it are the same whatever is written for a draft: what is typed is kept, and the old file stands.
Result<void> write_draft(const std::string& file, std::string_view text) {
    Result<void> written = replace_file(file, text);
    if (!written) written.error().diagnostics.front().code = "draft-not-saved";
    return written;
}

std::string recovery_of(const std::string& file) { return file + ".recovery"; }

DraftFile describe_draft(const fs::path& path) {
    DraftFile draft;
    draft.id = path.stem().string();
    draft.file = path.string();
    draft.changed_ms = stamp_of(draft.file).changed_ns / 1'000'000;
    std::error_code unimportant;
    draft.recoverable = fs::exists(recovery_of(draft.file), unimportant);
    const Result<JsonDocument> document = load_json(draft.file);
    if (!document || document->root.kind() != JsonNode::Kind::object) return draft;
    const auto text = [&](const char* key) {
        const JsonNode* node = document->root.find(key);
        return node != nullptr && node->kind() == JsonNode::Kind::string ? node->string() : std::string{};
    };
    draft.title = text("title");
    draft.kind = text("kind");
    const JsonNode* stages = document->root.find("stages");
    if (stages != nullptr && stages->kind() == JsonNode::Kind::array)
        draft.stages = static_cast<int>(stages->array().size());
    return draft;
}

}  // namespace

FileStamp stamp_of(const std::string& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) != 0) return {};
    return {static_cast<std::int64_t>(found.st_size),
            static_cast<std::int64_t>(found.st_mtim.tv_sec) * 1'000'000'000 + found.st_mtim.tv_nsec};
}

std::vector<DraftFile> list_drafts(const std::string& folder) {
    std::vector<DraftFile> drafts;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), none; !failed && it != none; it.increment(failed))
        if (it->path().extension() == ".json") drafts.push_back(describe_draft(it->path()));
    std::sort(drafts.begin(), drafts.end(), [](const DraftFile& a, const DraftFile& b) {
        return a.changed_ms != b.changed_ms ? a.changed_ms > b.changed_ms : a.id < b.id;
    });
    return drafts;
}

Result<OpenedDraft> open_draft(const std::string& file) {
    const FileStamp stamp = stamp_of(file);
    Result<std::string> text = read_text_file(file);
    if (!text) return tl::unexpected(text.error());
    Result<Draft> document = Draft::read(file, std::move(*text));
    if (!document) return tl::unexpected(document.error());
    OpenedDraft opened{std::move(*document), stamp};
    if (const Result<JsonDocument> typed = load_json(recovery_of(file));
        typed && typed->root.kind() == JsonNode::Kind::object) {
        const unsigned before = opened.document.revision();
        opened.document.apply(read_tree(typed->root), "");
        opened.recovered = opened.document.revision() != before;
    }
    return opened;
}

Result<FileStamp> save_draft(const std::string& file, std::string_view text) {
    if (const Result<void> written = write_draft(file, text); !written) return tl::unexpected(written.error());
    drop_recovery(file);
    return stamp_of(file);
}

Result<void> write_recovery(const std::string& file, std::string_view text) {
    return write_draft(recovery_of(file), text);
}

void drop_recovery(const std::string& file) { unlink(recovery_of(file).c_str()); }

}  // namespace huashu::app
