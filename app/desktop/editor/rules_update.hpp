// How the rules' desk answers what is wished for. Its parts, each in a file of its own: the desk and its rules
// (rules_update.cpp); the files (rules_update_files.cpp); examples, words and training (rules_update_words.cpp).
#pragma once

#include <string>
#include <utility>

#include "desktop/editor/rules_intent.hpp"

namespace huashu::desktop {

struct RulesUpdate {
    RulesState& s;

    RulesOutcome operator()(const rule_wish::Open& w) const;
    RulesOutcome operator()(const rule_wish::New& w) const;
    RulesOutcome operator()(const rule_wish::Opened& w) const;
    RulesOutcome operator()(const rule_wish::Close&) const;
    RulesOutcome operator()(const rule_wish::Stay&) const;
    RulesOutcome operator()(const rule_wish::LeaveUnsaved&) const;
    RulesOutcome operator()(const rule_wish::Edit& w) const;
    RulesOutcome operator()(const rule_wish::Undo&) const;
    RulesOutcome operator()(const rule_wish::Redo&) const;
    RulesOutcome operator()(const rule_wish::SelectRule& w) const;
    RulesOutcome operator()(const rule_wish::SelectList& w) const;
    RulesOutcome operator()(const rule_wish::Reveal& w) const;
    RulesOutcome operator()(const rule_wish::ShowSheet& w) const;
    RulesOutcome operator()(const rule_wish::ShowSide& w) const;
    RulesOutcome operator()(const rule_wish::SetFilter& w) const;
    RulesOutcome operator()(const rule_wish::AddRule& w) const;
    RulesOutcome operator()(const rule_wish::CopyRule&) const;
    RulesOutcome operator()(const rule_wish::RemoveRule&) const;
    RulesOutcome operator()(const rule_wish::RevertRule&) const;
    RulesOutcome operator()(const rule_wish::AddException& w) const;
    RulesOutcome operator()(const rule_wish::AddList& w) const;
    RulesOutcome operator()(const rule_wish::Publish&) const;
    RulesOutcome operator()(const rule_wish::Save&) const;
    RulesOutcome operator()(const rule_wish::KeepMine&) const;
    RulesOutcome operator()(const rule_wish::Saved& w) const;
    RulesOutcome operator()(const rule_wish::Recover&) const;
    RulesOutcome operator()(const rule_wish::Check&) const;
    RulesOutcome operator()(const rule_wish::Poll&) const;
    RulesOutcome operator()(const rule_wish::Reported& w) const;
    RulesOutcome operator()(const rule_wish::Watch&) const;
    RulesOutcome operator()(const rule_wish::ChangedOutside&) const;
    RulesOutcome operator()(const rule_wish::TakeTheirs&) const;
    RulesOutcome operator()(const rule_wish::MergeTheirs&) const;
    RulesOutcome operator()(const rule_wish::AnswerClash& w) const;
    RulesOutcome operator()(const rule_wish::SettleClashes&) const;
    RulesOutcome operator()(const rule_wish::DropMerge&) const;
    RulesOutcome operator()(const rule_wish::Merged& w) const;
    RulesOutcome operator()(const rule_wish::TakeExample& w) const;
    RulesOutcome operator()(const rule_wish::DropExample&) const;
    RulesOutcome operator()(const rule_wish::PutExample& w) const;
    RulesOutcome operator()(const rule_wish::ReadWords& w) const;
    RulesOutcome operator()(const rule_wish::WordsRead& w) const;
    RulesOutcome operator()(const rule_wish::DropWords&) const;
    RulesOutcome operator()(const rule_wish::TakeWords&) const;
    RulesOutcome operator()(const rule_wish::WriteWords& w) const;
    RulesOutcome operator()(const rule_wish::WordsWritten& w) const;
    RulesOutcome operator()(const rule_wish::Label& w) const;
    RulesOutcome operator()(const rule_wish::Unlabel& w) const;
    RulesOutcome operator()(const rule_wish::Labelled& w) const;
    RulesOutcome operator()(const rule_wish::Learn&) const;
    RulesOutcome operator()(const rule_wish::StopLearning&) const;
    RulesOutcome operator()(const rule_wish::Learning& w) const;
    RulesOutcome operator()(const rule_wish::Learned& w) const;
    RulesOutcome operator()(const rule_wish::Failed& w) const;

private:
    RulesOutcome changed() const;
    [[nodiscard]] RuleTask check() const;
    [[nodiscard]] bool rule_is_open() const;
    RulesOutcome place(const app::Placed& made) const;
    RulesOutcome save(bool even_if_changed) const;
    RulesOutcome leave() const;
    void reveal(const std::string& pointer) const;
    void show(const std::string& pointer) const;
    RulesOutcome document_changed() const;
    void keep_selection() const;
    static std::string list_named(const app::Tree& root, const std::string& name);
    // The words that the open rule finds in a text, as the engine by the draft sees them.
    [[nodiscard]] std::pair<std::size_t, std::size_t> span_found(const std::string& text) const;
};

}  // namespace huashu::desktop
