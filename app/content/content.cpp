#include "content/content.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "paths/paths.hpp"
#include "scoring/pack.hpp"

namespace huashu::app {

ContentFolders content_folders(const std::string& share, const std::string& pack, const std::string& library) {
    ContentFolders folders;
    if (pack.empty())
        folders.pack = pack_folder(share);
    else if (pack.find('/') == std::string::npos && std::filesystem::is_directory(pack_folder(share, pack)))
        folders.pack = pack_folder(share, pack);
    else
        folders.pack = pack;
    folders.library = library.empty() ? library_folder(share) : library;
    if (library.empty()) folders.personas = personas_folder(share);
    return folders;
}

const scenarios::Scenario* Content::find(std::string_view scenario_id) const {
    for (const scenarios::Scenario& scenario : scenarios)
        if (scenario.card().id == scenario_id) return &scenario;
    return nullptr;
}

Result<std::unique_ptr<const scoring::Engine>> load_engine(const std::string& pack_folder, Diagnostics& problems) {
    auto pack = scoring::load_pack(pack_folder);
    if (!pack) return tl::unexpected(pack.error());
    problems.insert(problems.end(), pack->problems.begin(), pack->problems.end());
    std::vector<scoring::Pack> packs;
    packs.push_back(std::move(pack->value));
    auto engine = scoring::Engine::make(std::move(packs));
    if (!engine) return tl::unexpected(engine.error());
    return std::make_unique<const scoring::Engine>(std::move(*engine));
}

Result<Content> load_content(const ContentFolders& folders) {
    Content content;
    auto engine = load_engine(folders.pack, content.problems);
    if (!engine) return tl::unexpected(engine.error());
    content.engine = std::move(*engine);
    if (folders.library.empty()) return content;
    auto library = scenarios::load_library(folders.library, *content.engine, folders.personas);
    if (!library) return tl::unexpected(library.error());
    content.scenarios = std::move(library->value);
    content.problems.insert(content.problems.end(), library->problems.begin(), library->problems.end());
    const auto order = [](const scenarios::Scenario& scenario) {
        return std::tie(scenario.card().difficulty, scenario.card().id);
    };
    std::sort(content.scenarios.begin(), content.scenarios.end(),
              [&](const auto& left, const auto& right) { return order(left) < order(right); });
    return content;
}

}  // namespace huashu::app
