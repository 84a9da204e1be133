#include "desktop/screens/home_screen.hpp"

#include "desktop/portrait/portrait.hpp"
#include "desktop/screens/home_parts.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

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

void paint_card(Ui& ui, Box box, const ScenarioRow& row, bool selected, const Response& r, const Speech& speech) {
    const Theme& t = *ui.theme;
    const float radius = ui.px(radius_card);
    if (r.hovered || selected) shadow(ui, box, radius);
    card_ground(ui, box, radius);
    if (selected) outline(ui, box, t.accent.strong, radius, ui.px(2));
    Box inner = box.inset(ui.px(space::large));
    const Box face = inner.cut_left(inner.h());
    draw_portrait(ui, face, row.likeness, neutral_mood);
    inner.cut_left(ui.px(space::large));
    const float result = ui.wide(68);
    result_of_card(ui, inner.cut_right(result), row, speech);
    inner.cut_right(ui.px(space::small));
    text_in(ui, inner.cut_top(ui.scale.leading(Type::lead)), row.title, Type::lead, t.text);
    Box line = inner.cut_top(ui.scale.leading(Type::label));
    text_in(ui, line, row.owner + "　" + row.persona, Type::label, t.text_muted);
    inner.cut_top(ui.px(space::small));
    float x = inner.x0;
    x += chip(ui, x, inner.y0, row.kind, {tone_of_complaint(t, row.complaint), row.family_icon}) + ui.px(space::small);
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
}

// Also of a card that is scrolled away: the keyboard finds it there.
void scenario_card(Ui& ui, Box box, const ScenarioRow& row, bool selected, const Speech& speech, Intents& out) {
    const std::string id = "home.card." + row.id;
    const Response r = interact(ui, id, box, {.kind = "card", .text = row.title, .selected = selected});
    const float rim = ui.px(space::large);  // of the shadow
    if (is_visible(Box{box.x0 - rim, box.y0 - rim, box.x1 + rim, box.y1 + rim}))
        paint_card(ui, box, row, selected, r, speech);
    if (r.clicked) {
        if (selected)
            out.push_back(intent::StartTalk{row.id});
        else
            out.push_back(intent::SelectScenario{row.id});
    }
}

// --- above the list ---

struct Banner {
    std::string_view id;
    std::string title, line, go;
    std::string_view quiet{};  ///< a second, quiet button; empty: none
};

struct BannerResult {
    float height = 0;
    bool go = false, quiet = false;
};

// Words beside the buttons, or above them where there is no room.
BannerResult banner_ui(Ui& ui, float x0, float x1, float y, const Banner& banner) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::play};
    const ButtonSpec quiet{.look = ButtonLook::quiet};
    const float second = banner.quiet.empty() ? 0 : ui.px(space::small) + button_width(ui, banner.quiet, quiet);
    const float buttons = button_width(ui, banner.go, look) + second;
    const float width = x1 - x0 - 2 * pad;
    const bool beside = text_width(ui, banner.title, Type::strong) + buttons + pad <= width;
    const float words_width = beside ? width - buttons - pad : width;
    const float words = paragraph_height(ui, words_width, banner.title, Type::strong) +
                        paragraph_height(ui, words_width, banner.line, Type::label);
    const float height = beside ? std::max(words, control_height(ui)) + ui.px(space::wide)
                                : words + control_height(ui) + 2.5f * ui.px(space::medium);
    const Box box{x0, y, x1, y + height};
    fill(ui, box, t.accent.soft, ui.px(radius_card));
    outline(ui, box, t.accent.strong, ui.px(radius_card), std::max(1.0f, ui.scale.screen));
    float pen = beside ? box.mid_y() - words / 2 : box.y0 + ui.px(space::medium);
    pen += paragraph(ui, x0 + pad, pen, words_width, banner.title, Type::strong, t.text);
    paragraph(ui, x0 + pad, pen, words_width, banner.line, Type::label, t.text_muted);
    const float top =
        beside ? box.mid_y() - control_height(ui) / 2 : box.y1 - ui.px(space::medium) - control_height(ui);
    Box row{x0 + pad, top, x1 - pad, top + control_height(ui)};
    BannerResult out{height};
    out.go = button(ui, banner.id, row.cut_right(button_width(ui, banner.go, look)), banner.go, look).clicked;
    row.cut_right(ui.px(space::small));
    if (!banner.quiet.empty())
        out.quiet = button(ui, std::string(banner.id) + ".drop", row.cut_right(button_width(ui, banner.quiet, quiet)),
                           banner.quiet, quiet)
                        .clicked;
    return out;
}

