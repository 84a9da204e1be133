// The model: replies that were labelled by hand, and what training with them comes to.
#include <algorithm>

#include "desktop/editor/rules_screen.hpp"
#include "desktop/text/utf.hpp"
#include "desktop/ui/scroll.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {
namespace {

std::string whole_per_cent(double share) { return std::to_string(static_cast<int>(share * 100 + 0.5)); }

std::string labels_of(const std::vector<std::string>& acts, const std::vector<std::string>& families,
                      const Speech& speech) {
    std::string out;
    for (const std::string& id : acts) out += (out.empty() ? "" : "、") + speech.words.name("name.act.", id);
    for (const std::string& id : families) out += (out.empty() ? "" : "、") + speech.words.name("name.family.", id);
    return out.empty() ? speech.words("desktop.rules.no_label") : out;
}

void label_form(Ui& ui, Scroll& column, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const app::Words& words = speech.words;
    const std::string text = to_bytes(own.reply.buffer.text());
    const Box field{column.x0, column.y, column.x1, column.y + 2 * ui.scale.leading(Type::body) + ui.px(space::large)};
    editor(ui, "rules.reply", field, own.reply,
           {.placeholder = words("desktop.rules.reply_hint"), .label = words("desktop.rules.reply_hint")});
    column.y = field.y1 + ui.px(space::small);
    Box row{column.x0, column.y, column.x1, column.y + control_height(ui)};
    column.y = row.y1 + ui.px(space::large);
    const std::string& add = words("desktop.rules.label");
    const ButtonSpec look{.look = ButtonLook::primary, .icon = Icon::plus, .enabled = !text.empty()};
    const bool clicked = button(ui, "rules.label", row.cut_right(button_width(ui, add, look)), add, look).clicked;
    row.cut_right(ui.px(space::small));
    const Box acts = row.cut_left((row.w() - ui.px(space::small)) / 2);
    row.cut_left(ui.px(space::small));
    const auto shown = [&](const std::vector<std::string>& ids, bool are_acts, const char* none) {
        return ids.empty() ? words(none)
                           : labels_of(are_acts ? ids : std::vector<std::string>{},
                                       are_acts ? std::vector<std::string>{} : ids, speech);
    };
    menu_button(ui, "rules.label.acts", acts, shown(own.reply_acts, true, "desktop.rules.no_acts"), own.menu);
    menu_button(ui, "rules.label.families", row, shown(own.reply_families, false, "desktop.rules.no_families"),
                own.menu);
    if (!clicked) return;
    ask(out, rule_wish::Label{{text, own.reply_acts, own.reply_families}});
    own.reply.buffer.set_text({});
    own.reply_acts.clear();
    own.reply_families.clear();
}

void labelled_rows(Ui& ui, Scroll& column, const RulesDesk& desk, const Speech& speech, RuleWishes& out) {
    const Theme& t = *ui.theme;
    for (std::size_t back = 0; back < desk.labelled.size(); ++back) {
        const std::size_t i = desk.labelled.size() - 1 - back;
        const LabelledReply& reply = desk.labelled[i];
        const float side = ui.wide(26);
        const float width = column.width() - side - ui.px(space::large);
        const float height = paragraph_height(ui, width, reply.text, Type::label) + ui.scale.leading(Type::caption) +
                             ui.px(space::small);
        const Box box{column.x0, column.y, column.x1, column.y + height};
        column.y += height;
        if (!is_visible(box)) continue;
        const float y = box.y0 + paragraph(ui, box.x0, box.y0, width, reply.text, Type::label, t.text);
        bool cut = false;
        text_in(ui, Box{box.x0, y, box.x0 + width, y + ui.scale.leading(Type::caption)},
                ui.text().fitted(labels_of(reply.acts, reply.families, speech), ui.style(Type::caption), width, cut),
                Type::caption, t.text_muted);
        const Box at{box.x1 - side, box.y0, box.x1, box.y0 + side};
        if (icon_button(ui, "rules.unlabel." + std::to_string(i), at, Icon::cross,
                        speech.words("desktop.author.take_out")))
            ask(out, rule_wish::Unlabel{i});
    }
}

// Before and after, side by side; what got better is green, what got worse red, with a sign.
void learned_row(Ui& ui, Scroll& column, const std::string& name, const std::string& before, const std::string& after,
                 double change, bool strong) {
    const Theme& t = *ui.theme;
    const Type type = strong ? Type::strong : Type::label;
    const float height = ui.scale.leading(type) + ui.px(space::hair);
    Box row{column.x0, column.y, column.x1, column.y + height};
    column.y += height;
    if (!is_visible(row)) return;
    const float figure = ui.wide(110);
    const bool moved = change > 0.004 || change < -0.004;
    const Color color = !moved ? t.text_muted : change > 0 ? t.good.strong : t.bad.strong;
    const std::string sign = !moved ? "" : change > 0 ? " ▲" : " ▼";
    text_in(ui, row.cut_right(figure), after + sign, type, color, Align::right);
    text_in(ui, row.cut_right(figure), before, type, t.text_muted, Align::right);
    bool cut = false;
    text_in(ui, row, ui.text().fitted(name, ui.style(type), row.w(), cut), type, t.text);
}

void learned_ui(Ui& ui, Scroll& column, const LearnReport& report, const Speech& speech) {
    const app::Words& words = speech.words;
    const float top = column.y;
    column.y += paragraph(ui, column.x0, column.y, column.width(),
                          words("desktop.rules.learned",
                                {{"count", std::to_string(report.utterances)}, {"own", std::to_string(report.own)}}),
                          Type::label, ui.theme->text_muted) +
                ui.px(space::small);
    learned_row(ui, column, "", words("desktop.rules.before"), words("desktop.rules.after"), 0, false);
    learned_row(ui, column, words("desktop.rules.faults_found"), whole_per_cent(report.recall_before) + "%",
                whole_per_cent(report.recall_after) + "%", report.recall_after - report.recall_before, true);
    learned_row(ui, column, words("desktop.rules.false_alarms"), whole_per_cent(report.alarms_before) + "%",
                whole_per_cent(report.alarms_after) + "%", report.alarms_before - report.alarms_after, true);
    learned_row(ui, column, words("desktop.rules.acts_f1"), whole_per_cent(report.acts_before.f1()),
                whole_per_cent(report.acts_after.f1()), report.acts_after.f1() - report.acts_before.f1(), true);
    for (const LearnRow& row : report.rows)
        learned_row(ui, column, speech.words.name(row.is_act ? "name.act." : "name.family.", row.id),
                    whole_per_cent(row.before.precision()) + " / " + whole_per_cent(row.before.recall()),
                    whole_per_cent(row.after.precision()) + " / " + whole_per_cent(row.after.recall()),
                    row.after.f1() - row.before.f1(), false);
    tag(ui, "rules.learned", Box{column.x0, top, column.x1, column.y}, "table", words("desktop.rules.after"));
}

}  // namespace

