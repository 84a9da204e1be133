// Where the tasks of the author's desk are carried out: drafts on the disk, checks and layouts in the background,
// trials.
#pragma once

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "author/latest_write.hpp"
#include "author/live_check.hpp"
#include "author/live_way.hpp"
#include "content/content.hpp"
#include "desktop/editor/author_intent.hpp"
#include "desktop/editor/exchange_backstage.hpp"
#include "desktop/editor/publish_backstage.hpp"
#include "desktop/editor/rules_backstage.hpp"

namespace huashu::desktop {

class AuthorBackstage {
public:
    struct Options {
        std::string drafts_folder;  ///< where an author's scenarios live; empty: nothing can be written
        std::string personas_folder;
        std::string share;              ///< of the templates
        app::ContentFolders shipped{};  ///< what a draft begins as a copy of, whatever is in use
        std::string data_folder{};      ///< of attempts on record
    };
    /// Drafts lie where `huashu version` looks for them: in authoring/drafts of the data folder.
    [[nodiscard]] static Options options_for(const app::ContentFolders& shipped, const std::string& share,
                                             const std::string& data_folder);
    /// The content must outlive it.
    AuthorBackstage(const app::Content& content, Options options);
    ~AuthorBackstage();

    [[nodiscard]] AuthorWishes perform(const AuthorTask& task);
    [[nodiscard]] RulesBackstage& rules() { return rules_; }
    [[nodiscard]] PublishBackstage& publish() { return publish_; }
    [[nodiscard]] ExchangeBackstage& exchange() { return exchange_; }
    /// Waits until nothing runs in the background any more: for pictures and tests, which have no time to pass.
    void wait_idle();
    void wait_layout();  ///< only until the map is there
    /// Once: something was published or put into use since, so that another content is in force.
    [[nodiscard]] bool take_published() { return std::exchange(use_changed_, false) | publish_.take_published(); }
    /// Before the content becomes another: stops and lets go of what rests on it. The room's content_arrived() follows.
    void let_go();

private:
    friend struct PerformingAuthor;
    [[nodiscard]] AuthorWishes make(const task::Make& task);
    [[nodiscard]] Result<std::string> first_text(const task::Make& task) const;
    [[nodiscard]] AuthorWishes open(const std::string& file, bool is_new);
    [[nodiscard]] AuthorWishes save(const task::Save& task);
    [[nodiscard]] AuthorWishes read_theirs(const std::string& file);
    [[nodiscard]] AuthorWishes merge_theirs(const task::MergeTheirs& task);
    [[nodiscard]] AuthorWishes poll();
    [[nodiscard]] AuthorWishes show_trial() const;
    void lay_out(task::LayOut task);
    [[nodiscard]] app::LiveCheck& check();

    const app::Content& content_;
    Options options_;
    RulesBackstage rules_;
    PublishBackstage publish_;
    ExchangeBackstage exchange_;
    bool use_changed_ = false;
    std::unique_ptr<app::LiveCheck> check_;  ///< made when first needed: it has a thread
    std::optional<app::Trial> trial_;
    app::FileStamp seen_;        ///< of the open draft's file
    app::LatestWrite recovery_;  ///< of what was typed in it
    struct Layout {
        app::MapPlan plan;
        app::Outline outline;
    };
    std::future<Layout> layout_;
    std::optional<task::LayOut> layout_waiting_;
    std::future<Result<std::optional<app::Way>>> way_;
    std::atomic<bool> stop_way_ = false;
    std::future<Result<app::RobotReport>> robots_;
    unsigned robots_of_ = 0;
    std::atomic<bool> stop_robots_ = false;
};

}  // namespace huashu::desktop
