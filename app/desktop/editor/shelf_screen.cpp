// The shelf: begin something new, go on with a draft, or begin with a copy of a shipped scenario.
#include <algorithm>

#include "desktop/editor/author_parts.hpp"
#include "desktop/editor/publish_view.hpp"
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

struct Template {
    const char* key;
    const char* kind;
    Icon icon;
};
constexpr Template templates[] = {
    {"service", "§2.1.1", Icon::service}, {"facility", "§2.2.1", Icon::facility}, {"safety", "§2.3.1", Icon::safety}};
constexpr const char* all_kinds[] = {"§2.1.1", "§2.1.2", "§2.1.3", "§2.1.4", "§2.2.1", "§2.2.2",
                                     "§2.2.3", "§2.2.4", "§2.3.1", "§2.3.2", "§2.3.3", "§2.3.4"};

void shelf_heading(Ui& ui, Scroll& column, const std::string& title, const std::string& text) {
    const float height = ui.scale.leading(Type::title);
    text_in(ui, Box{column.x0, column.y, column.x1, column.y + height}, title, Type::title, ui.theme->text);
    column.y += height;
    column.y += paragraph(ui, column.x0, column.y, column.width(), text, Type::label, ui.theme->text_muted) +
                ui.px(space::medium);
}

void template_card(Ui& ui, Box box, const Template& what, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const Theme& t = *ui.theme;
    const std::string title = speech.words.name("desktop.author.template.", what.key);
    const Response r = interact(ui, std::string("author.new.") + what.key, box, {.kind = "card", .text = title});
    const float radius = ui.px(radius_card);
    if (r.hovered) shadow(ui, box, radius);
    card_ground(ui, box, radius);
    Box inner = box.inset(ui.px(space::large));
    const float disc = ui.wide(44);
    Box sign = inner.cut_left(disc);
    const Box at{sign.x0, sign.y0, sign.x0 + disc, sign.y0 + disc};
    fill(ui, at, t.accent.soft, ui.px(12));
    draw_icon(ui, what.icon, at.inset(disc * 0.24f), t.accent.strong);
    inner.cut_left(ui.px(space::medium));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::strong)), title, Type::strong, t.text);
    paragraph_cut(ui, inner.x0, inner.y0, inner.w(), speech.words.name("desktop.author.template_about.", what.key),
                  Type::label, t.text_muted, 3);
    if (r.focused) focus_ring(ui, box, radius);
    if (!r.clicked) return;
    own.new_kind = what.kind;
    ask(out, wish::NameDraft{});
}

