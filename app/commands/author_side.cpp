#include "commands/author_side.hpp"

#include <charconv>
#include <filesystem>

#include "paths/paths.hpp"
#include "scoring/json.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

Result<ScenarioSide> side_of_file(const std::string& file, const std::string& personas) {
    auto text = read_text_file(file);
    if (!text) return tl::unexpected(text.error());
    return make_scenario_side(file, std::move(*text), personas);
}

Result<std::string> file_of_version(const VersionStore& store, const std::string& id, const std::string& which) {
    if (which == "draft") return store.draft_file(id);
    if (which == "review") return store.review_file(id);
    if (which == "published") return store.library_file(id);
    int number = 0;
    const auto [stop, error] = std::from_chars(which.data(), which.data() + which.size(), number);
    if (error != std::errc() || stop != which.data() + which.size() || number < 1)
        return wrong_usage("unknown-version", "'" + which + "' names no version",
                           "write the number of a version, draft, review or published behind the @");
    // Read for its check: a version that was changed is refused.
    if (const auto files = store.version(id, number); !files) return tl::unexpected(files.error());
    return store.version_file(id, number);
}

}  // namespace

Result<VersionStore> find_store(const std::string& given, const GlobalOptions& globals, Io& io) {
    if (!given.empty()) return VersionStore(given);
    const auto data = find_data(globals.data, io.surroundings);
    if (!data) return tl::unexpected(data.error());
    return VersionStore((fs::path(*data) / "authoring").string());
}

std::string library_personas(const ContentFolders& folders) {
    return folders.personas.empty() ? (fs::path(folders.library).parent_path() / "personas").string()
                                    : folders.personas;
}

Result<ScenarioSide> named_side(const std::string& name, const Setting& setting, const std::string& store,
                                const GlobalOptions& globals, Io& io) {
    std::error_code failed;
    const std::size_t at = name.rfind('@');
    if (at != std::string::npos && is_content_id(name.substr(0, at)) && !fs::exists(name, failed)) {
        const std::string id = name.substr(0, at);
        const auto versions = find_store(store, globals, io);
        if (!versions) return tl::unexpected(versions.error());
        const auto file = file_of_version(*versions, id, name.substr(at + 1));
        if (!file) return tl::unexpected(file.error());
        auto side = side_of_file(*file, versions->personas_folder());
        // A version lies beside its personas, drafts and library beside those of the store.
        if (side && *file == versions->version_file(id, std::atoi(name.c_str() + at + 1)))
            side->personas = (fs::path(*file).parent_path() / "personas").string();
        return side;
    }
    const bool is_path = name.find('/') != std::string::npos || name.ends_with(".json");
    if (is_path || fs::exists(name, failed)) return side_of_file(name, library_personas(setting.folders));
    return side_of_file((fs::path(setting.folders.library) / (name + ".json")).string(),
                        library_personas(setting.folders));
}

}  // namespace huashu::app
