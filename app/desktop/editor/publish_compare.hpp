// Two versions beside each other, in the background: first what has changed, then, of a scenario, what that comes to.
#pragma once

#include <atomic>
#include <future>
#include <string>
#include <utility>

#include "author/diff_consequences.hpp"
#include "desktop/editor/publish_intent.hpp"

namespace huashu::desktop {

/// Files of a scenario or folders of a pack, and the numbers that they go by (PublishComparison).
struct ComparedSides {
    bool is_pack = false;
    std::string before, after;
    int from = 0, to = 0;
};

class PublishCompare {
public:
    /// `personas`: the folder of the library's. The content must outlive it.
    PublishCompare(const app::Content& content, std::string personas)
        : content_(content), personas_(std::move(personas)) {}
    ~PublishCompare() { stop(); }
    PublishCompare(const PublishCompare&) = delete;
    PublishCompare& operator=(const PublishCompare&) = delete;

    /// What was begun before is let go of.
    void begin(ComparedSides sides);
    /// What has come of it since: Compared, Reckoned, at last ComparingEnded; or Failed.
    [[nodiscard]] PublishWishes take();
    void stop();
    void wait() const;

private:
    struct Read {
        PublishComparison comparison;
        std::optional<std::pair<app::ScenarioSide, app::ScenarioSide>> scenarios{};
    };
    [[nodiscard]] static Result<Read> read(const ComparedSides& sides, const std::string& personas);

    const app::Content& content_;
    std::string personas_;
    std::atomic<bool> stop_ = false;
    std::future<Result<Read>> reading_;
    std::future<app::Consequences> reckoning_;
};

}  // namespace huashu::desktop