void templates_ui(Ui& ui, Scroll& column, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const float gap = ui.px(space::medium);
    const int columns = column.width() > ui.wide(760) ? 3 : 1;
    const float width = (column.width() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = 2 * ui.px(space::large) + ui.scale.leading(Type::strong) + 3 * ui.scale.leading(Type::label);
    int i = 0;
    for (const Template& what : templates) {
        const float x = column.x0 + static_cast<float>(i % columns) * (width + gap);
        template_card(ui, Box{x, column.y, x + width, column.y + height}, what, speech, own, out);
        if (++i % columns == 0) column.y += height + gap;
    }
    column.y += ui.px(space::wide);
}

// One row of a list: title, what it is, and what a click does.
bool shelf_row(Ui& ui, Scroll& column, const std::string& id, const std::string& title, const std::string& about,
               const std::string& go, const std::string& badge) {
    const Theme& t = *ui.theme;
    const float height = ui.scale.leading(Type::strong) + ui.scale.leading(Type::caption) + 2 * ui.px(space::medium);
    const Box box{column.x0, column.y, column.x1, column.y + height};
    column.y += height + ui.px(space::small);
    const Response r = interact(ui, id, box, {.kind = "card", .text = title});
    if (!is_visible(box)) return r.clicked;
    card_ground(ui, box, ui.px(radius_control));
    if (r.hovered) outline(ui, box, t.accent.strong, ui.px(radius_control), ui.px(1.5f));
    Box inner = box.inset(ui.px(space::large), ui.px(space::medium));
    const float width = text_width(ui, go, Type::label) + ui.wide(22);
    Box right = inner.cut_right(width);
    const float side = ui.wide(14);
    draw_icon(ui, Icon::chevron_right, right.cut_right(side).centred(side, side), t.accent.strong);
    text_in(ui, right, go, Type::label, t.accent.strong);
    inner.cut_right(ui.px(space::medium));
    if (!badge.empty()) {
        const float wide = chip_width(ui, badge, Icon::warning);
        const Box at = inner.cut_right(wide);
        chip(ui, at.x0, at.mid_y() - chip_height(ui) / 2, badge, {t.warn, Icon::warning});
        inner.cut_right(ui.px(space::medium));
    }
    bool cut = false;
    const Box first = inner.cut_top(ui.scale.leading(Type::strong));
    text_in(ui, first, ui.text().fitted(title, ui.style(Type::strong), first.w(), cut), Type::strong, t.text);
    text_in(ui, inner, ui.text().fitted(about, ui.style(Type::caption), inner.w(), cut), Type::caption, t.text_muted);
    if (r.focused) focus_ring(ui, box, ui.px(radius_control));
    return r.clicked;
}

void drafts_ui(Ui& ui, Scroll& column, const AuthorState& state, const Speech& speech, AuthorWishes& out) {
    const app::Words& words = speech.words;
    shelf_heading(ui, column, words("desktop.author.drafts"), words("desktop.author.drafts_about"));
    if (state.drafts.empty()) {
        const Box box{column.x0, column.y, column.x1, column.y + ui.wide(200)};
        fill(ui, box, ui.theme->sunken, ui.px(radius_card));
        empty_state(ui, box, Icon::pen, words("desktop.author.no_drafts_title"), words("desktop.author.no_drafts"));
        column.y = box.y1 + ui.px(space::wide);
        return;
    }
    for (const app::DraftFile& draft : state.drafts) {
        const std::string about =
            words("desktop.author.draft_line", {{"kind", words.name("name.kind.", draft.kind)},
                                                {"stages", std::to_string(draft.stages)},
                                                {"when", time_for_people(speech, draft.changed_ms)}});
        if (shelf_row(ui, column, "author.draft." + draft.id, draft.title.empty() ? draft.id : draft.title, about,
                      words("desktop.author.open"), draft.recoverable ? words("desktop.author.recoverable") : ""))
            ask(out, wish::OpenDraft{draft.file});
    }
    column.y += ui.px(space::wide);
}

void shipped_ui(Ui& ui, Scroll& column, const AuthorState& state, const Speech& speech, AuthorWishes& out) {
    const app::Words& words = speech.words;
    shelf_heading(ui, column, words("desktop.author.shipped"), words("desktop.author.shipped_about"));
    for (const scenarios::ScenarioCard& card : state.shipped) {
        const std::string about = words.name("name.kind.", card.kind) + "　" + speech.content(card.owner.name) + "　" +
                                  speech.content(card.persona_name);
        if (shelf_row(ui, column, "author.copy." + card.id, speech.content(card.title), about,
                      words("desktop.author.copy"), ""))
            ask(out, wish::NameDraft{card.id});
    }
}

// Rule packs of one's own, and a new one.
void packs_ui(Ui& ui, Scroll& column, const AuthorState& state, const Speech& speech, AuthorWishes& out) {
    const app::Words& words = speech.words;
    shelf_heading(ui, column, words("desktop.rules.shelf"), words("desktop.rules.shelf_about"));
    for (const app::PackDraft& pack : state.packs)
        if (shelf_row(ui, column, "author.pack." + pack.id, speech.content(pack.title),
                      pack.id + " · " + time_for_people(speech, pack.changed_ms), words("desktop.author.open"),
                      pack.recoverable ? words("desktop.author.recoverable") : ""))
            ask(out, wish::OpenRules{pack.folder, {}});
    const std::string in_use = pack_in_use_words(state.pack_in_use, speech);
    const float top = column.y;
    column.y +=
        paragraph(ui, column.x0, column.y, column.width(), in_use, Type::label, ui.theme->text) + ui.px(space::small);
    tag(ui, "author.pack.in_use", Box{column.x0, top, column.x1, column.y}, "status", in_use);
    const ButtonSpec look{.icon = Icon::plus};
    const std::string& label = words("desktop.rules.new_pack");
    const Box at{column.x0, column.y, column.x0 + button_width(ui, label, look), column.y + control_height(ui)};
    if (state.pack_in_use) {
        const ButtonSpec back{.icon = Icon::back};
        const std::string& shipped = words("desktop.publish.go_back");
        const float x = at.x1 + ui.px(space::small);
        const Box beside{x, at.y0, x + button_width(ui, shipped, back), at.y1};
        if (button(ui, "author.pack.shipped", beside, shipped, back)) ask(out, wish::UseShippedRules{});
    }
    if (button(ui, "author.pack.new", at, label, look))
        ask(out, wish::OpenRules{{}, words("desktop.rules.pack_title")});
    column.y = at.y1 + ui.px(space::wide);
}

// To another team and from one.
void exchange_ui(Ui& ui, Scroll& column, const Speech& speech, AuthorWishes& out) {
    const app::Words& words = speech.words;
    shelf_heading(ui, column, words("desktop.author.exchange_title"), words("desktop.author.exchange_about"));
    const ButtonSpec look{.icon = Icon::copy};
    const std::string& label = words("desktop.author.exchange");
    const Box at{column.x0, column.y, column.x0 + button_width(ui, label, look), column.y + control_height(ui)};
    if (button(ui, "author.exchange", at, label, look)) ask(out, wish::Exchange{});
    column.y = at.y1 + ui.px(space::wide);
}

std::string first_free_id(const AuthorState& state) {
    for (int number = 1;; ++number) {
        std::string id = "draft-" + std::to_string(number);
        const auto taken = [&](const app::DraftFile& draft) { return draft.id == id; };
        if (std::none_of(state.drafts.begin(), state.drafts.end(), taken)) return id;
    }
}

bool is_good_id(const std::string& id) {
    return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos &&
           id.front() != '-' && id.front() != '_';
}

// A field with its name above it.
EditorResult named_field(Ui& ui, Box& inner, const char* id, const std::string& label, EditorState& state,
                         const std::string& placeholder) {
    text_in(ui, inner.cut_top(ui.scale.leading(Type::caption)), label, Type::caption, ui.theme->text_muted);
    const Box box = inner.cut_top(control_height(ui));
    inner.cut_top(ui.px(space::medium));
    return editor(ui, id, box, state,
                  {.placeholder = placeholder, .label = label, .type = Type::label, .single_row = true});
}

}  // namespace

