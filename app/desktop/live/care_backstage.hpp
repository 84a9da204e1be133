// The backstage of looking after records: carries out one order at a time, in a thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "content/content.hpp"
#include "desktop/live/background.hpp"
#include "desktop/state/care_update.hpp"
#include "records/records.hpp"

namespace huashu::desktop {

class CareBackstage {
public:
    struct World {
        const app::Content* content = nullptr;
        std::function<std::string()> data_folder;
        std::string papers_folder;
        std::function<app::Person()> person;                        ///< the present one
        std::function<Result<bool>(const std::string&)> is_locked;  ///< with a passphrase, or an empty one
    };
    explicit CareBackstage(World world) : world_(std::move(world)) {}

    [[nodiscard]] Intents perform(const CareEffect& effect);
    [[nodiscard]] bool is_at_rest() const { return !work_ || !work_->is_running(); }

private:
    friend struct CarePerforming;
    [[nodiscard]] Intents begin(const care_task::Begin& task);
    [[nodiscard]] Intents hand_over(std::chrono::milliseconds patience);

    World world_;
    std::unique_ptr<Background<CareDone>> work_;
};

/// Carries it out here and now; `present`: whoever is there. Errors as the parts of integrity/ have them.
[[nodiscard]] Result<CareDone> carry_out(const CareOrder& order, const std::string& data_folder,
                                         const app::Person& present, const app::Content& content, app::Watch& watch);

}  // namespace huashu::desktop
