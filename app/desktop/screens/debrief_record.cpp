// The complaint record (工單) that is filled in after the talk: the form at the left, what it was worth at the right.
#include "desktop/screens/bubbles.hpp"
#include "desktop/screens/debrief_tabs.hpp"
#include "desktop/screens/record_form.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void record_label(Ui& ui, Scroll& column, std::string_view text, std::string_view hint) {
    column.y += paragraph(ui, column.x0, column.y, column.width(), text, Type::strong, ui.theme->text);
    column.y += paragraph(ui, column.x0, column.y, column.width(), hint, Type::caption, ui.theme->text_muted) +
                ui.px(space::tight);
}

// One of several, as chips in rows. Returns what was picked, or -1.
int record_options(Ui& ui, Scroll& column, std::string_view id, const std::vector<RecordOption>& options,
                   std::string_view picked) {
    const float height = ui.scale.leading(Type::label) + ui.px(space::medium);
    float x = column.x0;
    int out = -1;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const bool on = options[i].id == picked;
        const float width = std::min(filter_chip_width(ui, options[i].label, on), column.width());
        if (x + width > column.x1 && x > column.x0) {
            x = column.x0;
            column.y += height + ui.px(space::small);
        }
        if (filter_chip(ui, std::string(id) + "." + options[i].id, Box{x, column.y, x + width, column.y + height},
                        options[i].label, on))
            out = static_cast<int>(i);
        x += width + ui.px(space::small);
    }
    column.y += height + ui.px(space::large);
    return out;
}

void record_promises(Ui& ui, Scroll& column, RecordDraft& draft, const Speech& speech) {
    const float height = control_height(ui);
    const float gap = ui.px(space::small);
    const float when = std::max(column.width() * 0.36f, ui.wide(120));
    for (std::size_t i = 0; i < draft.promises.size(); ++i) {
        const std::string id = "debrief.record.promise." + std::to_string(i);
        const Box row{column.x0, column.y, column.x1, column.y + height};
        (void)text_field(ui, id, Box{row.x0, row.y0, row.x1 - when - gap, row.y1}, draft.promises[i].what, Icon::check,
                         speech.words("desktop.record.promise_what"));
        (void)text_field(ui, id + ".by", Box{row.x1 - when, row.y0, row.x1, row.y1}, draft.promises[i].by, Icon::clock,
                         speech.words("desktop.record.promise_by"));
        column.y += height + gap;
    }
    column.y += ui.px(space::small);
}

void put(EditorState& editor, std::string_view text) { editor.buffer.set_text(to_characters(text)); }

std::string picked_id(const std::vector<RecordOption>& options, int index) {
    return index >= 0 && index < static_cast<int>(options.size()) ? options[static_cast<std::size_t>(index)].id
                                                                  : std::string();
}

// --- right: what it was worth ---

void record_line(Ui& ui, Scroll& column, const RecordLineView& line, std::size_t index) {
    using Tone = RecordLineView::Tone;
    const Theme& t = *ui.theme;
    const Color color = line.tone == Tone::good   ? t.good.strong
                        : line.tone == Tone::near ? t.warn.strong
                        : line.tone == Tone::bad  ? t.bad.strong
                                                  : t.text_muted;
    const Icon icon = line.tone == Tone::good ? Icon::check : line.tone == Tone::bad ? Icon::cross : Icon::minus;
    const float sign = ui.wide(18);
    const float row = ui.scale.leading(Type::label);
    const float figure = text_width(ui, "−00.00", Type::strong);
    const float top = column.y;
    draw_icon(ui, icon, Box{column.x0, top + (row - sign) / 2, column.x0 + sign, top + (row + sign) / 2}, color);
    const float x = column.x0 + sign + ui.px(space::small);
    const float width = column.x1 - x - figure - ui.px(space::small);
    text_in(ui, Box{column.x1 - figure, top, column.x1, top + row}, line.points, Type::strong, color, Align::right);
    column.y += paragraph(ui, x, column.y, width, line.text + (line.source.empty() ? "" : "　" + line.source),
                          Type::label, t.text);
    column.y += paragraph(ui, x, column.y, width, line.quote, Type::label, t.text_muted) + ui.px(6);
    tag(ui, "debrief.record.line." + std::to_string(index), Box{column.x0, top, column.x1, column.y}, "line",
        line.text);
}

void record_model(Ui& ui, Scroll& column, const RecordView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(14);
    const float width = column.width() - 2 * pad;
    std::string lines;
    for (const std::string& line : view.model_lines) lines += (lines.empty() ? "" : "\n") + line;
    const float label = ui.scale.leading(Type::caption);
    const float height = label + paragraph_height(ui, width, lines, Type::label) +
                         paragraph_height(ui, width, view.model_facts, Type::label) + ui.px(space::tight) + 2 * pad;
    const Box box{column.x0, column.y, column.x1, column.y + height};
    fill(ui, box, t.good.soft, ui.px(radius_control));
    if (t.card_line > 1) outline(ui, box, t.line, ui.px(radius_control), t.card_line);
    float y = box.y0 + pad;
    text_in(ui, Box{box.x0 + pad, y, box.x1 - pad, y + label}, speech.words("desktop.record.model"), Type::caption,
            t.good.strong);
    y += label;
    y += paragraph(ui, box.x0 + pad, y, width, view.model_facts, Type::label, t.text) + ui.px(space::tight);
    paragraph(ui, box.x0 + pad, y, width, lines, Type::label, t.text);
    tag(ui, "debrief.record.model", box, "model", view.model_facts);
    column.y = box.y1;
}

