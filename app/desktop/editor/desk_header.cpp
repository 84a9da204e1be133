// Above the desk: what it is, whether it is saved, undo, search, and the questions that lie over it.
#include <algorithm>

#include "author/document_edits.hpp"
#include "desktop/editor/author_parts.hpp"
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

PublishItem publish_item_of(const AuthorDesk& desk) {
    PublishItem item{false, desk.outline.id, desk.outline.title, desk.file};
    item.is_saved = desk.document.saved();
    item.is_sound = desk.report && desk.report->revision == desk.document.revision() &&
                    desk.report->depth != app::LiveReport::Depth::loaded &&
                    std::none_of(desk.report->findings.begin(), desk.report->findings.end(),
                                 [](const app::LiveFinding& finding) { return finding.level == Level::error; });
    return item;
}

}  // namespace

void desk_header_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own,
                    AuthorWishes& out) {
    const AuthorDesk& desk = *state.desk;
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    line(ui, box.x0, box.y1 - 0.5f, box.x1, box.y1 - 0.5f, t.line);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    const float side = inner.h();
    if (icon_button(ui, "author.back", inner.cut_left(side), Icon::back, words("desktop.author.to_shelf")))
        ask(out, wish::CloseDraft{});
    const ButtonSpec save{.look = desk.document.saved() ? ButtonLook::plain : ButtonLook::primary,
                          .icon = Icon::check,
                          .shortcut = "Ctrl+S"};
    const std::string& save_label = words("desktop.author.save");
    if (button(ui, "author.save", inner.cut_right(button_width(ui, save_label, save)), save_label, save))
        ask(out, wish::Save{});
    inner.cut_right(ui.px(space::small));
    const std::string& publish = words("desktop.publish.open");
    if (button(ui, "author.publish", inner.cut_right(button_width(ui, publish)), publish))
        ask(out, wish::Publish{publish_item_of(desk)});
    inner.cut_right(ui.px(space::small));
    if (icon_button(ui, "author.redo", inner.cut_right(side), Icon::forward, words("desktop.author.redo"),
                    desk.document.can_redo()))
        ask(out, wish::Redo{});
    if (icon_button(ui, "author.undo", inner.cut_right(side), Icon::rewind, words("desktop.author.undo"),
                    desk.document.can_undo()))
        ask(out, wish::Undo{});
    if (icon_button(ui, "author.find", inner.cut_right(side), Icon::search, words("desktop.author.find")))
        own.finding = !own.finding;
    inner.cut_right(ui.px(space::medium));
    inner.cut_left(ui.px(space::small));
    const std::string state_words =
        words(desk.document.saved() ? "desktop.author.is_saved" : "desktop.author.is_unsaved");
    const Tone tone = desk.document.saved() ? plain_tone(t) : t.warn;
    const Icon sign = desk.document.saved() ? Icon::check : Icon::pen;
    const float chip_w = chip_width(ui, state_words, sign);
    bool cut = false;
    const std::string& name = desk.outline.title.empty() ? desk.outline.id : desk.outline.title;
    const std::string title =
        ui.text().fitted(name, ui.style(Type::lead), std::max(1.0f, inner.w() - chip_w - ui.px(space::large)), cut);
    const float used = text_in(ui, inner, title, Type::lead, t.text);
    chip(ui, inner.x0 + used + ui.px(space::medium), inner.mid_y() - chip_height(ui) / 2, state_words, {tone, sign});
    tag(ui, "author.state", inner, "status", state_words);
}

void find_bar_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const app::Words& words = speech.words;
    fill(ui, box, ui.theme->surface);
    line(ui, box.x0, box.y1 - 0.5f, box.x1, box.y1 - 0.5f, ui.theme->line);
    Box row = box.inset(ui.px(space::large), ui.px(6));
    const std::string needle = to_bytes(own.find.buffer.text());
    const std::vector<std::string> places = app::found(desk.document.root(), needle);
    const float field = std::min(ui.wide(280), row.w() * 0.3f);
    const EditorResult typed =
        text_field(ui, "author.find.words", row.cut_left(field), own.find, Icon::search, words("desktop.author.find"));
    row.cut_left(ui.px(space::small));
    const EditorResult by = text_field(ui, "author.find.by", row.cut_left(field), own.replace, Icon::pen,
                                       words("desktop.author.replace_by"));
    row.cut_left(ui.px(space::small));
    const ButtonSpec look{.enabled = !places.empty()};
    const auto step = [&](int by_steps) {
        if (places.empty()) return;
        const auto count = static_cast<int>(places.size());
        own.found_at = ((own.found_at + by_steps) % count + count) % count;
        ask(out, wish::Reveal{places[static_cast<std::size_t>(own.found_at)]});
    };
    if (typed.submitted) step(1);
    const std::string& next = words("desktop.author.find_next");
    if (button(ui, "author.find.next", row.cut_left(button_width(ui, next, look)), next, look)) step(1);
    row.cut_left(ui.px(space::small));
    const std::string& all = words("desktop.author.replace_all");
    if (button(ui, "author.find.all", row.cut_left(button_width(ui, all, look)), all, look) ||
        (by.submitted && !places.empty())) {
        int count = 0;
        ask(out, wish::Edit{app::replaced(desk.document.root(), needle, to_bytes(own.replace.buffer.text()), count), "",
                            false});
    }
    row.cut_left(ui.px(space::medium));
    if (!needle.empty())
        text_in(ui, row, words("desktop.author.found", {{"count", std::to_string(places.size())}}), Type::label,
                places.empty() ? ui.theme->bad.strong : ui.theme->text_muted);
    if (ui.focus.none()) ui.focus.set(typed.id, true);
    if ((typed.focused || by.focused) && ui.take_key(Key::escape)) own.finding = false;
}

// "There are unsaved changes", "somebody else has changed the file".
Question question_of_desk(const std::string& id, bool leaving, const Speech& speech) {
    const std::string key = leaving ? "desktop.author.leaving." : "desktop.author.outside.";
    const auto words = [&](const char* part) { return speech.words(key + part); };
    return {id, words("title"), words("text"), {{id + ".first", words("first")}, {id + ".second", words("second")}}};
}

void desk_question_ui(Ui& ui, Box all, const AuthorState& state, const Speech& speech, AuthorWishes& out) {
    const bool leaving = state.leaving;
    Question question = question_of_desk("author.question", leaving, speech);
    if (!leaving) question.answers.push_back({"author.question.merge", speech.words("desktop.author.outside.merge")});
    const int given = question_ui(ui, all, question);
    if (given == 0) ask(out, leaving ? AuthorWish{wish::StayAtDesk{}} : AuthorWish{wish::TakeTheirs{}});
    if (given == 1) ask(out, leaving ? AuthorWish{wish::LeaveUnsaved{}} : AuthorWish{wish::KeepMine{}});
    if (given == 2) ask(out, wish::MergeTheirs{});
    if (leaving && ui.take_key(Key::escape)) ask(out, wish::StayAtDesk{});
}

}  // namespace huashu::desktop
