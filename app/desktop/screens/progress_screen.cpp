#include "desktop/screens/progress_screen.hpp"

#include "desktop/screens/score_line.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

// --- the head: three figures ---

void figure_card(Ui& ui, Box box, std::string_view id, std::string_view figure, std::string_view line) {
    const Theme& t = *ui.theme;
    card_ground(ui, box, ui.px(radius_card));
    Box inner = box.inset(ui.px(space::large), ui.px(space::medium));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::heading)), figure, Type::heading, t.text);
    text_in(ui, inner, line, Type::label, t.text_muted);
    tag(ui, id, box, "figure", figure);
}

void figures(Ui& ui, Scroll& page, const ProgressView& view) {
    const float gap = ui.px(space::medium);
    const float height = ui.scale.leading(Type::heading) + ui.scale.leading(Type::label) + 2 * ui.px(space::medium);
    const struct {
        std::string_view id;
        const std::string &figure, &line;
    } all[] = {{"progress.passes", view.passes_figure, view.passes_line},
               {"progress.finished", view.scenarios_figure, view.scenarios_line},
               {"progress.average", view.average_figure, view.average_line}};
    float widest = 0;
    for (const auto& f : all) widest = std::max(widest, text_width(ui, f.line, Type::label) + 2 * ui.px(space::large));
    const bool beside = 3 * widest + 2 * gap <= page.width();
    const float width = beside ? (page.width() - 2 * gap) / 3 : page.width();
    float x = page.x0;
    for (const auto& f : all) {
        figure_card(ui, Box{x, page.y, x + width, page.y + height}, f.id, f.figure, f.line);
        if (beside)
            x += width + gap;
        else
            page.y += height + gap;
    }
    if (beside) page.y += height + gap;
}

// --- what is next ---

void next_card(Ui& ui, Scroll& page, const ProgressView& view, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    if (!view.next && !view.resume) return;
    const Theme& t = *ui.theme;
    const std::string title = view.resume ? words("desktop.home.resume_title", {{"title", view.resume->title}})
                                          : words("desktop.next.title", {{"title", view.next->title}});
    const std::string& line_text = view.resume ? view.resume->line : view.next->line;
    const std::string& label = words(view.resume ? "desktop.home.resume" : "desktop.next.go");
    const float pad = ui.px(space::large);
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::play};
    const float go = button_width(ui, label, look);
    const float width = page.width() - 3 * pad - go;
    const float height = std::max(control_height(ui), paragraph_height(ui, width, title, Type::strong) +
                                                          paragraph_height(ui, width, line_text, Type::label)) +
                         2 * ui.px(space::medium);
    const Box box{page.x0, page.y, page.x1, page.y + height};
    fill(ui, box, t.accent.soft, ui.px(radius_card));
    outline(ui, box, t.accent.strong, ui.px(radius_card), std::max(1.0f, ui.scale.screen));
    float y = box.y0 + ui.px(space::medium);
    y += paragraph(ui, box.x0 + pad, y, width, title, Type::strong, t.text);
    paragraph(ui, box.x0 + pad, y, width, line_text, Type::label, t.text_muted);
    const float top = box.mid_y() - control_height(ui) / 2;
    if (button(ui, "progress.next", Box{box.x1 - pad - go, top, box.x1 - pad, top + control_height(ui)}, label, look))
        out.push_back(view.resume ? Intent{intent::ResumeTalk{view.resume->attempt_id}}
                                  : Intent{intent::StartTalk{view.next->scenario_id}});
    page.y = box.y1 + ui.px(space::medium);
}

// --- cards with a heading ---

float card_head(Ui& ui, Box box, std::string_view heading) {
    card_ground(ui, box, ui.px(radius_card));
    const float pad = ui.px(space::large);
    const float row = ui.scale.leading(Type::strong);
    text_in(ui, Box{box.x0 + pad, box.y0 + pad, box.x1 - pad, box.y0 + pad + row}, heading, Type::strong,
            ui.theme->text);
    return box.y0 + pad + row + ui.px(space::small);
}

