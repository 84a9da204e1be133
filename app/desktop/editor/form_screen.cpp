// A sheet of the desk: its rows in a column, and the list of whatever menu is open.
#include "desktop/editor/form_pen.hpp"

namespace huashu::desktop {
namespace {

using app::Tree;
using FormKind = FormRow::Kind;

const FormRow* row_of_menu(const AuthorScreen& own) {
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

void take_pick(const FormRow& row, const FormOption& option, const AuthorDesk& desk, AuthorWishes& out) {
    const Tree& root = desk.document.root();
    if (option.value.empty()) return ask(out, wish::Edit{app::without(root, row.pointer), row.pointer, false});
    const bool number = !row.as_text && option.value.size() == 1;
    edit(out, desk, row.pointer, number ? Tree::of(std::int64_t{option.value[0] - '0'}) : Tree::of(option.value));
}

void take_name(const FormRow& row, const FormOption& option, const AuthorDesk& desk, AuthorWishes& out) {
    Tree::List items = app::at(desk.document.root(), row.pointer).items();
    if (option.on)
        std::erase_if(items, [&](const Tree& item) { return item.text() == option.value; });
    else
        items.push_back(Tree::of(option.value));
    if (items.empty() && app::last_of(row.pointer) == "tell")
        return ask(out, wish::Edit{app::without(desk.document.root(), row.pointer), row.pointer, false});
    edit(out, desk, row.pointer, Tree::of(std::move(items)));
}

}  // namespace

void edit(AuthorWishes& out, const AuthorDesk& desk, const std::string& pointer, Tree value, bool typing) {
    ask(out, wish::Edit{app::with(desk.document.root(), pointer, std::move(value)), pointer, typing});
}

void form_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const std::string of = desk.selected + "/" + std::to_string(static_cast<int>(desk.sheet));
    const bool anew = own.fields_of != of;
    if (anew) {
        own.fields.clear();
        own.fields_of = of;
    }
    Scroll column(ui, "author.form", box, ui.px(space::large));
    if (anew) column.to_top();
    if (own.shown_reveals != desk.reveals) own.reveal_target = row_for(*own.form.view, desk.reveal);
    FormPen pen(ui, column, desk, speech, own, out);
    for (const FormRow& row : *own.form.view) pen.draw(row);
    if (!ui.editing_text) column.take_page_keys();
    own.shown_reveals = desk.reveals;
}

void form_menu_ui(Ui& ui, Box all, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    (void)speech;
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
        take_name(chosen, option, desk, out);
    else if (chosen.kind == FormKind::add_key)
        edit(out, desk, app::below(chosen.pointer, option.value), first_value_of_key(option.value));
    else
        take_pick(chosen, option, desk, out);
}

}  // namespace huashu::desktop
