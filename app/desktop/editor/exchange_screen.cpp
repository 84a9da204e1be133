#include <algorithm>

#include "desktop/editor/exchange_room.hpp"
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/layer.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr double exchange_poll_s = 0.05;

EditorResult exchange_field(Ui& ui, const char* id, Box box, EditorState& state, const std::string& label) {
    return editor(ui, id, box, state, {.placeholder = label, .label = label, .type = Type::label, .single_row = true});
}

// One thing that can go into the bundle: a click puts it in or takes it out.
void offer_row_ui(Ui& ui, Scroll& column, const OfferRow& row, ExchangeWishes& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::small);
    const float height = ui.scale.leading(Type::label) + ui.scale.leading(Type::caption) + 2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    column.y += height + ui.px(space::hair);
    const Response r = interact(ui, "exchange.offer." + std::to_string(row.offer), box,
                                {.kind = "check", .text = row.title, .selected = row.chosen});
    if (r.clicked) out.push_back(exchange_wish::Choose{row.offer});
    if (!is_visible(box)) return;
    if (row.chosen || r.hovered) fill(ui, box, with_alpha(t.accent.strong, row.chosen ? 0.12f : 0.06f), ui.px(8));
    Box inner = box.inset(pad);
    const float side = ui.wide(18);
    const Box tick = inner.cut_left(side).centred(side, side);
    outline(ui, tick, row.chosen ? t.accent.strong : t.line_strong, ui.px(4), ui.px(1.5f));
    if (row.chosen) {
        fill(ui, tick, t.accent.strong, ui.px(4));
        draw_icon(ui, Icon::check, tick.inset(ui.px(2)), t.accent.on);
    }
    inner.cut_left(ui.px(space::medium));
    bool cut = false;
    const Box first = inner.cut_top(ui.scale.leading(Type::label));
    text_in(ui, first, ui.text().fitted(row.title, ui.style(Type::label), first.w(), cut), Type::label, t.text);
    text_in(ui, inner, ui.text().fitted(row.about, ui.style(Type::caption), inner.w(), cut), Type::caption,
            t.text_muted);
    if (r.focused) focus_ring(ui, box, ui.px(8));
}

void offers_ui(Ui& ui, Box box, const ExchangeView& view, const Speech& speech, ExchangeScreen& own,
               ExchangeWishes& out) {
    text_field(ui, "exchange.search", box.cut_top(control_height(ui)), own.search, Icon::search,
               speech.words("desktop.exchange.search"));
    box.cut_top(ui.px(space::small));
    Scroll column(ui, "exchange.offers", box, 0);
    bool own_before = true;
    for (const OfferRow& row : view.offers) {
        if (&row == &view.offers.front() || row.own != own_before)
            column.y += paragraph(ui, column.x0, column.y, column.width(),
                                  speech.words(row.own ? "desktop.exchange.own" : "desktop.exchange.shipped"),
                                  Type::caption, ui.theme->text_muted) +
                        ui.px(space::hair);
        own_before = row.own;
        offer_row_ui(ui, column, row, out);
    }
    if (!ui.editing_text) column.take_page_keys();
}

void propose_name(const ExchangeView& view, ExchangeScreen& own) {
    if (to_bytes(own.name.buffer.text()) != own.proposed || own.proposed == view.proposed_name) return;
    own.proposed = view.proposed_name;
    own.name.buffer.set_text(to_characters(own.proposed));
}

