// The parts of the pages of writing, each in a file of its own.
#pragma once

#include "desktop/editor/author_screen.hpp"
#include "desktop/shell/dialog_sheet.hpp"

namespace huashu::desktop {

class Scroll;

inline void ask(AuthorWishes& out, AuthorWish wish) { out.push_back(std::move(wish)); }
/// The tree with one place changed, as a wish.
void edit(AuthorWishes& out, const AuthorDesk& desk, const std::string& pointer, app::Tree value, bool typing = false);

void shelf_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own, AuthorWishes& out);
void naming_ui(Ui& ui, Box all, const AuthorState& state, const Speech& speech, AuthorScreen& own, AuthorWishes& out);
/// Before one leaves unsaved changes; or when the file was changed by somebody else.
[[nodiscard]] Question question_of_desk(const std::string& id, bool leaving, const Speech& speech);
void desk_question_ui(Ui& ui, Box all, const AuthorState& state, const Speech& speech, AuthorWishes& out);
void desk_header_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own,
                    AuthorWishes& out);
void find_bar_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out);
void map_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out);
void form_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out);
/// The rows of a form in a column; its view is in `own`.
void form_rows_ui(Ui& ui, Scroll& column, const FormSubject& subject, const Speech& speech, FormKeep& own,
                  AuthorWishes& out);
/// The list of whatever menu of a form is open.
void form_menu_ui(Ui& ui, Box all, const app::Tree& root, FormKeep& own, AuthorWishes& out);
void script_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out);
void side_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own, AuthorWishes& out);
void guide_ui(Ui& ui, Box box, const AuthorDesk& desk, const SideView& view, const Speech& speech, AuthorWishes& out);
void trial_ui(Ui& ui, Box box, const AuthorDesk& desk, const SideView& view, const Speech& speech, AuthorScreen& own,
              AuthorWishes& out);
/// What is due without anybody's doing: a check after a pause, the recovery file, a look at the disk.
void author_clock(Ui& ui, const AuthorDesk& desk, AuthorScreen& own, AuthorWishes& out);

}  // namespace huashu::desktop
