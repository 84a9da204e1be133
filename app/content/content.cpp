#include "content/content.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "paths/paths.hpp"
#include "scenarios/cards.hpp"
#include "scoring/pack.hpp"

namespace huashu::app {
namespace {

bool has_published(const ContentFolders& folders) {
    std::error_code failed;
    return !folders.published.empty() && std::filesystem::is_directory(folders.published, failed);
}

const scenarios::ScenarioCard& card_of(const scenarios::Scenario& scenario) { return scenario.card(); }
const scenarios::ScenarioCard& card_of(const scenarios::ScenarioCard& card) { return card; }

template <class T>
void put_in_order(std::vector<T>& these) {
    const auto order = [](const T& one) { return std::tie(card_of(one).difficulty, card_of(one).id); };
    std::sort(these.begin(), these.end(), [&](const T& left, const T& right) { return order(left) < order(right); });
}

// What was published here stands in the place of what is shipped under its id.
template <class T>
void join_published(std::vector<T>& all, std::vector<T> published) {
    std::erase_if(all, [&](const T& one) {
        return std::any_of(published.begin(), published.end(),
                           [&](const T& other) { return card_of(other).id == card_of(one).id; });
    });
    std::move(published.begin(), published.end(), std::back_inserter(all));
}

void add_published(Content& content, const ContentFolders& folders) {
    auto published = scenarios::load_library(folders.published, *content.engine);
    const Diagnostics& problems = published ? published->problems : published.error().diagnostics;
    content.problems.insert(content.problems.end(), problems.begin(), problems.end());
    if (published) join_published(content.scenarios, std::move(published->value));
}

}  // namespace

ContentFolders content_folders(const std::string& share, const std::string& pack, const std::string& library,
                               const std::string& data_folder) {
    ContentFolders folders;
    if (pack.empty())
        folders.pack = pack_folder(share);
    else if (pack.find('/') == std::string::npos && std::filesystem::is_directory(pack_folder(share, pack)))
        folders.pack = pack_folder(share, pack);
    else
        folders.pack = pack;
    folders.library = library.empty() ? library_folder(share) : library;
    if (library.empty()) folders.personas = personas_folder(share);
    if (library.empty() && !data_folder.empty())
        folders.published = (std::filesystem::path(data_folder) / "authoring" / "library").string();
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
    content.folders = folders;
    auto engine = load_engine(folders.pack, content.problems);
    if (!engine) return tl::unexpected(engine.error());
    content.engine = std::move(*engine);
    if (folders.library.empty()) return content;
    auto library = scenarios::load_library(folders.library, *content.engine, folders.personas);
    if (!library) return tl::unexpected(library.error());
    content.scenarios = std::move(library->value);
    content.problems.insert(content.problems.end(), library->problems.begin(), library->problems.end());
    if (has_published(folders)) add_published(content, folders);
    put_in_order(content.scenarios);
    return content;
}

std::vector<scenarios::ScenarioCard> read_cards(const ContentFolders& folders) {
    std::vector<scenarios::ScenarioCard> cards = scenarios::read_cards(folders.library, folders.personas);
    if (has_published(folders)) join_published(cards, scenarios::read_cards(folders.published));
    put_in_order(cards);
    return cards;
}

}  // namespace huashu::app
