// The pages of writing rules: the list, the form of a rule, the bench where a sentence is tried, word lists, the model.
#pragma once

#include "desktop/editor/form_keep.hpp"
#include "desktop/editor/rules_intent.hpp"
#include "desktop/editor/rules_view.hpp"

namespace huashu::desktop {

/// What the pages keep for themselves.
struct RulesScreen : FormKeep {
    EditorState search{EditBuffer(false, 100)}, word_search{EditBuffer(false, 100)};
    EditorState bench{EditBuffer(true, 2000)}, owner{EditBuffer(false, 500)};
    BenchQuestion question;
    std::string followed;  ///< pointer of the example that the bench took over
    EditorState new_word{EditBuffer(false, 400)}, list_name{EditBuffer(false, 40)}, table{EditBuffer(false, 400)};
    EditorState reply{EditBuffer(true, 1000)};  ///< to be labelled
    std::vector<std::string> reply_acts, reply_families;
    std::string shown_rule;  ///< that the list has come to
    unsigned seen_revision = 0;
    double changed_s = -1, unrecovered_s = -1, watched_s = 0, polled_s = 0;
    unsigned desk_opened = 0;
    KeptView<RuleListView> list;
    ReadRules read;
    KeptView<BenchView> bench_view;
    KeptView<std::vector<RuleProblemRow>> problems;
    KeptView<WordListsView> words;
};

inline void ask(RuleWishes& out, RuleWish wish) { out.push_back(std::move(wish)); }

void rules_screen_ui(Ui& ui, Box box, const RulesState& state, const Speech& speech, RulesScreen& own, RuleWishes& out);

// Its parts, each in a file of its own.
void rules_list_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out);
void rules_bench_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out);
void rules_problems_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out);
void rules_words_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out);
void rules_model_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out);
/// The menu that is open, if it is none of the form's. True: it was.
bool rules_menu_ui(Ui& ui, Box all, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out);

}  // namespace huashu::desktop