void shelf_ui(Ui& ui, Box box, const AuthorState& state, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    Scroll column(ui, "author.shelf", box, ui.px(space::wide));
    const float most = ui.wide(1080);
    if (column.width() > most) {
        const float spare = (column.width() - most) / 2;
        column.x0 += spare;
        column.x1 -= spare;
    }
    const float height = ui.scale.leading(Type::heading);
    text_in(ui, Box{column.x0, column.y, column.x1, column.y + height}, speech.words("desktop.author.title"),
            Type::heading, ui.theme->text);
    column.y += height + ui.px(space::tight);
    column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("desktop.author.subtitle"), Type::body,
                          ui.theme->text_muted) +
                ui.px(space::wide);
    shelf_heading(ui, column, speech.words("desktop.author.new"), speech.words("desktop.author.new_about"));
    templates_ui(ui, column, speech, own, out);
    drafts_ui(ui, column, state, speech, out);
    packs_ui(ui, column, state, speech, out);
    exchange_ui(ui, column, speech, out);
    shipped_ui(ui, column, state, speech, out);
    if (!ui.editing_text) column.take_page_keys();
}

void naming_ui(Ui& ui, Box all, const AuthorState& state, const Speech& speech, AuthorScreen& own, AuthorWishes& out) {
    const app::Words& words = speech.words;
    if (!own.naming_seen) {
        own.naming_seen = true;
        own.new_id.buffer.set_text(to_characters(first_free_id(state)));
        own.new_title.buffer.set_text({});
        ui.focus.clear();
    }
    const bool copy = !state.copy_of.empty();
    const int blocked = ui.blocked;
    if (own.menu.open()) ui.blocked = 1;  // its list has the keys
    const float pad = ui.px(space::wide);
    const float field = ui.scale.leading(Type::caption) + control_height(ui) + ui.px(space::medium);
    const float hint = paragraph_height(ui, ui.wide(520) - 2 * pad, words("desktop.author.naming_about"), Type::label);
    const Box box = sheet_ui(ui, all, ui.wide(520),
                             2 * pad + ui.scale.leading(Type::title) + hint + ui.px(space::large) +
                                 (copy ? 2 : 3) * field + ui.px(space::medium) + control_height(ui));
    Box inner = box.inset(pad);
    tag(ui, "author.naming", box, "dialog", words("desktop.author.naming"));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::title)), words("desktop.author.naming"), Type::title,
            ui.theme->text);
    inner.y0 += paragraph(ui, inner.x0, inner.y0, inner.w(), words("desktop.author.naming_about"), Type::label,
                          ui.theme->text_muted) +
                ui.px(space::large);
    Box foot = inner.cut_bottom(control_height(ui));
    if (!copy) {
        text_in(ui, inner.cut_top(ui.scale.leading(Type::caption)), words.name("desktop.author.field.", "kind"),
                Type::caption, ui.theme->text_muted);
        menu_button(ui, "author.naming.kind", inner.cut_top(control_height(ui)),
                    own.new_kind + "  " + words.name("name.kind.", own.new_kind), own.menu);
        inner.cut_top(ui.px(space::medium));
    }
    const EditorResult title =
        named_field(ui, inner, "author.naming.title", words.name("desktop.author.field.", "title"), own.new_title,
                    words("desktop.author.naming_title"));
    const EditorResult id =
        named_field(ui, inner, "author.naming.id", words("desktop.author.naming_id"), own.new_id, "");
    const std::string new_id = to_bytes(own.new_id.buffer.text());
    const ButtonSpec primary{.look = ButtonLook::primary, .enabled = is_good_id(new_id), .shortcut = "Enter"};
    const std::string& go = words("desktop.author.begin");
    const std::string& stop = words("desktop.author.cancel");
    const Response made = button(ui, "author.naming.go", foot.cut_right(button_width(ui, go, primary)), go, primary);
    foot.cut_right(ui.px(space::small));
    const Response stopped = button(ui, "author.naming.stop", foot.cut_right(button_width(ui, stop)), stop);
    if (is_good_id(new_id) && (made.clicked || title.submitted || id.submitted)) {
        ask(out, wish::NewDraft{own.new_kind, new_id, to_bytes(own.new_title.buffer.text())});
    } else if (stopped.clicked || ui.take_key(Key::escape)) {
        ask(out, wish::StopNaming{});
    } else if (ui.focus.none()) {
        ui.focus.set(title.id, true);
    }
    ui.blocked = blocked;
    if (own.menu.owner != "author.naming.kind") return;
    std::vector<MenuItem> items;
    for (const char* kind : all_kinds)
        items.push_back({std::string(kind) + "  " + words.name("name.kind.", kind), own.new_kind == kind});
    if (const int picked = menu_layer(ui, all, own.menu, items, false); picked >= 0)
        own.new_kind = all_kinds[static_cast<std::size_t>(picked)];
}

}  // namespace huashu::desktop
