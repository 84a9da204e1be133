#include "desktop/ui/editor.hpp"

#include <cmath>

#include "desktop/text/utf.hpp"
#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/paint.hpp"

namespace huashu::desktop {
namespace {

using Move = EditBuffer::Move;

struct KeyMove {
    Key key;
    bool ctrl;
    Move move;
};
constexpr KeyMove key_moves[] = {
    {Key::left, false, Move::left},       {Key::right, false, Move::right},
    {Key::left, true, Move::word_left},   {Key::right, true, Move::word_right},
    {Key::up, false, Move::up},           {Key::down, false, Move::down},
    {Key::home, false, Move::row_start},  {Key::end, false, Move::row_end},
    {Key::home, true, Move::text_start},  {Key::end, true, Move::text_end},
    {Key::page_up, false, Move::page_up}, {Key::page_down, false, Move::page_down},
};

void take_moves(Ui& ui, EditBuffer& buffer) {
    for (const KeyMove& m : key_moves) {
        if (ui.take_key(m.key, {.ctrl = m.ctrl}, true)) buffer.move(m.move, false);
        if (ui.take_key(m.key, {.shift = true, .ctrl = m.ctrl}, true)) buffer.move(m.move, true);
    }
    if (ui.take_key(Key::a, {.ctrl = true})) buffer.select_all();
}

void copy(Ui& ui, const std::u32string& text) {
    if (!text.empty() && ui.clipboard().set) ui.clipboard().set(to_bytes(text));
}

void take_edits(Ui& ui, EditBuffer& buffer) {
    const Mods ctrl{.ctrl = true};
    const Mods shift{.shift = true};
    if (ui.take_key(Key::backspace, {}, true) || ui.take_key(Key::backspace, shift, true)) buffer.erase_back();
    if (ui.take_key(Key::backspace, ctrl, true)) buffer.erase_back(true);
    if (ui.take_key(Key::del, {}, true)) buffer.erase_forward();
    if (ui.take_key(Key::del, ctrl, true)) buffer.erase_forward(true);
    if (ui.take_key(Key::z, ctrl, true)) (void)buffer.undo();
    if (ui.take_key(Key::y, ctrl, true) || ui.take_key(Key::z, {.shift = true, .ctrl = true}, true))
        (void)buffer.redo();
    if (ui.take_key(Key::c, ctrl) || ui.take_key(Key::insert, ctrl)) copy(ui, buffer.selected());
    if (ui.take_key(Key::x, ctrl) || ui.take_key(Key::del, shift)) copy(ui, buffer.cut());
    if ((ui.take_key(Key::v, ctrl, true) || ui.take_key(Key::insert, shift, true)) && ui.clipboard().get)
        buffer.paste(to_characters(ui.clipboard().get()));
}

// True when the text is to be sent.
bool take_enter(Ui& ui, EditBuffer& buffer, const EditorSpec& spec) {
    if (ui.take_key(Key::enter, {.shift = true}, true)) buffer.type(U"\n");
    if (!spec.enter_submits) {
        if (ui.take_key(Key::enter, {}, true)) buffer.type(U"\n");
        return ui.take_key(Key::enter, {.ctrl = true});
    }
    return ui.take_key(Key::enter) || ui.take_key(Key::enter, {.ctrl = true});
}

void take_mouse(Ui& ui, EditorState& state, const Response& r, Box text) {
    ImGuiIO& io = ImGui::GetIO();
    if (r.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    const float x = io.MousePos.x - text.x0;
    const float y = io.MousePos.y - text.y0 + state.scroll;
    if (r.hovered && ImGui::IsMouseClicked(0)) {
        ui.focus.set(r.id, false);
        const int clicks = io.MouseClickedCount[0];
        if (clicks >= 3)
            state.buffer.select_paragraph_at(x, y);
        else if (clicks == 2)
            state.buffer.select_word_at(x, y);
        else
            state.buffer.click(x, y, ui.shift_held());
        state.dragging = clicks == 1;
    } else if (r.held && state.dragging) {
        state.buffer.click(x, y, true);
    }
    if (!io.MouseDown[0]) state.dragging = false;
}

void lay_out(Ui& ui, EditorState& state, Box text, const TextStyle& style) {
    Glyphs& glyphs = ui.text().glyphs();
    const bool other = state.seen_glyphs != glyphs.generation() || !(state.seen_style == style);
    // Another width makes the buffer break its rows again; so does a hair's breadth, which marks other glyphs.
    const float width = std::floor(text.w()) + (other ? 0.01f : 0.0f);
    state.seen_glyphs = glyphs.generation();
    state.seen_style = style;
    state.buffer.lay_out([&glyphs, style](char32_t c) { return glyphs.glyph(style.weight, style.em_px, c).advance; },
                         width, style.leading_px, static_cast<int>(text.h() / style.leading_px));
}

void keep_caret_visible(EditorState& state, Box text, float leading) {
    const float content = static_cast<float>(state.buffer.rows().size()) * leading;
    if (state.seen_caret != state.buffer.caret() || state.dragging) {
        const float top = static_cast<float>(state.buffer.caret_place().row) * leading;
        state.scroll = std::clamp(state.scroll, std::max(0.0f, top + leading - text.h()), std::max(0.0f, top));
        state.seen_caret = state.buffer.caret();
    }
    state.scroll = std::clamp(state.scroll, 0.0f, std::max(0.0f, content - text.h()));
}

float right_of(const EditBuffer& buffer, Ui& ui, const TextStyle& style, std::size_t position) {
    return buffer.x_of(position) + ui.text().glyphs().glyph(style.weight, style.em_px, buffer.text()[position]).advance;
}

void draw_selection(Ui& ui, const EditorState& state, const Row& row, float x, float y, const TextStyle& style) {
    const EditBuffer& b = state.buffer;
    const std::size_t begin = std::max<std::size_t>(b.selection_begin(), row.begin);
    const std::size_t end = std::min<std::size_t>(b.selection_end(), row.end);
    if (begin >= end) return;
    const float right = b.text()[end - 1] == U'\n' ? b.x_of(end - 1) + ui.px(5) : right_of(b, ui, style, end - 1);
    fill(ui, Box{x + b.x_of(begin), y, x + right, y + style.leading_px}, ui.theme->selection);
}

void draw_mark(Ui& ui, const TextMark& mark, float x0, float x1, float y) {
    ImDrawList& list = canvas();
    const float step = ui.px(3);
    if (!mark.wavy) {
        for (float x = x0; x < x1; x += step * 1.6f)
            list.AddCircleFilled({x, y}, std::max(1.0f, ui.px(1.2f)), packed(mark.color), 8);
        return;
    }
    bool up = true;
    for (float x = x0; x < x1 + step; x += step, up = !up)
        list.PathLineTo({std::min(x, x1), y + (up ? -ui.px(1.5f) : ui.px(1.5f))});
    list.PathStroke(packed(mark.color), 0, std::max(1.2f, ui.px(1.5f)));
}

void draw_marks(Ui& ui, const EditorState& state, const Row& row, const EditorSpec& spec, float x, float baseline,
                const TextStyle& style) {
    for (const TextMark& mark : spec.marks) {
        const std::size_t begin = std::max<std::size_t>(mark.begin, row.begin);
        const std::size_t end = std::min({mark.end, static_cast<std::size_t>(row.end), state.buffer.text().size()});
        if (begin >= end) continue;
        draw_mark(ui, mark, x + state.buffer.x_of(begin), x + right_of(state.buffer, ui, style, end - 1),
                  baseline + ui.px(5));
    }
}

void draw_rows(Ui& ui, const EditorState& state, Box text, const TextStyle& style, const EditorSpec& spec) {
    const EditBuffer& b = state.buffer;
    Glyphs& glyphs = ui.text().glyphs();
    ImDrawList& list = canvas();
    const ImU32 color = packed(spec.enabled ? ui.theme->text : ui.theme->text_faint);
    const float ascent = glyphs.ascent(style.em_px);
    const float down = std::round((style.leading_px - ascent - glyphs.descent(style.em_px)) / 2 + ascent);
    for (std::size_t r = 0; r < b.rows().size(); ++r) {
        const Row& row = b.rows()[r];
        const float top = std::floor(text.y0 + static_cast<float>(r) * style.leading_px - state.scroll);
        if (top + style.leading_px < text.y0 || top > text.y1) continue;
        draw_selection(ui, state, row, text.x0, top, style);
        for (std::size_t i = row.begin; i < row.end; ++i) {
            const Glyph& g = glyphs.glyph(style.weight, style.em_px, b.text()[i]);
            if (!g.visible) continue;
            const float pen = std::floor(text.x0 + b.x_of(i));
            list.PrimReserve(6, 4);
            list.PrimRectUV({pen + g.x0, top + down + g.y0}, {pen + g.x1, top + down + g.y1}, {g.u0, g.v0},
                            {g.u1, g.v1}, color);
        }
        draw_marks(ui, state, row, spec, text.x0, top + down, style);
    }
}

void draw_caret(Ui& ui, const EditorState& state, Box text, const TextStyle& style) {
    const EditBuffer::CaretPlace place = state.buffer.caret_place();
    const float x = std::floor(text.x0 + place.x);
    const float y = text.y0 + static_cast<float>(place.row) * style.leading_px - state.scroll;
    const float rim = style.leading_px * 0.12f;
    ui.caret = Box{x, y + rim, x + std::max(1.0f, std::round(ui.px(2))), y + style.leading_px - rim};
    fill(ui, ui.caret, ui.theme->text);
}

void draw_scroll_hint(Ui& ui, const EditorState& state, Box box, Box text, float leading) {
    const float content = static_cast<float>(state.buffer.rows().size()) * leading;
    if (content <= text.h() + 1) return;
    const float height = std::max(ui.px(18), text.h() * text.h() / content);
    const float y = text.y0 + (text.h() - height) * state.scroll / (content - text.h());
    fill(ui, Box{box.x1 - ui.px(8), y, box.x1 - ui.px(4), y + height}, with_alpha(ui.theme->line_strong, 0.6f),
         ui.px(2));
}

}  // namespace

EditorResult editor(Ui& ui, std::string_view id, Box box, EditorState& state, const EditorSpec& spec) {
    EditorResult out;
    const TextStyle style = ui.style(spec.type);
    Box text = box.inset(ui.px(space::medium), ui.px(space::small));
    const auto sign = static_cast<float>(ui.scale.em(spec.type));
    if (spec.icon != Icon::none) text.x0 += sign + ui.px(space::small);
    if (spec.single_row) text = text.centred(text.w(), style.leading_px);
    lay_out(ui, state, text, style);
    const unsigned before = state.buffer.revision();
    // Enter and Space belong to the text, not to the button behaviour of a focused widget.
    const FrameInput saved = ui.input;
    std::erase_if(ui.input.keys, [](const KeyEvent& e) { return e.key == Key::enter || e.key == Key::space; });
    const Response r = interact(ui, id, box, {.kind = "editor", .text = spec.label, .enabled = spec.enabled});
    ui.input.keys = saved.keys;
    out.id = r.id;
    out.focused = spec.enabled && ui.blocked == 0 && ui.focus.has(r.id);
    if (spec.enabled && ui.blocked == 0) take_mouse(ui, state, r, text);
    if (out.focused) {
        ui.editing_text = true;
        if (!ui.input.text.empty()) state.buffer.type(std::exchange(ui.input.text, {}));
        take_edits(ui, state.buffer);
        take_moves(ui, state.buffer);
        out.submitted = take_enter(ui, state.buffer, spec);
        (void)ui.take_key(Key::space, {}, true);
    }
    if (r.hovered && ui.input.wheel_y != 0) state.scroll -= ui.input.wheel_y * style.leading_px * 2;
    keep_caret_visible(state, text, style.leading_px);
    out.changed = state.buffer.revision() != before;

    const float radius = ui.px(radius_control);
    fill(ui, box, spec.enabled ? ui.theme->surface : ui.theme->sunken, radius);
    outline(ui, box, out.focused ? ui.theme->focus : ui.theme->line_strong, radius,
            out.focused ? ui.px(2) : std::max(1.0f, ui.scale.screen));
    if (spec.icon != Icon::none)
        draw_icon(ui, spec.icon,
                  Box{text.x0 - sign - ui.px(space::small), box.mid_y() - sign / 2, text.x0 - ui.px(space::small),
                      box.mid_y() + sign / 2},
                  ui.theme->text_faint);
    canvas().PushClipRect({box.x0, text.y0}, {box.x1, text.y1}, true);
    if (state.buffer.empty()) {
        const auto rows = static_cast<int>(text.h() / style.leading_px);
        paragraph_cut(ui, text.x0, text.y0, text.w(), spec.placeholder, spec.type, ui.theme->text_faint,
                      std::max(1, rows));
    }
    draw_rows(ui, state, text, style, spec);
    if (out.focused) draw_caret(ui, state, text, style);
    canvas().PopClipRect();
    draw_scroll_hint(ui, state, box, text, style.leading_px);
    return out;
}

EditorResult text_field(Ui& ui, std::string_view id, Box box, EditorState& state, Icon icon,
                        std::string_view placeholder) {
    return editor(
        ui, id, box, state,
        {.placeholder = placeholder, .label = placeholder, .type = Type::label, .icon = icon, .single_row = true});
}

}  // namespace huashu::desktop
