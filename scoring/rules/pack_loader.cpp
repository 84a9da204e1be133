#include <algorithm>
#include <filesystem>

#include "rules/pack_reader.hpp"
#include "scoring/evaluate.hpp"
#include "scoring/pack_texts.hpp"

namespace huashu::scoring {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> no_folder(const std::string& folder, const std::string& why) {
    return fail(Error::Cause::usage, {Level::error,
                                      "no-folder",
                                      "the pack's folder can't be read: " + why,
                                      "name the folder that holds pack.json",
                                      {folder, 0, 0},
                                      {}});
}

/// The names of all rules files, relative to the folder, sorted.
Result<std::vector<std::string>> list_rules_files(const fs::path& folder) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->path().extension() != ".json" || it->is_directory(ignored)) continue;
        std::string name = it->path().lexically_relative(folder).generic_string();
        if (name != "pack.json") names.push_back(std::move(name));
    }
    if (error) return no_folder(folder.string(), error.message());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

Result<Loaded<Pack>> load_pack_with(const std::string& folder, const PackTexts& texts) {
    const fs::path path(folder);
    Result<std::vector<std::string>> names = list_rules_files(path);
    if (!names) return tl::unexpected(names.error());
    for (const auto& [name, text] : texts.files)
        if (name != "pack.json") names->push_back(name);
    std::sort(names->begin(), names->end());
    names->erase(std::unique(names->begin(), names->end()), names->end());
    const auto read = [&](const std::string& name) {
        const auto text = texts.files.find(name);
        const std::string file = (path / name).string();
        return text == texts.files.end() ? load_json(file) : parse_json(file, text->second);
    };
    Result<JsonDocument> header = read("pack.json");
    if (!header) return tl::unexpected(std::move(header.error()));
    PackFiles files{std::move(*header), {}, {}};
    for (const std::string& name : *names) files.rules.push_back({name, read(name)});
    Result<std::vector<UtteranceFile>> training =
        read_utterance_files(texts.training_folder.empty() ? folder : texts.training_folder);
    if (!training) return tl::unexpected(std::move(training.error()));
    files.training = std::move(*training);
    return read_pack(files);
}

Result<Loaded<Pack>> load_pack(const std::string& folder) { return load_pack_with(folder, {}); }

}  // namespace huashu::scoring
