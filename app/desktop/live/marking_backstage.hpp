// The backstage of second markings: replies are gathered in a thread, sheets kept as documents of the place.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "assess/department.hpp"
#include "desktop/live/background.hpp"
#include "desktop/state/care_update.hpp"

namespace huashu::desktop {

class MarkingBackstage {
public:
    struct World {
        const app::Content* content = nullptr;
        std::function<std::string()> data_folder;
        std::function<Result<bool>(const std::string&)> is_locked;
    };
    explicit MarkingBackstage(World world) : world_(std::move(world)) {}

    [[nodiscard]] Intents perform(const MarkingEffect& effect);
    [[nodiscard]] bool is_at_rest() const { return !reading_ || !reading_->is_running(); }

private:
    friend struct MarkingPerforming;
    [[nodiscard]] Intents open(const std::string& passphrase);
    [[nodiscard]] Intents hand_over(std::chrono::milliseconds patience);
    [[nodiscard]] Intents draw(const marking_task::Draw& task);
    [[nodiscard]] Intents keep(const marking_task::Keep& task);
    [[nodiscard]] Intents finish(const marking_task::Finish& task);
    [[nodiscard]] Intents drop(const marking_task::Drop& task);
    /// Null: the supervisor's passphrase is asked for again.
    [[nodiscard]] Result<app::Records*> place();

    World world_;
    std::unique_ptr<Background<assess::Specimens>> reading_;
    std::shared_ptr<const assess::Specimens> specimens_;
    std::optional<app::Records> place_;  // open as long as a sheet is being marked
};

}  // namespace huashu::desktop
