#include <algorithm>

#include "desktop/editor/publish_room.hpp"
#include "desktop/shell/dialog_sheet.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/layer.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr double publish_poll_s = 0.1;

void publish_heading(Ui& ui, Scroll& column, const std::string& text, const std::string& about) {
    column.y += paragraph(ui, column.x0, column.y, column.width(), text, Type::strong, ui.theme->text);
    if (!about.empty())
        column.y += paragraph(ui, column.x0, column.y, column.width(), about, Type::caption, ui.theme->text_muted);
    column.y += ui.px(space::small);
}

void steps_of_publishing(Ui& ui, Scroll& column, const PublishView& view, const Speech& speech, PublishScreen& own,
                         PublishWishes& out) {
    const app::Words& words = speech.words;
    const std::string note = to_bytes(own.note.buffer.text());
    const Box field{column.x0, column.y, column.x1, column.y + control_height(ui)};
    editor(ui, "publish.note", field, own.note,
           {.placeholder = words("desktop.publish.note"),
            .label = words("desktop.publish.note"),
            .type = Type::label,
            .single_row = true});
    column.y = field.y1 + ui.px(space::small);
    Box row{column.x0, column.y, column.x1, column.y + control_height(ui)};
    column.y = row.y1 + ui.px(space::large);
    const auto step = [&](const char* id, const char* key, bool enabled, ButtonLook look) {
        const ButtonSpec spec{.look = look, .enabled = enabled};
        const std::string& label = words(key);
        const bool clicked = button(ui, id, row.cut_left(button_width(ui, label, spec)), label, spec).clicked;
        row.cut_left(ui.px(space::small));
        return clicked;
    };
    if (step("publish.submit", "desktop.publish.submit", view.can_submit,
             view.can_publish ? ButtonLook::plain : ButtonLook::primary))
        out.push_back(publish_wish::Submit{note});
    if (step("publish.publish", "desktop.publish.publish", view.can_publish, ButtonLook::primary))
        out.push_back(publish_wish::Publish{note});
    if (step("publish.send_back", "desktop.publish.send_back", view.can_send_back, ButtonLook::plain))
        out.push_back(publish_wish::SendBack{note});
}

// Which rules talks are scored with, and the way back.
void rules_in_use_ui(Ui& ui, Scroll& column, const PublishView& view, const Speech& speech, PublishWishes& out) {
    publish_heading(ui, column, speech.words("desktop.publish.rules_in_use"),
                    speech.words("desktop.publish.rules_in_use_about"));
    const float top = column.y;
    column.y += paragraph(ui, column.x0, column.y, column.width(), view.in_use, Type::label, ui.theme->text) +
                ui.px(space::small);
    tag(ui, "publish.in_use", Box{column.x0, top, column.x1, column.y}, "status", view.in_use);
    if (view.can_go_back) {
        const std::string& label = speech.words("desktop.publish.go_back");
        const ButtonSpec look{.icon = Icon::back};
        const Box at{column.x0, column.y, column.x0 + button_width(ui, label, look), column.y + control_height(ui)};
        if (button(ui, "publish.use_shipped", at, label, look)) out.push_back(publish_wish::Use{0});
        column.y = at.y1;
    }
    column.y += ui.px(space::large);
}

void impact_row_ui(Ui& ui, Scroll& column, const ImpactRow& row) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::small);
    float height = ui.scale.leading(Type::label) +
                   paragraph_height(ui, column.width() - 3 * pad, row.change, Type::label) + 2 * pad;
    for (const std::string& turn : row.turns)
        height += paragraph_height(ui, column.width() - 3 * pad, turn, Type::caption);
    const Box box{column.x0, column.y, column.x1, column.y + height};
    column.y += height + ui.px(space::tight);
    if (!is_visible(box)) return;
    card_ground(ui, box, ui.px(8));
    const Color color = row.turned < 0 ? t.bad.strong : row.turned > 0 ? t.good.strong : t.text;
    if (row.turned != 0) fill(ui, Box{box.x0, box.y0 + pad, box.x0 + ui.px(3), box.y1 - pad}, color, 1);
    const float x = box.x0 + 2 * pad;
    const float width = box.x1 - pad - x;
    bool cut = false;
    const Box first{x, box.y0 + pad, box.x1 - pad, box.y0 + pad + ui.scale.leading(Type::label)};
    text_in(ui, first, ui.text().fitted(row.who, ui.style(Type::label), width, cut), Type::label, t.text_muted);
    float y = first.y1;
    y += paragraph(ui, x, y, width, row.change, Type::label, color);
    for (const std::string& turn : row.turns) y += paragraph(ui, x, y, width, turn, Type::caption, t.text_muted);
}