void scores_card(Ui& ui, Scroll& page, const ProgressView& view, int pass_mark, const Speech& speech) {
    if (view.scores.size() < 2) return;
    const float chart = ui.wide(120);
    const float pad = ui.px(space::large);
    const float height = 2 * pad + ui.scale.leading(Type::strong) + ui.px(space::small) + chart;
    const Box box{page.x0, page.y, page.x1, page.y + height};
    const float y = card_head(ui, box, speech.words("desktop.progress.scores"));
    score_line(ui, "progress.scores", Box{box.x0 + pad, y, box.x1 - pad, y + chart}, view.scores, pass_mark);
    page.y = box.y1 + ui.px(space::medium);
}

void tally_bar(Ui& ui, Box track, const Tally& tally) {
    const Theme& t = *ui.theme;
    const float radius = track.h() / 2;
    fill(ui, track, t.sunken, radius);
    outline(ui, track, t.line, radius);
    if (tally.total == 0) return;
    const auto share = [&](int n) { return track.w() * static_cast<float>(n) / static_cast<float>(tally.total); };
    if (tally.played > 0)
        fill(ui, Box{track.x0, track.y0, track.x0 + std::max(share(tally.played), track.h()), track.y1},
             mix(t.warn.soft, t.warn.strong, 0.35f), radius);
    if (tally.passed > 0)
        fill(ui, Box{track.x0, track.y0, track.x0 + std::max(share(tally.passed), track.h()), track.y1}, t.good.strong,
             radius);
}

std::string tally_text(const Tally& tally) { return std::to_string(tally.passed) + "／" + std::to_string(tally.total); }

// --- the twelve kinds ---

void kind_cell(Ui& ui, Box box, const KindCell& cell) {
    const Theme& t = *ui.theme;
    const bool none = cell.tally.total == 0;
    const bool done = !none && cell.tally.passed == cell.tally.total;
    fill(ui, box, done ? t.good.soft : t.sunken, ui.px(radius_chip));
    if (t.card_line > 1) outline(ui, box, t.line, ui.px(radius_chip), t.card_line);
    Box inner = box.inset(ui.px(space::medium), ui.px(space::small));
    Box head = inner.cut_top(ui.scale.leading(Type::label));
    const std::string figure = none ? "–" : tally_text(cell.tally);
    text_in(ui, head.cut_right(text_width(ui, figure, Type::label) + 1), figure, Type::label, t.text_muted,
            Align::right);
    if (done) {
        const auto sign = static_cast<float>(ui.scale.em(Type::label));
        draw_icon(ui, Icon::check, head.cut_left(sign).centred(sign, sign), t.good.strong);
        head.cut_left(ui.px(space::tight));
    }
    text_in(ui, head, cell.label, Type::label, none ? t.text_faint : t.text);
    inner.cut_top(ui.px(space::tight));
    tally_bar(ui, inner.cut_top(ui.px(7)), cell.tally);
    tag(ui, "progress.kind." + cell.id, box, "kind", figure);
}