void record_result(Ui& ui, Box box, const RecordView& view, int pass_mark, const Speech& speech) {
    line(ui, box.x0, box.y0, box.x0, box.y1, ui.theme->line);
    if (!view.score)
        return empty_state(ui, box, Icon::pen, speech.words("desktop.record.not_yet_title"),
                           speech.words("desktop.record.not_yet"));
    Scroll column(ui, "debrief.record.result", box, ui.px(space::wide));
    const float side = ui.wide(110);
    score_ring(ui, Box{column.x0, column.y, column.x0 + side, column.y + side}, *view.score,
               tone_of_score(*ui.theme, *view.score, pass_mark), Type::heading);
    tag(ui, "debrief.record.score", Box{column.x0, column.y, column.x0 + side, column.y + side}, "score",
        std::to_string(*view.score));
    column.y += side + ui.px(space::medium);
    for (std::size_t i = 0; i < view.lines.size(); ++i) record_line(ui, column, view.lines[i], i);
    column.y += ui.px(space::medium);
    record_model(ui, column, view, speech);
}

}  // namespace

bool record_form_ui(Ui& ui, Box box, const RecordView& view, const Speech& speech, RecordDraft& draft,
                    const std::string& submit) {
    const app::Words& words = speech.words;
    Scroll column(ui, "debrief.record.form", box, ui.px(space::wide));
    column.y += paragraph(ui, column.x0, column.y, column.width(), words("desktop.record.how"), Type::label,
                          ui.theme->text_muted) +
                ui.px(space::medium);
    record_label(ui, column, words("desktop.record.kind"), words("desktop.record.kind_hint"));
    if (const int i = record_options(ui, column, "debrief.record.kind", view.kinds, draft.kind); i >= 0)
        draft.kind = picked_id(view.kinds, i);
    record_label(ui, column, words("desktop.record.facts"), words("desktop.record.facts_hint"));
    const float tall = 4 * ui.scale.leading(Type::body) + 2 * ui.px(space::small);
    (void)editor(ui, "debrief.record.facts", Box{column.x0, column.y, column.x1, column.y + tall}, draft.facts,
                 {.placeholder = words("desktop.record.facts_placeholder"),
                  .label = words("desktop.record.facts"),
                  .enter_submits = false});
    column.y += tall + ui.px(space::large);
    record_label(ui, column, words("desktop.record.urgency"), words("desktop.record.urgency_hint"));
    if (const int i = record_options(ui, column, "debrief.record.urgency", view.urgencies,
                                     picked_id(view.urgencies, draft.urgency));
        i >= 0)
        draft.urgency = i;
    record_label(ui, column, words("desktop.record.department"), words("desktop.record.department_hint"));
    if (const int i = record_options(ui, column, "debrief.record.department", view.departments,
                                     picked_id(view.departments, draft.department));
        i >= 0)
        draft.department = i;
    record_label(ui, column, words("desktop.record.promises"), words("desktop.record.promises_hint"));
    record_promises(ui, column, draft, speech);
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::check};
    const float width = std::min(column.width(), button_width(ui, submit, look));
    const bool handed_in =
        button(ui, "debrief.record.submit", Box{column.x0, column.y, column.x0 + width, column.y + control_height(ui)},
               submit, look)
            .clicked;
    column.y += control_height(ui);
    if (!ui.editing_text) column.take_page_keys();
    return handed_in;
}

RecordDraft record_draft_of(const scenarios::RecordForm& form) {
    RecordDraft draft;
    draft.kind = form.kind;
    put(draft.facts, form.facts);
    if (form.urgency) draft.urgency = static_cast<int>(*form.urgency);
    if (form.department) draft.department = static_cast<int>(*form.department);
    if (draft.promises.size() < form.promises.size()) draft.promises.resize(form.promises.size());
    for (std::size_t i = 0; i < form.promises.size(); ++i) {
        put(draft.promises[i].what, form.promises[i].what);
        put(draft.promises[i].by, form.promises[i].by);
    }
    return draft;
}

scenarios::RecordForm record_form_of(const RecordDraft& draft) {
    scenarios::RecordForm form;
    form.kind = draft.kind;
    form.facts = to_bytes(draft.facts.buffer.text());
    if (draft.urgency >= 0) form.urgency = static_cast<scenarios::Urgency>(draft.urgency);
    if (draft.department >= 0) form.department = static_cast<scenarios::Department>(draft.department);
    for (const RecordDraft::Promise& p : draft.promises)
        if (!p.what.buffer.empty())
            form.promises.push_back({to_bytes(p.what.buffer.text()), to_bytes(p.by.buffer.text())});
    return form;
}

void debrief_record_ui(Ui& ui, Box box, const DebriefView& view, const Speech& speech, DebriefScreen& own,
                       Intents& out) {
    const bool beside = box.w() > ui.wide(720);
    const Box result =
        beside ? box.cut_right(box.w() * 0.44f) : box.cut_bottom(box.h() * (view.record.score ? 0.5f : 0.0f));
    const std::string& submit = speech.words(view.record.score ? "desktop.record.again" : "desktop.record.submit");
    if (record_form_ui(ui, box, view.record, speech, own.record, submit))
        out.push_back(intent::FillInRecord{record_form_of(own.record)});
    if (result.h() > 1) record_result(ui, result, view.record, view.talk.pass_mark, speech);
}

}  // namespace huashu::desktop