void impact_of_publishing(Ui& ui, Scroll& column, const PublishState& state, const PublishView& view,
                          const Speech& speech, PublishWishes& out) {
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    publish_heading(ui, column, words("desktop.publish.impact"), words("desktop.publish.impact_about"));
    const std::string& label = words(state.measuring ? "desktop.publish.stop" : "desktop.publish.measure");
    const ButtonSpec look{.icon = state.measuring ? Icon::cross : Icon::again};
    Box row{column.x0, column.y, column.x1, column.y + control_height(ui)};
    column.y = row.y1 + ui.px(space::small);
    if (button(ui, "publish.measure", row.cut_left(button_width(ui, label, look)), label, look))
        out.push_back(state.measuring ? PublishWish{publish_wish::StopMeasuring{}}
                                      : PublishWish{publish_wish::Measure{}});
    row.cut_left(ui.px(space::medium));
    if (state.measuring) {
        Box bar = row.centred(row.w(), ui.px(6));
        bar.cut_right(std::min(bar.w() * 0.5f, ui.wide(180)));
        fill(ui, bar, t.sunken, ui.px(3));
        const float share = state.all == 0 ? 0 : static_cast<float>(state.done) / static_cast<float>(state.all);
        fill(ui, Box{bar.x0, bar.y0, bar.x0 + bar.w() * share, bar.y1}, t.accent.strong, ui.px(3));
        bool cut = false;
        const Box beside{bar.x1 + ui.px(space::small), row.y0, row.x1, row.y1};
        text_in(ui, beside, ui.text().fitted(view.progress, ui.style(Type::label), beside.w(), cut), Type::label,
                t.text_muted);
    }
    if (!view.summary.empty()) {
        const float top = column.y;
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(), view.summary, Type::label, t.text) + ui.px(space::small);
        tag(ui, "publish.summary", Box{column.x0, top, column.x1, column.y}, "status", view.summary);
    }
    for (const std::string& rule : view.rules)
        column.y += paragraph(ui, column.x0, column.y, column.width(), rule, Type::caption, t.text_muted);
    if (!view.rules.empty()) column.y += ui.px(space::small);
    for (const ImpactRow& each : view.impact) impact_row_ui(ui, column, each);
    if (view.impact_left > 0)
        column.y += paragraph(ui, column.x0, column.y, column.width(),
                              words("cli.author.words.more", {{"count", std::to_string(view.impact_left)}}),
                              Type::label, t.text_muted);
    column.y += ui.px(space::large);
}

// A line with its sign in front: added, gone, changed, moved.
void change_line_ui(Ui& ui, Scroll& column, const ChangeLine& line) {
    const Theme& t = *ui.theme;
    using Kind = app::ContentChange::Kind;
    const char* sign = line.kind == Kind::added     ? "+"
                       : line.kind == Kind::removed ? "−"
                       : line.kind == Kind::moved   ? "↕"
                                                    : "～";
    const Color color = line.kind == Kind::added     ? t.good.strong
                        : line.kind == Kind::removed ? t.bad.strong
                                                     : t.warn.strong;
    const float indent = ui.wide(22);
    const Box mark{column.x0, column.y, column.x0 + indent, column.y + ui.scale.leading(Type::label)};
    text_in(ui, mark, sign, Type::label, color);
    column.y += paragraph(ui, column.x0 + indent, column.y, column.width() - indent, line.text, Type::label, t.text) +
                ui.px(space::tight);
}

void changes_ui(Ui& ui, Scroll& column, const PublishView& view, const Speech& speech, PublishWishes& out) {
    const Theme& t = *ui.theme;
    const float top = column.y;
    publish_heading(ui, column, speech.words("desktop.publish.changes"), view.compared);
    tag(ui, "publish.compared", Box{column.x0, top, column.x1, column.y}, "status", view.compared);
    if (view.can_compare_draft) {
        const std::string& label = speech.words("desktop.publish.compare_draft");
        const Box at{column.x0, column.y, column.x0 + button_width(ui, label), column.y + control_height(ui)};
        if (button(ui, "publish.compare.draft", at, label)) out.push_back(publish_wish::Compare{0});
        column.y = at.y1 + ui.px(space::small);
    }
    for (const ChangeLine& line : view.changes) change_line_ui(ui, column, line);
    if (!view.consequences.empty()) {
        column.y += ui.px(space::small);
        column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("cli.author.diff.comes_to"),
                              Type::label, t.text_muted) +
                    ui.px(space::tight);
    }
    for (const std::string& line : view.consequences)
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(), "•  " + line, Type::label, t.text) + ui.px(space::tight);
    if (!view.reckoning.empty())
        column.y += paragraph(ui, column.x0, column.y, column.width(), view.reckoning, Type::label, t.text_muted);
    column.y += ui.px(space::large);
}

