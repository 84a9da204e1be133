#include "desktop/screens/home_screen.hpp"

#include "desktop/portrait/portrait.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

constexpr scenarios::Mood neutral{38, 45, 60};  // a card's portrait gives nothing of the conversation away

Tone tone_of(const Theme& t, scoring::Complaint complaint) {
    switch (complaint) {
        case scoring::Complaint::service:
            return t.info;
        case scoring::Complaint::facility:
            return t.warn;
        case scoring::Complaint::safety:
            return t.bad;
    }
    return t.info;
}

// --- a card of the list ---

float card_height(Ui& ui) {
    return ui.px(space::large) * 2 + ui.scale.leading(Type::lead) + ui.scale.leading(Type::label) +
           ui.px(space::small) + chip_height(ui);
}

void result_of_card(Ui& ui, Box box, const ScenarioRow& row, const Speech& speech) {
    const Theme& t = *ui.theme;
    if (!row.last) {
        chip(ui, box.x1 - chip_width(ui, speech.words("desktop.home.never"), Icon::none),
             box.mid_y() - chip_height(ui) / 2, speech.words("desktop.home.never"), {plain_tone(t), Icon::none});
        return;
    }
    const Tone& tone = row.last->passed ? t.good : t.warn;
    const float side = ui.wide(46);
    const Box ring_box{box.x1 - side, box.mid_y() - side / 2, box.x1, box.mid_y() + side / 2};
    score_ring(ui, ring_box, row.last->score, tone, Type::strong);
}

void scenario_card(Ui& ui, Box box, const ScenarioRow& row, bool selected, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const std::string id = "home.card." + row.id;
    const Response r = interact(ui, id, box, {.kind = "card", .text = row.title, .selected = selected});
    const float radius = ui.px(radius_card);
    if (r.hovered || selected) shadow(ui, box, radius);
    card_ground(ui, box, radius);
    if (selected) outline(ui, box, t.accent.strong, radius, ui.px(2));
    Box inner = box.inset(ui.px(space::large));
    const Box face = inner.cut_left(inner.h());
    draw_portrait(ui, face, row.likeness, neutral);
    inner.cut_left(ui.px(space::large));
    const float result = ui.wide(68);
    result_of_card(ui, inner.cut_right(result), row, speech);
    inner.cut_right(ui.px(space::small));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::lead)), row.title, Type::lead, t.text);
    Box line = inner.cut_top(ui.scale.leading(Type::label));
    text_in(ui, line, row.owner + "　" + row.persona, Type::label, t.text_muted);
    inner.cut_top(ui.px(space::small));
    float x = inner.x0;
    x += chip(ui, x, inner.y0, row.kind, {tone_of(t, row.complaint), row.family_icon}) + ui.px(space::small);
    const float mid = inner.y0 + chip_height(ui) / 2;
    const auto sign = static_cast<float>(ui.scale.em(Type::caption));
    const float channel_width = sign + ui.px(space::tight) + text_width(ui, row.channel, Type::caption);
    if (x + channel_width < inner.x1) {
        draw_icon(ui, row.channel_icon, Box{x, mid - sign / 2, x + sign, mid + sign / 2}, t.text_muted);
        text_in(ui, Box{x + sign + ui.px(space::tight), mid - 10, inner.x1, mid + 10}, row.channel, Type::caption,
                t.text_muted);
        x += channel_width + ui.px(space::medium);
    }
    if (x + ui.px(52) < inner.x1) difficulty_dots(ui, x, mid, row.difficulty, t.text_muted);
    if (r.focused) focus_ring(ui, box, radius);
    if (r.clicked) {
        if (selected)
            out.push_back(intent::StartTalk{row.id});
        else
            out.push_back(intent::SelectScenario{row.id});
    }
}

// --- above the list ---

