#include "desktop/editor/author_screen.hpp"

#include <algorithm>

#include "author/document_edits.hpp"
#include "author/stage_exchange.hpp"
#include "desktop/editor/author_parts.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/layer.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr double pause_s = 0.15;   // of typing, before what was written is looked at
constexpr double recover_s = 0.8;  // between two recovery files: a crash costs less than a second
constexpr double watch_s = 2.0;    // between two looks at the file on the disk
constexpr double poll_s = 0.05;    // while something runs in the background

template <class View, class Make>
void refresh_view(KeptView<View>& kept, std::string key, const Make& make) {
    if (kept.view && kept.key == key) return;
    kept.view = make();
    kept.key = std::move(key);
}

void refresh_views(const AuthorDesk& desk, const Speech& speech, AuthorScreen& own) {
    const std::string language(app::name_of(speech.words.language()));
    const std::string document = language + "/" + desk.file + "/" + std::to_string(desk.document.revision());
    const std::string all = document + "/" + std::to_string(desk.view);
    if (desk.sheet != AuthorSheet::script)
        refresh_view(own.form, document + "/" + desk.selected + "/" + std::to_string(static_cast<int>(desk.sheet)),
                     [&] { return make_form(desk, speech); });
    refresh_view(own.map_view, all, [&] { return make_map_view(desk, speech); });
    refresh_view(own.side, all, [&] { return make_side_view(desk, speech); });
}

void sheets_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorWishes& out) {
    std::vector<std::string> labels;
    for (const char* sheet : {"stage", "card", "facts", "rules", "endings", "plays", "past", "script"})
        labels.push_back(speech.words.name("desktop.author.sheet.", sheet));
    if (const int picked = segmented(ui, "author.sheet", box, labels, static_cast<int>(desk.sheet)); picked >= 0)
        ask(out, wish::ShowSheet{static_cast<AuthorSheet>(picked)});
}

// What can be done with the stage that is shown.
void stage_tools_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorWishes& out) {
    const app::Tree& root = desk.document.root();
    const auto at = static_cast<std::size_t>(std::max(0, app::index_of(desk.selected)));
    const float side = box.h();
    const auto tool = [&](const char* id, Icon icon, const char* hint) {
        return icon_button(ui, id, box.cut_right(side), icon, speech.words(hint)).clicked;
    };
    const auto change = [&](app::Tree changed, std::size_t select) {
        ask(out, wish::Edit{std::move(changed), app::below("/stages", select), false});
        ask(out, wish::Select{app::below("/stages", select)});
    };
    if (tool("author.stage.way", Icon::flag, "desktop.author.show_way")) ask(out, wish::ShowWay{desk.selected});
    if (tool("author.stage.paste", Icon::down, "desktop.author.paste_stage") && ui.clipboard().get) {
        if (auto pasted = app::with_pasted_stage(root, at, ui.clipboard().get())) {
            ask(out, wish::Edit{std::move(pasted->root), pasted->pointer, false});
            ask(out, wish::Select{pasted->pointer});
        } else {
            ask(out, wish::Failed{pasted.error()});
        }
    }
    if (tool("author.stage.lift", Icon::up, "desktop.author.copy_stage") && ui.clipboard().set)
        ui.clipboard().set(app::stage_as_text(root, desk.selected));
    if (tool("author.stage.remove", Icon::cross, "desktop.author.remove") && root["stages"].items().size() > 1)
        change(app::removed(root, desk.selected), at > 0 ? at - 1 : 0);
    if (tool("author.stage.copy", Icon::copy, "desktop.author.duplicate"))
        change(app::duplicated(root, desk.selected), at + 1);
    if (tool("author.stage.add", Icon::plus, "desktop.author.add.stage"))
        change(app::added(root, "/stages", at + 1), at + 1);
}

