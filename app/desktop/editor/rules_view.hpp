// What the rules' desk shows, in words: the list of rules, what a sentence comes to, what is wrong, the word lists.
// Made by plain code from the state; the screens draw it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "desktop/editor/form_view.hpp"
#include "desktop/editor/rules_state.hpp"
#include "desktop/views/turn_view.hpp"

namespace huashu::desktop {

struct RuleRow {
    std::string pointer, id;
    std::string kind, of;  ///< in words: "禁語", "推諉"
    std::string headline;  ///< its first words
    int errors = 0, warnings = 0;
    bool own = false;  ///< it differs from the shipped pack's
};
struct RuleListView {
    std::vector<RuleRow> rows;  ///< those that the filter lets through
    std::size_t all = 0;
    int errors = 0, warnings = 0;  ///< of the whole pack
};
/// The words of rules as a search reads them, kept from one key to the next: reading a thousand rules anew takes 10 ms.
class ReadRules {
public:
    /// Those of the rule that stands there now.
    [[nodiscard]] const std::u32string& words_of(const std::string& pointer, const app::Tree& rule);

private:
    struct Read {
        app::Tree rule;
        std::u32string words;
    };
    std::unordered_map<std::string, Read> read_;
};
[[nodiscard]] RuleListView make_rule_list(const RulesDesk& desk, ReadRules& read, const Speech& speech);

/// Something that a rule says to the sentence on the bench.
struct BenchRow {
    std::string label, rule, pointer;  ///< pointer: of the rule; empty: it is the model's
    std::string quote, text, points;
    Weighting weighting = Weighting::note;
    bool good = false;  ///< an act
    bool open = false;  ///< it is the open rule
};
/// What became of the open rule's words, step by step.
struct BenchStep {
    std::string text;
    bool against = false;  ///< why it says nothing
};
struct BenchView {
    MarkedText text;
    int score = -1;  ///< -1: nothing can be judged
    std::vector<BenchRow> rows;
    std::vector<std::string> missing;
    std::vector<BenchStep> steps;  ///< of the open rule; empty: it found no words
    std::string read_as;           ///< where reading changed the words: "removed: …"; empty: as typed
};
/// What is asked on the bench.
struct BenchQuestion {
    std::string text, owner;
    std::string complaint, step;  ///< ids; empty: unknown
    bool operator==(const BenchQuestion&) const = default;
};
[[nodiscard]] BenchView make_bench(const RulesDesk& desk, const BenchQuestion& question, const Speech& speech);

struct RuleProblemRow {
    Level level = Level::error;
    std::string headline, detail, where, pointer;
};
[[nodiscard]] std::vector<RuleProblemRow> make_rule_problems(const RulesDesk& desk, const Speech& speech);

struct WordListRow {
    std::string pointer, name;
    std::size_t count = 0;
};
struct WordRow {
    std::string pointer, text;
    std::string clash;  ///< what it clashes with; empty: nothing
};
struct WordListsView {
    std::vector<WordListRow> lists;
    std::vector<WordRow> words;  ///< of the open list, those that hold what is looked for
    std::string about, extends;
    std::size_t clashes = 0;
};
[[nodiscard]] WordListsView make_word_lists(const RulesDesk& desk, const std::string& search, const Speech& speech);

/// The open rule's form; the pack's header as one.
[[nodiscard]] FormRows make_rule_form(const RulesDesk& desk, const Speech& speech);
[[nodiscard]] FormRows make_pack_form(const RulesDesk& desk, const Speech& speech);

}  // namespace huashu::desktop
