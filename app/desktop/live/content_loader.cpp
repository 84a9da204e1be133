#include "desktop/live/content_loader.hpp"

#include <chrono>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace huashu::desktop {
namespace {

// Reading leaves as much memory free as the content takes; the allocator would keep it for this thread for ever.
void give_back_free_memory() {
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

}  // namespace

ContentLoader::ContentLoader(const app::ContentFolders& folders)
    : folders_(folders), cards_(std::async(std::launch::async, [folders] { return app::read_cards(folders); })) {}

void ContentLoader::read_rules() {
    if (!std::exchange(begun_, true)) begin();
}

void ContentLoader::read_again(const app::ContentFolders& folders) {
    folders_ = folders;
    begun_ = true;
    if (content_.valid())
        again_ = true;
    else
        begin();
}

void ContentLoader::begin() {
    content_ = std::async(std::launch::async, [folders = folders_] {
        Result<app::Content> content = app::load_content(folders);
        give_back_free_memory();
        return content;
    });
}

std::vector<scenarios::ScenarioCard> ContentLoader::cards() { return cards_.get(); }

std::optional<Result<app::Content>> ContentLoader::take() {
    if (!content_.valid() || content_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return std::nullopt;
    Result<app::Content> content = content_.get();
    if (!std::exchange(again_, false)) return content;
    begin();  // it has changed since
    return std::nullopt;
}

}  // namespace huashu::desktop
