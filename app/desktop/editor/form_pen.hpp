// Draws the rows of a form, each kind in its own way, and turns what is done to them into changes of the tree.
#pragma once

#include "desktop/editor/author_parts.hpp"
#include "desktop/ui/scroll.hpp"

namespace huashu::desktop {

class FormPen {
public:
    FormPen(Ui& ui, Scroll& column, const FormSubject& subject, const Speech& speech, FormKeep& own, AuthorWishes& out)
        : ui_(ui), t_(*ui.theme), column_(column), subject_(subject), speech_(speech), own_(own), out_(out) {}

    void draw(const FormRow& row);

private:
    void draw_kind(const FormRow& row);
    static std::string field_id(const std::string& pointer) { return "author.field." + pointer; }
    [[nodiscard]] const app::Tree& root() const { return subject_.root; }
    [[nodiscard]] float control() const { return ui_.scale.leading(Type::label) + ui_.px(space::medium); }
    void change(app::Tree changed, const std::string& place) {
        ask(out_, wish::Edit{std::move(changed), place, false});
    }
    void set(const std::string& pointer, app::Tree value, bool typing = false);
    void next(float height, float gap = space::small) { column_.y += height + ui_.px(gap); }
    void reveal_if_wanted(const std::string& pointer, Box box, WidgetId id);
    // The words at the left of a control of one row; returns what is left for it.
    Box labelled(const FormRow& row, float height);
    /// A sign behind a row's name that opens what the field is for; the same by Ctrl+F1 from within the field.
    void help_sign(const FormRow& row, float x, float y, float height);
    void help_by_key(const FormRow& row, bool focused);
    void help_text(const FormRow& row);
    bool take_out_button(const FormRow& row, Box& box);

    void heading(const FormRow& row);

    // The head of an object: its id, and what can be done with the whole of it.
    void item(const FormRow& row);

    // An id is taken over when it is left or sent, and only if it can be one: half of a name names nothing.
    void id_field(const FormRow& row, Box box);

    // Turns of golden plays that say a choice: those after as many others as the play says before. Which stage a turn
    // falls into only playing can tell, so a choice's id is renamed in plays where no other stage has the same.
    [[nodiscard]] std::vector<std::string> said_in(const std::string& item) const;

    EditorState& field(const std::string& pointer, const std::string& value, bool multi_line);

    // What the check has to say of the row above.
    void note(const FormRow& row);

    // A field whose text follows the tree, and the tree the text.
    void words(const FormRow& row);

    // Undoing, or another's change, has made the tree's text another one.
    static void follow(const FormRow& row, EditorState& state, const std::string& value, const std::string& shown,
                       bool focused);

    void take_words(const FormRow& row, const std::string& text);

    void set_out(const FormRow& row);

    // − 12 +
    WidgetId stepper(const std::string& id, Box box, const std::string& pointer, int low, int high, bool optional);

    // Without braces that hold nothing.
    static app::Tree tidied(app::Tree changed, const std::string& pointer);

    void number(const FormRow& row);

    void range(const FormRow& row);

    void pick(const FormRow& row);

    // What is chosen, as chips, and a button for the whole list.
    void names(const FormRow& row);

    void key(const FormRow& row);

    void add(const FormRow& row);

    bool quiet_button(const std::string& id, Box box, const std::string& label);

    void add_item(const FormRow& row);

    void add_guarded(const std::string& list);

    // A plain `next` becomes a list whose last entry is what it was.
    void add_way(const std::string& pointer);

    void add_key(const FormRow& row);

    void flag(const FormRow& row);

    Ui& ui_;
    const Theme& t_;
    Scroll& column_;
    FormSubject subject_;
    const Speech& speech_;
    FormKeep& own_;
    AuthorWishes& out_;
    float x0_ = 0;      ///< where the row begins, its indent left out
    float beside_ = 0;  ///< where a second button of the same row goes; 0: there is none
};

}  // namespace huashu::desktop