float resume_banner(Ui& ui, float x0, float x1, float y, const ResumeBanner& resume, const Speech& speech,
                    Intents& out) {
    const app::Words& words = speech.words;
    const BannerResult r = banner_ui(ui, x0, x1, y,
                                     {.id = "home.resume",
                                      .title = words("desktop.home.resume_title", {{"title", resume.title}}),
                                      .line = resume.line,
                                      .go = words("desktop.home.resume"),
                                      .quiet = words("desktop.home.resume_drop")});
    if (r.go) out.push_back(intent::ResumeTalk{resume.attempt_id});
    if (r.quiet) out.push_back(intent::DropTalk{resume.attempt_id});
    return r.height;
}

float next_banner(Ui& ui, float x0, float x1, float y, const NextStep& next, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const BannerResult r = banner_ui(ui, x0, x1, y,
                                     {.id = "home.next",
                                      .title = words("desktop.next.title", {{"title", next.title}}),
                                      .line = next.line,
                                      .go = words("desktop.next.go")});
    if (r.go) out.push_back(intent::StartTalk{next.scenario_id});
    return r.height;
}

// Chips in rows, from x on; returns the height.
float chip_row(Ui& ui, float x, float y, float right, const std::vector<FilterOption>& options, Intents& out) {
    const float height = ui.scale.leading(Type::label) + ui.px(space::medium);
    float pen = x;
    float top = y;
    for (const FilterOption& option : options) {
        const float width = filter_chip_width(ui, option.label, option.on);
        if (pen + width > right && pen > x) {
            pen = x;
            top += height + ui.px(space::small);
        }
        if (filter_chip(ui, option.id, Box{pen, top, pen + width, top + height}, option.label, option.on))
            out.push_back(intent::SetFilters{option.filters});
        pen += width + ui.px(space::small);
    }
    return options.empty() ? 0 : top + height - y;
}

void home_search_ui(Ui& ui, Box box, const HomeView& view, const Speech& speech, HomeScreen& own, Intents& out) {
    const std::string typed = to_bytes(own.search.buffer.text());
    if (own.told_search == own.search.buffer.revision() && typed != view.now.search) {
        own.search.buffer.set_text(to_characters(view.now.search));  // the filters were cleared
        own.told_search = own.search.buffer.revision();
    }
    const EditorResult r =
        text_field(ui, "home.search", box, own.search, Icon::search, speech.words("desktop.home.search"));
    if (ui.take_key(Key::f, {.ctrl = true})) ui.focus.set(r.id, true);
    if (own.told_search == own.search.buffer.revision()) return;
    own.told_search = own.search.buffer.revision();
    Filters then = view.now;
    then.search = to_bytes(own.search.buffer.text());
    out.push_back(intent::SetFilters{then});
}

