// Reads rules and scenarios while the window opens and is already used.
//
//     ContentLoader loader(folders);
//     home.show(loader.cards());                       // soon: they need no rules
//     if (auto content = loader.take()) …              // each frame, until it is there
#pragma once

#include <future>
#include <optional>
#include <vector>

#include "content/content.hpp"

namespace huashu::desktop {

class ContentLoader {
public:
    /// Begins at once, in a thread of its own. The destructor waits for it.
    explicit ContentLoader(const app::ContentFolders& folders);

    /// By difficulty, then id, as load_content sorts scenarios. Waits until they are read; once only.
    [[nodiscard]] std::vector<scenarios::ScenarioCard> cards();
    /// Nothing as long as it is being read, and after it was taken.
    [[nodiscard]] std::optional<Result<app::Content>> take();
    [[nodiscard]] bool is_loading() const { return content_.valid(); }

private:
    std::promise<std::vector<scenarios::ScenarioCard>> cards_read_;
    std::future<std::vector<scenarios::ScenarioCard>> cards_;
    std::future<Result<app::Content>> content_;
};

}  // namespace huashu::desktop