void kinds_card(Ui& ui, Scroll& page, const ProgressView& view, const Speech& speech) {
    const float pad = ui.px(space::large);
    const float gap = ui.px(space::small);
    const float row = ui.scale.leading(Type::label);
    const float cell_h = row + ui.px(space::tight) + ui.px(7) + 2 * ui.px(space::small);
    float widest = 0;
    for (const FamilyRow& f : view.families)
        for (const KindCell& k : f.kinds)
            widest = std::max(widest, text_width(ui, k.label, Type::label) + text_width(ui, "00／00", Type::label) +
                                          row + 2 * ui.px(space::medium));
    const int columns = page.width() - 2 * pad >= 4 * widest + 3 * gap ? 4
                        : page.width() - 2 * pad >= 2 * widest + gap   ? 2
                                                                       : 1;
    const int rows = 4 / columns;
    const float family_h = row + ui.px(space::tight) + static_cast<float>(rows) * (cell_h + gap) + ui.px(space::small);
    const float height = 2 * pad + ui.scale.leading(Type::strong) + ui.px(space::small) +
                         family_h * static_cast<float>(view.families.size()) - ui.px(space::small);
    const Box box{page.x0, page.y, page.x1, page.y + height};
    float y = card_head(ui, box, speech.words("desktop.progress.kinds"));
    const float width = (box.w() - 2 * pad - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (const FamilyRow& family : view.families) {
        const auto sign = static_cast<float>(ui.scale.em(Type::label));
        draw_icon(ui, family.icon, Box{box.x0 + pad, y, box.x0 + pad + sign, y + row}.centred(sign, sign),
                  ui.theme->text_muted);
        text_in(ui, Box{box.x0 + pad + sign + ui.px(space::small), y, box.x1 - pad, y + row}, family.label, Type::label,
                ui.theme->text_muted);
        y += row + ui.px(space::tight);
        for (std::size_t i = 0; i < family.kinds.size(); ++i) {
            const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
            const float x = box.x0 + pad + column * (width + gap);
            kind_cell(ui, Box{x, y, x + width, y + cell_h}, family.kinds[i]);
            if ((i + 1) % static_cast<std::size_t>(columns) == 0) y += cell_h + gap;
        }
        y += ui.px(space::small);
    }
    page.y = box.y1 + ui.px(space::medium);
}

// --- chapters of the standard ---

void chapters_card(Ui& ui, Scroll& page, const ProgressView& view, const Speech& speech) {
    if (view.chapters.empty()) return;
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    const float row = ui.scale.leading(Type::label);
    const float each = 2 * row + ui.px(space::small) + ui.px(7) + ui.px(space::medium);
    const float height = 2 * pad + ui.scale.leading(Type::strong) + ui.px(space::small) +
                         each * static_cast<float>(view.chapters.size()) - ui.px(space::medium);
    const Box box{page.x0, page.y, page.x1, page.y + height};
    float y = card_head(ui, box, speech.words("desktop.progress.chapters"));
    for (const ChapterRow& chapter : view.chapters) {
        Box head{box.x0 + pad, y, box.x1 - pad, y + row};
        const std::string figure = tally_text(chapter.tally);
        text_in(ui, head.cut_right(text_width(ui, figure, Type::label) + 1), figure, Type::label, t.text_muted,
                Align::right);
        text_in(ui, head, chapter.label, Type::label, t.text);
        y += row;
        paragraph_cut(ui, box.x0 + pad, y, box.w() - 2 * pad, chapter.points, Type::caption, t.text_faint, 1);
        y += row;
        tally_bar(ui, Box{box.x0 + pad, y, box.x1 - pad, y + ui.px(7)}, chapter.tally);
        tag(ui, "progress.chapter." + std::to_string(chapter.chapter), Box{box.x0, y - 2 * row, box.x1, y + ui.px(7)},
            "chapter", figure);
        y += ui.px(7) + ui.px(space::small) + ui.px(space::medium);
    }
    page.y = box.y1 + ui.px(space::medium);
}

}  // namespace

void progress_screen_ui(Ui& ui, Box box, const State& state, const ProgressView& view, const Speech& speech,
                        Intents& out) {
    const Theme& t = *ui.theme;
    Scroll page(ui, "progress.page", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(1000));
    const float heading = ui.scale.leading(Type::heading);
    const std::string title = view.who.empty() ? speech.words("desktop.progress.title")
                                               : speech.words("desktop.progress.title_of", {{"name", view.who}});
    text_in(ui, Box{page.x0, page.y, page.x1, page.y + heading}, title, Type::heading, t.text);
    page.y += heading + ui.px(space::tight);
    page.y += paragraph(ui, page.x0, page.y, page.width(),
                        speech.words(view.nothing_yet ? "desktop.progress.nothing_yet" : "desktop.progress.how"),
                        Type::label, t.text_muted) +
              ui.px(space::large);
    next_card(ui, page, view, speech, out);
    figures(ui, page, view);
    scores_card(ui, page, view, state.pass_mark, speech);
    kinds_card(ui, page, view, speech);
    chapters_card(ui, page, view, speech);
    page.take_page_keys();
    if (ui.take_key(Key::escape)) out.push_back(intent::Go{Page::home});
}

}  // namespace huashu::desktop