void bundle_to_be_ui(Ui& ui, Box box, const ExchangeState& state, const ExchangeView& view, const Speech& speech,
                     ExchangeScreen& own, ExchangeWishes& out) {
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    propose_name(view, own);
    const auto named = [&](const char* id, const char* key, EditorState& field) {
        text_in(ui, box.cut_top(ui.scale.leading(Type::caption)), words(key), Type::caption, t.text_muted);
        const EditorResult result = exchange_field(ui, id, box.cut_top(control_height(ui)), field, words(key));
        box.cut_top(ui.px(space::small));
        return result;
    };
    const EditorResult titled = named("exchange.title", "desktop.exchange.bundle_title", own.title);
    const EditorResult name = named("exchange.name", "desktop.exchange.bundle_file", own.name);
    box.y0 +=
        paragraph(ui, box.x0, box.y0, box.w(), words("desktop.exchange.bundle_folder", {{"folder", state.folder}}),
                  Type::caption, t.text_muted) +
        ui.px(space::small);
    const std::string file = to_bytes(own.name.buffer.text());
    const ButtonSpec look{.look = ButtonLook::primary, .enabled = !state.manifest.empty() && !file.empty()};
    const std::string& go = words("desktop.exchange.pack");
    Box row = box.cut_top(control_height(ui));
    const bool clicked = button(ui, "exchange.pack", row.cut_left(button_width(ui, go, look)), go, look).clicked;
    if (look.enabled && (clicked || name.submitted || titled.submitted))
        out.push_back(exchange_wish::Pack{file, to_bytes(own.title.buffer.text())});
    box.cut_top(ui.px(space::medium));
    if (!view.packed.empty()) {
        const float top = box.y0;
        box.y0 += paragraph(ui, box.x0, box.y0, box.w(), view.packed, Type::label, t.good.strong) + ui.px(space::small);
        tag(ui, "exchange.packed", Box{box.x0, top, box.x1, box.y0}, "status", view.packed);
    }
    Scroll column(ui, "exchange.manifest", box, 0);
    column.y +=
        paragraph(ui, column.x0, column.y, column.width(), words("desktop.exchange.manifest"), Type::strong, t.text);
    const std::string& about = view.summary.empty() ? words("desktop.exchange.nothing_chosen") : view.summary;
    column.y +=
        paragraph(ui, column.x0, column.y, column.width(), about, Type::label, t.text_muted) + ui.px(space::small);
    for (const std::string& line : view.manifest) {
        const Box at{column.x0, column.y, column.x1, column.y + ui.scale.leading(Type::caption)};
        column.y = at.y1;
        if (!is_visible(at)) continue;
        bool cut = false;
        text_in(ui, at, ui.text().fitted(line, ui.style(Type::caption), at.w(), cut), Type::caption, t.text_muted);
    }
}

Tone tone_of(const Theme& t, app::ImportState state) {
    switch (state) {
        case app::ImportState::fresh:
        case app::ImportState::newer:
            return t.good;
        case app::ImportState::conflict:
            return t.bad;
        case app::ImportState::same:
            break;
    }
    return plain_tone(t);
}

Icon sign_of(app::ImportState state) {
    switch (state) {
        case app::ImportState::fresh:
            return Icon::plus;
        case app::ImportState::newer:
            return Icon::up;
        case app::ImportState::conflict:
            return Icon::warning;
        case app::ImportState::same:
            break;
    }
    return Icon::check;
}

// What the bundle would bring of one thing, and what becomes of it.
void incoming_row_ui(Ui& ui, Scroll& column, const IncomingRow& row, std::size_t number, bool done,
                     const Speech& speech, ExchangeWishes& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::medium);
    const float lines = ui.scale.leading(Type::strong) + ui.scale.leading(Type::caption) +
                        (row.present.empty() ? 0 : ui.scale.leading(Type::caption));
    const Box box{column.x0, column.y, column.x1, column.y + std::max(lines, control_height(ui)) + 2 * pad};
    column.y = box.y1 + ui.px(space::small);
    card_ground(ui, box, ui.px(radius_control));
    Box inner = box.inset(pad);
    if (row.is != app::ImportState::same && !done) {
        const std::vector<std::string> labels{
            speech.words("desktop.exchange.leave"),
            speech.words(row.is == app::ImportState::conflict ? "desktop.exchange.replace" : "desktop.exchange.take")};
        const float width = std::min(inner.w() * 0.45f, ui.wide(260));
        const Box at = inner.cut_right(width).centred(width, control_height(ui));
        if (const int picked = segmented(ui, "exchange.take." + std::to_string(number), at, labels, row.take ? 1 : 0);
            picked >= 0)
            out.push_back(exchange_wish::Take{number, picked == 1});
        inner.cut_right(ui.px(space::medium));
    }
    const float wide = chip_width(ui, row.state, sign_of(row.is));
    const Box at = inner.cut_right(wide);
    chip(ui, at.x0, at.mid_y() - chip_height(ui) / 2, row.state, {tone_of(t, row.is), sign_of(row.is)});
    tag(ui, "exchange.state." + std::to_string(number), at, "status", row.state);
    inner.cut_right(ui.px(space::medium));
    bool cut = false;
    const auto text_row = [&](const std::string& text, Type type, Color color) {
        const Box line_box = inner.cut_top(ui.scale.leading(type));
        text_in(ui, line_box, ui.text().fitted(text, ui.style(type), line_box.w(), cut), type, color);
    };
    text_row(row.title, Type::strong, t.text);
    text_row(row.about, Type::caption, t.text_muted);
    if (!row.present.empty()) text_row(row.present, Type::caption, t.bad.strong);
}

