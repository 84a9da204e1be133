// Rows that add something: an item to a list, a wording under a condition, a branch, a key.
#include "desktop/editor/form_pen.hpp"

#include "author/document_edits.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {

using app::Tree;
using FormKind = FormRow::Kind;

void FormPen::add(const FormRow& row) {
    const float height = control();
    const float width =
        std::min(column_.x1 - x0_, text_width(ui_, row.label, Type::label) + ui_.wide(20) + 3 * ui_.px(space::medium));
    const Box box{x0_, column_.y, x0_ + width, column_.y + height};
    if (quiet_button("author.add." + row.pointer, box, row.label)) add_item(row);
    // Two ways to add to the same list stand side by side.
    if (row.fresh.is_nothing() && row.label == speech_.words("desktop.author.add.line") &&
        row.pointer.find("/lines") == std::string::npos) {
        beside_ = x0_ + width + ui_.px(space::small);
        return;
    }
    beside_ = 0;
    next(height);
}

bool FormPen::quiet_button(const std::string& id, Box box, const std::string& label) {
    if (beside_ > 0) box = box.moved(beside_ - box.x0, 0);
    const Response r = interact(ui_, id, box, {.kind = "button", .text = label});
    fill(ui_, box, with_alpha(t_.accent.strong, r.held ? 0.22f : r.hovered ? 0.14f : 0.07f), ui_.px(8));
    Box inner = box.inset(ui_.px(space::medium), 0);
    const float side = ui_.wide(13);
    draw_icon(ui_, Icon::plus, inner.cut_left(side).centred(side, side), t_.accent.strong);
    inner.cut_left(ui_.px(space::tight));
    bool cut = false;
    text_in(ui_, inner, ui_.text().fitted(label, ui_.style(Type::label), inner.w(), cut), Type::label,
            t_.accent.strong);
    if (r.focused) focus_ring(ui_, box, ui_.px(8));
    return r.clicked;
}

void FormPen::add_item(const FormRow& row) {
    const std::string& pointer = row.pointer;
    if (!row.fresh.is_nothing()) {
        const std::size_t at = app::at(root(), pointer).items().size();
        change(app::with_inserted(root(), pointer, at, row.fresh), app::below(pointer, at));
        return ask(out_, wish::Reveal{app::below(pointer, at)});
    }
    const std::string last = app::last_of(pointer);
    if (last == "?") return add_guarded(std::string(app::parent_of(pointer)));
    if (last == "next") return add_way(pointer);
    const Tree& list = app::at(root(), pointer);
    const std::size_t end = list.items().size();
    if (last == "any") {
        const Tree one = first_value_of_key("any").items().front();
        return change(app::with_inserted(root(), pointer, end, one), app::below(pointer, end));
    }
    // A default ending stays the last: what stands below it is never reached.
    std::size_t where = end;
    if (pointer == "/endings")
        while (where > 0 && list.items()[where - 1]["when"].is_nothing()) --where;
    change(app::added(root(), pointer, where), app::below(pointer, where));
    ask(out_, wish::Reveal{app::below(pointer, where)});
}

void FormPen::add_guarded(const std::string& list) {
    const Tree guarded = Tree::of(
        Tree::Object{{"when", first_value_of_key("not")}, {"lines", Tree::of(Tree::List{Tree::of(std::string{})})}});
    const Tree& all = app::at(root(), list);
    std::size_t where = 0;
    while (where < all.items().size() && all.items()[where].kind() == Tree::Kind::object) ++where;
    own_.fields.clear();
    change(app::with_inserted(root(), list, where, guarded), app::below(list, where));
}

void FormPen::add_way(const std::string& pointer) {
    const Tree& next = app::at(root(), pointer);
    Tree::List ways = next.items();
    if (next.kind() == Tree::Kind::text) ways = {Tree::of(Tree::Object{{"to", next}})};
    const Tree way = Tree::of(Tree::Object{{"when", first_value_of_key("not")}, {"to", Tree::of(std::string("end"))}});
    const std::size_t where = ways.empty() ? 0 : ways.size() - 1;
    ways.insert(ways.begin() + static_cast<std::ptrdiff_t>(where), way);
    change(app::with(root(), pointer, Tree::of(std::move(ways))), pointer);
}

void FormPen::add_key(const FormRow& row) {
    const float height = control();
    const float width =
        std::min(column_.x1 - x0_, text_width(ui_, row.label, Type::label) + ui_.wide(20) + 3 * ui_.px(space::medium));
    const Box box{x0_, column_.y, x0_ + width, column_.y + height};
    beside_ = 0;
    if (quiet_button("author.addkey." + row.pointer, box, row.label)) {
        own_.menu.owner = "author.addkey." + row.pointer;
        own_.menu.at = box;
        own_.menu.row = -1;
        own_.menu.back_to = 0;
    }
    next(height);
}

}  // namespace huashu::desktop
