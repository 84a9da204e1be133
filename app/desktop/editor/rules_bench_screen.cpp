// The bench: a sentence, and at once what fires, where and why; and what the check found in the whole pack.
#include <algorithm>

#include "desktop/editor/rules_screen.hpp"
#include "desktop/screens/bubbles.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

std::string without_marks(std::string text) {
    for (const char* mark : {"[[", "]]"})
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, 2);
    return text;
}

// The bench follows the example that one is writing, with what stands around it.
void follow_example(const RulesDesk& desk, RulesScreen& own) {
    const bool is_example =
        own.writing.find("/hits/") != std::string::npos || own.writing.find("/misses/") != std::string::npos;
    if (!is_example) return;
    std::string pointer = own.writing;
    if (pointer.ends_with("/text")) pointer = std::string(app::parent_of(pointer));
    const app::Tree& example = app::at(desk.document.root(), pointer);
    const bool alone = example.kind() == app::Tree::Kind::text;
    const std::string text = without_marks(alone ? example.text() : example["text"].text());
    if (own.followed == pointer && text == own.question.text) return;
    own.followed = pointer;
    const app::Tree& step = example["step"];
    own.question = {text, example["owner"].text(), example["complaint"].text(),
                    step.kind() == app::Tree::Kind::integer ? std::to_string(step.integer()) : step.text()};
    own.bench.buffer.set_text(to_characters(own.question.text));
    own.owner.buffer.set_text(to_characters(own.question.owner));
}

void bench_fields(Ui& ui, Scroll& column, const Speech& speech, RulesScreen& own) {
    const app::Words& words = speech.words;
    const float label = ui.scale.leading(Type::caption);
    text_in(ui, Box{column.x0, column.y, column.x1, column.y + label}, words("desktop.rules.bench_label"),
            Type::caption, ui.theme->text_muted);
    column.y += label;
    const std::string shown = to_bytes(own.bench.buffer.text());
    const float rows = std::max(2 * ui.scale.leading(Type::body),
                                paragraph_height(ui, column.width() - 2 * ui.px(space::medium), shown, Type::body));
    const Box box{column.x0, column.y, column.x1, column.y + rows + 2 * ui.px(space::small)};
    editor(ui, "rules.bench", box, own.bench,
           {.placeholder = words("desktop.rules.bench_hint"), .label = words("desktop.rules.bench_label")});
    own.question.text = to_bytes(own.bench.buffer.text());
    column.y = box.y1 + ui.px(space::small);
    const float row = ui.scale.leading(Type::label) + ui.px(space::medium);
    Box menus{column.x0, column.y, column.x1, column.y + row};
    const Box left = menus.cut_left((menus.w() - ui.px(space::small)) / 2);
    menus.cut_left(ui.px(space::small));
    const auto shown_id = [&](const char* prefix, const std::string& id) {
        return id.empty() ? words("desktop.rules.any_time") : words.name(prefix, id);
    };
    menu_button(ui, "rules.bench.complaint", left, shown_id("name.complaint.", own.question.complaint), own.menu);
    menu_button(ui, "rules.bench.step", menus, shown_id("name.step.", own.question.step), own.menu);
    column.y += row + ui.px(space::small);
    const Box owner{column.x0, column.y, column.x1, column.y + row};
    editor(ui, "rules.bench.owner", owner, own.owner,
           {.placeholder = words("desktop.rules.bench_owner"),
            .label = words("desktop.rules.bench_owner"),
            .type = Type::label,
            .single_row = true});
    own.question.owner = to_bytes(own.owner.buffer.text());
    column.y += row + ui.px(space::medium);
}