void rules_model_ui(Ui& ui, Box box, const RulesDesk& desk, const Speech& speech, RulesScreen& own, RuleWishes& out) {
    const app::Words& words = speech.words;
    Scroll column(ui, "rules.model", box, ui.px(space::wide));
    column.x1 = std::min(column.x1, column.x0 + ui.wide(760));
    const auto heading = [&](const char* key, const char* about) {
        column.y += paragraph(ui, column.x0, column.y, column.width(), words(key), Type::lead, ui.theme->text);
        column.y +=
            paragraph(ui, column.x0, column.y, column.width(), words(about), Type::label, ui.theme->text_muted) +
            ui.px(space::small);
    };
    heading("desktop.rules.own_replies", "desktop.rules.own_replies_about");
    label_form(ui, column, speech, own, out);
    labelled_rows(ui, column, desk, speech, out);
    column.y += ui.px(space::large);
    heading("desktop.rules.training", "desktop.rules.training_about");
    const std::string& label = words(desk.learning ? "desktop.rules.stop_training" : "desktop.rules.train");
    const ButtonSpec look{.icon = desk.learning ? Icon::cross : Icon::again};
    const Box at{column.x0, column.y, column.x0 + button_width(ui, label, look), column.y + control_height(ui)};
    if (button(ui, "rules.train", at, label, look))
        ask(out, desk.learning ? RuleWish{rule_wish::StopLearning{}} : RuleWish{rule_wish::Learn{}});
    if (desk.learning) {
        const std::string step =
            words.name("desktop.rules.training_step.", std::to_string(std::clamp(desk.learning_step, 0, 3)));
        const Box beside{at.x1 + ui.px(space::medium), at.y0, column.x1, at.y1};
        text_in(ui, beside, step, Type::label, ui.theme->text_muted);
        tag(ui, "rules.training", beside, "status", step);
    }
    column.y = at.y1 + ui.px(space::medium);
    if (desk.learned) learned_ui(ui, column, *desk.learned, speech);
    if (!ui.editing_text) column.take_page_keys();
}

}  // namespace huashu::desktop
