#include "desktop/screens/settings_screen.hpp"

#include "desktop/state/care_update.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

struct Option {
    std::string_view id, label, hint;
    std::vector<std::string> choices;
    int selected = 0;
};

// A card with what is chosen on the left and the choices at the right (below, where there is no room).
int option_ui(Ui& ui, Scroll& page, const Option& option) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    float wanted = 0;
    for (const std::string& c : option.choices) wanted = std::max(wanted, text_width(ui, c, Type::label));
    const float choices =
        (wanted + ui.px(space::wide) + ui.px(space::small)) * static_cast<float>(option.choices.size());
    const bool beside = page.width() - 2 * pad - choices > ui.wide(230);
    const float words_width = beside ? page.width() - 2 * pad - choices - pad : page.width() - 2 * pad;
    const float words = paragraph_height(ui, words_width, option.label, Type::strong) +
                        paragraph_height(ui, words_width, option.hint, Type::label);
    const float height =
        beside ? std::max(words, control_height(ui)) : words + ui.px(space::small) + control_height(ui);
    const Box box{page.x0, page.y, page.x1, page.y + height + 2 * pad};
    card_ground(ui, box, ui.px(radius_card));
    float y = beside ? box.mid_y() - words / 2 : box.y0 + pad;
    y += paragraph(ui, box.x0 + pad, y, words_width, option.label, Type::strong, t.text);
    y += paragraph(ui, box.x0 + pad, y, words_width, option.hint, Type::label, t.text_muted);
    const float top = beside ? box.mid_y() - control_height(ui) / 2 : y + ui.px(space::small);
    const float width = std::min(choices, box.w() - 2 * pad);
    const float left = beside ? box.x1 - pad - width : box.x0 + pad;
    page.y = box.y1 + ui.px(space::medium);
    return segmented(ui, option.id, Box{left, top, left + width, top + control_height(ui)}, option.choices,
                     option.selected);
}

void change(Settings settings, Intents& out) { out.push_back(intent::ChangeSettings{settings}); }

void language_options(Ui& ui, Scroll& page, const Settings& s, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    // Each language by its own name: whoever has the wrong one must find the way back.
    const int language = option_ui(ui, page,
                                   {"settings.language",
                                    words("desktop.settings.language"),
                                    words("desktop.settings.language_hint"),
                                    {"繁體中文", "简体中文", "English"},
                                    static_cast<int>(words.language())});
    if (language >= 0) {
        Settings changed = s;
        changed.language = static_cast<app::Language>(language);
        change(changed, out);
    }
    const int content = option_ui(ui, page,
                                  {"settings.content",
                                   words("desktop.settings.content"),
                                   words("desktop.settings.content_hint"),
                                   {words("desktop.settings.content_follow"), "繁體", "简体"},
                                   static_cast<int>(s.content)});
    if (content >= 0) {
        Settings changed = s;
        changed.content = static_cast<ContentScript>(content);
        change(changed, out);
    }
}

void look_options(Ui& ui, Scroll& page, const Settings& s, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const int look = option_ui(
        ui, page,
        {"settings.theme",
         words("desktop.settings.theme"),
         words("desktop.settings.theme_hint"),
         {words("desktop.settings.light"), words("desktop.settings.dark"), words("desktop.settings.contrast")},
         static_cast<int>(s.theme)});
    if (look >= 0) {
        Settings changed = s;
        changed.theme = static_cast<ThemeId>(look);
        change(changed, out);
    }
    const int timed = option_ui(ui, page,
                                {"settings.timed",
                                 words("desktop.settings.timed"),
                                 words("desktop.settings.timed_hint"),
                                 {words("desktop.settings.on"), words("desktop.settings.off")},
                                 s.timed ? 0 : 1});
    if (timed >= 0) {
        Settings changed = s;
        changed.timed = timed == 0;
        change(changed, out);
    }
    const int motion = option_ui(ui, page,
                                 {"settings.motion",
                                  words("desktop.settings.motion"),
                                  words("desktop.settings.motion_hint"),
                                  {words("desktop.settings.on"), words("desktop.settings.off")},
                                  s.motion ? 0 : 1});
    if (motion >= 0) {
        Settings changed = s;
        changed.motion = motion == 0;
        change(changed, out);
    }
}

