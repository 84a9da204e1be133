#include "desktop/editor/rules_screen.hpp"

#include <algorithm>

#include "desktop/editor/author_parts.hpp"
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/layer.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr double rules_pause_s = 0.15;  // of typing, before what was written is looked at
constexpr double rules_recover_s = 0.8;
constexpr double rules_watch_s = 2.0;
constexpr double rules_poll_s = 0.05;

template <class View, class Make>
void refresh_rules(KeptView<View>& kept, std::string key, const Make& make) {
    if (kept.view && kept.key == key) return;
    kept.view = make();
    kept.key = std::move(key);
}

void refresh_rule_views(const RulesDesk& desk, const Speech& speech, RulesScreen& own) {
    const std::string all = std::string(app::name_of(speech.words.language())) + "/" + std::to_string(desk.opened) +
                            "/" + std::to_string(desk.document.revision()) + "/" + std::to_string(desk.view);
    refresh_rules(own.list, all, [&] { return make_rule_list(desk, own.read, speech); });
    refresh_rules(own.problems, all, [&] { return make_rule_problems(desk, speech); });
    if (desk.sheet == RulesSheet::rules || desk.sheet == RulesSheet::pack)
        refresh_rules(own.form, all, [&] {
            own.heights.clear();
            return desk.sheet == RulesSheet::pack ? make_pack_form(desk, speech) : make_rule_form(desk, speech);
        });
    if (desk.sheet == RulesSheet::words) {
        const std::string search = to_bytes(own.word_search.buffer.text());
        refresh_rules(own.words, all + "/" + search, [&] { return make_word_lists(desk, search, speech); });
    }
    const BenchQuestion& q = own.question;
    refresh_rules(own.bench_view, all + "\n" + q.text + "\n" + q.owner + "\n" + q.complaint + "\n" + q.step,
                  [&] { return make_bench(desk, q, speech); });
}

void rules_header_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RuleWishes& out) {
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    line(ui, box.x0, box.y1 - 0.5f, box.x1, box.y1 - 0.5f, t.line);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    const float side = inner.h();
    if (icon_button(ui, "rules.back", inner.cut_left(side), Icon::back, words("desktop.author.to_shelf")))
        ask(out, rule_wish::Close{});
    const bool saved = desk.document.saved();
    const ButtonSpec save{
        .look = saved ? ButtonLook::plain : ButtonLook::primary, .icon = Icon::check, .shortcut = "Ctrl+S"};
    const std::string& save_label = words("desktop.author.save");
    if (button(ui, "rules.save", inner.cut_right(button_width(ui, save_label, save)), save_label, save))
        ask(out, rule_wish::Save{});
    inner.cut_right(ui.px(space::small));
    const std::string& publish = words("desktop.publish.open");
    if (button(ui, "rules.publish", inner.cut_right(button_width(ui, publish)), publish))
        ask(out, rule_wish::Publish{});
    inner.cut_right(ui.px(space::small));
    if (icon_button(ui, "rules.redo", inner.cut_right(side), Icon::forward, words("desktop.author.redo"),
                    desk.document.can_redo()))
        ask(out, rule_wish::Redo{});
    if (icon_button(ui, "rules.undo", inner.cut_right(side), Icon::rewind, words("desktop.author.undo"),
                    desk.document.can_undo()))
        ask(out, rule_wish::Undo{});
    inner.cut_right(ui.px(space::medium));
    inner.cut_left(ui.px(space::small));
    std::vector<std::string> labels;
    for (const char* sheet : {"rules", "words", "model", "pack"})
        labels.push_back(words.name("desktop.rules.sheet.", sheet));
    const float width = std::min(ui.wide(380), inner.w() * 0.55f);
    if (const int picked = segmented(ui, "rules.sheet", inner.cut_right(width), labels, static_cast<int>(desk.sheet));
        picked >= 0)
        ask(out, rule_wish::ShowSheet{static_cast<RulesSheet>(picked)});
    inner.cut_right(ui.px(space::medium));
    const std::string state_words = words(saved ? "desktop.author.is_saved" : "desktop.author.is_unsaved");
    const Icon sign = saved ? Icon::check : Icon::pen;
    const float chip_w = chip_width(ui, state_words, sign);
    bool cut = false;
    const std::string name = desk.document.root()["pack.json"]["title"].text();
    const std::string title = ui.text().fitted(speech.content(name), ui.style(Type::lead),
                                               std::max(1.0f, inner.w() - chip_w - ui.px(space::large)), cut);
    const float used = text_in(ui, inner, title, Type::lead, t.text);
    chip(ui, inner.x0 + used + ui.px(space::medium), inner.mid_y() - chip_height(ui) / 2, state_words,
         {saved ? plain_tone(t) : t.warn, sign});
    tag(ui, "rules.state", inner, "status", state_words);
}

