// Rows that say where one is: headings, heads of items with their ids, flags.
#include "desktop/editor/form_pen.hpp"

#include "author/document_edits.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {

using app::Tree;
using FormKind = FormRow::Kind;

namespace {

constexpr std::size_t longest_field = 400'000;  // characters: what stands in a file is never cut off

}  // namespace

void FormPen::draw(const FormRow& row) {
    const float indent = static_cast<float>(row.depth) * ui_.px(18);
    x0_ = column_.x0 + indent;
    draw_kind(row);
    if (own_.helped == row.pointer && !row.help.empty()) help_text(row);
}

void FormPen::draw_kind(const FormRow& row) {
    switch (row.kind) {
        case FormKind::heading:
            return heading(row);
        case FormKind::item:
            return item(row);
        case FormKind::text:
        case FormKind::assign:
        case FormKind::patterns:
            return words(row);
        case FormKind::number:
            return number(row);
        case FormKind::range:
            return range(row);
        case FormKind::pick:
            return pick(row);
        case FormKind::names:
            return names(row);
        case FormKind::key:
            return key(row);
        case FormKind::add:
            return add(row);
        case FormKind::add_key:
            return add_key(row);
        case FormKind::flag:
            return flag(row);
        case FormKind::note:
            return note(row);
    }
}

void FormPen::set(const std::string& pointer, Tree value, bool typing) {
    ask(out_, wish::Edit{app::with(root(), pointer, std::move(value)), pointer, typing});
}

void FormPen::reveal_if_wanted(const std::string& pointer, Box box, WidgetId id) {
    if (own_.shown_reveals == subject_.reveals || pointer != own_.reveal_target) return;
    column_.reveal(box);
    // A whole stage is shown without taking the keyboard from the map.
    if (id != 0 && app::lies_in(subject_.reveal, pointer)) ui_.focus.set(id, true);
    own_.shown_reveals = subject_.reveals;
}

Box FormPen::labelled(const FormRow& row, float height) {
    Box box{x0_, column_.y, column_.x1, column_.y + height};
    const float sign = row.help.empty() ? 0 : ui_.scale.leading(Type::caption);
    const float wanted = text_width(ui_, row.label, Type::label) + sign + ui_.px(space::small);
    Box label = box.cut_left(std::min(std::max(ui_.wide(92), wanted), box.w() * 0.5f));
    if (sign > 0) {
        const float x = std::min(label.x1 - sign, label.x0 + text_width(ui_, row.label, Type::label) + 1);
        help_sign(row, x, label.y0, label.h());
        label.x1 = x;
    }
    bool cut = false;
    text_in(ui_, label, ui_.text().fitted(row.label, ui_.style(Type::label), label.w(), cut), Type::label,
            t_.text_muted);
    return box;
}

void FormPen::help_sign(const FormRow& row, float x, float y, float height) {
    if (row.help.empty()) return;
    const float side = ui_.scale.leading(Type::caption);
    const Box box{x, y + (height - side) / 2, x + side, y + (height + side) / 2};
    const Response r =
        interact(ui_, "author.help." + row.pointer, box, {.kind = "help", .text = row.help, .takes_focus = false});
    draw_icon(ui_, Icon::info, box.inset(side * 0.2f), r.hovered ? t_.accent.strong : t_.text_faint);
    tooltip(ui_, r, speech_.words("desktop.author.help_sign"));
    if (r.clicked) own_.helped = own_.helped == row.pointer ? std::string{} : row.pointer;
}

void FormPen::help_by_key(const FormRow& row, bool focused) {
    if (row.help.empty() || !focused || ui_.blocked != 0 || !ui_.take_key(Key::f1, {.ctrl = true})) return;
    own_.helped = own_.helped == row.pointer ? std::string{} : row.pointer;
}

void FormPen::help_text(const FormRow& row) {
    const float pad = ui_.px(space::small);
    const float width = column_.x1 - x0_ - 2 * pad;
    const Box box{x0_, column_.y, column_.x1,
                  column_.y + paragraph_height(ui_, width, row.help, Type::caption) + 2 * pad};
    fill(ui_, box, t_.info.soft, ui_.px(8));
    paragraph(ui_, box.x0 + pad, box.y0 + pad, width, row.help, Type::caption, t_.text);
    tag(ui_, "author.help_text", box, "text", row.help);
    next(box.h());
}

bool FormPen::take_out_button(const FormRow& row, Box& box) {
    if (!row.optional) return false;
    const float side = ui_.wide(26);
    const Box at = box.cut_right(side).centred(side, side);
    box.cut_right(ui_.px(space::tight));
    return icon_button(ui_, "author.out." + row.pointer, at, Icon::cross, speech_.words("desktop.author.take_out"))
        .clicked;
}

void FormPen::heading(const FormRow& row) {
    if (column_.y > column_.view().y0 + ui_.px(space::wide)) column_.y += ui_.px(space::medium);
    const float height = ui_.scale.leading(Type::lead);
    const Box box{column_.x0, column_.y, column_.x1, column_.y + height};
    text_in(ui_, box, row.label, Type::lead, t_.text);
    tag(ui_, "author.section." + row.pointer, box, "heading", row.label);
    column_.y += height;
    column_.y += paragraph(ui_, column_.x0, column_.y, column_.width(), row.value, Type::caption, t_.text_muted);
    column_.y += ui_.px(space::small);
}

