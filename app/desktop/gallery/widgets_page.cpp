#include "desktop/gallery/widgets_page.hpp"

#include <array>

#include "desktop/gallery/samples.hpp"
#include "desktop/portrait/portrait.hpp"
#include "desktop/portrait/setting.hpp"
#include "desktop/screens/score_line.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

void heading(Ui& ui, Scroll& page, std::string_view text) {
    page.y += ui.px(space::large);
    page.y += paragraph(ui, page.x0, page.y, page.width(), text, Type::lead, ui.theme->text) + ui.px(space::small);
}

// Lays things of one height out from left to right and begins a new row where they do not fit.
class Flow {
public:
    Flow(Ui& ui, Scroll& page, float height) : ui_(ui), page_(page), height_(height), x_(page.x0) {}
    ~Flow() { page_.y += height_ + ui_.px(space::small); }
    Flow(const Flow&) = delete;
    Flow& operator=(const Flow&) = delete;
    Box next(float width) {
        if (x_ + width > page_.x1 && x_ > page_.x0) {
            x_ = page_.x0;
            page_.y += height_ + ui_.px(space::small);
        }
        const Box box{x_, page_.y, x_ + width, page_.y + height_};
        x_ += width + ui_.px(space::small);
        return box;
    }

private:
    Ui& ui_;
    Scroll& page_;
    float height_, x_;
};

void buttons(Ui& ui, Scroll& page) {
    heading(ui, page, "Buttons: primary, plain, quiet, danger; with a sign, with a key, not available");
    Flow row(ui, page, control_height(ui));
    int number = 0;
    const auto put = [&](std::string_view label, const ButtonSpec& spec) {
        button(ui, "gallery.button." + std::to_string(++number), row.next(button_width(ui, label, spec)), label, spec);
    };
    for (const ButtonLook look : {ButtonLook::primary, ButtonLook::plain, ButtonLook::quiet, ButtonLook::danger}) {
        put("開始對話", {.look = look});
        put("再來一次", {.look = look, .icon = Icon::again});
        put("看復盤", {.look = look, .shortcut = "Enter"});
        put("回覆", {.look = look, .icon = Icon::send, .enabled = false});
    }
    icon_button(ui, "gallery.icon", row.next(control_height(ui)), Icon::copy, "複製");
    icon_button(ui, "gallery.icon.off", row.next(control_height(ui)), Icon::copy, "複製", false);
}

void choices(Ui& ui, Scroll& page, WidgetsPage& own) {
    heading(ui, page, "Filters, options, fields");
    {
        Flow row(ui, page, ui.scale.leading(Type::label) + ui.px(space::medium));
        for (const bool on : {own.filter, !own.filter})
            if (filter_chip(ui, on == own.filter ? "gallery.filter.a" : "gallery.filter.b",
                            row.next(filter_chip_width(ui, "設施損壞", on)), "設施損壞", on))
                own.filter = !own.filter;
    }
    const int picked =
        segmented(ui, "gallery.segmented", Box{page.x0, page.y, page.x0 + ui.wide(360), page.y + control_height(ui)},
                  {"淺色", "深色", "高對比"}, own.option);
    if (picked >= 0) own.option = picked;
    page.y += control_height(ui) + ui.px(space::small);
    (void)text_field(ui, "gallery.field", Box{page.x0, page.y, page.x0 + ui.wide(360), page.y + control_height(ui)},
                     own.field, Icon::search, "找情境、業主、類別");
    page.y += control_height(ui) + ui.px(space::small);
    if (own.text.buffer.revision() == 0) own.text.buffer.set_text(U"對不起，周女士。您先別激動，我們盡快處理。𠮷");
    const std::array marks{TextMark{8, 13, ui.theme->bad.strong, true}, TextMark{16, 18, ui.theme->warn.strong, false}};
    (void)editor(ui, "gallery.editor", Box{page.x0, page.y, page.x0 + ui.wide(460), page.y + ui.wide(96)}, own.text,
                 {.placeholder = "您會怎麼說？", .marks = marks});
    page.y += ui.wide(96) + ui.px(space::small);
}

