// The script: the whole to be read like a play. A click, or Enter, on a line opens it for writing, in its place.
#include <algorithm>
#include <cmath>

#include "desktop/editor/author_parts.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

using ScriptKind = ScriptLine::Kind;

Tone tone_of_quality_id(const Theme& t, const std::string& quality) {
    if (quality == "best") return t.good;
    return quality == "bad" ? t.bad : t.warn;
}

struct LineLook {
    Type type = Type::body;
    Color color;
    float indent = 0;  ///< points
    bool named = false;
};

class ScriptPen {
public:
    ScriptPen(Ui& ui, Scroll& column, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own,
              AuthorWishes& out)
        : ui_(ui),
          t_(*ui.theme),
          column_(column),
          desk_(desk),
          speech_(speech),
          own_(own),
          out_(out),
          name_width_(widest_name(ui, speech)) {}

    // Returns how high the block is.
    float block(const ScriptBlock& block) {
        const float top = column_.y;
        for (const ScriptLine& line : block.lines) draw(line);
        column_.y += ui_.px(space::large);
        return column_.y - top;
    }

    // Near enough for a bar, without laying out a word: Chinese characters are as wide as they are high.
    [[nodiscard]] float guess(const ScriptBlock& block) const {
        float height = ui_.px(space::large);
        for (const ScriptLine& line : block.lines) {
            const LineLook look = look_of(line);
            const float width = column_.width() - ui_.wide(look.indent) - (look.named ? name_width() : 0);
            const auto characters = static_cast<float>(line.text.size()) / 3;
            const float rows =
                std::max(1.0f, std::ceil(characters * static_cast<float>(ui_.scale.em(look.type)) / width));
            height += rows * ui_.scale.leading(look.type) + gap(line);
        }
        return height;
    }

private:
    /// Room for the owner's name and for the longest quality in the reader's language.
    static float widest_name(Ui& ui, const Speech& speech) {
        float widest = ui.wide(78);
        for (const char* quality : {"best", "near", "bad"}) {
            const std::string label = "m " + speech.words.name("name.quality.", quality);
            widest = std::max(widest, ui.px(space::small) + chip_width(ui, label, Icon::none));
        }
        return widest;
    }
    [[nodiscard]] float name_width() const { return name_width_; }
    [[nodiscard]] float gap(const ScriptLine& line) const {
        return ui_.px(line.kind == ScriptKind::scene ? space::small : space::tight);
    }

    [[nodiscard]] LineLook look_of(const ScriptLine& line) const {
        switch (line.kind) {
            case ScriptKind::scene:
                return {Type::title, t_.text, 0, false};
            case ScriptKind::direction:
                return {Type::label, t_.text_muted, 0, false};
            case ScriptKind::owner:
                return {Type::body, t_.text, 0, true};
            case ScriptKind::choice:
                return {Type::body, t_.text, 18, true};
            case ScriptKind::answer:
                return {Type::label, t_.text_muted, 60, true};
            case ScriptKind::model:
                return {Type::label, t_.good.strong, 18, true};
            case ScriptKind::stuck:
                return {Type::label, t_.text_muted, 0, true};
            case ScriptKind::way:
                break;
        }
        return {Type::caption, t_.text_faint, 0, false};
    }

    void scene_rule(const ScriptLine& line) {
        const float height = ui_.scale.leading(Type::caption);
        const Box box{column_.x0, column_.y, column_.x1, column_.y + height};
        const float width = line.label.empty() ? 0 : text_width(ui_, line.label, Type::caption) + ui_.px(space::medium);
        text_in(ui_, box, line.label, Type::caption, t_.accent.strong);
        desktop::line(ui_, box.x0 + width, box.mid_y(), box.x1, box.mid_y(), t_.line, 1);
        column_.y += height;
    }

    void draw(const ScriptLine& line) {
        if (line.kind == ScriptKind::scene) scene_rule(line);
        const LineLook look = look_of(line);
        const float x = column_.x0 + ui_.wide(look.indent);
        const float text_x = look.named ? x + name_width() : x;
        const float width = column_.x1 - text_x - way_side();
        const std::string& shown = line.text.empty() ? speech_.words("desktop.author.empty_line") : line.text;
        if (own_.script_open == line.pointer && !line.pointer.empty()) return write(line, look, text_x, width);
        const float height = paragraph_height(ui_, width, shown, look.type);
        const Box box{x, column_.y, column_.x1, column_.y + height};
        if (!line.pointer.empty())
            open_by_click(line, Box{x, box.y0, box.x1 - way_side(), box.y1}.inset(-ui_.px(6), -ui_.px(1)));
        if (may_show_way(line)) way_sign(line, box);
        if (look.named) name(line, x);
        paragraph(ui_, text_x, column_.y, width, shown, look.type, line.text.empty() ? t_.bad.strong : look.color);
        column_.y += height + gap(line);
    }

