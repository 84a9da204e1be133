// The real backstage: scenarios and rules from their folders, attempts with their records, settings in a file.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "content/content.hpp"
#include "desktop/state/backstage.hpp"
#include "play/attempt.hpp"
#include "records/records.hpp"

namespace huashu::desktop {

class LiveBackstage : public Backstage {
public:
    struct Options {
        app::Records* records = nullptr;  ///< null: nothing is kept (the tour)
        std::string settings_file;        ///< empty: settings are not kept
        /// Seeds of new conversations; null: from the system's entropy.
        std::function<std::uint64_t()> new_seed;
    };
    /// `content` and the records must outlive the backstage.
    LiveBackstage(const app::Content& content, Options options);

    [[nodiscard]] Intents perform(const Effect& effect) override;
    [[nodiscard]] int pass_mark() const { return pass_mark_; }

private:
    friend struct Performing;
    [[nodiscard]] Talk talk_now() const;
    [[nodiscard]] Intents show(Result<app::Attempt> attempt);
    [[nodiscard]] Intents load_home() const;
    [[nodiscard]] Intents start(const std::string& scenario_id);
    [[nodiscard]] Intents open(const std::string& attempt_id, bool to_play_on);
    [[nodiscard]] Intents answer(const scenarios::Input& input);
    [[nodiscard]] Intents debrief() const;
    [[nodiscard]] Intents history() const;

    const app::Content& content_;
    Options options_;
    int pass_mark_ = 80;
    std::optional<app::Attempt> attempt_;
};

}  // namespace huashu::desktop