// Where the bundle is: a path, or one of those that lie about.
void choose_bundle_ui(Ui& ui, Scroll& column, const ExchangeState& state, const Speech& speech, ExchangeScreen& own,
                      ExchangeWishes& out) {
    const app::Words& words = speech.words;
    Box row{column.x0, column.y, column.x1, column.y + control_height(ui)};
    column.y = row.y1 + ui.px(space::small);
    const std::string file = to_bytes(own.file.buffer.text());
    const std::string& go = words(state.reading ? "desktop.exchange.reading" : "desktop.exchange.read");
    const ButtonSpec look{.look = ButtonLook::primary, .enabled = !file.empty() && !state.reading};
    const bool clicked = button(ui, "exchange.read", row.cut_right(button_width(ui, go, look)), go, look).clicked;
    row.cut_right(ui.px(space::small));
    const EditorResult typed = exchange_field(ui, "exchange.file", row, own.file, words("desktop.exchange.file"));
    if (look.enabled && (clicked || typed.submitted)) out.push_back(exchange_wish::Read{file});
    for (std::size_t i = 0; i < state.found.size(); ++i) {
        const Box at{column.x0, column.y, column.x1, column.y + ui.scale.leading(Type::label) + ui.px(space::tight)};
        column.y = at.y1;
        const Response r =
            interact(ui, "exchange.found." + std::to_string(i), at, {.kind = "row", .text = state.found[i]});
        if (r.hovered) fill(ui, at, with_alpha(ui.theme->accent.strong, 0.06f), ui.px(6));
        bool cut = false;
        text_in(ui, at.inset(ui.px(space::small), 0),
                ui.text().fitted(state.found[i], ui.style(Type::label), at.w() - 2 * ui.px(space::small), cut),
                Type::label, ui.theme->accent.strong);
        if (r.focused) focus_ring(ui, at, ui.px(6));
        if (!r.clicked) continue;
        own.file.buffer.set_text(to_characters(state.found[i]));
        out.push_back(exchange_wish::Read{state.found[i]});
    }
    column.y += ui.px(space::medium);
}

void refused_ui(Ui& ui, Scroll& column, const ExchangeView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    const float width = column.width() - 2 * pad;
    float height = ui.scale.leading(Type::strong) + 2 * pad;
    for (const std::string& line : view.refused) height += paragraph_height(ui, width, line, Type::label);
    const Box box{column.x0, column.y, column.x1, column.y + height};
    column.y = box.y1 + ui.px(space::medium);
    fill(ui, box, t.bad.soft, ui.px(radius_control));
    float y = box.y0 + pad;
    y += paragraph(ui, box.x0 + pad, y, width, speech.words("desktop.exchange.refused"), Type::strong, t.bad.strong);
    for (const std::string& line : view.refused) y += paragraph(ui, box.x0 + pad, y, width, line, Type::label, t.text);
    tag(ui, "exchange.refused", box, "status", view.refused.front());
}