// Words beside the buttons, or above them where there is no room. Returns the height.
float resume_banner(Ui& ui, float x0, float x1, float y, const ResumeBanner& resume, const Speech& speech,
                    Intents& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::play};
    const ButtonSpec quiet{.look = ButtonLook::quiet};
    const std::string& go_on = speech.words("desktop.home.resume");
    const std::string& drop = speech.words("desktop.home.resume_drop");
    const std::string title = speech.words("desktop.home.resume_title", {{"title", resume.title}});
    const float buttons = button_width(ui, go_on, look) + ui.px(space::small) + button_width(ui, drop, quiet);
    const float width = x1 - x0 - 2 * pad;
    const bool beside = text_width(ui, title, Type::strong) + buttons + pad <= width;
    const float words_width = beside ? width - buttons - pad : width;
    const float words = paragraph_height(ui, words_width, title, Type::strong) +
                        paragraph_height(ui, words_width, resume.line, Type::label);
    const float height = beside ? std::max(words, control_height(ui)) + ui.px(space::wide)
                                : words + control_height(ui) + 2.5f * ui.px(space::medium);
    const Box box{x0, y, x1, y + height};
    fill(ui, box, t.accent.soft, ui.px(radius_card));
    outline(ui, box, t.accent.strong, ui.px(radius_card), std::max(1.0f, ui.scale.screen));
    float pen = beside ? box.mid_y() - words / 2 : box.y0 + ui.px(space::medium);
    pen += paragraph(ui, x0 + pad, pen, words_width, title, Type::strong, t.text);
    paragraph(ui, x0 + pad, pen, words_width, resume.line, Type::label, t.text_muted);
    const float top =
        beside ? box.mid_y() - control_height(ui) / 2 : box.y1 - ui.px(space::medium) - control_height(ui);
    Box row{x0 + pad, top, x1 - pad, top + control_height(ui)};
    if (button(ui, "home.resume", row.cut_right(button_width(ui, go_on, look)), go_on, look))
        out.push_back(intent::ResumeTalk{resume.attempt_id});
    row.cut_right(ui.px(space::small));
    if (button(ui, "home.resume.drop", row.cut_right(button_width(ui, drop, quiet)), drop, quiet))
        out.push_back(intent::DropTalk{resume.attempt_id});
    return height;
}

float filter_row(Ui& ui, float x, float y, float right, const HomeView& view, Intents& out) {
    const float height = ui.scale.leading(Type::label) + ui.px(space::medium);
    float pen = x;
    float top = y;
    for (const FilterOption& option : view.filters) {
        const float width = filter_chip_width(ui, option.label);
        if (pen + width > right && pen > x) {
            pen = x;
            top += height + ui.px(space::small);
        }
        if (filter_chip(ui, option.id, Box{pen, top, pen + width, top + height}, option.label, option.on))
            out.push_back(intent::SetFilters{option.filters});
        pen += width + ui.px(space::small);
    }
    return top + height - y;
}

// --- the chosen scenario ---

void detail_head(Ui& ui, Scroll& column, const ScenarioDetail& detail) {
    const Theme& t = *ui.theme;
    const float side = ui.wide(112);
    Box band{column.x0, column.y, column.x1, column.y + side};
    draw_portrait(ui, band.cut_left(side), detail.row.likeness, neutral);
    band.cut_left(ui.px(space::large));
    const float rows = paragraph_height(ui, band.w(), detail.row.owner, Type::title) +
                       paragraph_height(ui, band.w(), detail.row.owner_line, Type::label) +
                       paragraph_height(ui, band.w(), detail.row.persona, Type::label);
    float pen = band.mid_y() - rows / 2;
    pen += paragraph(ui, band.x0, pen, band.w(), detail.row.owner, Type::title, t.text);
    pen += paragraph(ui, band.x0, pen, band.w(), detail.row.owner_line, Type::label, t.text_muted);
    paragraph(ui, band.x0, pen, band.w(), detail.row.persona, Type::label, t.text_muted);
    column.y += side + ui.px(space::large);
    column.y += paragraph(ui, column.x0, column.y, column.width(), detail.row.title, Type::heading, t.text);
    column.y += ui.px(space::small);
    float x = column.x0;
    const auto put = [&](const std::string& label, const ChipSpec& spec) {
        const float width = chip_width(ui, label, spec.icon);
        if (x + width > column.x1 && x > column.x0) {
            x = column.x0;
            column.y += chip_height(ui) + ui.px(space::tight);
        }
        x += chip(ui, x, column.y, label, spec) + ui.px(space::small);
    };
    put(detail.row.family + " · " + detail.row.kind, {tone_of(t, detail.row.complaint), detail.row.family_icon});
    put(detail.row.channel, {plain_tone(t), detail.row.channel_icon});
    put(detail.row.difficulty_words, {plain_tone(t), Icon::none});
    column.y += chip_height(ui) + ui.px(space::large);
}