// What can be done with the open rule.
void rule_tools_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RuleWishes& out) {
    const float side = box.h();
    const auto tool = [&](const char* id, Icon icon, const char* hint, bool enabled = true) {
        return icon_button(ui, id, box.cut_right(side), icon, speech.words(hint), enabled).clicked;
    };
    const app::Tree& rule = app::at(desk.document.root(), desk.selected);
    if (tool("rules.remove", Icon::cross, "desktop.author.remove", !rule.is_nothing()))
        ask(out, rule_wish::RemoveRule{});
    if (tool("rules.copy", Icon::copy, "desktop.author.duplicate", !rule.is_nothing())) ask(out, rule_wish::CopyRule{});
    const bool differs =
        desk.differing.contains(rule["id"].text()) || !rule.same(app::at(desk.opened_root, desk.selected));
    if (tool("rules.revert", Icon::again, "desktop.rules.revert", differs)) ask(out, rule_wish::RevertRule{});
    box.cut_right(ui.px(space::small));
    bool cut = false;
    text_in(ui, box, ui.text().fitted(rule["id"].text(), ui.style(Type::strong), box.w(), cut), Type::strong,
            ui.theme->text);
}

void rule_sheet_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const bool is_rule = desk.sheet == RulesSheet::rules;
    if (is_rule) {
        const Box tools = box.cut_top(control_height(ui) + ui.px(space::small)).inset(ui.px(space::large), ui.px(3));
        rule_tools_ui(ui, tools, desk, speech, out);
    }
    const std::string of = (is_rule ? desk.selected : "pack") + "/" + std::to_string(desk.opened);
    const bool anew = own.fields_of != of;
    if (anew) {
        own.fields.clear();
        own.heights.clear();
        own.fields_of = of;
    }
    Scroll column(ui, "rules.form", box, ui.px(space::large));
    column.x1 = std::min(column.x1, column.x0 + ui.wide(760));
    if (anew) column.to_top();
    if (own.form.view->empty())
        return empty_state(ui, box, Icon::pen, speech.words("desktop.rules.no_rule_title"),
                           speech.words("desktop.rules.no_rule"));
    AuthorWishes changes;
    form_rows_ui(ui, column, {desk.document.root(), desk.reveal, desk.reveals}, speech, own, changes);
    for (AuthorWish& change : changes) {
        if (auto* edit = std::get_if<wish::Edit>(&change))
            ask(out, rule_wish::Edit{std::move(edit->root), std::move(edit->place), edit->typing});
        if (auto* reveal = std::get_if<wish::Reveal>(&change)) ask(out, rule_wish::Reveal{std::move(reveal->pointer)});
    }
}

void form_menu_of_rules(Ui& ui, Box all, const RulesDesk& desk, RulesScreen& own, RuleWishes& out) {
    AuthorWishes changes;
    form_menu_ui(ui, all, desk.document.root(), own, changes);
    for (AuthorWish& change : changes)
        if (auto* edit = std::get_if<wish::Edit>(&change))
            ask(out, rule_wish::Edit{std::move(edit->root), std::move(edit->place), edit->typing});
}

void rules_side_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    fill(ui, box, ui.theme->rail);
    line(ui, box.x0 + 0.5f, box.y0, box.x0 + 0.5f, box.y1, ui.theme->line);
    Box head = box.cut_top(control_height(ui) + ui.px(space::large)).inset(ui.px(space::large), ui.px(space::small));
    const std::size_t count = own.problems.view->size();
    const std::vector<std::string> labels{
        speech.words("desktop.rules.side.bench"),
        speech.words("desktop.rules.side.problems") + (count > 0 ? " " + std::to_string(count) : "")};
    if (const int picked = segmented(ui, "rules.side", head, labels, static_cast<int>(desk.side)); picked >= 0)
        ask(out, rule_wish::ShowSide{static_cast<RulesSide>(picked)});
    if (desk.side == RulesSide::bench)
        rules_bench_ui(ui, box, desk, speech, own, out);
    else
        rules_problems_ui(ui, box, desk, speech, own, out);
}

void rules_clock(Ui& ui, const RulesDesk& desk, RulesScreen& own, RuleWishes& out) {
    if (own.seen_revision != desk.document.revision()) {
        own.seen_revision = desk.document.revision();
        own.changed_s = ui.now_s;
        if (own.unrecovered_s < 0) own.unrecovered_s = ui.now_s;
    }
    if (own.changed_s >= 0 && ui.now_s >= own.changed_s + rules_pause_s) {
        own.changed_s = -1;
        ask(out, rule_wish::Check{});
    }
    if (own.unrecovered_s >= 0 && ui.now_s >= own.unrecovered_s + rules_recover_s) {
        own.unrecovered_s = -1;
        ask(out, rule_wish::Recover{});
    }
    if (ui.now_s >= own.watched_s + rules_watch_s) {
        own.watched_s = ui.now_s;
        ask(out, rule_wish::Watch{});
    }
    const bool reported = desk.report && desk.report->revision == desk.document.revision() && desk.report->complete &&
                          (desk.report->rule == desk.selected || !desk.report->engine);
    const bool waiting = !reported || desk.learning;
    if (waiting && ui.now_s >= own.polled_s + rules_poll_s) {
        own.polled_s = ui.now_s;
        ask(out, rule_wish::Poll{});
    }
    if (waiting) ui.wake_at(own.polled_s + rules_poll_s);
    if (own.changed_s >= 0) ui.wake_at(own.changed_s + rules_pause_s);
    if (own.unrecovered_s >= 0) ui.wake_at(own.unrecovered_s + rules_recover_s);
    ui.wake_at(own.watched_s + rules_watch_s);
}

