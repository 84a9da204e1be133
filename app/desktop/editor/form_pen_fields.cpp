// Rows that hold a value: texts, numbers, ranges, choices among names.
#include <algorithm>
#include <sstream>

#include "desktop/editor/form_pen.hpp"

#include "author/document_edits.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {

using app::Tree;
using FormKind = FormRow::Kind;

namespace {

std::string joined_rows(const Tree& list) {
    std::string out;
    for (const Tree& item : list.items()) out += (out.empty() ? "" : "\n") + item.text();
    return out;
}

Tree split_rows(const std::string& text) {
    Tree::List items;
    std::istringstream rows(text);
    std::string row;
    while (std::getline(rows, row))
        if (!row.empty()) items.push_back(Tree::of(row));
    return Tree::of(std::move(items));
}

}  // namespace

void FormPen::words(const FormRow& row) {
    std::string value = row.value;
    if (row.kind == FormKind::patterns) value = joined_rows(app::at(root(), row.pointer));
    const bool breaks = row.multi_line || row.kind == FormKind::patterns;
    const bool multi = breaks || row.wrapped;
    Box box{x0_, column_.y, column_.x1, column_.y};
    if (!row.label.empty()) {
        const float label = ui_.scale.leading(Type::caption);
        text_in(ui_, Box{x0_, column_.y, column_.x1, column_.y + label}, row.label, Type::caption, t_.text_muted);
        help_sign(row, x0_ + text_width(ui_, row.label, Type::caption) + ui_.px(space::tight), column_.y, label);
        column_.y += label;
        box.y0 = column_.y;
    }
    EditorState& state = field(row.pointer, value, multi);
    const float inner = box.w() - 2 * ui_.px(space::medium) - (row.optional ? ui_.wide(30) : 0);
    const std::string shown = to_bytes(state.buffer.text());
    const float text =
        multi ? paragraph_height(ui_, inner, shown.empty() || shown.back() == '\n' ? shown + " " : shown, Type::label)
              : ui_.scale.leading(Type::label);
    box.y1 = box.y0 + text + 2 * ui_.px(space::small);
    const Box whole = box;
    if (take_out_button(row, box)) {
        set_out(row);
        return next(whole.h());
    }
    const EditorResult r = editor(ui_, field_id(row.pointer), box, state,
                                  {.placeholder = speech_.words("desktop.author.empty_field"),
                                   .label = row.label,
                                   .enter_submits = !breaks,
                                   .type = Type::label,
                                   .single_row = !multi});
    reveal_if_wanted(row.pointer, box, r.id);
    if (r.focused) own_.writing = row.pointer;
    help_by_key(row, r.focused);
    if (r.changed)
        take_words(row, to_bytes(state.buffer.text()));
    else if (!r.focused || row.kind == FormKind::text)
        follow(row, state, value, shown, r.focused);
    next(whole.h());
}

void FormPen::follow(const FormRow& row, EditorState& state, const std::string& value, const std::string& shown,
                     bool focused) {
    if (shown == value || (row.kind != FormKind::text && focused)) return;
    state.buffer.set_text(to_characters(value));
}

void FormPen::take_words(const FormRow& row, const std::string& text) {
    if (row.kind == FormKind::patterns) return set(row.pointer, split_rows(text), true);
    if (row.kind == FormKind::text) {
        std::string kept = text;
        if (row.wrapped) std::erase(kept, '\n');  // it is shown in several rows, but is one
        return set(row.pointer, Tree::of(std::move(kept)), true);
    }
    const Tree set_of = assignments_of(text);
    if (!set_of.is_nothing())
        set(row.pointer, set_of, true);
    else if (text.find_first_not_of(' ') == std::string::npos)
        change(app::without(root(), row.pointer), row.pointer);
}

void FormPen::set_out(const FormRow& row) {
    own_.fields.clear();
    Tree changed = app::without(root(), row.pointer);
    // An empty mood, list of answers or set of variables is no longer worth its braces.
    const std::string parent(app::parent_of(row.pointer));
    const Tree& left = app::at(changed, parent);
    const std::string name = app::last_of(parent);
    const bool braces = name == "mood" || name == "answer" || name == "stuck" || name == "var";
    if (braces && left.items().empty() && left.members().empty()) changed = app::without(changed, parent);
    change(std::move(changed), row.pointer);
}

