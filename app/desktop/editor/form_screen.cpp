// A sheet of the desk: its rows in a column, and the list of whatever menu is open.
#include "desktop/editor/form_pen.hpp"

#include "desktop/editor/form_conditions.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using FormKind = FormRow::Kind;

const FormRow* row_of_menu(const FormKeep& own) {
    if (!own.form.view) return nullptr;
    for (const FormRow& row : *own.form.view)
        if (own.menu.owner == "author.field." + row.pointer || own.menu.owner == "author.addkey." + row.pointer)
            return &row;
    return nullptr;
}

// The innermost row that holds the place, or else the first that lies in it.
std::string row_for(const FormRows& rows, const std::string& place) {
    const FormRow* best = nullptr;
    for (const FormRow& row : rows)
        if (app::lies_in(place, row.pointer) && row.pointer.size() > 1 &&
            (best == nullptr || row.pointer.size() > best->pointer.size()))
            best = &row;
    for (std::size_t i = 0; best == nullptr && i < rows.size(); ++i)
        if (app::lies_in(rows[i].pointer, place)) best = &rows[i];
    return best == nullptr ? std::string{} : best->pointer;
}

void set_place(const Tree& root, const std::string& pointer, Tree value, AuthorWishes& out) {
    ask(out, wish::Edit{app::with(root, pointer, std::move(value)), pointer, false});
}

Tree value_of_option(const FormRow& row, const FormOption& option) {
    const bool number = !row.as_text && option.value.size() == 1;
    return number ? Tree::of(std::int64_t{option.value[0] - '0'}) : Tree::of(option.value);
}

void take_pick(const FormRow& row, const FormOption& option, const Tree& root, AuthorWishes& out) {
    if (option.value.empty()) return ask(out, wish::Edit{app::without(root, row.pointer), row.pointer, false});
    set_place(root, row.pointer, value_of_option(row, option), out);
}

void take_name(const FormRow& row, const FormOption& option, const Tree& root, AuthorWishes& out) {
    const Tree& there = app::at(root, row.pointer);
    Tree::List items = there.items();
    // Where a list may be written as its only value.
    if (there.kind() == Tree::Kind::text || there.kind() == Tree::Kind::integer) items = {there};
    const Tree value = value_of_option(row, option);
    if (option.on)
        std::erase(items, value);
    else
        items.push_back(value);
    if (items.empty() && app::last_of(row.pointer) == "tell")
        return ask(out, wish::Edit{app::without(root, row.pointer), row.pointer, false});
    set_place(root, row.pointer, Tree::of(std::move(items)), out);
}

// All that a way can lead to, once its list is open.
void list_targets(FormRow& row, const Tree& root, const Speech& speech, const FormKeep& own) {
    if (own.menu.owner != "author.field." + row.pointer) return;
    const bool may_be_none = !row.options.empty() && row.options.front().value.empty();
    row.options = FormNames(root, speech).targets(app::at(root, row.pointer), may_be_none, true);
}

}  // namespace

void edit(AuthorWishes& out, const AuthorDesk& desk, const std::string& pointer, Tree value, bool typing) {
    ask(out, wish::Edit{app::with(desk.document.root(), pointer, std::move(value)), pointer, typing});
}

void form_rows_ui(Ui& ui, Scroll& column, const FormSubject& subject, const Speech& speech, FormKeep& own,
                  AuthorWishes& out) {
    FormRows& rows = *own.form.view;
    const bool reveals = own.shown_reveals != subject.reveals;
    if (reveals) own.reveal_target = row_for(rows, subject.reveal);
    if (own.heights.size() != rows.size()) own.heights.assign(rows.size(), -1);
    own.writing.clear();
    FormPen pen(ui, column, subject, speech, own, out);
    const Box view = column.view();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float top = column.y;
        const float height = own.heights[i];
        // A screen above and below is drawn, so that the keyboard can walk on; the rest need not be.
        if (!reveals && height >= 0 && (top + height < view.y0 - view.h() || top > view.y1 + view.h())) {
            column.y = top + height;
            continue;
        }
        pen.draw(rows[i]);
        if (own.menu.open() && rows[i].is_target) list_targets(rows[i], subject.root, speech, own);
        own.heights[i] = column.y - top;
    }
    if (!ui.editing_text) column.take_page_keys();
    own.shown_reveals = subject.reveals;
}

void form_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const std::string of = desk.selected + "/" + std::to_string(static_cast<int>(desk.sheet));
    const bool anew = own.fields_of != of;
    if (anew) {
        own.fields.clear();
        own.heights.clear();
        own.fields_of = of;
    }
    Scroll column(ui, "author.form", box, ui.px(space::large));
    if (anew) column.to_top();
    form_rows_ui(ui, column, {desk.document.root(), desk.reveal, desk.reveals}, speech, own, out);
}

void form_menu_ui(Ui& ui, Box all, const Tree& root, FormKeep& own, AuthorWishes& out) {
    const FormRow* row = row_of_menu(own);
    if (row == nullptr) {  // what it belonged to is gone
        own.menu.owner.clear();
        return;
    }
    std::vector<MenuItem> items;
    for (const FormOption& option : row->options) items.push_back({option.label, option.on});
    const FormRow chosen = *row;
    const int picked = menu_layer(ui, all, own.menu, items, chosen.kind == FormKind::names);
    if (picked < 0) return;
    const FormOption& option = chosen.options[static_cast<std::size_t>(picked)];
    if (chosen.kind == FormKind::names)
        take_name(chosen, option, root, out);
    else if (chosen.kind == FormKind::add_key)
        set_place(root, app::below(chosen.pointer, option.value),
                  option.fresh.is_nothing() ? first_value_of_key(option.value) : option.fresh, out);
    else
        take_pick(chosen, option, root, out);
}

}  // namespace huashu::desktop