// Search and filters; channel and difficulty only when asked for.
float home_filters_ui(Ui& ui, float x, float y, float right, const HomeView& view, const Speech& speech,
                      HomeScreen& own, Intents& out) {
    const float height = control_height(ui);
    const std::string& more = speech.words("desktop.home.more_filters");
    const bool open = own.more_filters || view.more_in_use;
    const float more_width = filter_chip_width(ui, more, open);
    const float chip = ui.scale.leading(Type::label) + ui.px(space::medium);
    Box row{x, y, right, y + height};
    const Box more_box = row.cut_right(more_width).centred(more_width, chip);
    row.cut_right(ui.px(space::medium));
    home_search_ui(ui, row, view, speech, own, out);
    if (filter_chip(ui, "home.filter.more", more_box, more, open)) own.more_filters = !open;
    float pen = y + height + ui.px(space::medium);
    pen += chip_row(ui, x, pen, right, view.filters, out);
    if (!open) return pen - y;
    pen += ui.px(space::small);
    pen += chip_row(ui, x, pen, right, view.more_filters, out);
    return pen - y;
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

// What the page is for; on a low page only its name, so that the first card is seen.
float page_heading(Ui& ui, const Scroll& list, bool roomy, const Speech& speech) {
    const Theme& t = *ui.theme;
    const std::string& title = speech.words("desktop.home.title");
    const bool fits = text_width(ui, title, Type::heading) <= list.width();
    float height =
        paragraph(ui, list.x0, list.y, list.width(), title, roomy && fits ? Type::heading : Type::title, t.text);
    if (!roomy) return height + ui.px(space::small);
    height += ui.px(space::tight);
    height += paragraph(ui, list.x0, list.y + height, list.width(), speech.words("desktop.home.subtitle"), Type::body,
                        t.text_muted);
    return height + ui.px(space::large);
}

void list_pane(Ui& ui, Box box, const HomeView& view, bool unfold, const Speech& speech, HomeScreen& own,
               Intents& out) {
    const Theme& t = *ui.theme;
    Scroll list(ui, "home.list", box, ui.px(space::wide));
    list.y += page_heading(ui, list, box.h() >= ui.wide(560), speech);
    if (view.resume) {
        list.y += resume_banner(ui, list.x0, list.x1, list.y, *view.resume, speech, out) + ui.px(space::large);
    }
    if (view.next) {
        list.y += next_banner(ui, list.x0, list.x1, list.y, *view.next, speech, out) + ui.px(space::large);
    }
    list.y += home_filters_ui(ui, list.x0, list.y, list.x1, view, speech, own, out);
    list.y += ui.px(space::small);
    const float row = ui.scale.leading(Type::caption);
    if (view.total > 0)
        text_in(ui, Box{list.x0, list.y, list.x1, list.y + row}, view.count_line, Type::caption, t.text_faint);
    list.y += row + ui.px(space::small);
    for (const std::string& problem : view.problems)
        list.y +=
            paragraph(ui, list.x0, list.y, list.width(), problem, Type::label, t.bad.strong) + ui.px(space::small);
    list_of_cards(ui, list, view, unfold, speech, out);
    if (!view.rows.empty()) {
        if (!ui.editing_text) list.take_page_keys();
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
        // Close below the words, which stand in the middle.
        const float top = std::min(rest.mid_y() + ui.scale.leading(Type::title) + 2 * ui.scale.leading(Type::body),
                                   rest.y1 - control_height(ui));
        const Box at{rest.mid_x() - width / 2, top, rest.mid_x() + width / 2, top + control_height(ui)};
        if (button(ui, "home.filter.reset", at, reset)) out.push_back(intent::SetFilters{});
    }
    list.y = rest.y1;
}

}  // namespace

void home_screen_ui(Ui& ui, Box box, const HomeView& view, const Speech& speech, HomeScreen& own, Intents& out) {
    const float detail_width = std::min(ui.wide(400), box.w() * 0.42f);
    const bool beside = box.w() - detail_width > ui.wide(360);
    if (view.detail && beside) {
        const float gap = ui.px(space::wide);
        Box pane = box.cut_right(detail_width + gap);
        pane.x1 -= gap;
        detail_pane(ui, pane.inset(0, gap), *view.detail, speech, out);
    }
    list_pane(ui, box, view, view.detail && !beside, speech, own, out);
    if (view.detail && ui.focus.none() && ui.take_key(Key::enter))
        out.push_back(intent::StartTalk{view.detail->row.id});
}

}  // namespace huashu::desktop