void bench_row_ui(Ui& ui, Scroll& column, const BenchRow& row, std::size_t index, RuleWishes& out) {
    const Theme& t = *ui.theme;
    const Tone tone = row.good ? t.good : tone_of(t, row.weighting);
    const float pad = ui.px(10);
    const float x = column.x0 + pad + ui.px(6);
    const float width = column.x1 - pad - x;
    const float head = ui.scale.leading(Type::label);
    const std::string quote = row.quote.empty() ? "" : "「" + row.quote + "」";
    const float height = head + paragraph_height(ui, width, quote, Type::label) +
                         paragraph_height(ui, width, row.text, Type::caption) + ui.scale.leading(Type::caption) +
                         2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    column.y += height + ui.px(space::small);
    const Response r = interact(ui, "rules.bench.row." + std::to_string(index), box,
                                {.kind = "card", .text = row.rule, .enabled = !row.pointer.empty()});
    card_ground(ui, box, ui.px(radius_control));
    if (row.open) outline(ui, box, t.accent.strong, ui.px(radius_control), ui.px(1.5f));
    fill(ui, Box{box.x0 + ui.px(4), box.y0 + pad, box.x0 + ui.px(8), box.y1 - pad}, tone.strong, ui.px(2));
    float y = box.y0 + pad;
    Box first{x, y, box.x1 - pad, y + head};
    if (!row.points.empty())
        text_in(ui, first.cut_right(text_width(ui, row.points, Type::label) + 1), row.points, Type::label, tone.strong,
                Align::right);
    text_in(ui, first, row.label, Type::label, tone.strong);
    y += head;
    y += paragraph(ui, x, y, width, quote, Type::label, t.text);
    y += paragraph(ui, x, y, width, row.text, Type::caption, t.text_muted);
    bool cut = false;
    text_in(ui, Box{x, y, box.x1 - pad, y + ui.scale.leading(Type::caption)},
            ui.text().fitted(row.rule, ui.style(Type::caption), width, cut), Type::caption,
            row.pointer.empty() ? t.text_faint : t.accent.strong);
    if (r.focused) focus_ring(ui, box, ui.px(radius_control));
    if (r.clicked && !row.pointer.empty()) ask(out, rule_wish::Reveal{row.pointer});
}

void bench_heading(Ui& ui, Scroll& column, const std::string& text) {
    column.y +=
        paragraph(ui, column.x0, column.y, column.width(), text, Type::strong, ui.theme->text) + ui.px(space::tight);
}

void bench_steps_ui(Ui& ui, Scroll& column, const BenchView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    bench_heading(ui, column, speech.words("desktop.rules.open_rule"));
    if (view.steps.empty())
        column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("desktop.rules.not_matched"),
                              Type::label, t.text_muted);
    const float side = ui.wide(15);
    const float row = ui.scale.leading(Type::label);
    for (const BenchStep& step : view.steps) {
        const Box sign{column.x0, column.y + (row - side) / 2, column.x0 + side, column.y + (row + side) / 2};
        draw_icon(ui, step.against ? Icon::cross : Icon::check, sign, step.against ? t.bad.strong : t.good.strong);
        const float x = sign.x1 + ui.px(space::small);
        column.y +=
            paragraph(ui, x, column.y, column.x1 - x, step.text, Type::label, step.against ? t.text : t.text_muted) +
            ui.px(space::hair);
    }
    column.y += ui.px(space::medium);
}

void verdict_ui(Ui& ui, Scroll& column, const BenchView& view, const Speech& speech, RuleWishes& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::medium);
    const float width = column.width() - 2 * pad;
    const float height = paragraph_height(ui, width, view.text.text, Type::body) + 2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    fill(ui, box, t.bubble_staff, ui.px(radius_control));
    marked_paragraph(ui, box.x0 + pad, box.y0 + pad, width, view.text, Type::body, t.text);
    tag(ui, "rules.bench.text", box, "reply", view.text.text);
    column.y = box.y1 + ui.px(space::small);
    const std::string score = speech.words("desktop.debrief.reply_score", {{"score", std::to_string(view.score)}});
    const float line = ui.scale.leading(Type::strong);
    text_in(ui, Box{column.x0, column.y, column.x1, column.y + line}, score, Type::strong,
            tone_of_score(t, view.score).strong);
    tag(ui, "rules.bench.score", Box{column.x0, column.y, column.x1, column.y + line}, "status", score);
    column.y += line + ui.px(space::small);
    if (!view.read_as.empty())
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(),
                      speech.words("desktop.rules.read_as", {{"what", view.read_as}}), Type::caption, t.text_muted) +
            ui.px(space::small);
    for (std::size_t i = 0; i < view.rows.size(); ++i) bench_row_ui(ui, column, view.rows[i], i, out);
    if (view.rows.empty())
        column.y += paragraph(ui, column.x0, column.y, column.width(), speech.words("desktop.rules.nothing_fires"),
                              Type::label, t.text_muted) +
                    ui.px(space::medium);
    bench_steps_ui(ui, column, view, speech);
    if (view.missing.empty()) return;
    bench_heading(ui, column, speech.words("desktop.debrief.missing"));
    for (const std::string& missing : view.missing)
        column.y += paragraph(ui, column.x0, column.y, column.width(), "· " + missing, Type::label, t.text_muted);
    column.y += ui.px(space::medium);
}

