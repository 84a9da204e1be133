// What the writing of rules shows: one pack on the desk. Changed by update_rules() only.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "author/document.hpp"
#include "author/rule_check.hpp"
#include "author/rule_edits.hpp"
#include "author/word_list.hpp"
#include "desktop/editor/merge_sheet.hpp"
#include "scoring/evaluate.hpp"

namespace huashu::desktop {

enum class RulesSheet : std::uint8_t { rules, words, model, pack };
enum class RulesSide : std::uint8_t { bench, problems };

/// Which rules the list shows.
struct RulesFilter {
    std::string search;  ///< words looked for in id, patterns, reason and examples
    std::string kind;    ///< empty: all
    std::string of;      ///< family or act; empty: all
    bool only_wrong = false, only_own = false;
    bool operator==(const RulesFilter&) const = default;
};

/// A table of words that was read and is to be looked at before it is taken.
struct RulesImport {
    std::string file, encoding;
    bool certain = true;
    std::size_t rows = 0;
    app::WordImport words;
};

/// A reply that was labelled by hand, for the model to learn from.
struct LabelledReply {
    std::string text;
    std::vector<std::string> acts, families;
};

/// How well the model's acts and families are found before and after it was trained with one's own replies.
struct LearnRow {
    std::string id;
    bool is_act = false;
    scoring::Tally before, after;
};
struct LearnReport {
    std::vector<LearnRow> rows;  ///< acts, then families; those that stand in no label are left out
    scoring::Tally acts_before, acts_after;
    double recall_before = 0, recall_after = 0, alarms_before = 0, alarms_after = 0;
    int utterances = 0, own = 0;
};

/// A pack that is being written.
struct RulesDesk {
    std::string id, folder;
    app::Draft document;
    app::Tree shipped{};                ///< the pack that it began as: what it can be taken back to
    std::set<std::string> differing{};  ///< ids of rules that differed from it when the pack was opened
    app::Tree opened_root{};
    RulesSheet sheet = RulesSheet::rules;
    RulesSide side = RulesSide::bench;
    RulesFilter filter{};
    std::string selected{};  ///< pointer of a rule; empty: none
    std::string list{};      ///< pointer of a word list
    std::optional<app::RuleReport> report{};
    std::optional<RulesImport> import{};
    std::optional<app::ReplyExample> example{};  ///< from a talk: which rule is it for?
    std::vector<LabelledReply> labelled{};
    std::optional<LearnReport> learned{};
    std::optional<MergeQuestion> clash{};  ///< of both changes: asked about
    bool learning = false;
    int learning_step = 0;  ///< how far training is
    bool changed_outside = false, leaving = false;
    std::string reveal{};
    unsigned reveals = 0;
    unsigned view = 0;    ///< another one: something besides the document has changed
    unsigned opened = 0;  ///< another one: opened anew
};

struct RulesState {
    std::optional<RulesDesk> desk;
    std::optional<app::ReplyExample> waiting;  ///< an example that came before a pack was open
    unsigned revision = 0;
    unsigned opened = 0;
};

}  // namespace huashu::desktop
