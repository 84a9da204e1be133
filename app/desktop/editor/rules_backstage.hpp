// Where the tasks of the rules' desk are carried out: packs on the disk, checks and training in the background, tables
// of words.
#pragma once

#include <future>
#include <memory>
#include <string>

#include "author/latest_write.hpp"
#include "desktop/editor/rules_intent.hpp"
#include "desktop/editor/rules_learning.hpp"

namespace huashu::desktop {

class RulesBackstage {
public:
    struct Options {
        std::string drafts_folder;   ///< of packs; empty: nothing can be written
        std::string shipped_folder;  ///< of the pack that a new one begins as a copy of
        std::string tables_folder;   ///< where tables of words are written
    };
    explicit RulesBackstage(Options options) : options_(std::move(options)) {}
    ~RulesBackstage() { stop_learning(); }
    RulesBackstage(const RulesBackstage&) = delete;
    RulesBackstage& operator=(const RulesBackstage&) = delete;

    [[nodiscard]] RuleWishes perform(const RuleTask& task);
    /// Waits until nothing runs in the background any more: for pictures and tests.
    void wait_idle();
    [[nodiscard]] const Options& options() const { return options_; }
    /// Waits until what was typed is in its recovery file.
    void finish_recovery() { recovery_.finish(); }

private:
    friend struct PerformingRules;
    [[nodiscard]] RuleWishes make(const std::string& title);
    [[nodiscard]] RuleWishes open(const std::string& folder);
    [[nodiscard]] RuleWishes save(const rule_task::Save& task);
    [[nodiscard]] RuleWishes read_theirs(const std::string& folder);
    [[nodiscard]] RuleWishes merge_theirs(const rule_task::MergeTheirs& task);
    [[nodiscard]] RuleWishes poll();
    [[nodiscard]] app::RuleCheck& check();
    void stop_learning();

    Options options_;
    std::unique_ptr<app::RuleCheck> check_;  ///< made when first needed: it has a thread
    std::string seen_;                       ///< stamp of the open pack
    app::LatestWrite recovery_;              ///< of what was typed in it
    std::future<Result<LearnReport>> learning_;
    std::shared_ptr<LearnRun> run_;                         ///< of what is being learned
    std::vector<std::future<Result<LearnReport>>> let_go_;  ///< trainings that were stopped and have not yet ended
};

}  // namespace huashu::desktop
