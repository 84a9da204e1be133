// Word lists: which there are, what stands in them, what clashes, tables in and out.
#include <algorithm>

#include "desktop/editor/rules_screen.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr std::size_t most_clashes_shown = 200;

void lists_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const Theme& t = *ui.theme;
    line(ui, box.x1 - 0.5f, box.y0, box.x1 - 0.5f, box.y1, t.line);
    Box foot =
        box.cut_bottom(control_height(ui) + 2 * ui.px(space::small)).inset(ui.px(space::medium), ui.px(space::small));
    const std::string name = to_bytes(own.list_name.buffer.text());
    const std::string& add = speech.words("desktop.rules.add_list");
    const ButtonSpec look{.enabled = !name.empty()};
    const bool clicked = button(ui, "rules.list.add", foot.cut_right(button_width(ui, add, look)), add, look).clicked;
    foot.cut_right(ui.px(space::small));
    const EditorResult typed = editor(ui, "rules.list.name", foot, own.list_name,
                                      {.placeholder = speech.words("desktop.rules.list_name"),
                                       .label = speech.words("desktop.rules.list_name"),
                                       .type = Type::label,
                                       .single_row = true});
    if ((clicked || typed.submitted) && !name.empty()) {
        ask(out, rule_wish::AddList{name});
        own.list_name.buffer.set_text({});
    }
    Scroll column(ui, "rules.lists", box, ui.px(space::small));
    const float height = ui.scale.leading(Type::label) + ui.px(space::medium);
    for (const WordListRow& row : own.words.view->lists) {
        const Box at{column.x0, column.y, column.x1, column.y + height};
        column.y += height + ui.px(space::hair);
        const bool selected = row.pointer == desk.list;
        const Response r =
            interact(ui, "rules.wordlist." + row.name, at, {.kind = "row", .text = row.name, .selected = selected});
        if (selected || r.hovered) fill(ui, at, with_alpha(t.accent.strong, selected ? 0.12f : 0.06f), ui.px(8));
        Box inner = at.inset(ui.px(space::medium), 0);
        const std::string count = std::to_string(row.count);
        text_in(ui, inner.cut_right(text_width(ui, count, Type::caption) + 1), count, Type::caption, t.text_muted,
                Align::right);
        inner.cut_right(ui.px(space::small));
        bool cut = false;
        text_in(ui, inner, ui.text().fitted(row.name, ui.style(Type::label), inner.w(), cut), Type::label, t.text);
        if (r.focused) focus_ring(ui, at, ui.px(8));
        if (r.clicked) ask(out, rule_wish::SelectList{row.pointer});
    }
}

// One entry: a field that follows the tree, and a button that takes it out.
void word_row_ui(Ui& ui, Box box, const WordRow& row, const RulesDesk& desk, const Speech& speech, RulesScreen& own,
                 RuleWishes& out) {
    const Theme& t = *ui.theme;
    const float side = ui.wide(26);
    if (icon_button(ui, "rules.word.out." + row.pointer, box.cut_right(side).centred(side, side), Icon::cross,
                    speech.words("desktop.author.take_out"))) {
        own.fields.clear();
        return ask(out, rule_wish::Edit{app::without(desk.document.root(), row.pointer), row.pointer, false});
    }
    if (!row.clash.empty()) {
        bool cut = false;
        const float width = std::min(text_width(ui, row.clash, Type::caption), box.w() * 0.4f);
        text_in(ui, box.cut_right(width), ui.text().fitted(row.clash, ui.style(Type::caption), width, cut),
                Type::caption, t.warn.strong, Align::right);
        box.cut_right(ui.px(space::small));
    }
    const auto [found, fresh] = own.fields.try_emplace(row.pointer, EditorState{EditBuffer(false, 400)});
    if (fresh) found->second.buffer.set_text(to_characters(row.text));
    const EditorResult r = editor(ui, "rules.word." + row.pointer, box, found->second,
                                  {.label = row.text, .type = Type::label, .single_row = true});
    const std::string typed = to_bytes(found->second.buffer.text());
    if (r.changed)
        ask(out,
            rule_wish::Edit{app::with(desk.document.root(), row.pointer, app::Tree::of(typed)), row.pointer, true});
    else if (!r.focused && typed != row.text)
        found->second.buffer.set_text(to_characters(row.text));
}