void FormPen::item(const FormRow& row) {
    const float height = control();
    Box box{x0_, column_.y, column_.x1, column_.y + height};
    fill(ui_, box, t_.sunken, ui_.px(8));
    reveal_if_wanted(row.pointer, box, 0);
    const float side = ui_.wide(28);
    const auto tool = [&](const char* id, Icon icon, const char* hint) {
        const Box at = box.cut_right(side).centred(side, side);
        return icon_button(ui_, std::string("author.") + id + "." + row.pointer, at, icon, speech_.words(hint)).clicked;
    };
    if (tool("remove", Icon::cross, "desktop.author.remove")) change(app::removed(root(), row.pointer), row.pointer);
    if (row.movable) {
        const auto at = static_cast<std::size_t>(app::index_of(row.pointer));
        const std::string list(app::parent_of(row.pointer));
        if (tool("copy", Icon::copy, "desktop.author.duplicate"))
            change(app::duplicated(root(), row.pointer), app::below(list, at + 1));
        if (tool("down", Icon::down, "desktop.author.move_down"))
            change(app::with_moved(root(), list, at, at + 1), app::below(list, at + 1));
        if (tool("up", Icon::up, "desktop.author.move_up") && at > 0)
            change(app::with_moved(root(), list, at, at - 1), app::below(list, at - 1));
    }
    box.cut_left(ui_.px(space::small));
    if (app::at(root(), row.pointer)["id"].is_nothing())
        text_in(ui_, box, row.label, Type::strong, t_.text);
    else
        id_field(row, box);
    next(height);
}

void FormPen::id_field(const FormRow& row, Box box) {
    const std::string pointer = app::below(row.pointer, "id");
    EditorState& state = field(pointer, row.label, false);
    Box at = box;
    at.x1 = std::min(at.x1, at.x0 + ui_.wide(190));
    const EditorResult r = editor(ui_, field_id(pointer), at.inset(0, ui_.px(2)), state,
                                  {.label = row.label, .type = Type::label, .single_row = true});
    const std::string typed = to_bytes(state.buffer.text());
    const bool is_free = typed == row.label || app::is_free_id(root(), row.pointer, typed);
    if (!is_free) outline(ui_, at.inset(0, ui_.px(2)), t_.bad.strong, ui_.px(radius_control), ui_.px(1.5f));
    if (typed != row.label && is_free && (r.submitted || !r.focused))
        change(app::renamed(root(), row.pointer, typed, said_in(row.pointer)), row.pointer);
    else if (typed != row.label && !r.focused)
        state.buffer.set_text(to_characters(row.label));
}

std::vector<std::string> FormPen::said_in(const std::string& item) const {
    std::vector<std::string> turns;
    const std::string id = app::at(root(), item)["id"].text();
    int bearers = 0;
    for (const Tree& stage : root()["stages"].items())
        for (const Tree& choice : stage["choices"].items()) bearers += choice["id"].text() == id ? 1 : 0;
    if (item.find("/choices/") == std::string::npos || bearers != 1) return turns;
    const auto& plays = root()["plays"].items();
    for (std::size_t p = 0; p < plays.size(); ++p)
        for (std::size_t i = 0; i < plays[p]["turns"].items().size(); ++i)
            turns.push_back(app::below(app::below(app::below("/plays", p), "turns"), i));
    return turns;
}

EditorState& FormPen::field(const std::string& pointer, const std::string& value, bool multi_line) {
    const auto [found, fresh] = own_.fields.try_emplace(pointer, EditorState{EditBuffer(multi_line, longest_field)});
    if (fresh) found->second.buffer.set_text(to_characters(value));
    return found->second;
}

void FormPen::key(const FormRow& row) {
    const float height = row.optional ? control() : ui_.scale.leading(Type::label);
    Box box{x0_, column_.y, column_.x1, column_.y + height};
    reveal_if_wanted(row.pointer, box, 0);
    if (take_out_button(row, box)) set_out(row);
    const bool sub_label = row.pointer.starts_with('#');
    if (sub_label || row.optional) {
        const Type type = sub_label ? Type::caption : Type::label;
        text_in(ui_, box, row.label, type, t_.text_muted);
        help_sign(row, box.x0 + text_width(ui_, row.label, type) + ui_.px(space::tight), box.y0, box.h());
        return next(height, sub_label ? space::hair : space::small);
    }
    column_.y +=
        paragraph(ui_, x0_, column_.y, column_.x1 - x0_, row.label, Type::label, t_.text) + ui_.px(space::small);
}

void FormPen::note(const FormRow& row) {
    const Color color = row.low > 1 ? t_.bad.strong : row.low > 0 ? t_.warn.strong : t_.text_muted;
    const float side = ui_.wide(15);
    const float line = ui_.scale.leading(Type::caption);
    const Box sign{x0_, column_.y + (line - side) / 2, x0_ + side, column_.y + (line + side) / 2};
    draw_icon(ui_, row.low > 0 ? Icon::warning : Icon::info, sign, color);
    const float x = sign.x1 + ui_.px(space::tight);
    const float top = column_.y;
    column_.y += paragraph(ui_, x, column_.y, column_.x1 - x, row.label, Type::caption, color);
    const Box whole{x0_, top, column_.x1, column_.y};
    tag(ui_, "author.note." + row.pointer, whole, "note", row.label);
    column_.y += ui_.px(space::small);
}

void FormPen::flag(const FormRow& row) {
    const bool on = app::at(root(), row.pointer).boolean();
    const float height = control();
    const Box box{x0_, column_.y, x0_ + filter_chip_width(ui_, row.label, on), column_.y + height};
    if (filter_chip(ui_, field_id(row.pointer), box, row.label, on))
        change(on ? app::without(root(), row.pointer) : app::with(root(), row.pointer, Tree::of_boolean(true)),
               row.pointer);
    help_sign(row, box.x1 + ui_.px(space::tight), box.y0, height);
    next(height);
}

}  // namespace huashu::desktop