void history_of_publishing(Ui& ui, Scroll& column, const PublishView& view, const Speech& speech, PublishWishes& out) {
    const Theme& t = *ui.theme;
    publish_heading(ui, column, speech.words("desktop.publish.history"),
                    view.history.empty() ? speech.words("desktop.publish.no_history") : "");
    const std::string& restore = speech.words("desktop.publish.restore");
    const float width = button_width(ui, restore);
    for (std::size_t i = 0; i < view.history.size(); ++i) {
        const VersionRow& entry = view.history[i];
        Box row{column.x0, column.y, column.x1, column.y + control_height(ui) + ui.px(space::tight)};
        column.y = row.y1;
        if (entry.number > 0) {
            const Box at = row.cut_right(width).centred(width, control_height(ui));
            if (button(ui, "publish.restore." + std::to_string(entry.number), at, restore))
                out.push_back(publish_wish::Restore{entry.number});
            row.cut_right(ui.px(space::small));
        }
        const auto more = [&](const char* id, const char* key) {
            const std::string& label = speech.words(key);
            const float wide = button_width(ui, label);
            const bool clicked = button(ui, id + std::to_string(entry.number),
                                        row.cut_right(wide).centred(wide, control_height(ui)), label)
                                     .clicked;
            row.cut_right(ui.px(space::small));
            return clicked;
        };
        if (entry.can_use && more("publish.use.", "desktop.publish.use"))
            out.push_back(publish_wish::Use{entry.number});
        if (entry.can_compare && more("publish.compare.", "desktop.publish.compare"))
            out.push_back(publish_wish::Compare{entry.number});
        bool cut = false;
        text_in(ui, row.cut_left(ui.wide(120)), entry.what, Type::label, t.text);
        const std::string rest = entry.when + (entry.note.empty() ? "" : "　" + entry.note);
        text_in(ui, row, ui.text().fitted(rest, ui.style(Type::caption), row.w(), cut), Type::caption, t.text_muted);
    }
}

}  // namespace

void publish_sheet_ui(Ui& ui, Box all, const PublishState& state, const Speech& speech, PublishScreen& own,
                      PublishWishes& out) {
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    const std::string key = std::string(app::name_of(words.language())) + "/" + std::to_string(state.revision);
    if (!own.view.view || own.view.key != key) {
        own.view.view = make_publish_view(state, speech);
        own.view.key = key;
    }
    const PublishView& view = *own.view.view;
    const Layer layer("##publish_dialog", all);
    const Box sheet = sheet_ui(ui, all, ui.wide(820), all.h() * 0.9f);
    Box inner = sheet.inset(ui.px(space::wide));
    tag(ui, "publish", sheet, "dialog", words("desktop.publish.title"));
    Box head = inner.cut_top(std::max(ui.scale.leading(Type::title), control_height(ui)));
    if (icon_button(ui, "publish.close", head.cut_right(control_height(ui)), Icon::cross,
                    words("desktop.publish.close")) ||
        ui.take_key(Key::escape))
        out.push_back(publish_wish::Close{});
    bool cut = false;
    const std::string title =
        words("desktop.publish.title") + "　" + speech.content(state.item ? state.item->title : "");
    text_in(ui, head, ui.text().fitted(title, ui.style(Type::title), head.w(), cut), Type::title, t.text);
    inner.cut_top(ui.px(space::small));
    inner.y0 += paragraph(ui, inner.x0, inner.y0, inner.w(), view.state, Type::strong, t.accent.strong);
    inner.y0 +=
        paragraph(ui, inner.x0, inner.y0, inner.w(), view.advice, Type::label, t.text_muted) + ui.px(space::small);
    {
        Scroll column(ui, "publish.body", inner, 0);
        steps_of_publishing(ui, column, view, speech, own, out);
        if (!view.in_use.empty()) rules_in_use_ui(ui, column, view, speech, out);
        if (!view.compared.empty() || state.comparing) changes_ui(ui, column, view, speech, out);
        impact_of_publishing(ui, column, state, view, speech, out);
        history_of_publishing(ui, column, view, speech, out);
        if (!ui.editing_text) column.take_page_keys();
    }
    if (!state.measuring && !state.comparing) return;
    if (ui.now_s >= own.polled_s + publish_poll_s) {
        own.polled_s = ui.now_s;
        out.push_back(publish_wish::Poll{});
    }
    ui.wake_at(own.polled_s + publish_poll_s);
}

}  // namespace huashu::desktop