void chips(Ui& ui, Scroll& page) {
    heading(ui, page, "Chips, keys, meters, rings, lines");
    const Theme& t = *ui.theme;
    float x = page.x0;
    const std::pair<const char*, Tone> tones[] = {{"重點", t.accent},  {"做到了", t.good},   {"含糊 −2", t.warn},
                                                  {"辱罵 −12", t.bad}, {"用語建議", t.info}, {"未練", plain_tone(t)}};
    for (const auto& [label, tone] : tones) x += chip(ui, x, page.y, label, {tone, Icon::check}) + ui.px(space::small);
    for (const char* key : {"Enter", "Ctrl+K", "1"})
        x += keycap(ui, x, page.y + chip_height(ui) / 2, key) + ui.px(space::small);
    difficulty_dots(ui, x + ui.px(space::medium), page.y + chip_height(ui) / 2, 3, t.text_muted);
    page.y += chip_height(ui) + ui.px(space::large);
    float tall = 0;
    for (int i = 0; i < 3; ++i) {
        const float width = ui.wide(190);
        const float at = page.x0 + static_cast<float>(i) * (width + ui.px(space::wide));
        tall = meter(ui, "gallery.meter." + std::to_string(i), at, page.y, width,
                     {.label = i == 0   ? "怒氣"
                               : i == 1 ? "信任"
                                        : "耐心",
                      .value = 20 + 35 * i,
                      .change = 12 - 12 * i,
                      .high_is_good = i != 0});
    }
    page.y += tall + ui.px(space::large);
    const float side = ui.wide(84);
    for (int i = 0; i < 4; ++i) {
        const Box at{page.x0 + (side + ui.px(space::medium)) * static_cast<float>(i), page.y,
                     page.x0 + (side + ui.px(space::medium)) * static_cast<float>(i) + side, page.y + side};
        score_ring(ui, at, i * 33 + (i == 3 ? 1 : 0), i > 2 ? t.good : i > 1 ? t.warn : t.bad, Type::title);
    }
    score_line(ui, "gallery.line", Box{page.x0 + 4 * (side + ui.px(space::medium)), page.y, page.x1, page.y + side},
               {46, 62, 58, 71, 83, 79, 92}, 70);
    page.y += side;
}

void faces(Ui& ui, Scroll& page) {
    heading(ui, page, "Faces: eight temperaments, furious to relieved");
    const char* personas[] = {"hot_tempered",   "reasoning",
                              "tearful",        "threatening_exposure",
                              "legally_versed", "elderly_hard_of_hearing",
                              "sarcastic",      "group_spokesman"};
    const scenarios::Mood moods[] = {{95, 5, 10}, {70, 20, 35}, {48, 40, 55}, {15, 85, 80}};
    const auto cards = sample_cards();
    const float side = ui.wide(92);
    for (std::size_t m = 0; m < std::size(moods); ++m) {
        Flow row(ui, page, side);
        for (std::size_t p = 0; p < std::size(personas); ++p) {
            scenarios::OwnerCard owner = cards[p % cards.size()].owner;
            if (p >= cards.size()) owner.name += "乙";
            draw_portrait(ui, row.next(side), likeness_of(owner, personas[p]), moods[m]);
        }
    }
    heading(ui, page, "Settings: front desk, phone, chat, doorstep");
    Flow row(ui, page, ui.wide(130));
    for (const auto channel : {scenarios::Channel::front_desk, scenarios::Channel::phone, scenarios::Channel::chat,
                               scenarios::Channel::doorstep}) {
        const Box scene = row.next(ui.wide(204));
        draw_setting(ui, scene, channel);
        draw_portrait(ui, scene.centred(ui.wide(110), ui.wide(110)), likeness_of(cards[1].owner, "sarcastic"),
                      moods[1]);
    }
}

void icons(Ui& ui, Scroll& page) {
    heading(ui, page, "Icons");
    const float side = ui.wide(30);
    Flow row(ui, page, side);
    for (int i = 1; i < icon_count; ++i)
        draw_icon(ui, static_cast<Icon>(i), row.next(side).inset(ui.px(3)), ui.theme->text);
}

void type_and_color(Ui& ui, Scroll& page) {
    heading(ui, page, "Type");
    for (std::size_t i = 0; i < type_count; ++i)
        page.y += paragraph(ui, page.x0, page.y, page.width(), "物業客服對話 一二三 Huashu 0123，。「」𠮷",
                            static_cast<Type>(type_count - 1 - i), ui.theme->text);
    heading(ui, page, "Colours");
    const Theme& t = *ui.theme;
    Flow row(ui, page, ui.wide(44));
    for (const Color c :
         {t.ground, t.rail, t.surface, t.sunken, t.line, t.line_strong, t.text, t.text_muted, t.text_faint})
        fill(ui, row.next(ui.wide(56)), c, ui.px(radius_chip));
    for (const Tone& tone : {t.accent, t.good, t.warn, t.bad, t.info}) {
        const Box box = row.next(ui.wide(90));
        fill(ui, box, tone.soft, ui.px(radius_chip));
        text_in(ui, box, "文字 Aa", Type::label, tone.strong, Align::centre);
        const Box solid = row.next(ui.wide(90));
        fill(ui, solid, tone.strong, ui.px(radius_chip));
        text_in(ui, solid, "文字 Aa", Type::label, tone.on, Align::centre);
    }
}

}  // namespace

void widgets_page_ui(Ui& ui, Box box, WidgetsPage& own) {
    fill(ui, box, ui.theme->ground);
    Scroll page(ui, "gallery.page", box, ui.px(space::wide));
    faces(ui, page);
    buttons(ui, page);
    choices(ui, page, own);
    chips(ui, page);
    icons(ui, page);
    type_and_color(ui, page);
    const float top = page.y + ui.px(space::large);
    empty_state(ui, Box{page.x0, top, page.x1, top + ui.wide(280)}, Icon::history, "還沒有紀錄",
                "練完第一個情境，成績就會出現在這裡。");
    page.y = top + ui.wide(280);
    if (!ui.editing_text) page.take_page_keys();
}

}  // namespace huashu::desktop