void take_rules_keys(Ui& ui, RuleWishes& out) {
    const Mods ctrl{.ctrl = true};
    if (ui.take_key(Key::z, ctrl, true)) ask(out, rule_wish::Undo{});
    if (ui.take_key(Key::y, ctrl, true) || ui.take_key(Key::z, {.shift = true, .ctrl = true}, true))
        ask(out, rule_wish::Redo{});
    if (ui.take_key(Key::s, ctrl)) ask(out, rule_wish::Save{});
}

void rules_question_ui(Ui& ui, Box all, const RulesDesk& desk, const Speech& speech, RuleWishes& out) {
    const bool leaving = desk.leaving;
    if (!leaving && desk.clash) {
        const MergeAnswer answer = merge_sheet_ui(ui, all, *desk.clash, speech);
        if (answer.conflict >= 0)
            ask(out, rule_wish::AnswerClash{static_cast<std::size_t>(answer.conflict), answer.side});
        if (answer.settle) ask(out, rule_wish::SettleClashes{});
        if (answer.stop) ask(out, rule_wish::DropMerge{});
        return;
    }
    Question question = question_of_desk("rules.question", leaving, speech);
    if (!leaving) question.answers.push_back({"rules.question.merge", speech.words("desktop.author.outside.merge")});
    const int given = question_ui(ui, all, question);
    if (given == 2) ask(out, rule_wish::MergeTheirs{});
    if (given == 0) ask(out, leaving ? RuleWish{rule_wish::Stay{}} : RuleWish{rule_wish::TakeTheirs{}});
    if (given == 1) ask(out, leaving ? RuleWish{rule_wish::LeaveUnsaved{}} : RuleWish{rule_wish::KeepMine{}});
    if (leaving && ui.take_key(Key::escape)) ask(out, rule_wish::Stay{});
}

void rules_desk_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const Box whole = box;
    const int blocked = ui.blocked;
    if (own.menu.open()) ui.blocked = 1;
    take_rules_keys(ui, out);
    rules_header_ui(ui, box.cut_top(control_height(ui) + ui.px(space::large)), desk, speech, out);
    const float side = std::clamp(box.w() * 0.3f, ui.wide(300), ui.wide(480));
    rules_side_ui(ui, box.cut_right(std::min(side, box.w() * 0.4f)), desk, speech, own, out);
    switch (desk.sheet) {
        case RulesSheet::rules: {
            const float list = std::clamp(box.w() * 0.4f, ui.wide(240), ui.wide(400));
            rules_list_ui(ui, box.cut_left(list), desk, speech, own, out);
            rule_sheet_ui(ui, box, desk, speech, own, out);
            break;
        }
        case RulesSheet::words:
            rules_words_ui(ui, box, desk, speech, own, out);
            break;
        case RulesSheet::model:
            rules_model_ui(ui, box, desk, speech, own, out);
            break;
        case RulesSheet::pack:
            rule_sheet_ui(ui, box, desk, speech, own, out);
            break;
    }
    rules_clock(ui, desk, own, out);
    ui.blocked = blocked;
    if (own.menu.open() && blocked == 0 && !rules_menu_ui(ui, whole, desk, speech, own, out))
        form_menu_of_rules(ui, whole, desk, own, out);
}

}  // namespace

void rules_screen_ui(Ui& ui, Box box, const RulesState& state, const Speech& speech, RulesScreen& own,
                     RuleWishes& out) {
    const RulesDesk& desk = *state.desk;
    if (own.desk_opened != desk.opened) {  // another pack: nothing of the last one stays
        own = {};
        own.desk_opened = desk.opened;
        own.seen_revision = desk.document.revision();
    }
    refresh_rule_views(desk, speech, own);
    const bool question = desk.leaving || desk.changed_outside;
    const int blocked = ui.blocked;
    if (question) ui.blocked = 1;
    rules_desk_ui(ui, box, desk, speech, own, out);
    ui.blocked = blocked;
    if (!question) return;
    const Layer layer("##rules_dialog", box);
    rules_question_ui(ui, box, desk, speech, out);
}

}  // namespace huashu::desktop
