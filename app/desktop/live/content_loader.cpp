#include "desktop/live/content_loader.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

#include "scenarios/cards.hpp"
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace huashu::desktop {
namespace {

std::vector<scenarios::ScenarioCard> sorted_cards(const app::ContentFolders& folders) {
    std::vector<scenarios::ScenarioCard> cards = scenarios::read_cards(folders.library, folders.personas);
    std::sort(cards.begin(), cards.end(), [](const auto& left, const auto& right) {
        return std::tie(left.difficulty, left.id) < std::tie(right.difficulty, right.id);
    });
    return cards;
}

// Reading leaves as much memory free as the content takes; the allocator would keep it for this thread for ever.
void give_back_free_memory() {
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

}  // namespace

ContentLoader::ContentLoader(const app::ContentFolders& folders)
    : folders_(folders), cards_(std::async(std::launch::async, [folders] { return sorted_cards(folders); })) {}

void ContentLoader::read_rules() {
    if (std::exchange(begun_, true)) return;
    content_ = std::async(std::launch::async, [this] {
        Result<app::Content> content = app::load_content(folders_);
        give_back_free_memory();
        return content;
    });
}

std::vector<scenarios::ScenarioCard> ContentLoader::cards() { return cards_.get(); }

std::optional<Result<app::Content>> ContentLoader::take() {
    if (!content_.valid() || content_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return std::nullopt;
    return content_.get();
}

}  // namespace huashu::desktop
