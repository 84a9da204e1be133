#include "desktop/screens/analysis_parts.hpp"

namespace huashu::desktop {
namespace {

Tone sharpness_tone(const Theme& t, Sharpness sharpness) {
    switch (sharpness) {
        case Sharpness::good:
            return t.good;
        case Sharpness::fair:
            return t.info;
        case Sharpness::poor:
            return t.warn;
        case Sharpness::unknown:
            break;
    }
    return plain_tone(t);
}

Icon sharpness_sign(Sharpness sharpness) {
    return sharpness == Sharpness::good ? Icon::check : sharpness == Sharpness::poor ? Icon::warning : Icon::none;
}

float item_height(Ui& ui) {
    return ui.scale.leading(Type::label) + std::max(chip_height(ui), ui.scale.leading(Type::caption)) +
           2 * ui.px(space::small) + ui.px(space::tight);
}

// Title and mean above, who and how sharp below.
void item_words(Ui& ui, Box box, const ItemRow& row) {
    const Theme& t = *ui.theme;
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    Box head = inner.cut_top(ui.scale.leading(Type::label));
    text_in(ui, head.cut_right(text_width(ui, "100", Type::strong)), std::to_string(row.mean), Type::strong, t.text,
            Align::right);
    head.cut_right(ui.px(space::small));
    Box track = head.cut_right(std::min(ui.wide(110), head.w() * 0.3f));
    track = track.centred(track.w(), ui.px(7));
    fill(ui, track, t.sunken, track.h() / 2);
    outline(ui, track, t.line, track.h() / 2);
    Box bar = track;
    bar.x1 = bar.x0 + std::max(track.h(), track.w() * static_cast<float>(row.mean) / 100.0f);
    fill(ui, bar, t.accent.strong, track.h() / 2);
    head.cut_right(ui.px(space::medium));
    bool cut = false;
    text_in(ui, head, ui.text().fitted(row.title, ui.style(Type::label), head.w(), cut), Type::label, t.text);
    inner.cut_top(ui.px(space::tight));
    const float chip_room = chip_width(ui, row.discrimination, sharpness_sign(row.sharpness));
    chip(ui, inner.x1 - chip_room, inner.y0, row.discrimination,
         {.tone = sharpness_tone(t, row.sharpness), .icon = sharpness_sign(row.sharpness)});
    inner.x1 -= chip_room + ui.px(space::small);
    const std::string line = row.passed.empty() ? row.people : row.people + "　" + row.passed;
    text_in(ui, inner, ui.text().fitted(line, ui.style(Type::caption), inner.w(), cut), Type::caption, t.text_muted);
}

void items_list(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech, Intents& out) {
    const float each = item_height(ui) + ui.px(space::tight);
    const std::string how =
        speech.words("desktop.analysis.items_how", {{"least", std::to_string(app::least_for_discrimination)}});
    Box list = analysis_card(ui, page, speech.words("desktop.analysis.hardest"), how,
                             each * static_cast<float>(view.items.size()));
    const Theme& t = *ui.theme;
    for (const ItemRow& row : view.items) {
        Box box = list.cut_top(each);
        box.y1 -= ui.px(space::tight);
        const Response r =
            interact(ui, "analysis.item." + row.id, box, {.kind = "row", .text = row.title, .selected = row.selected});
        fill(ui, box, row.selected ? t.accent.soft : r.hovered ? t.sunken : t.surface, ui.px(radius_chip));
        if (row.selected) fill(ui, Box{box.x0, box.y0, box.x0 + ui.px(4), box.y1}, t.accent.strong, ui.px(2));
        item_words(ui, box, row);
        if (r.focused) focus_ring(ui, box, ui.px(radius_chip));
        if (r.clicked) out.push_back(AnalysisIntent{intent::ShowAnalysis{AnalysisTab::scenarios, row.id, true}});
    }
}

void turns_of_item(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech) {
    const float each = item_height(ui);
    Box list = analysis_card(ui, page, view.item_title, speech.words("desktop.analysis.turns"),
                             each * static_cast<float>(view.turns.size()));
    for (const ItemRow& row : view.turns) {
        const Box box = list.cut_top(each);
        item_words(ui, box, row);
        tag(ui, "analysis.turn." + row.id, box, "turn", row.discrimination);
    }
}

void unused_of_item(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float width = page.width() - 2 * ui.px(space::large), row = ui.scale.leading(Type::caption);
    const std::string none = speech.words("desktop.analysis.no_unused", {{"least", std::to_string(app::least_offers)}});
    float height = view.unused.empty() ? paragraph_height(ui, width, none, Type::label) : 0;
    for (const UnusedRow& u : view.unused)
        height += row + paragraph_height(ui, width, u.text, Type::label) + ui.px(space::medium);
    Box box = analysis_card(ui, page, speech.words("desktop.analysis.unused"), {}, height);
    if (view.unused.empty()) paragraph(ui, box.x0, box.y0, width, none, Type::label, t.text_muted);
    for (std::size_t i = 0; i < view.unused.size(); ++i) {
        const UnusedRow& u = view.unused[i];
        const Box head = box.cut_top(row);
        tag(ui, "analysis.unused." + std::to_string(i), head, "choice", u.text);
        text_in(ui, head, u.where, Type::caption, t.text_muted);
        text_in(ui, head, u.offered, Type::caption, t.text_muted, Align::right);
        box.cut_top(paragraph(ui, box.x0, box.y0, width, u.text, Type::label, t.text) + ui.px(space::medium));
    }
}

}  // namespace

void analysis_items_ui(Ui& ui, Scroll& page, const AnalysisView& view, const Speech& speech, Intents& out) {
    const float x0 = page.x0, x1 = page.x1, top = page.y, gap = ui.px(space::medium);
    const bool beside = page.width() >= ui.wide(880);
    if (beside) page.x1 = x0 + (page.width() - gap) * 0.54f;
    items_list(ui, page, view, speech, out);
    const float left_end = page.y;
    if (beside) {
        page.x0 = page.x1 + gap;
        page.x1 = x1;
        page.y = top;
    }
    turns_of_item(ui, page, view, speech);
    unused_of_item(ui, page, view, speech);
    page.x0 = x0;
    page.x1 = x1;
    page.y = std::max(page.y, left_end);
}

}  // namespace huashu::desktop
