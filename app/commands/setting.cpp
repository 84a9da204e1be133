#include "commands/setting.hpp"

#include <filesystem>
#include <set>

#include "author/pack_in_use.hpp"
#include "paths/paths.hpp"

namespace fs = std::filesystem;

namespace huashu::app {
namespace {

Result<Language> chosen_language(const GlobalOptions& globals, const Io& io) {
    if (globals.language.empty()) return language_by_locale(io.surroundings);
    if (const auto language = parse_language(globals.language)) return *language;
    return wrong_usage("unknown-language", "there is no language '" + globals.language + "'",
                       "choose one of zh-Hant, zh-Hans, en");
}

bool wants_colour(const Io& io) {
    const auto refused = io.surroundings.variable("NO_COLOR");  // no-color.org
    const auto terminal = io.surroundings.variable("TERM");
    return io.output_is_terminal && (!refused || refused->empty()) && terminal && *terminal != "dumb";
}

std::set<std::string> ids_in(const ContentFolders& folders) {
    std::set<std::string> ids;
    std::error_code failed;
    for (const std::string& folder : {folders.library, folders.published})
        for (const auto& entry : fs::directory_iterator(folder, failed))
            if (entry.path().extension() == ".json") ids.insert(entry.path().stem().string());
    return ids;
}

tl::unexpected<Error> unknown_scenario(const std::string& name, const ContentFolders& folders) {
    std::string known;
    for (const std::string& id : ids_in(folders)) known += (known.empty() ? "" : ", ") + id;
    return wrong_usage(
        "unknown-scenario", "there is no scenario '" + name + "'",
        known.empty() ? "the library " + folders.library + " holds none" : "huashu list shows them: " + known);
}

}  // namespace

Result<Setting> make_setting(const GlobalOptions& globals, const Io& io) {
    const auto language = chosen_language(globals, io);
    if (!language) return tl::unexpected(language.error());
    auto share = find_share(io.surroundings);
    if (!share) return tl::unexpected(share.error());
    auto words = Words::load(words_folder(*share), *language);
    if (!words) return tl::unexpected(words.error());
    auto script = Script::make(*language);
    if (!script) return tl::unexpected(script.error());
    Diagnostics problems;
    const auto data = find_data(globals.data, io.surroundings);
    const std::string pack = pack_to_load(globals.pack, data ? *data : "", problems);
    for (const Diagnostic& problem : problems) io.err(to_text(problem) + "\n");
    ContentFolders folders = content_folders(*share, pack, globals.library, data ? *data : "");
    return Setting{std::move(*share), std::move(folders),
                   Page{std::move(*words), std::move(*script), Style(wants_colour(io)), io.columns}};
}

Result<scenarios::Scenario> load_named_scenario(const std::string& name, const ContentFolders& folders,
                                                const scoring::Engine& engine) {
    const bool is_path = name.find('/') != std::string::npos || name.ends_with(".json");
    if (!is_path) {
        std::error_code failed;
        const std::string published = (fs::path(folders.published) / (name + ".json")).string();
        if (!folders.published.empty() && fs::is_regular_file(published, failed))
            return scenarios::load_scenario(published, engine);
        const std::string file = (fs::path(folders.library) / (name + ".json")).string();
        if (!fs::is_regular_file(file, failed)) return unknown_scenario(name, folders);
        return scenarios::load_scenario(file, engine, folders.personas);
    }
    // A file elsewhere brings its own personas or uses the shipped ones.
    std::error_code failed;
    const bool brings_personas = fs::is_directory(fs::absolute(name).parent_path().parent_path() / "personas", failed);
    return scenarios::load_scenario(name, engine, brings_personas ? "" : folders.personas);
}

}  // namespace huashu::app
