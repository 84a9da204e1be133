#include "check/gather.hpp"

#include <algorithm>
#include <filesystem>

#include "scoring/json_reader.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

Diagnostic about(const std::string& file, const char* code, const char* text, const char* remedy) {
    return {.code = code, .text = text, .remedy = remedy, .place = {.file = file}, .excerpt = {}};
}

bool is_pack_folder(const fs::path& folder) {
    std::error_code failed;
    return fs::is_regular_file(folder / "pack.json", failed);
}

// The pack that a rules file belongs to: the nearest folder above it with a pack.json; "" when there is none.
std::string pack_above(const fs::path& file) {
    fs::path folder = file.parent_path();
    for (int depth = 0; depth < 20; ++depth) {
        const fs::path shown = folder.empty() ? fs::path(".") : folder;
        if (is_pack_folder(shown)) return shown.string();
        if (folder.empty() || folder == folder.parent_path()) return {};
        folder = folder.parent_path();
    }
    return {};
}

const std::string* string_of(const JsonNode& root, std::string_view key) {
    if (root.kind() != JsonNode::Kind::object) return nullptr;
    const JsonNode* found = root.find(key);
    return found != nullptr && found->kind() == JsonNode::Kind::string ? &found->string() : nullptr;
}

void add_rules_file(const std::string& file, Gathered& gathered) {
    const std::string pack = pack_above(file);
    if (pack.empty())
        gathered.problems.push_back(about(file, "pack-missing",
                                          "these rules belong to no pack: no pack.json above them",
                                          "put the file below a folder with a pack.json"));
    else
        gathered.packs[pack].insert(file);
}

void add_unknown(const JsonDocument& document, Gathered& gathered) {
    const JsonNode* format = document.root.kind() == JsonNode::Kind::object ? document.root.find("format") : nullptr;
    gathered.problems.push_back(diagnose(
        *document.source, format == nullptr ? document.root.offset() : format->offset(), "unknown-format",
        format == nullptr ? "the file does not say what it is" : "this format is not known",
        "write \"format\": one of \"huashu-scenario\", \"huashu-persona\", \"huashu-rules\", \"huashu-pack\""));
}

void add_file(const std::string& file, bool was_named, Gathered& gathered) {
    const auto document = load_json(file);
    if (!document) {
        const Diagnostics& why = document.error().diagnostics;
        gathered.problems.insert(gathered.problems.end(), why.begin(), why.end());
        return;
    }
    const std::string* format = string_of(document->root, "format");
    const std::string* schema = string_of(document->root, "$schema");
    if (format != nullptr && *format == "huashu-scenario")
        gathered.scenarios.insert(file);
    else if (format != nullptr && *format == "huashu-persona")
        gathered.personas.insert(file);
    else if (format != nullptr && (*format == "huashu-rules" || *format == "huashu-pack"))
        add_rules_file(file, gathered);
    else if (was_named || format != nullptr || schema == nullptr ||
             schema->find("json-schema.org") == std::string::npos)
        add_unknown(*document, gathered);
}

// The files of one folder and the folders in it, in a stable order. A pack is a thing of its own.
void add_folder(const std::string& folder, Gathered& gathered) {
    if (is_pack_folder(folder)) {
        gathered.packs.try_emplace(folder);
        return;
    }
    std::vector<std::string> files, folders;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->is_directory(failed))
            folders.push_back(at->path().string());
        else if (at->path().extension() == ".json")
            files.push_back(at->path().string());
    }
    if (failed)
        gathered.problems.push_back(
            about(folder, "folder-unreadable", "the folder can't be read", "check its permissions"));
    std::sort(files.begin(), files.end());
    std::sort(folders.begin(), folders.end());
    const std::size_t scenarios_before = gathered.scenarios.size();
    for (const std::string& file : files) add_file(file, false, gathered);
    if (gathered.scenarios.size() > scenarios_before) gathered.libraries.insert(folder);
    for (const std::string& below : folders) add_folder(below, gathered);
}

std::size_t count(const Gathered& gathered) {
    return gathered.packs.size() + gathered.scenarios.size() + gathered.personas.size() + gathered.problems.size();
}

}  // namespace

Gathered gather(const std::vector<std::string>& paths) {
    Gathered gathered;
    for (const std::string& path : paths) {
        std::error_code failed;
        if (!fs::is_directory(path, failed)) {
            add_file(path, true, gathered);
            continue;
        }
        const std::size_t before = count(gathered);
        const std::string folder = path.size() > 1 && path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
        add_folder(folder, gathered);
        if (count(gathered) == before)
            gathered.problems.push_back(about(path, "nothing-to-check",
                                              "the folder holds no packs, scenarios or personas",
                                              "name a file, or a folder of files that end in .json"));
    }
    // A pack that was given whole is checked whole, whatever single files of it were named too.
    for (auto& [folder, files] : gathered.packs)
        for (const std::string& path : paths)
            if (fs::path(path).lexically_normal() == fs::path(folder).lexically_normal() ||
                (fs::path(path) / "").lexically_normal() == (fs::path(folder) / "").lexically_normal())
                files.clear();
    return gathered;
}

}  // namespace huashu::app