void incoming_ui(Ui& ui, Box box, const ExchangeState& state, const ExchangeView& view, const Speech& speech,
                 ExchangeScreen& own, ExchangeWishes& out) {
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    Scroll column(ui, "exchange.in", box, 0);
    choose_bundle_ui(ui, column, state, speech, own, out);
    if (!view.refused.empty()) refused_ui(ui, column, view, speech);
    if (state.bundle) {
        column.y += paragraph(ui, column.x0, column.y, column.width(), view.bundle_title, Type::strong, t.text);
        column.y += paragraph(ui, column.x0, column.y, column.width(), view.choices, Type::label, t.text_muted) +
                    ui.px(space::small);
        for (std::size_t i = 0; i < view.incoming.size(); ++i)
            incoming_row_ui(ui, column, view.incoming[i], i, state.done.has_value(), speech, out);
    }
    if (state.bundle && !state.done) {
        const std::string& go = words("desktop.exchange.import", {{"count", std::to_string(view.to_take)}});
        const ButtonSpec look{.look = ButtonLook::primary, .enabled = view.to_take > 0};
        const Box at{column.x0, column.y, column.x0 + button_width(ui, go, look), column.y + control_height(ui)};
        if (button(ui, "exchange.import", at, go, look)) out.push_back(exchange_wish::Import{});
        column.y = at.y1 + ui.px(space::medium);
    }
    const float top = column.y;
    for (const std::string& line : view.done)
        column.y += paragraph(ui, column.x0, column.y, column.width(), line, Type::label, t.good.strong);
    if (!view.done.empty())
        tag(ui, "exchange.done", Box{column.x0, top, column.x1, column.y}, "status", view.done.front());
    if (!ui.editing_text) column.take_page_keys();
}

}  // namespace

void exchange_sheet_ui(Ui& ui, Box all, const ExchangeState& state, const Speech& speech, ExchangeScreen& own,
                       ExchangeWishes& out) {
    const app::Words& words = speech.words;
    const std::string search = to_bytes(own.search.buffer.text());
    const std::string key =
        std::string(app::name_of(words.language())) + "/" + std::to_string(state.revision) + "/" + search;
    if (!own.view.view || own.view.key != key) {
        own.view.view = make_exchange_view(state, search, speech);
        own.view.key = key;
    }
    const ExchangeView& view = *own.view.view;
    const Layer layer("##exchange_dialog", all);
    const Box sheet = sheet_ui(ui, all, ui.wide(980), all.h() * 0.9f);
    Box inner = sheet.inset(ui.px(space::wide));
    tag(ui, "exchange", sheet, "dialog", words("desktop.exchange.sheet"));
    Box head = inner.cut_top(std::max(ui.scale.leading(Type::title), control_height(ui)));
    if (icon_button(ui, "exchange.close", head.cut_right(control_height(ui)), Icon::cross,
                    words("desktop.publish.close")) ||
        ui.take_key(Key::escape))
        out.push_back(exchange_wish::Close{});
    head.cut_right(ui.px(space::medium));
    const std::vector<std::string> sides{words("desktop.exchange.out"), words("desktop.exchange.in")};
    const Box switch_box = head.cut_right(std::min(head.w() * 0.5f, ui.wide(300)));
    if (const int picked = segmented(ui, "exchange.side", switch_box.centred(switch_box.w(), control_height(ui)), sides,
                                     static_cast<int>(state.side));
        picked >= 0)
        out.push_back(exchange_wish::ShowSide{static_cast<ExchangeSide>(picked)});
    text_in(ui, head, words("desktop.exchange.sheet"), Type::title, ui.theme->text);
    const char* about = state.side == ExchangeSide::out ? "desktop.exchange.out_about" : "desktop.exchange.in_about";
    inner.y0 += paragraph(ui, inner.x0, inner.y0, inner.w(), words(about), Type::label, ui.theme->text_muted) +
                ui.px(space::medium);
    if (state.side == ExchangeSide::out) {
        const Box left = inner.cut_left(inner.w() * 0.48f);
        inner.cut_left(ui.px(space::large));
        offers_ui(ui, left, view, speech, own, out);
        bundle_to_be_ui(ui, inner, state, view, speech, own, out);
    } else {
        incoming_ui(ui, inner, state, view, speech, own, out);
    }
    if (!state.reading) return;
    if (ui.now_s >= own.polled_s + exchange_poll_s) {
        own.polled_s = ui.now_s;
        out.push_back(exchange_wish::Poll{});
    }
    ui.wake_at(own.polled_s + exchange_poll_s);
}

}  // namespace huashu::desktop
