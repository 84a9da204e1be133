#include "desktop/screens/analysis_screen.hpp"

#include "desktop/screens/analysis_parts.hpp"
#include "desktop/screens/lock_panel.hpp"

namespace huashu::desktop {
namespace {

// The title with what it rests on; what can be saved at the right, below where there is no room.
void analysis_head(Ui& ui, Scroll& page, const AnalysisState& analysis, const AnalysisView& view, const Speech& speech,
                   Intents& out) {
    const Theme& t = *ui.theme;
    const app::Words& words = speech.words;
    const float heading = ui.scale.leading(Type::heading), top = page.y;
    text_in(ui, Box{page.x0, page.y, page.x1, page.y + heading}, words("desktop.analysis.title"), Type::heading,
            t.text);
    page.y += heading + ui.px(space::tight);
    page.y +=
        paragraph(ui, page.x0, page.y, page.width(), view.basis, Type::label, t.text_muted) + ui.px(space::medium);
    for (const std::string& line : view.notes)
        page.y += paragraph(ui, page.x0, page.y, page.width(), line, Type::label, t.warn.strong) + ui.px(space::small);
    if (view.is_empty || view.is_thin) return;
    const bool of_person = analysis.tab == AnalysisTab::person;
    const std::string& label = words(of_person ? "desktop.analysis.print" : "desktop.analysis.export");
    const ButtonSpec look{.look = ButtonLook::plain, .icon = Icon::print};
    const float width = button_width(ui, label, look), height = control_height(ui);
    const bool beside = page.width() - width > ui.wide(420);
    const float y = beside ? top : page.y;
    const float x = beside ? page.x1 - width : page.x0;
    if (button(ui, "analysis.export", Box{x, y, x + width, y + height}, label, look))
        out.push_back(AnalysisIntent{intent::ExportAnalysis{of_person, of_person ? view.person_id : std::string()}});
    if (!beside) page.y += height + ui.px(space::medium);
}

void analysis_tabs(Ui& ui, Scroll& page, const AnalysisState& analysis, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const std::vector<std::string> labels{words("desktop.analysis.tab.team"), words("desktop.analysis.tab.scenarios"),
                                          words("desktop.analysis.tab.person")};
    const float height = control_height(ui);
    const Box box{page.x0, page.y, std::min(page.x1, page.x0 + ui.wide(480)), page.y + height};
    const int picked = segmented(ui, "analysis.tab", box, labels, static_cast<int>(analysis.tab));
    if (picked >= 0) out.push_back(AnalysisIntent{intent::ShowAnalysis{static_cast<AnalysisTab>(picked), {}, false}});
    page.y += height + ui.px(space::large);
}

void nothing_to_analyse(Ui& ui, Scroll& page, const Speech& speech, Intents& out) {
    const std::string& label = speech.words("desktop.analysis.none_go");
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::play};
    const float width = button_width(ui, label, look), height = control_height(ui);
    const float free = page.view().y1 - page.y - height - 2 * ui.px(space::huge);
    const float words = std::min(std::max(free, ui.wide(220)), ui.wide(360));
    const float top = page.y + std::max(0.0f, free - words) / 3;
    empty_state(ui, Box{page.x0, top, page.x1, top + words}, Icon::people, speech.words("desktop.analysis.none_title"),
                speech.words("desktop.analysis.none"));
    const float bottom = top + words;
    const float x = (page.x0 + page.x1 - width) / 2;
    if (button(ui, "analysis.go", Box{x, bottom, x + width, bottom + height}, label, look))
        out.push_back(intent::Go{Page::home});
    page.y = bottom + height;
}

// A bar, how far it is, and a way to stop.
void reading_ui(Ui& ui, Scroll& page, const AnalysisState& analysis, const AnalysisView& view, const Speech& speech,
                AnalysisScreen& own, Intents& out) {
    constexpr double seconds_between_looks = 0.2;
    ui.wake_at(ui.now_s + seconds_between_looks);
    if (ui.now_s - own.looked_s >= seconds_between_looks) {
        own.looked_s = ui.now_s;
        out.push_back(AnalysisIntent{intent::LookAtReading{}});
    }
    const AnalysisState::Reading& reading = *analysis.reading;
    const float pad = ui.px(space::large), row = ui.scale.leading(Type::strong), bar = ui.px(space::small);
    const std::string& how = speech.words("desktop.analysis.reading_how");
    const float width = std::min(page.width(), ui.wide(640));
    const float height = 2 * pad + row + ui.px(space::medium) + bar + ui.px(space::medium) +
                         paragraph_height(ui, width - 2 * pad, how, Type::label) + ui.px(space::medium) +
                         control_height(ui);
    const Box card{page.x0, page.y, page.x0 + width, page.y + height};
    card_ground(ui, card, ui.px(radius_card));
    Box inner = card.inset(pad, pad);
    text_in(ui, inner.cut_top(row), view.reading, Type::strong, ui.theme->text);
    inner.cut_top(ui.px(space::medium));
    const Box track = inner.cut_top(bar);
    fill(ui, track, ui.theme->sunken, bar / 2);
    if (reading.total > 0) {
        const float share =
            static_cast<float>(reading.done) / static_cast<float>(std::max(reading.total, reading.done));
        fill(ui, Box{track.x0, track.y0, track.x0 + std::max(bar, track.w() * share), track.y1},
             ui.theme->accent.strong, bar / 2);
    }
    tag(ui, "analysis.reading", card, "meter", view.reading);
    inner.cut_top(ui.px(space::medium));
    inner.cut_top(paragraph(ui, inner.x0, inner.y0, inner.w(), how, Type::label, ui.theme->text_muted));
    const std::string& label = speech.words("desktop.analysis.stop");
    const ButtonSpec look{.icon = Icon::cross};
    Box foot = inner.cut_bottom(control_height(ui));
    if (button(ui, "analysis.stop", foot.cut_left(button_width(ui, label, look)), label, look))
        out.push_back(AnalysisIntent{intent::StopReading{}});
    page.y = card.y1;
}

void stopped_ui(Ui& ui, Scroll& page, const Speech& speech, Intents& out) {
    page.y += paragraph(ui, page.x0, page.y, page.width(), speech.words("desktop.analysis.stopped"), Type::body,
                        ui.theme->text) +
              ui.px(space::medium);
    const std::string& label = speech.words("desktop.analysis.again");
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::forward};
    const float width = button_width(ui, label, look), height = control_height(ui);
    if (button(ui, "analysis.again", Box{page.x0, page.y, page.x0 + width, page.y + height}, label, look))
        out.push_back(AnalysisIntent{intent::ReadAgain{}});
    page.y += height;
}

}  // namespace