void text_size_option(Ui& ui, Scroll& page, const Settings& s, const Speech& speech, Intents& out) {
    const Theme& t = *ui.theme;
    const float pad = ui.px(space::large);
    const float words = ui.scale.leading(Type::strong) + ui.scale.leading(Type::label);
    const float height = std::max(words, control_height(ui));
    const Box box{page.x0, page.y, page.x1, page.y + height + 2 * pad};
    card_ground(ui, box, ui.px(radius_card));
    Box inner = box.inset(pad);
    const float side = control_height(ui);
    const auto step = [&](std::string_view id, Icon icon, const std::string& hint, int by) {
        const int wanted = s.text_per_cent + by;
        const bool possible = wanted >= min_text_per_cent && wanted <= max_text_per_cent;
        const Box at = inner.cut_right(side).centred(side, side);
        outline(ui, at, t.line_strong, ui.px(radius_control));
        if (icon_button(ui, id, at, icon, hint, possible)) {
            Settings changed = s;
            changed.text_per_cent = wanted;
            change(changed, out);
        }
    };
    step("settings.text.larger", Icon::plus, speech.words("desktop.settings.larger"), text_step);
    text_in(ui, inner.cut_right(ui.wide(80)), std::to_string(s.text_per_cent) + " %", Type::strong, t.text,
            Align::centre);
    step("settings.text.smaller", Icon::minus, speech.words("desktop.settings.smaller"), -text_step);
    Box label = inner.centred(inner.w(), words);
    text_in(ui, label.cut_top(ui.scale.leading(Type::strong)), speech.words("desktop.settings.text"), Type::strong,
            t.text);
    text_in(ui, label, speech.words("desktop.settings.text_hint"), Type::label, t.text_muted);
    page.y = box.y1 + ui.px(space::medium);
}

// What is kept of whoever is there has a page of its own.
void kept_option(Ui& ui, Scroll& page, const Speech& speech, Intents& out) {
    const app::Words& words = speech.words;
    const float pad = ui.px(space::large);
    const ButtonSpec look{.icon = Icon::forward};
    const std::string& label = words("desktop.kept.open");
    const float width = button_width(ui, label, look);
    const bool beside = page.width() - 2 * pad - width > ui.wide(230);
    const float text = page.width() - 2 * pad - (beside ? width + pad : 0);
    const float height = paragraph_height(ui, text, words("desktop.kept.about"), Type::strong) +
                         paragraph_height(ui, text, words("desktop.kept.hint"), Type::label);
    const float inner =
        beside ? std::max(height, control_height(ui)) : height + ui.px(space::small) + control_height(ui);
    const Box box{page.x0, page.y, page.x1, page.y + inner + 2 * pad};
    card_ground(ui, box, ui.px(radius_card));
    float y = beside ? box.mid_y() - height / 2 : box.y0 + pad;
    y += paragraph(ui, box.x0 + pad, y, text, words("desktop.kept.about"), Type::strong, ui.theme->text);
    paragraph(ui, box.x0 + pad, y, text, words("desktop.kept.hint"), Type::label, ui.theme->text_muted);
    const float top = beside ? box.mid_y() - control_height(ui) / 2 : box.y1 - pad - control_height(ui);
    const float left = beside ? box.x1 - pad - width : box.x0 + pad;
    if (button(ui, "settings.kept", Box{left, top, left + width, top + control_height(ui)}, label, look))
        out.push_back(care_intent(care_wish::OpenMine{}));
    page.y = box.y1 + ui.px(space::medium);
}

}  // namespace

void settings_screen_ui(Ui& ui, Box box, const State& state, const Speech& speech, Intents& out) {
    Scroll page(ui, "settings.page", box, ui.px(space::wide));
    page.x1 = std::min(page.x1, page.x0 + ui.wide(860));
    const float heading = ui.scale.leading(Type::heading);
    text_in(ui, Box{page.x0, page.y, page.x1, page.y + heading}, speech.words("desktop.settings.title"), Type::heading,
            ui.theme->text);
    page.y += heading + ui.px(space::large);
    language_options(ui, page, state.settings, speech, out);
    text_size_option(ui, page, state.settings, speech, out);
    look_options(ui, page, state.settings, speech, out);
    kept_option(ui, page, speech, out);
    page.take_page_keys();
    if (ui.take_key(Key::escape)) out.push_back(intent::Go{state.before_settings});
}

}  // namespace huashu::desktop