// Words of good replies in which the open rule finds a part.
void inside_ui(Ui& ui, Scroll& column, const RulesDesk& desk, const Speech& speech, RuleWishes& out) {
    if (!desk.report || desk.report->rule != desk.selected || desk.report->inside.empty()) return;
    const app::Words& words = speech.words;
    bench_heading(ui, column, words("desktop.rules.inside"));
    column.y += paragraph(ui, column.x0, column.y, column.width(), words("desktop.rules.inside_about"), Type::caption,
                          ui.theme->text_muted) +
                ui.px(space::small);
    const std::string& add = words("desktop.rules.add_exception");
    const float width = button_width(ui, add);
    for (const app::InsideWord& inside : desk.report->inside) {
        Box row{column.x0, column.y, column.x1, column.y + control_height(ui)};
        if (button(ui, "rules.except." + inside.word, row.cut_right(width), add))
            ask(out, rule_wish::AddException{inside.word});
        row.cut_right(ui.px(space::small));
        bool cut = false;
        const std::string text = words("desktop.rules.inside_word", {{"word", speech.content(inside.word)},
                                                                     {"entry", speech.content(inside.entry)},
                                                                     {"count", std::to_string(inside.count)}});
        text_in(ui, row, ui.text().fitted(text, ui.style(Type::label), row.w(), cut), Type::label, ui.theme->text);
        column.y += row.h() + ui.px(space::tight);
    }
    column.y += ui.px(space::medium);
}

// A reply from a talk that waits for its rule.
void example_ui(Ui& ui, Scroll& column, const RulesDesk& desk, const Speech& speech, RulesScreen& own,
                RuleWishes& out) {
    if (!desk.example) return;
    const app::Words& words = speech.words;
    const Theme& t = *ui.theme;
    if (own.followed != "!talk" + desk.example->text) {
        own.followed = "!talk" + desk.example->text;
        own.question = {desk.example->text, desk.example->owner, desk.example->complaint, desk.example->step};
        own.bench.buffer.set_text(to_characters(own.question.text));
        own.owner.buffer.set_text(to_characters(own.question.owner));
    }
    const float pad = ui.px(space::medium);
    const float width = column.width() - 2 * pad;
    const std::string id = app::at(desk.document.root(), desk.selected)["id"].text();
    const std::string about = words("desktop.rules.example_about", {{"rule", id}});
    const ButtonSpec hit_look{.look = ButtonLook::primary, .icon = Icon::plus};
    const ButtonSpec miss_look{.icon = Icon::minus};
    const std::string& hit = words("desktop.rules.must_hit");
    const std::string& miss = words("desktop.rules.must_miss");
    const float text_height = ui.scale.leading(Type::strong) + paragraph_height(ui, width, about, Type::label);
    const float each = control_height(ui) + ui.px(space::small);
    const Box box{column.x0, column.y, column.x1, column.y + text_height + 3 * each + 2 * pad};
    fill(ui, box, t.accent.soft, ui.px(radius_control));
    Box inner = box.inset(pad);
    text_in(ui, inner.cut_top(ui.scale.leading(Type::strong)), words("desktop.rules.example"), Type::strong, t.text);
    inner.y0 += paragraph(ui, inner.x0, inner.y0, width, about, Type::label, t.text_muted) + ui.px(space::small);
    const auto row = [&] {
        const Box at = inner.cut_top(control_height(ui));
        inner.cut_top(ui.px(space::small));
        return at;
    };
    if (button(ui, "rules.example.hit", row(), hit, hit_look)) ask(out, rule_wish::PutExample{true});
    if (button(ui, "rules.example.miss", row(), miss, miss_look)) ask(out, rule_wish::PutExample{false});
    if (button(ui, "rules.example.drop", row(), words("desktop.author.cancel"))) ask(out, rule_wish::DropExample{});
    column.y = box.y1 + ui.px(space::medium);
}

}  // namespace

