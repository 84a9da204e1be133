// Brings in what the loader has read: the first content, which the window waits for, and what was published since. That
// takes the place of what is in force in a moment when nothing rests on it: no talk, debrief or sitting is shown,
// nothing is reckoned in the background. What waits for such a moment is told.
//
//     ContentArrival arrival(content, loader, live, author, [=] { return folders_now(); });
//     if (arrival.attend(shell)) …            // each frame: something else is to be shown
#pragma once

#include <functional>
#include <optional>

#include "content/content.hpp"
#include "desktop/live/content_loader.hpp"

namespace huashu::desktop {

class AuthorBackstage;
class LiveBackstage;
class Shell;

class ContentArrival {
public:
    /// All must outlive it; `content` is what the backstages refer to. `folders_now`: what is in force by now.
    ContentArrival(app::Content& content, ContentLoader& loader, LiveBackstage& live, AuthorBackstage& author,
                   std::function<app::ContentFolders()> folders_now)
        : content_(content), loader_(loader), live_(live), author_(author), folders_now_(std::move(folders_now)) {}

    /// True: something is to be shown.
    [[nodiscard]] bool attend(Shell& shell);
    /// It will soon be worth looking again.
    [[nodiscard]] bool is_due() const { return loader_.is_loading(); }
    /// Why the first content can't be used, when it can't.
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

private:
    bool bring_first(Shell& shell, Result<app::Content> content);
    bool bring_fresh(Shell& shell);
    [[nodiscard]] bool may_change(const Shell& shell) const;

    app::Content& content_;
    ContentLoader& loader_;
    LiveBackstage& live_;
    AuthorBackstage& author_;
    std::function<app::ContentFolders()> folders_now_;
    std::optional<app::Content> fresh_;  ///< read, and waits for its moment
    bool wait_told_ = false;
    std::optional<Error> error_;
};

}  // namespace huashu::desktop