void entries_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    const WordListsView& view = *own.words.view;
    if (own.fields_of != desk.list) {
        own.fields.clear();
        own.fields_of = desk.list;
    }
    Box inner = box.inset(ui.px(space::large), ui.px(space::small));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::lead)), app::last_of(desk.list), Type::lead, t.text);
    std::string about = view.about;
    if (!view.extends.empty())
        about += (about.empty() ? "" : "　") + words("desktop.rules.extends", {{"lists", view.extends}});
    inner.y0 += paragraph(ui, inner.x0, inner.y0, inner.w(), about, Type::caption, t.text_muted);
    inner.cut_top(ui.px(space::small));
    text_field(ui, "rules.words.search", inner.cut_top(control_height(ui)), own.word_search, Icon::search,
               words("desktop.rules.search_words"));
    inner.cut_top(ui.px(space::small));
    Box add_row = inner.cut_top(control_height(ui));
    inner.cut_top(ui.px(space::small));
    const std::string fresh = to_bytes(own.new_word.buffer.text());
    const std::string& add = words("desktop.rules.add_word");
    const ButtonSpec look{.icon = Icon::plus, .enabled = !fresh.empty()};
    const bool clicked =
        button(ui, "rules.word.add", add_row.cut_right(button_width(ui, add, look)), add, look).clicked;
    add_row.cut_right(ui.px(space::small));
    const EditorResult typed = editor(ui, "rules.word.new", add_row, own.new_word,
                                      {.placeholder = words("desktop.rules.new_word"),
                                       .label = words("desktop.rules.new_word"),
                                       .type = Type::label,
                                       .single_row = true});
    if ((clicked || typed.submitted) && !fresh.empty()) {
        ask(out, rule_wish::Edit{app::with_words(desk.document.root(), desk.list, {fresh}), desk.list, false});
        own.new_word.buffer.set_text({});
    }
    Scroll column(ui, "rules.words", inner, ui.px(space::tight));
    const float height = ui.scale.leading(Type::label) + ui.px(space::medium) + ui.px(space::tight);
    const float top = column.y;
    const auto first = static_cast<std::size_t>(std::max(0.0f, (inner.y0 - top) / height - 4));
    const std::size_t last = std::min(view.words.size(), first + static_cast<std::size_t>(inner.h() / height) + 9);
    for (std::size_t i = std::min(first, view.words.size()); i < last; ++i) {
        const float y = top + static_cast<float>(i) * height;
        word_row_ui(ui, Box{column.x0, y, column.x1, y + height - ui.px(space::tight)}, view.words[i], desk, speech,
                    own, out);
    }
    column.y = top + static_cast<float>(view.words.size()) * height;
    if (!ui.editing_text) column.take_page_keys();
}

std::string clash_words(const app::WordClash& clash, const Speech& speech) {
    return speech.words.name("cli.author.words.clash.", name_of(clash.kind)) + "：" +
           speech.words("cli.author.words.clash_line",
                        {{"line", std::to_string(clash.line)}, {"word", clash.word}, {"other", clash.other}});
}