// The id of the stage: its name for ways and plays.
void stage_id_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const std::string pointer = app::below(desk.selected, "id");
    const std::string id = app::at(desk.document.root(), pointer).text();
    const auto [found, fresh] = own.fields.try_emplace(pointer, EditorState{EditBuffer(false, 60)});
    if (fresh) found->second.buffer.set_text(to_characters(id));
    text_in(ui, box.cut_left(text_width(ui, "id", Type::caption) + ui.px(space::small)), "id", Type::caption,
            ui.theme->text_muted);
    box.x1 = std::min(box.x1, box.x0 + ui.wide(200));
    const EditorResult r =
        editor(ui, "author.field." + pointer, box, found->second,
               {.label = speech.words.name("desktop.author.field.", "id"), .type = Type::label, .single_row = true});
    const std::string typed = to_bytes(found->second.buffer.text());
    if (typed == id) return;
    const bool is_free = app::is_free_id(desk.document.root(), desk.selected, typed);
    if (!is_free) outline(ui, box, ui.theme->bad.strong, ui.px(radius_control), ui.px(1.5f));
    if (r.focused && !r.submitted) return;
    if (is_free)
        ask(out, wish::Edit{app::renamed(desk.document.root(), desk.selected, typed), desk.selected, false});
    else
        found->second.buffer.set_text(to_characters(id));
}

void middle_ui(Ui& ui, Box box, const AuthorDesk& desk, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    Box head = box.cut_top(control_height(ui) + ui.px(space::large)).inset(ui.px(space::large), ui.px(space::small));
    sheets_ui(ui, head, desk, speech, out);
    if (desk.sheet == AuthorSheet::script) return script_ui(ui, box, desk, speech, own, out);
    if (desk.sheet == AuthorSheet::stage) {
        Box tools = box.cut_top(control_height(ui)).inset(ui.px(space::large), ui.px(3));
        Box names = tools;
        names.x1 -= 6.2f * tools.h();
        stage_tools_ui(ui, tools, desk, speech, out);
        const std::string of = desk.selected + "/" + std::to_string(static_cast<int>(desk.sheet));
        if (own.fields_of != of) own.fields.clear();
        stage_id_ui(ui, names, desk, speech, own, out);
    }
    form_ui(ui, box, desk, speech, own, out);
}

void take_desk_keys(Ui& ui, const AuthorDesk& desk, AuthorScreen& own, AuthorWishes& out) {
    const Mods ctrl{.ctrl = true};
    if (ui.take_key(Key::z, ctrl, true)) ask(out, wish::Undo{});
    if (ui.take_key(Key::y, ctrl, true) || ui.take_key(Key::z, {.shift = true, .ctrl = true}, true))
        ask(out, wish::Redo{});
    if (ui.take_key(Key::s, ctrl)) ask(out, wish::Save{});
    if (ui.take_key(Key::f, ctrl)) own.finding = !own.finding;
    if (ui.take_key(Key::f5))
        ask(out, wish::BeginTrial{{app::at(desk.document.root(), desk.selected)["id"].text(),
                                   own.trial_mood_set ? own.trial_mood
                                   : desk.trial       ? desk.trial->start.mood
                                                      : scenarios::Mood{},
                                   1}});
    const int at = app::lies_in(desk.selected, "/stages") ? app::index_of(desk.selected) : 0;
    const auto count = static_cast<int>(desk.outline.stages.size());
    const auto go = [&](int to) {
        if (to >= 0 && to < count) ask(out, wish::Select{app::below("/stages", static_cast<std::size_t>(to))});
    };
    if (ui.take_key(Key::down, {.alt = true}, true)) go(at + 1);
    if (ui.take_key(Key::up, {.alt = true}, true)) go(at - 1);
}

