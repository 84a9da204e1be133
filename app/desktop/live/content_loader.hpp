// Reads the list of scenarios while the window opens, and the rules while it is already used.
//
//     ContentLoader loader(folders);
//     home.show(loader.cards());                       // soon: they need no rules
//     loader.read_rules();                             // once the window is seen: both at once would take turns
//     if (auto content = loader.take()) …              // each frame, until it is there
#pragma once

#include <future>
#include <optional>
#include <vector>

#include "content/content.hpp"

namespace huashu::desktop {

class ContentLoader {
public:
    /// Begins with the cards at once, in a thread of its own. The destructor waits for what was begun.
    explicit ContentLoader(const app::ContentFolders& folders);

    /// By difficulty, then id, as load_content sorts scenarios. Waits until they are read; once only.
    [[nodiscard]] std::vector<scenarios::ScenarioCard> cards();
    /// Begins with rules and whole scenarios, in a thread of its own; does nothing when it was called before.
    void read_rules();
    /// All of it once more, from these folders: something was published. What is being read is not handed out then.
    void read_again(const app::ContentFolders& folders);
    /// Nothing as long as it is being read, and after it was taken.
    [[nodiscard]] std::optional<Result<app::Content>> take();
    [[nodiscard]] bool is_loading() const { return content_.valid(); }

private:
    void begin();

    app::ContentFolders folders_;
    bool begun_ = false, again_ = false;
    std::future<std::vector<scenarios::ScenarioCard>> cards_;
    std::future<Result<app::Content>> content_;
};

}  // namespace huashu::desktop