    // What somebody says, to which a play may come.
    static bool may_show_way(const ScriptLine& line) {
        return !line.pointer.empty() && (line.kind == ScriptKind::owner || line.kind == ScriptKind::choice ||
                                         line.kind == ScriptKind::answer || line.kind == ScriptKind::stuck);
    }
    [[nodiscard]] float way_side() const { return ui_.wide(24); }
    void way_sign(const ScriptLine& line, Box box) {
        const float side = ui_.scale.leading(Type::caption);
        const Box at{box.x1 - side, box.y0, box.x1, box.y0 + side};
        const Response r = interact(ui_, "author.way." + line.pointer, at,
                                    {.kind = "help",
                                     .text = speech_.words("desktop.author.show_line"),
                                     .enabled = !desk_.finding_way,
                                     .takes_focus = false});
        draw_icon(ui_, Icon::play, at.inset(side * 0.22f), r.hovered ? t_.accent.strong : t_.text_faint);
        tooltip(ui_, r, speech_.words("desktop.author.show_line"));
        if (r.clicked) ask(out_, wish::ShowWay{line.pointer});
    }

    void open_by_click(const ScriptLine& line, Box box) {
        const Response r = interact(ui_, "author.line." + line.pointer, box, {.kind = "line", .text = line.text});
        if (r.hovered) fill(ui_, box, with_alpha(t_.accent.strong, 0.07f), ui_.px(6));
        if (r.focused) focus_ring(ui_, box, ui_.px(6));
        if (ui_.focus.has(r.id) && ui_.blocked == 0 && ui_.take_key(Key::enter, {.alt = true}))
            ask(out_, wish::ShowWay{line.pointer});
        if (own_.shown_reveals != desk_.reveals && desk_.reveal == line.pointer) {
            column_.reveal(box);
            own_.shown_reveals = desk_.reveals;
        }
        if (!r.clicked) return;
        own_.script_open = line.pointer;
        own_.fields.clear();
        opened_ = true;
    }

    void name(const ScriptLine& line, float x) {
        const float row = ui_.scale.leading(look_of(line).type);
        const Box box{x, column_.y, x + name_width() - ui_.px(space::small), column_.y + row};
        if (line.kind == ScriptKind::choice) {
            const Tone tone = tone_of_quality_id(t_, line.quality);
            const std::string label = line.label + " " + speech_.words.name("name.quality.", line.quality);
            chip(ui_, box.x0, box.mid_y() - chip_height(ui_) / 2, label, {tone, Icon::none});
            return;
        }
        bool cut = false;
        const Type type = line.kind == ScriptKind::owner ? Type::strong : Type::caption;
        text_in(ui_, box, ui_.text().fitted(line.label, ui_.style(type), box.w(), cut), type,
                line.kind == ScriptKind::owner ? t_.text : t_.text_muted);
    }

    void write(const ScriptLine& line, const LineLook& look, float x, float width) {
        const auto [found, fresh] = own_.fields.try_emplace(line.pointer, EditorState{EditBuffer(true)});
        if (fresh) found->second.buffer.set_text(to_characters(line.text));
        EditorState& state = found->second;
        const std::string shown = to_bytes(state.buffer.text());
        if (shown != line.text) state.buffer.set_text(to_characters(line.text));
        const float inner = width - 2 * ui_.px(space::medium);
        const float height = paragraph_height(ui_, inner, line.text + " ", look.type) + 2 * ui_.px(space::small);
        if (look.named) name(line, x - name_width());
        const EditorResult r =
            editor(ui_, "author.field." + line.pointer, Box{x, column_.y, x + width, column_.y + height}, state,
                   {.label = line.label, .enter_submits = true, .type = look.type});
        if (fresh) ui_.focus.set(r.id, true);
        if (r.changed) edit(out_, desk_, line.pointer, app::Tree::of(to_bytes(state.buffer.text())), true);
        const bool left = !fresh && !r.focused && !opened_;
        if (r.submitted || left || (r.focused && ui_.take_key(Key::escape))) own_.script_open.clear();
        column_.y += height + gap(line);
    }

    Ui& ui_;
    const Theme& t_;
    Scroll& column_;
    const AuthorDesk& desk_;
    const Speech& speech_;
    AuthorScreen& own_;
    AuthorWishes& out_;
    float name_width_;
    bool opened_ = false;
};

}  // namespace

void script_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    own.script_view.refresh(desk.document.root(), speech);
    ScriptHeights& heights = own.script;
    const auto& blocks = own.script_view.blocks();
    Scroll column(ui, "author.script", box, ui.px(space::wide));
    const int em = ui.scale.em(Type::body);
    if (heights.width != column.width() || heights.em != em) heights = {{}, column.width(), em};
    heights.blocks.resize(blocks.size());
    ScriptPen pen(ui, column, desk, speech, own, out);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        ScriptHeights::Height& height = heights.blocks[i];
        if (height.made != own.script_view.made(i)) height = {pen.guess(blocks[i]), own.script_view.made(i), false};
        const Box here{column.x0, column.y, column.x1, column.y + height.height};
        // Where the selection has moved to comes into view, though it was never drawn.
        const bool wanted =
            own.shown_reveals != desk.reveals && i > 0 && app::lies_in(desk.reveal, app::below("/stages", i - 1));
        if (wanted) {
            column.reveal(Box{here.x0, here.y0, here.x1, here.y0 + std::min(height.height, box.h() * 0.6f)});
            own.shown_reveals = desk.reveals;
        }
        const bool writing =
            !own.script_open.empty() && i > 0 && app::lies_in(own.script_open, app::below("/stages", i - 1));
        if (!is_visible(here) && !writing) {
            column.y += height.height;
            continue;
        }
        height.height = pen.block(blocks[i]);
        height.measured = true;
    }
    if (!ui.editing_text) column.take_page_keys();
}

}  // namespace huashu::desktop