Box analysis_card(Ui& ui, Scroll& page, std::string_view heading, std::string_view how, float content) {
    const float pad = ui.px(space::large), title = ui.scale.leading(Type::strong);
    const float width = page.width() - 2 * pad;
    const float explained = how.empty() ? 0 : paragraph_height(ui, width, how, Type::caption);
    const float height = 2 * pad + title + explained + ui.px(space::medium) + content;
    const Box box{page.x0, page.y, page.x1, page.y + height};
    card_ground(ui, box, ui.px(radius_card));
    text_in(ui, Box{box.x0 + pad, box.y0 + pad, box.x1 - pad, box.y0 + pad + title}, heading, Type::strong,
            ui.theme->text);
    if (!how.empty())
        paragraph(ui, box.x0 + pad, box.y0 + pad + title, width, how, Type::caption, ui.theme->text_muted);
    page.y = box.y1 + ui.px(space::medium);
    return {box.x0 + pad, box.y1 - pad - content, box.x1 - pad, box.y1 - pad};
}

void analysis_figures(Ui& ui, Scroll& page, std::string_view id, const std::vector<AnalysisFigure>& figures) {
    if (figures.empty()) return;
    const Theme& t = *ui.theme;
    const float gap = ui.px(space::medium), pad = ui.px(space::large);
    const auto count = static_cast<float>(figures.size());
    const bool beside = page.width() >= count * ui.wide(210);
    const float width = beside ? (page.width() - (count - 1) * gap) / count : page.width();
    float words = 0;
    for (const AnalysisFigure& f : figures)
        words = std::max(words, paragraph_height(ui, width - 2 * pad, f.line, Type::label));
    const float height = ui.scale.leading(Type::heading) + words + 2 * ui.px(space::medium);
    float x = page.x0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Box box{x, page.y, x + width, page.y + height};
        card_ground(ui, box, ui.px(radius_card));
        Box inner = box.inset(pad, ui.px(space::medium));
        text_in(ui, inner.cut_top(ui.scale.leading(Type::heading)), figures[i].figure, Type::heading, t.text);
        paragraph(ui, inner.x0, inner.y0, inner.w(), figures[i].line, Type::label, t.text_muted);
        tag(ui, std::string(id) + "." + std::to_string(i), box, "figure", figures[i].figure);
        if (beside)
            x += width + gap;
        else
            page.y += height + gap;
    }
    if (beside) page.y += height + gap;
}

Color heat_color(const Theme& theme, float depth) {
    return mix(theme.surface, theme.bad.strong, 0.04f + 0.34f * std::clamp(depth, 0.0f, 1.0f));
}

void analysis_screen_ui(Ui& ui, Box box, const State& state, const AnalysisView& view, const Speech& speech,
                        AnalysisScreen& own, Intents& out) {
    if (state.analysis.locked) {
        if (auto given = lock_panel_ui(ui, "analysis", box, state.analysis.refused, own.passphrase, speech))
            out.push_back(AnalysisIntent{intent::UnlockAnalysis{std::move(*given)}});
        if (!ui.editing_text && ui.take_key(Key::escape)) out.push_back(intent::Go{Page::home});
        return;
    }
    Scroll page(ui, "analysis.page", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(1240));
    analysis_head(ui, page, state.analysis, view, speech, out);
    if (state.analysis.reading) {
        reading_ui(ui, page, state.analysis, view, speech, own, out);
    } else if (state.analysis.stopped) {
        stopped_ui(ui, page, speech, out);
    } else if (view.is_empty) {
        nothing_to_analyse(ui, page, speech, out);
    } else {
        analysis_tabs(ui, page, state.analysis, speech, out);
        switch (state.analysis.tab) {
            case AnalysisTab::team:
                analysis_team_ui(ui, page, view, state.pass_mark, speech, out);
                break;
            case AnalysisTab::scenarios:
                analysis_items_ui(ui, page, view, speech, out);
                break;
            case AnalysisTab::person:
                analysis_person_ui(ui, page, view, state.pass_mark, speech, own, out);
                break;
        }
    }
    if (!ui.editing_text) page.take_page_keys();
    if (ui.take_key(Key::escape)) out.push_back(intent::Go{Page::home});
}

}  // namespace huashu::desktop