void rules_bench_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    follow_example(desk, own);
    Scroll column(ui, "rules.side", box, ui.px(space::large));
    example_ui(ui, column, desk, speech, own, out);
    bench_fields(ui, column, speech, own);
    const BenchView& view = *own.bench_view.view;
    const app::Words& words = speech.words;
    if (!desk.report)
        column.y += paragraph(ui, column.x0, column.y, column.width(), words("desktop.author.checking"), Type::label,
                              ui.theme->text_muted);
    else if (!desk.report->engine)
        column.y += paragraph(ui, column.x0, column.y, column.width(), words("desktop.rules.no_engine"), Type::label,
                              ui.theme->bad.strong);
    else if (view.score >= 0)
        verdict_ui(ui, column, view, speech, out);
    inside_ui(ui, column, desk, speech, out);
}

void rules_problems_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own,
                       RuleWishes& out) {
    const Theme& t = *ui.theme;
    const std::vector<RuleProblemRow>& rows = *own.problems.view;
    const bool complete = desk.report && desk.report->complete && desk.report->revision == desk.document.revision();
    Scroll column(ui, "rules.problems", box, ui.px(space::large));
    const std::string status =
        !complete      ? speech.words("desktop.author.checking")
        : rows.empty() ? speech.words("desktop.rules.all_well")
                       : speech.words("desktop.author.counts", {{"errors", std::to_string(own.list.view->errors)},
                                                                {"warnings", std::to_string(own.list.view->warnings)}});
    const Color color = !complete ? t.text_muted : rows.empty() ? t.good.strong : t.bad.strong;
    const float top = column.y;
    column.y += paragraph(ui, column.x0, column.y, column.width(), status, Type::label, color) + ui.px(space::medium);
    tag(ui, "rules.status", Box{column.x0, top, column.x1, column.y}, "status", status);
    const float pad = ui.px(space::small);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RuleProblemRow& row = rows[i];
        const float width = column.width() - 3 * pad - ui.wide(16);
        const float height =
            ui.scale.leading(Type::caption) + paragraph_height(ui, width, row.headline, Type::label) + 2 * pad;
        const Box card{column.x0, column.y, column.x1, column.y + height};
        column.y += height + ui.px(space::tight);
        if (!is_visible(card)) continue;
        const Response r =
            interact(ui, "rules.problem." + std::to_string(i), card, {.kind = "card", .text = row.headline});
        card_ground(ui, card, ui.px(8));
        if (r.hovered) outline(ui, card, t.accent.strong, ui.px(8), ui.px(1.5f));
        const Tone tone = row.level == Level::error ? t.bad : t.warn;
        const float side = ui.wide(16);
        draw_icon(ui, Icon::warning, Box{card.x0 + pad, card.y0 + pad, card.x0 + pad + side, card.y0 + pad + side},
                  tone.strong);
        const float x = card.x0 + 2 * pad + side;
        bool cut = false;
        const Box where{x, card.y0 + pad, card.x1 - pad, card.y0 + pad + ui.scale.leading(Type::caption)};
        text_in(ui, where, ui.text().fitted(row.where, ui.style(Type::caption), where.w(), cut), Type::caption,
                t.text_muted);
        paragraph(ui, x, where.y1, width, row.headline, Type::label, t.text);
        tooltip(ui, r, row.detail);
        if (r.focused) focus_ring(ui, card, ui.px(8));
        if (r.clicked) ask(out, rule_wish::Reveal{row.pointer});
    }
    if (!ui.editing_text) column.take_page_keys();
}

}  // namespace huashu::desktop