void section(Ui& ui, Scroll& column, std::string_view heading, std::string_view text) {
    if (text.empty()) return;
    column.y += paragraph(ui, column.x0, column.y, column.width(), heading, Type::strong, ui.theme->text);
    column.y += paragraph(ui, column.x0, column.y, column.width(), text, Type::body, ui.theme->text_muted);
    column.y += ui.px(space::large);
}

void last_result(Ui& ui, Scroll& column, const ResultBadge& last, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float height = ui.wide(64) + ui.px(space::medium);
    const Box box{column.x0, column.y, column.x1, column.y + height};
    fill(ui, box, t.sunken, ui.px(radius_control));
    Box inner = box.inset(ui.px(space::medium), 0);
    const float side = ui.wide(56);
    score_ring(ui, inner.cut_left(side).centred(side, side), last.score, last.passed ? t.good : t.warn, Type::lead);
    inner.cut_left(ui.px(space::medium));
    Box words = inner.centred(inner.w(), ui.scale.leading(Type::strong) + ui.scale.leading(Type::label));
    text_in(ui, words.cut_top(ui.scale.leading(Type::strong)),
            speech.words(last.passed ? "desktop.result.passed" : "desktop.result.failed") + " · " + last.ending_rank,
            Type::strong, last.passed ? t.good.strong : t.warn.strong);
    text_in(ui, words, last.when, Type::label, t.text_muted);
    column.y += height + ui.px(space::large);
}

void detail_pane(Ui& ui, Box box, const ScenarioDetail& detail, const Speech& speech, Intents& out) {
    const float radius = ui.px(radius_card);
    shadow(ui, box, radius);
    card_ground(ui, box, radius);
    Box inner = box;
    Box foot = inner.cut_bottom(control_height(ui) + 2 * ui.px(space::large));
    line(ui, foot.x0, foot.y0, foot.x1, foot.y0, ui.theme->line, std::max(1.0f, ui.scale.screen));
    const Box start = foot.inset(ui.px(space::wide), ui.px(space::large));
    if (button(ui, "home.start", start, speech.words("desktop.home.start"),
               {.look = ButtonLook::primary, .icon = Icon::play, .shortcut = "Enter"}))
        out.push_back(intent::StartTalk{detail.row.id});
    Scroll column(ui, "home.detail", inner, ui.px(space::wide));
    detail_head(ui, column, detail);
    if (detail.row.last) last_result(ui, column, *detail.row.last, speech);
    section(ui, column, speech.words("desktop.home.brief"), detail.brief);
    section(ui, column, speech.words("desktop.home.about"), detail.about);
    std::string teaches;
    for (const std::string& point : detail.teaches) teaches += (teaches.empty() ? "" : "　") + point;
    section(ui, column, speech.words("desktop.home.teaches"), teaches);
}

// --- the list ---

// Where there is no room for a pane beside the list, the chosen one unfolds in it.
void unfolded(Ui& ui, Scroll& list, const ScenarioDetail& detail, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    const float width = list.width() - 2 * pad;
    const std::string text = detail.brief + "\n" + detail.about;
    const float height = paragraph_height(ui, width, text, Type::body) + control_height(ui) + 3 * pad;
    const Box box{list.x0, list.y, list.x1, list.y + height};
    fill(ui, box, t.sunken, ui.px(radius_card));
    paragraph(ui, box.x0 + pad, box.y0 + pad, width, text, Type::body, t.text_muted);
    if (button(ui, "home.start", Box{box.x0 + pad, box.y1 - pad - control_height(ui), box.x1 - pad, box.y1 - pad},
               speech.words("desktop.home.start"), {.look = ButtonLook::primary, .icon = Icon::play}))
        out.push_back(intent::StartTalk{detail.row.id});
    list.y += height + ui.px(space::medium);
}

