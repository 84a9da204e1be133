// What can be wished for while rules are written, what comes back, and what is asked of the world for it (as
// author_intent.hpp for scenarios).
#pragma once

#include <variant>

#include "desktop/editor/publish_state.hpp"
#include "desktop/editor/rules_state.hpp"
#include "desktop/state/one_of.hpp"

namespace huashu::desktop {

namespace rule_wish {
// What the author wants.
struct Open {
    std::string folder;
};
struct New {
    std::string title;
};                ///< a copy of the shipped pack
struct Close {};  ///< asks first when something is unsaved
struct Stay {};
struct LeaveUnsaved {};
struct Edit {
    app::Tree root;
    std::string place;
    bool typing = false;
};
struct Undo {};
struct Redo {};
struct SelectRule {
    std::string pointer;
};
struct SelectList {
    std::string pointer;
};
struct Reveal {
    std::string pointer;
};  ///< shows it in its sheet
struct ShowSheet {
    RulesSheet sheet = RulesSheet::rules;
};
struct ShowSide {
    RulesSide side = RulesSide::bench;
};
struct SetFilter {
    RulesFilter filter;
};
struct AddRule {
    std::string kind, of;
};
struct CopyRule {};
struct RemoveRule {};
struct RevertRule {};  ///< the open one, to what it was in the shipped pack
struct AddException {
    std::string word;
};  ///< to the open rule
struct AddList {
    std::string name;
};
struct Publish {};  ///< opens the sheet for the pack
struct Save {};
struct Recover {};
struct Check {};
struct Poll {};
struct Watch {};
struct TakeTheirs {};
struct KeepMine {};
struct MergeTheirs {};  ///< both changes together; where they clash it is asked
struct AnswerClash {
    std::size_t number = 0;
    app::MergeSide side = app::MergeSide::mine;
};
struct SettleClashes {};
struct DropMerge {};
struct TakeExample {
    app::ReplyExample reply;
};  ///< from a talk
struct PutExample {
    bool is_hit = true;
};  ///< that reply, as an example of the open rule
struct DropExample {};
struct ReadWords {
    std::string file, list;
};
struct TakeWords {};
struct DropWords {};
struct WriteWords {
    std::string name;  ///< of the list; empty: all, or the template
    bool is_template = false;
};
struct Label {
    LabelledReply reply;
};
struct Unlabel {
    std::size_t index = 0;
};
struct Learn {};
struct StopLearning {};
// What comes back.
struct Opened {
    RulesDesk desk;
    bool recovered = false;
};
struct Saved {
    app::Tree root;
};
struct Reported {
    app::RuleReport report;
};
struct ChangedOutside {};
struct Merged {
    app::Tree root, theirs;
    std::vector<app::MergeConflict> conflicts;
    bool settled = true;  ///< they have been answered
};
struct Learning {
    int step = 0;
};
struct WordsRead {
    RulesImport import;
};
struct WordsWritten {
    std::string file;
};
struct Labelled {
    std::vector<LabelledReply> replies;
};
struct Learned {
    LearnReport report;
};
struct Failed {
    Error error;
};
}  // namespace rule_wish

using RuleWishKinds =
    std::variant<rule_wish::Open, rule_wish::New, rule_wish::Close, rule_wish::Stay, rule_wish::LeaveUnsaved,
                 rule_wish::Edit, rule_wish::Undo, rule_wish::Redo, rule_wish::SelectRule, rule_wish::SelectList,
                 rule_wish::Reveal, rule_wish::ShowSheet, rule_wish::ShowSide, rule_wish::SetFilter, rule_wish::AddRule,
                 rule_wish::CopyRule, rule_wish::RemoveRule, rule_wish::RevertRule, rule_wish::AddException,
                 rule_wish::AddList, rule_wish::Publish, rule_wish::Save, rule_wish::Recover, rule_wish::Check,
                 rule_wish::Poll, rule_wish::Watch, rule_wish::TakeTheirs, rule_wish::KeepMine, rule_wish::MergeTheirs,
                 rule_wish::AnswerClash, rule_wish::SettleClashes, rule_wish::DropMerge, rule_wish::TakeExample,
                 rule_wish::PutExample, rule_wish::DropExample, rule_wish::ReadWords, rule_wish::TakeWords,
                 rule_wish::DropWords, rule_wish::WriteWords, rule_wish::Label, rule_wish::Unlabel, rule_wish::Learn,
                 rule_wish::StopLearning, rule_wish::Merged, rule_wish::Learning, rule_wish::Opened, rule_wish::Saved,
                 rule_wish::Reported, rule_wish::ChangedOutside, rule_wish::WordsRead, rule_wish::WordsWritten,
                 rule_wish::Labelled, rule_wish::Learned, rule_wish::Failed>;
extern template struct OneOf<RuleWishKinds>;
struct RuleWish : OneOf<RuleWishKinds> {
    using OneOf::OneOf;
};
using RuleWishes = std::vector<RuleWish>;

namespace rule_task {
struct Open {
    std::string folder;
};
struct New {
    std::string title;
};
struct Save {
    std::string folder;
    app::Tree before, now;
    bool even_if_changed = false;
};
struct Recover {
    std::string folder;
    app::Tree before, now;
};
struct Check {
    app::RuleCheckJob job;
};
struct Poll {};
struct Watch {
    std::string folder;
};
struct ReadTheirs {
    std::string folder;
};
struct ReadWords {
    std::string file, list;
    app::Tree root;
};
struct WriteWords {
    app::Tree root;
    std::string name;
    bool is_template = false;
};
struct Relabel {
    std::string folder;
    std::vector<LabelledReply> replies;
};
struct Learn {
    std::string folder;
};
struct StopLearning {};
struct MergeTheirs {
    std::string folder;
    app::Tree base, mine;
    MergeQuestion answered{};
};
}  // namespace rule_task

using RuleTaskKinds =
    std::variant<rule_task::Open, rule_task::New, rule_task::Save, rule_task::Recover, rule_task::Check,
                 rule_task::Poll, rule_task::Watch, rule_task::ReadTheirs, rule_task::ReadWords, rule_task::WriteWords,
                 rule_task::Relabel, rule_task::Learn, rule_task::StopLearning, rule_task::MergeTheirs>;
extern template struct OneOf<RuleTaskKinds>;
struct RuleTask : OneOf<RuleTaskKinds> {
    using OneOf::OneOf;
};

struct RulesOutcome {
    std::vector<RuleTask> tasks;
    std::string message{};  ///< a key of the words
    Diagnostics failures{};
    std::string text{};                    ///< what stands for {text} in the message
    std::optional<PublishItem> publish{};  ///< the sheet of publishing is to be opened for this
};

[[nodiscard]] RulesOutcome update_rules(RulesState& state, const RuleWish& wish);

}  // namespace huashu::desktop