void desk_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const AuthorDesk& desk = *state.desk;
    if (own.desk_file != desk.file || own.desk_opened != desk.opened) {  // another draft: nothing of the last one stays
        const unsigned opened = desk.opened;
        own = {};
        own.desk_file = desk.file;
        own.desk_opened = opened;
        own.seen_revision = desk.document.revision();
    }
    refresh_views(desk, speech, own);
    const int blocked = ui.blocked;
    if (own.menu.open()) ui.blocked = 1;
    take_desk_keys(ui, desk, own, out);
    const Box whole = box;
    Box header = box.cut_top(control_height(ui) + ui.px(space::large));
    desk_header_ui(ui, header, state, speech, own, out);
    if (own.finding) find_bar_ui(ui, box.cut_top(control_height(ui) + ui.px(space::medium)), desk, speech, own, out);
    const float side = std::clamp(box.w() * 0.28f, ui.wide(300), ui.wide(440));
    const float middle = std::clamp(box.w() * 0.42f, ui.wide(400), ui.wide(720));
    const bool with_map = box.w() > side + middle + ui.wide(180);
    side_ui(ui, box.cut_right(std::min(side, box.w() * 0.42f)), state, speech, own, out);
    if (with_map) {
        Box map = box.cut_left(box.w() - middle);
        line(ui, map.x1 - 0.5f, map.y0, map.x1 - 0.5f, map.y1, ui.theme->line);
        map_ui(ui, map, desk, speech, own, out);
    }
    middle_ui(ui, box, desk, speech, own, out);
    author_clock(ui, desk, own, out);
    ui.blocked = blocked;
    if (own.menu.open() && blocked == 0) form_menu_ui(ui, whole, desk.document.root(), own, out);
}

}  // namespace

void author_clock(Ui& ui, const AuthorDesk& desk, AuthorScreen& own, AuthorWishes& out) {
    if (own.seen_revision != desk.document.revision()) {
        own.seen_revision = desk.document.revision();
        own.changed_s = ui.now_s;
        if (own.unrecovered_s < 0) own.unrecovered_s = ui.now_s;
    }
    if (own.changed_s >= 0 && ui.now_s >= own.changed_s + pause_s) {
        own.changed_s = -1;
        ask(out, wish::Check{});
    }
    if (own.unrecovered_s >= 0 && ui.now_s >= own.unrecovered_s + recover_s) {
        own.unrecovered_s = -1;
        ask(out, wish::Recover{});
    }
    if (ui.now_s >= own.watched_s + watch_s) {
        own.watched_s = ui.now_s;
        ask(out, wish::Watch{});
    }
    const bool reported = desk.report && desk.report->revision == desk.document.revision() &&
                          desk.report->depth == app::LiveReport::Depth::analysed;
    const bool waiting = !reported || !desk.planned || desk.robots_out || desk.laying_out || desk.finding_way;
    if (waiting && ui.now_s >= own.polled_s + poll_s) {
        own.polled_s = ui.now_s;
        ask(out, wish::Poll{});
    }
    if (waiting) ui.wake_at(own.polled_s + poll_s);
    if (own.changed_s >= 0) ui.wake_at(own.changed_s + pause_s);
    if (own.unrecovered_s >= 0) ui.wake_at(own.unrecovered_s + recover_s);
    ui.wake_at(own.watched_s + watch_s);
}

// Both have changed the same places: whose words stay.
void clash_ui(Ui& ui, Box all, const MergeQuestion& question, const Speech& speech, AuthorWishes& out) {
    const MergeAnswer answer = merge_sheet_ui(ui, all, question, speech);
    if (answer.conflict >= 0) ask(out, wish::AnswerClash{static_cast<std::size_t>(answer.conflict), answer.side});
    if (answer.settle) ask(out, wish::SettleClashes{});
    if (answer.stop) ask(out, wish::DropMerge{});
}

void author_screen_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own,
                      AuthorWishes& out) {
    const bool question = state.desk && (state.leaving || state.desk->changed_outside);
    const bool naming = !state.desk && state.naming;
    if (!naming) own.naming_seen = false;
    const int blocked = ui.blocked;
    if (question || naming) ui.blocked = 1;
    if (state.desk)
        desk_ui(ui, box, state, speech, own, out);
    else
        shelf_ui(ui, box, state, speech, own, out);
    ui.blocked = blocked;
    if (!question && !naming) return;
    const Layer layer("##author_dialog", box);
    if (question && state.desk->clash)
        clash_ui(ui, box, *state.desk->clash, speech, out);
    else if (question)
        desk_question_ui(ui, box, state, speech, out);
    else
        naming_ui(ui, box, state, speech, own, out);
}

}  // namespace huashu::desktop
