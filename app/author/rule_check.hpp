// Checks the rules of a pack while they are written: in a thread of its own, on a copy, letting go of a check as soon
// as there is a newer text. What comes back comes in steps: an engine that judges by the draft, then what its examples
// say, then the words of good replies that the open rule would take for its own.
//
//     RuleCheck check;
//     check.submit({root, saved, folder, document.revision(), "/own~1rules.json/rules/0"});
//     if (std::optional<RuleReport> report = check.take()) show(*report);   // again and again, from one thread
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "author/document_tree.hpp"
#include "scoring/engine.hpp"

namespace huashu::app {

struct RuleFinding {
    Level level = Level::error;
    std::string code, text, remedy;
    std::string pointer;  ///< of what it speaks of; "": the whole
};

/// A word of good replies that holds what the rule looks for and more.
struct InsideWord {
    std::string word, entry;  ///< the word; the part of it that the rule finds
    int count = 0;            ///< in how many good replies
};

struct RuleReport {
    unsigned revision = 0;
    std::shared_ptr<const scoring::Engine> engine;  ///< by the draft; null: no rule of it is sound
    std::vector<RuleFinding> findings;              ///< errors first, then by place
    bool complete = false;                          ///< the examples were run
    std::string rule;                               ///< whose words `inside` is about; "": not yet known
    std::vector<InsideWord> inside;
    std::size_t rules = 0;
};

struct RuleCheckJob {
    Tree root, saved;
    std::string folder;
    unsigned revision = 0;
    std::string rule;  ///< pointer of the one that is open; may be empty
};

class RuleCheck {
public:
    /// `training`: the folder whose utterances the model of the checks learns from. That of the shipped pack: its model
    /// is there already, while another has to be trained first.
    explicit RuleCheck(std::string training);
    ~RuleCheck();
    RuleCheck(const RuleCheck&) = delete;
    RuleCheck& operator=(const RuleCheck&) = delete;

    /// What was submitted before is no longer wanted.
    void submit(RuleCheckJob job);
    /// The newest report, once.
    [[nodiscard]] std::optional<RuleReport> take();
    [[nodiscard]] bool busy() const { return busy_.load(); }

private:
    void run();
    void look_at(const RuleCheckJob& job);
    void publish(const RuleReport& report);

    std::string training_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<RuleCheckJob> waiting_;
    std::optional<RuleReport> ready_;
    std::atomic<bool> stop_ = false;
    std::atomic<bool> busy_ = false;
    bool leaving_ = false;
    std::optional<std::vector<std::string>> replies_;  ///< good ones of the pack, read when first needed
    std::thread thread_;
};

/// The words of these replies in which the rule's patterns find a part, the most frequent first, at most 24. What one
/// of its exceptions covers is left out.
[[nodiscard]] std::vector<InsideWord> words_inside(const Tree& rule, const scoring::WordLists& lists,
                                                   const std::vector<std::string>& replies);

}  // namespace huashu::app
