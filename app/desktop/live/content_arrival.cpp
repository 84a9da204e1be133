#include "desktop/live/content_arrival.hpp"

#include <utility>

#include "desktop/editor/author_backstage.hpp"
#include "desktop/live/live_backstage.hpp"
#include "desktop/shell/shell.hpp"

namespace huashu::desktop {
namespace {

// What these pages show is played and judged with the content that it began with.
bool rests_on_content(Page page) {
    return page == Page::play || page == Page::debrief || page == Page::sitting || page == Page::exam;
}

intent::Told told_of_change(Toast::Tone tone, const char* key) {
    return {{.tone = tone, .key = key, .text = {}, .remedy = {}}};
}

}  // namespace

bool ContentArrival::attend(Shell& shell) {
    if (author_.take_published()) loader_.read_again(folders_now_());
    if (std::optional<Result<app::Content>> content = loader_.take()) {
        if (!live_.is_ready()) return bring_first(shell, std::move(*content));
        if (!*content) {
            shell.wish(intent::Failed{content->error()});
            return true;
        }
        fresh_ = std::move(**content);
        wait_told_ = false;
    }
    return fresh_.has_value() && bring_fresh(shell);
}

bool ContentArrival::bring_first(Shell& shell, Result<app::Content> content) {
    if (content) {
        content_ = std::move(*content);
        for (const Intent& intent : live_.content_arrived()) shell.wish(intent);
    } else {
        error_ = content.error();
        shell.wish(intent::ContentArrived{content.error().diagnostics});
    }
    return true;
}

bool ContentArrival::bring_fresh(Shell& shell) {
    if (!may_change(shell)) {
        if (std::exchange(wait_told_, true)) return false;
        shell.wish(told_of_change(Toast::Tone::info, "desktop.toast.content_waits"));
        return true;
    }
    live_.let_go();
    author_.let_go();
    content_ = std::move(*fresh_);
    fresh_.reset();
    for (const Intent& intent : live_.content_arrived()) shell.wish(intent);
    shell.wish(told_of_change(Toast::Tone::good, "desktop.toast.content_taken_up"));
    return true;
}

bool ContentArrival::may_change(const Shell& shell) const {
    return !rests_on_content(shell.state().page) && live_.is_at_rest();
}

}  // namespace huashu::desktop