void list_of_cards(Ui& ui, Scroll& list, const HomeView& view, bool unfold, const Speech& speech, Intents& out) {
    const float gap = ui.px(space::medium);
    const int columns = std::clamp(static_cast<int>(list.width() / ui.wide(470)), 1, 3);
    const float width = (list.width() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = card_height(ui);
    bool selected_in_row = false;
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
        const float x = list.x0 + column * (width + gap);
        const bool selected = view.detail && view.detail->row.id == view.rows[i].id;
        scenario_card(ui, Box{x, list.y, x + width, list.y + height}, view.rows[i], selected, speech, out);
        const bool row_full = (i + 1) % static_cast<std::size_t>(columns) == 0 || i + 1 == view.rows.size();
        selected_in_row = selected_in_row || selected;
        if (!row_full) continue;
        list.y += height + gap;
        if (unfold && selected_in_row) unfolded(ui, list, *view.detail, speech, out);
        selected_in_row = false;
    }
}

void list_pane(Ui& ui, Box box, const HomeView& view, bool unfold, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    Scroll list(ui, "home.list", box, ui.px(space::wide));
    const float heading = ui.scale.leading(Type::heading);
    text_in(ui, Box{list.x0, list.y, list.x1, list.y + heading}, speech.words("desktop.home.title"), Type::heading,
            t.text);
    list.y += heading + ui.px(space::tight);
    list.y +=
        paragraph(ui, list.x0, list.y, list.width(), speech.words("desktop.home.subtitle"), Type::body, t.text_muted);
    list.y += ui.px(space::large);
    if (view.resume) {
        list.y += resume_banner(ui, list.x0, list.x1, list.y, *view.resume, speech, out) + ui.px(space::large);
    }
    list.y += filter_row(ui, list.x0, list.y, list.x1, view, out);
    list.y += ui.px(space::large);
    for (const std::string& problem : view.problems)
        list.y +=
            paragraph(ui, list.x0, list.y, list.width(), problem, Type::label, t.bad.strong) + ui.px(space::small);
    list_of_cards(ui, list, view, unfold, speech, out);
    if (!view.rows.empty()) {
        list.take_page_keys();
        return;
    }
    const Box rest{list.x0, list.y, list.x1, std::max(list.y + ui.wide(260), box.y1 - ui.px(space::wide))};
    if (view.total == 0) {
        empty_state(ui, rest, Icon::info, speech.words("desktop.home.none_title"), speech.words("desktop.home.none"));
    } else {
        empty_state(ui, rest, Icon::search, speech.words("desktop.home.nothing_found_title"),
                    speech.words("desktop.home.nothing_found"));
        const std::string& reset = speech.words("desktop.home.filter_reset");
        const float width = button_width(ui, reset);
        const Box at{rest.mid_x() - width / 2, rest.y1 - control_height(ui), rest.mid_x() + width / 2, rest.y1};
        if (button(ui, "home.filter.reset", at, reset)) out.push_back(intent::SetFilters{});
    }
    list.y = rest.y1;
}

}  // namespace

void home_screen_ui(Ui& ui, Box box, const HomeView& view, const Speech& speech, Intents& out) {
    const float detail_width = std::min(ui.wide(400), box.w() * 0.42f);
    const bool beside = box.w() - detail_width > ui.wide(360);
    if (view.detail && beside) {
        const float gap = ui.px(space::wide);
        Box pane = box.cut_right(detail_width + gap);
        pane.x1 -= gap;
        detail_pane(ui, pane.inset(0, gap), *view.detail, speech, out);
    }
    list_pane(ui, box, view, view.detail && !beside, speech, out);
    if (view.detail && ui.focus.none() && ui.take_key(Key::enter))
        out.push_back(intent::StartTalk{view.detail->row.id});
}

}  // namespace huashu::desktop