// What a table would bring, and what is to be thought of before.
void import_ui(Ui& ui, Scroll& column, const RulesDesk& desk, const Speech& speech, RuleWishes& out) {
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    const RulesImport& import = *desk.import;
    const auto say = [&](const std::string& text, Color color) {
        column.y += paragraph(ui, column.x0, column.y, column.width(), text, Type::label, color) + ui.px(space::tight);
    };
    say(words("cli.author.words.summary",
              {{"rows", std::to_string(import.rows)}, {"added", std::to_string(import.words.entries.size())}}),
        t.text);
    say(words("desktop.rules.encoding", {{"encoding", import.encoding}}),
        import.certain ? t.text_muted : t.warn.strong);
    Box row{column.x0, column.y, column.x1, column.y + control_height(ui)};
    const std::string& take = words("desktop.rules.take_words");
    const ButtonSpec primary{.look = ButtonLook::primary, .enabled = !import.words.entries.empty()};
    if (button(ui, "rules.words.take", row.cut_left(button_width(ui, take, primary)), take, primary))
        ask(out, rule_wish::TakeWords{});
    row.cut_left(ui.px(space::small));
    const std::string& drop = words("desktop.author.cancel");
    if (button(ui, "rules.words.drop", row.cut_left(button_width(ui, drop)), drop)) ask(out, rule_wish::DropWords{});
    column.y += control_height(ui) + ui.px(space::medium);
    for (std::size_t i = 0; i < std::min(import.words.clashes.size(), most_clashes_shown); ++i) {
        const app::WordClash& clash = import.words.clashes[i];
        say(clash_words(clash, speech), clash.kind == app::WordClash::Kind::unsound ? t.bad.strong : t.warn.strong);
    }
    if (import.words.clashes.size() > most_clashes_shown)
        say(words("cli.author.words.more",
                  {{"count", std::to_string(import.words.clashes.size() - most_clashes_shown)}}),
            t.text_muted);
}

void tables_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const app::Words& words = speech.words;
    line(ui, box.x0 + 0.5f, box.y0, box.x0 + 0.5f, box.y1, ui.theme->line);
    Scroll column(ui, "rules.tables", box, ui.px(space::large));
    const auto heading = [&](const char* key, const char* about) {
        column.y += paragraph(ui, column.x0, column.y, column.width(), words(key), Type::strong, ui.theme->text);
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(), words(about), Type::caption, ui.theme->text_muted) +
            ui.px(space::small);
    };
    const auto wide_button = [&](const char* id, const char* key, bool enabled = true) {
        const std::string& label = words(key);
        const ButtonSpec look{.enabled = enabled};
        const float width = std::min(column.width(), button_width(ui, label, look));
        const Box at{column.x0, column.y, column.x0 + width, column.y + control_height(ui)};
        column.y += control_height(ui) + ui.px(space::small);
        return button(ui, id, at, label, look).clicked;
    };
    heading("desktop.rules.import", "desktop.rules.import_about");
    const Box field{column.x0, column.y, column.x1, column.y + control_height(ui)};
    column.y += control_height(ui) + ui.px(space::small);
    const EditorResult typed = editor(ui, "rules.table", field, own.table,
                                      {.placeholder = words("desktop.rules.table_path"),
                                       .label = words("desktop.rules.table_path"),
                                       .type = Type::label,
                                       .single_row = true});
    const std::string file = to_bytes(own.table.buffer.text());
    if (wide_button("rules.table.read", "desktop.rules.read_table", !file.empty()) ||
        (typed.submitted && !file.empty()))
        ask(out, rule_wish::ReadWords{file, app::last_of(desk.list)});
    if (desk.import) import_ui(ui, column, desk, speech, out);
    column.y += ui.px(space::medium);
    heading("desktop.rules.export", "desktop.rules.export_about");
    if (wide_button("rules.table.this", "desktop.rules.export_this"))
        ask(out, rule_wish::WriteWords{app::last_of(desk.list)});
    if (wide_button("rules.table.all", "desktop.rules.export_all")) ask(out, rule_wish::WriteWords{});
    if (wide_button("rules.table.template", "desktop.rules.export_template")) ask(out, rule_wish::WriteWords{{}, true});
}

}  // namespace

void rules_words_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    lists_ui(ui, box.cut_left(std::clamp(box.w() * 0.24f, ui.wide(170), ui.wide(260))), desk, speech, own, out);
    tables_ui(ui, box.cut_right(std::clamp(box.w() * 0.36f, ui.wide(220), ui.wide(340))), desk, speech, own, out);
    entries_ui(ui, box, desk, speech, own, out);
}

}  // namespace huashu::desktop