WidgetId FormPen::stepper(const std::string& id, Box box, const std::string& pointer, int low, int high,
                          bool optional) {
    const Tree& value = app::at(root(), pointer);
    const bool missing = value.is_nothing();
    const auto now = static_cast<int>(value.integer());
    const float side = std::min(box.h(), ui_.wide(28));
    fill(ui_, box, t_.surface, ui_.px(radius_control));
    outline(ui_, box, t_.line_strong, ui_.px(radius_control), std::max(1.0f, ui_.scale.screen));
    const Response r = interact(ui_, id, box, {.kind = "number", .text = missing ? "" : std::to_string(now)});
    int to = now;
    if (ui_.focus.has(r.id) && ui_.blocked == 0) {
        if (ui_.take_key(Key::right, {}, true) || ui_.take_key(Key::equal, {}, true)) ++to;
        if (ui_.take_key(Key::left, {}, true) || ui_.take_key(Key::minus, {}, true)) --to;
        if (ui_.take_key(Key::right, {.shift = true}, true)) to += 10;
        if (ui_.take_key(Key::left, {.shift = true}, true)) to -= 10;
        if (optional && (ui_.take_key(Key::del) || ui_.take_key(Key::backspace))) {
            if (!missing) change(tidied(app::without(root(), pointer), pointer), pointer);
            return r.id;
        }
    }
    Box inner = box;
    const Box less = inner.cut_left(side);
    const Box more = inner.cut_right(side);
    draw_icon(ui_, Icon::minus, less.inset(side * 0.3f), t_.text_muted);
    draw_icon(ui_, Icon::plus, more.inset(side * 0.3f), t_.text_muted);
    text_in(ui_, inner, missing ? "–" : std::to_string(now), Type::label, missing ? t_.text_faint : t_.text,
            Align::centre);
    if (r.focused) focus_ring(ui_, box, ui_.px(radius_control));
    if (r.clicked && ui_.input.mouse_inside && box.holds(ui_.input.mouse_x, ui_.input.mouse_y)) {
        const int step = ui_.shift_held() ? 1 : high - low > 40 ? 5 : 1;
        if (less.holds(ui_.input.mouse_x, ui_.input.mouse_y)) to -= step;
        if (more.holds(ui_.input.mouse_x, ui_.input.mouse_y)) to += step;
    }
    if (to != now) {
        const bool below = optional && !missing && to < low;
        to = std::clamp(to, low, high);
        if (below || (optional && to == 0 && low < 0))
            change(tidied(app::without(root(), pointer), pointer), pointer);
        else
            set(pointer, Tree::of(std::int64_t{to}));
        return r.id;
    }
    reveal_if_wanted(pointer, box, r.id);
    return r.id;
}

Tree FormPen::tidied(Tree changed, const std::string& pointer) {
    const std::string parent(app::parent_of(pointer));
    const Tree& left = app::at(changed, parent);
    return left.kind() == Tree::Kind::object && left.members().empty() ? app::without(changed, parent) : changed;
}

void FormPen::number(const FormRow& row) {
    Box box = labelled(row, control());
    box.x1 = std::min(box.x1, box.x0 + ui_.wide(124));
    const WidgetId id = stepper(field_id(row.pointer), box, row.pointer, row.low, row.high, row.optional);
    help_by_key(row, ui_.focus.has(id));
    next(box.h());
}

void FormPen::range(const FormRow& row) {
    Box box = labelled(row, control());
    const float height = box.h();
    reveal_if_wanted(row.pointer, box, 0);
    if (take_out_button(row, box)) {
        set_out(row);
        return next(height);
    }
    const float sign = ui_.wide(18);
    const float each = std::min(ui_.wide(116), (box.w() - 2 * sign) / 2);
    text_in(ui_, box.cut_left(sign), "≥", Type::label, t_.text_muted);
    stepper(field_id(row.pointer) + "/min", box.cut_left(each), app::below(row.pointer, "min"), row.low, row.high,
            true);
    box.cut_left(ui_.px(space::tight));
    text_in(ui_, box.cut_left(sign), "≤", Type::label, t_.text_muted);
    stepper(field_id(row.pointer) + "/max", box.cut_left(each), app::below(row.pointer, "max"), row.low, row.high,
            true);
    next(height);
}

void FormPen::pick(const FormRow& row) {
    Box box = labelled(row, control());
    const float height = box.h();
    if (take_out_button(row, box)) {
        set_out(row);
        return next(height);
    }
    std::string shown = speech_.words("desktop.author.choose");
    for (const FormOption& option : row.options)
        if (option.on) shown = option.label;
    const Response r = menu_button(ui_, field_id(row.pointer), box, shown, own_.menu);
    reveal_if_wanted(row.pointer, box, r.id);
    help_by_key(row, ui_.focus.has(r.id));
    next(height);
}

void FormPen::names(const FormRow& row) {
    Box box = labelled(row, control());
    const float height = box.h();
    if (take_out_button(row, box)) {
        set_out(row);
        return next(height);
    }
    std::string shown;
    for (const FormOption& option : row.options)
        if (option.on) shown += (shown.empty() ? "" : "、") + option.label;
    if (shown.empty()) shown = speech_.words("desktop.author.none_chosen");
    const Response r = menu_button(ui_, field_id(row.pointer), box, shown, own_.menu);
    reveal_if_wanted(row.pointer, box, r.id);
    help_by_key(row, ui_.focus.has(r.id));
    next(height);
}

}  // namespace huashu::desktop
