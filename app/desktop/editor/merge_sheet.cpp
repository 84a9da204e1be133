#include "desktop/editor/merge_sheet.hpp"

#include <algorithm>

#include "author/diff_text.hpp"
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// A text without the marks of JSON around it.
std::string side_words(const std::string& side, const std::string& other, const Speech& speech) {
    if (side.empty()) return speech.words("desktop.merge.gone");
    std::string text = app::side_by_side(side, other).first;
    const bool one_text = text.size() > 1 && text.front() == '"' && text.find('"', 1) == text.size() - 1;
    return speech.content(one_text ? text.substr(1, text.size() - 2) : text);
}

// "局面 › solve › 回覆 › a › 對白": what the forms call it, ids as they are.
std::string merge_place(const app::MergeConflict& conflict, const Speech& speech) {
    std::string place;
    for (const std::string& part : conflict.path) {
        std::string name = speech.words.name("desktop.author.field.", part);
        if (name == part) name = speech.words.name("desktop.rules.field.", part);
        place += (place.empty() ? "" : " › ") + speech.content(name);
    }
    return conflict.of_order ? speech.words("desktop.merge.order", {{"place", place}}) : place;
}

// One of the two texts; a click takes it.
bool merge_side_ui(Ui& ui, const std::string& id, Box box, const std::string& who, const std::string& text, bool on) {
    const Theme& t = *ui.theme;
    const Response r = interact(ui, id, box, {.kind = "option", .text = who, .selected = on});
    fill(ui, box, on ? t.accent.soft : r.hovered ? t.sunken : t.surface, ui.px(8));
    outline(ui, box, on ? t.accent.strong : t.line, ui.px(8), ui.px(on ? 1.6f : 1.0f));
    Box inner = box.inset(ui.px(space::small));
    Box head = inner.cut_top(ui.scale.leading(Type::caption));
    if (on) draw_icon(ui, Icon::check, head.cut_right(head.h()), t.accent.strong);
    text_in(ui, head, who, Type::caption, on ? t.accent.strong : t.text_muted);
    paragraph(ui, inner.x0, inner.y0, inner.w(), text, Type::label, t.text);
    if (r.focused) focus_ring(ui, box, ui.px(8));
    return r.clicked;
}

void conflict_ui(Ui& ui, Scroll& column, const MergeQuestion& question, std::size_t number, const Speech& speech,
                 MergeAnswer& answer) {
    const app::MergeConflict& conflict = question.conflicts[number];
    const std::string mine = side_words(conflict.mine, conflict.theirs, speech);
    const std::string theirs = side_words(conflict.theirs, conflict.mine, speech);
    column.y +=
        paragraph(ui, column.x0, column.y, column.width(), merge_place(conflict, speech), Type::strong, ui.theme->text);
    if (!conflict.base.empty())
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(),
                      speech.words("desktop.merge.was", {{"text", side_words(conflict.base, conflict.mine, speech)}}),
                      Type::caption, ui.theme->text_muted);
    const float gap = ui.px(space::small);
    const float width = (column.width() - gap) / 2;
    const float inner = width - 2 * ui.px(space::small);
    const float height =
        std::max(paragraph_height(ui, inner, mine, Type::label), paragraph_height(ui, inner, theirs, Type::label)) +
        ui.scale.leading(Type::caption) + 2 * ui.px(space::small);
    const Box left{column.x0, column.y, column.x0 + width, column.y + height};
    const Box right{column.x0 + width + gap, column.y, column.x1, column.y + height};
    column.y += height + ui.px(space::large);
    const std::string id = "merge." + std::to_string(number);
    const bool is_mine = question.answers[number] == app::MergeSide::mine;
    if (merge_side_ui(ui, id + ".mine", left, speech.words("desktop.merge.mine"), mine, is_mine))
        answer = {static_cast<int>(number), app::MergeSide::mine};
    if (merge_side_ui(ui, id + ".theirs", right, speech.words("desktop.merge.theirs"), theirs, !is_mine))
        answer = {static_cast<int>(number), app::MergeSide::theirs};
}

}  // namespace

MergeAnswer merge_sheet_ui(Ui& ui, Box all, const MergeQuestion& question, const Speech& speech) {
    const app::Words& words = speech.words;
    MergeAnswer answer;
    const Box sheet = sheet_ui(ui, all, ui.wide(820), all.h() * 0.85f);
    Box inner = sheet.inset(ui.px(space::wide));
    tag(ui, "merge", sheet, "dialog", words("desktop.merge.title"));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::title)), words("desktop.merge.title"), Type::title,
            ui.theme->text);
    inner.y0 += paragraph(ui, inner.x0, inner.y0, inner.w(),
                          words("desktop.merge.about", {{"count", std::to_string(question.conflicts.size())}}),
                          Type::label, ui.theme->text_muted) +
                ui.px(space::medium);
    Box foot = inner.cut_bottom(control_height(ui));
    inner.cut_bottom(ui.px(space::medium));
    const ButtonSpec primary{.look = ButtonLook::primary};
    const std::string& settle = words("desktop.merge.settle");
    const std::string& stop = words("desktop.merge.stop");
    if (button(ui, "merge.settle", foot.cut_right(button_width(ui, settle, primary)), settle, primary))
        answer.settle = true;
    foot.cut_right(ui.px(space::small));
    if (button(ui, "merge.stop", foot.cut_right(button_width(ui, stop)), stop) || ui.take_key(Key::escape))
        answer.stop = true;
    Scroll column(ui, "merge.list", inner, 0);
    for (std::size_t i = 0; i < question.conflicts.size(); ++i) conflict_ui(ui, column, question, i, speech, answer);
    if (!ui.editing_text) column.take_page_keys();
    return answer;
}

}  // namespace huashu::desktop
