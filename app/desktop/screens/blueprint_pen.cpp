#include "desktop/screens/blueprint_pen.hpp"

#include <algorithm>

#include "desktop/text/utf.hpp"
#include "desktop/ui/stepper.hpp"

namespace huashu::desktop {
namespace {

template <class T>
void toggle_value(std::vector<T>& all, const T& value) {
    const auto found = std::find(all.begin(), all.end(), value);
    if (found == all.end())
        all.push_back(value);
    else
        all.erase(found);
}

// "draw.2.kinds" → 2 and "kinds"; -1: it is not of a draw.
std::pair<int, std::string> part_of(const std::string& id) {
    if (!id.starts_with("blueprint.draw.")) return {-1, {}};
    const std::size_t begin = std::string_view("blueprint.draw.").size(), dot = id.find('.', begin);
    if (dot == std::string::npos) return {-1, {}};
    return {std::atoi(id.c_str() + begin), id.substr(dot + 1)};
}

}  // namespace

float FieldFlow::row_height() const {
    return ui_.scale.leading(Type::caption) + ui_.px(space::tight) + control_height(ui_);
}

Box FieldFlow::next(std::string_view label, float width) {
    const float wanted = std::min(std::max(width, text_width(ui_, label, Type::caption) + 1), inner_.w());
    if (x_ > inner_.x0 && x_ + wanted > inner_.x1) end_row();
    const float caption = ui_.scale.leading(Type::caption);
    if (draws_) text_in(ui_, Box{x_, y_, x_ + wanted, y_ + caption}, label, Type::caption, ui_.theme->text_muted);
    const float top = y_ + caption + ui_.px(space::tight);
    const Box out{x_, top, x_ + std::min(width, inner_.w()), top + control_height(ui_)};
    x_ += wanted + ui_.px(space::large);
    return out;
}

Box FieldFlow::below(const Box& row) {
    const float by = control_height(ui_) + ui_.px(space::small);
    y_ += by;
    return row.moved(0, by);
}

void FieldFlow::end_row() {
    if (x_ == inner_.x0) return;
    x_ = inner_.x0;
    y_ += row_height() + ui_.px(space::medium);
}

void BlueprintPen::change(assess::Blueprint to, const std::string& field) {
    const bool goes_on = !field.empty() && own_.typing == field;
    own_.typing = field;
    out_.push_back(exam_intent(exam_wish::ChangeDraft{{std::move(to), draft_.value.rules}, goes_on}));
}

void BlueprintPen::text(FieldFlow& flow, const std::string& id, std::string_view label, float width,
                        const std::string& value, const std::function<void(assess::Blueprint&, std::string)>& set) {
    const Box box = flow.next(label, width);
    if (!flow.draws()) return;
    auto [found, is_new] = own_.fields.try_emplace(id, EditorState{EditBuffer(false, 200)});
    EditorState& state = found->second;
    if (is_new || (to_bytes(state.buffer.text()) != value && own_.typing != id))
        state.buffer.set_text(to_characters(value));
    const EditorResult r = editor(ui_, id, box, state, {.label = label, .type = Type::label, .single_row = true});
    if (!r.changed) return;
    assess::Blueprint to = now();
    set(to, to_bytes(state.buffer.text()));
    change(std::move(to), id);
}

void BlueprintPen::number(FieldFlow& flow, const std::string& id, std::string_view label, int value, int low, int high,
                          int step, const std::function<void(assess::Blueprint&, int)>& set, const std::string& shown,
                          bool enabled) {
    const Box box = flow.next(label, ui_.wide(132));
    if (!flow.draws()) return;
    const int to = stepper_ui(
        ui_, id, box,
        {.value = value, .low = low, .high = high, .step = step, .shown = shown, .label = label, .enabled = enabled});
    if (to == value) return;
    assess::Blueprint changed = now();
    set(changed, to);
    change(std::move(changed), id);
}

int BlueprintPen::chips(FieldFlow& flow, const std::string& id, std::string_view label,
                        const std::vector<DraftOption>& options, float width) {
    float wanted = 0;
    for (const DraftOption& o : options) wanted += filter_chip_width(ui_, o.label) + ui_.px(space::small);
    // As many rows as they need, each of them a row of the flow; the label stands above the first.
    const float room = std::min(width, std::max(wanted, 1.0f));
    int clicked = -1;
    Box row = flow.next(label, room);
    float x = row.x0;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const float w = filter_chip_width(ui_, options[i].label);
        if (x > row.x0 && x + w > row.x0 + width) {
            row = flow.below(row);
            x = row.x0;
        }
        const Box box{x, row.y0, x + w, row.y1};
        if (flow.draws() && filter_chip(ui_, id + "." + options[i].id, box, options[i].label, options[i].on))
            clicked = static_cast<int>(i);
        x += w + ui_.px(space::small);
    }
    return clicked;
}

void BlueprintPen::list(FieldFlow& flow, const std::string& id, std::string_view label,
                        const std::vector<DraftOption>& options) {
    const Box box = flow.next(label, ui_.wide(250));
    if (!flow.draws()) return;
    std::string shown;
    for (const DraftOption& o : options)
        if (o.on) shown += (shown.empty() ? "" : "、") + o.label;
    menu_button(ui_, id, box, shown.empty() ? words("any") : shown, own_.menu);
}

void BlueprintPen::about(Box& at, bool draws) {
    const float caption = ui_.scale.leading(Type::caption),
                height = 2 * ui_.scale.leading(Type::label) + 2 * ui_.px(space::small);
    const std::string label = words("about");
    if (draws) {
        text_in(ui_, Box{at.x0, at.y0, at.x1, at.y0 + caption}, label, Type::caption, ui_.theme->text_muted);
        const std::string id = "blueprint.about";
        auto [found, is_new] = own_.fields.try_emplace(id, EditorState{EditBuffer(true, 600)});
        EditorState& state = found->second;
        if (is_new || (to_bytes(state.buffer.text()) != now().about && own_.typing != id))
            state.buffer.set_text(to_characters(now().about));
        const float top = at.y0 + caption + ui_.px(space::tight);
        const EditorResult r = editor(ui_, id, Box{at.x0, top, at.x1, top + height}, state,
                                      {.label = label, .enter_submits = false, .type = Type::label});
        if (r.changed) {
            assess::Blueprint to = now();
            to.about = to_bytes(state.buffer.text());
            change(std::move(to), id);
        }
    }
    at.y0 += caption + ui_.px(space::tight) + height + ui_.px(space::medium);
}

float BlueprintPen::whole(Box inner, bool draws) {
    Box at = inner;
    at.y0 += heading_row(ui_, at, words("whole"), draws);
    FieldFlow names(ui_, at, draws);
    text(names, "blueprint.title", words("title"), ui_.wide(360), now().title,
         [](assess::Blueprint& b, std::string v) { b.title = std::move(v); });
    text(names, "blueprint.id", words("id"), ui_.wide(260), now().id,
         [](assess::Blueprint& b, std::string v) { b.id = std::move(v); });
    at.y0 += names.used();
    about(at, draws);
    FieldFlow flow(ui_, at, draws);
    number(flow, "blueprint.minutes", words("minutes"), now().minutes, 1, 600, 5,
           [](assess::Blueprint& b, int v) { b.minutes = v; });
    number(flow, "blueprint.attempts", words("attempts"), now().attempts, 1, 10, 1,
           [](assess::Blueprint& b, int v) { b.attempts = v; });
    number(
        flow, "blueprint.days", words("days"), now().days_between, 0, 365, 1,
        [](assess::Blueprint& b, int v) { b.days_between = v; }, {}, now().attempts > 1);
    number(flow, "blueprint.forms", words("forms"), now().forms, 1, assess::most_forms, 1,
           [](assess::Blueprint& b, int v) { b.forms = v; });
    number(
        flow, "blueprint.tolerance", words("tolerance"), now().tolerance_centi, 0, 400, 5,
        [](assess::Blueprint& b, int v) { b.tolerance_centi = v; }, level_words(now().tolerance_centi));
    const Box clock = flow.next(words("reply_clock"), ui_.wide(240));
    if (draws) {
        const int picked = segmented(ui_, "blueprint.reply_clock", clock, {words("clock_on"), words("clock_off")},
                                     now().reply_clock ? 0 : 1);
        if (picked >= 0 && (picked == 0) != now().reply_clock) {
            assess::Blueprint to = now();
            to.reply_clock = picked == 0;
            change(std::move(to));
        }
    }
    return at.y0 + flow.used() - inner.y0;
}

void BlueprintPen::rules(FieldFlow& flow) {
    const std::string id = "blueprint.rules", label = words("fatal_rules");
    const Box box = flow.next(label, ui_.wide(460));
    if (!flow.draws()) return;
    auto [found, is_new] = own_.fields.try_emplace(id, EditorState{EditBuffer(false, 2000)});
    EditorState& state = found->second;
    if (is_new || (to_bytes(state.buffer.text()) != draft_.value.rules && own_.typing != id))
        state.buffer.set_text(to_characters(draft_.value.rules));
    const EditorResult r = editor(
        ui_, id, box, state,
        {.placeholder = "abuse.insult, privacy.other_owner", .label = label, .type = Type::label, .single_row = true});
    if (!r.changed) return;
    const bool goes_on = own_.typing == id;
    own_.typing = id;
    out_.push_back(exam_intent(exam_wish::ChangeDraft{{now(), to_bytes(state.buffer.text())}, goes_on}));
}

float BlueprintPen::marking(Box inner, bool draws) {
    Box at = inner;
    at.y0 += heading_row(ui_, at, words("marking"), draws);
    FieldFlow flow(ui_, at, draws);
    number(flow, "blueprint.pass_mark", words("pass_mark"), now().marking.pass_mark, 1, 100, 5,
           [](assess::Blueprint& b, int v) { b.marking.pass_mark = v; });
    number(
        flow, "blueprint.least", words("least"), now().marking.least_per_scenario, 0, 100, 5,
        [](assess::Blueprint& b, int v) { b.marking.least_per_scenario = v; },
        now().marking.least_per_scenario == 0 ? words("none") : std::string());
    number(
        flow, "blueprint.record", words("record"), now().marking.record_percent, 0, assess::most_record_percent, 5,
        [](assess::Blueprint& b, int v) { b.marking.record_percent = v; },
        now().marking.record_percent == 0 ? words("none") : std::to_string(now().marking.record_percent) + " %");
    flow.end_row();
    assess::Blueprint to = now();
    if (const int i = chips(flow, "blueprint.family", words("fatal_families"), view_.families, inner.w()); i >= 0) {
        toggle_value(to.marking.fatal.families, static_cast<scoring::Family>(i));
        change(to);
    }
    flow.end_row();
    if (const int i = chips(flow, "blueprint.ending", words("fatal_endings"), view_.endings, inner.w()); i >= 0) {
        toggle_value(to.marking.fatal.endings,
                     static_cast<scenarios::Rank>(i + static_cast<int>(scenarios::Rank::mixed)));
        change(to);
    }
    flow.end_row();
    rules(flow);
    return at.y0 + flow.used() - inner.y0;
}

void BlueprintPen::draw_head(Box row, std::size_t index, bool draws) {
    if (!draws) return;
    const Theme& t = *ui_.theme;
    const DraftDrawView& v = view_.draws[index];
    const std::string id = "blueprint.draw." + std::to_string(index);
    const float side = control_height(ui_);
    if (icon_button(ui_, id + ".remove", row.cut_right(side).centred(side, side), Icon::cross, words("remove"),
                    now().draws.size() > 1)) {
        assess::Blueprint to = now();
        to.draws.erase(to.draws.begin() + static_cast<std::ptrdiff_t>(index));
        own_.fields.clear();
        change(std::move(to));
    }
    const float used = text_in(ui_, row, v.title, Type::strong, t.text);
    row.cut_left(used + ui_.px(space::medium));
    if (v.fits.empty()) return;
    const Icon icon = v.enough ? Icon::check : Icon::warning;
    chip(ui_, row.x0, row.mid_y() - chip_height(ui_) / 2, v.fits, {v.enough ? t.good : t.bad, icon});
    tag(ui_, id + ".fits", row, "figure", v.fits);
}

void BlueprintPen::draw_numbers(FieldFlow& flow, std::size_t index, const std::string& id) {
    const assess::DrawRule& rule = now().draws[index];
    const auto put = [index](int assess::DrawRule::*member) {
        return [index, member](assess::Blueprint& b, int v) { b.draws[index].*member = v; };
    };
    text(flow, id + ".id", words("draw_id"), ui_.wide(200), rule.id,
         [index](assess::Blueprint& b, std::string v) { b.draws[index].id = std::move(v); });
    number(flow, id + ".count", words("count"), rule.count, 1, assess::most_scenarios, 1,
           put(&assess::DrawRule::count));
    number(flow, id + ".weight", words("weight"), rule.weight, 1, 10, 1, put(&assess::DrawRule::weight));
    number(flow, id + ".minutes", words("draw_minutes"), rule.minutes, 0, 600, 1, put(&assess::DrawRule::minutes),
           rule.minutes == 0 ? words("none") : std::string());
    number(flow, id + ".easiest", words("easiest"), rule.easiest, 1, rule.hardest, 1, put(&assess::DrawRule::easiest));
    number(flow, id + ".hardest", words("hardest"), rule.hardest, rule.easiest, 5, 1, put(&assess::DrawRule::hardest));
}

float BlueprintPen::draw(Box inner, std::size_t index, bool draws) {
    const std::string id = "blueprint.draw." + std::to_string(index);
    const DraftDrawView& v = view_.draws[index];
    Box at = inner;
    draw_head(at.cut_top(control_height(ui_)), index, draws);
    at = Box{inner.x0, inner.y0 + control_height(ui_) + ui_.px(space::small), inner.x1, inner.y1};
    FieldFlow flow(ui_, at, draws);
    draw_numbers(flow, index, id);
    const Box replies = flow.next(words("replies"), ui_.wide(400));
    if (draws) {
        const int picked =
            segmented(ui_, id + ".replies", replies,
                      {speech_.words("desktop.exam.replies.either"), speech_.words("desktop.exam.replies.choice"),
                       speech_.words("desktop.exam.replies.typed")},
                      static_cast<int>(now().draws[index].replies));
        if (picked >= 0) {
            assess::Blueprint to = now();
            to.draws[index].replies = static_cast<assess::Replies>(picked);
            change(std::move(to));
        }
    }
    flow.end_row();
    assess::Blueprint to = now();
    if (const int i = chips(flow, id + ".complaint", words("complaints"), v.complaints, inner.w()); i >= 0) {
        assess::DrawRule& rule = to.draws[index];
        toggle_value(rule.complaints, static_cast<scoring::Complaint>(i));
        // Kinds of a family that is left out would fit nothing.
        if (!rule.complaints.empty())
            std::erase_if(rule.kinds, [&](const std::string& kind) {
                return std::none_of(rule.complaints.begin(), rule.complaints.end(), [&](scoring::Complaint c) {
                    return kind.starts_with("§2." + std::to_string(static_cast<int>(c) + 1) + ".");
                });
            });
        change(to);
    }
    if (const int i = chips(flow, id + ".channel", words("channels"), v.channels, inner.w()); i >= 0) {
        toggle_value(to.draws[index].channels, static_cast<scenarios::Channel>(i));
        change(to);
    }
    flow.end_row();
    list(flow, id + ".kinds", words("kinds"), v.kinds);
    list(flow, id + ".personas", words("personas"), v.personas);
    list(flow, id + ".scenarios", words("scenarios"), v.scenarios);
    return at.y0 + flow.used() - inner.y0;
}

void BlueprintPen::open_list(Box all) {
    if (!own_.menu.open()) return;
    const auto [index, what] = part_of(own_.menu.owner);
    if (index < 0 || index >= static_cast<int>(view_.draws.size())) {
        own_.menu.owner.clear();
        return;
    }
    const auto i = static_cast<std::size_t>(index);
    const DraftDrawView& v = view_.draws[i];
    const auto& options = what == "kinds" ? v.kinds : what == "personas" ? v.personas : v.scenarios;
    std::vector<MenuItem> items;
    for (const DraftOption& o : options) items.push_back({o.label, o.on});
    const int picked = menu_layer(ui_, all, own_.menu, items, true);
    if (picked < 0) return;
    assess::Blueprint to = now();
    assess::DrawRule& rule = to.draws[i];
    auto& chosen = what == "kinds" ? rule.kinds : what == "personas" ? rule.personas : rule.scenarios;
    toggle_value(chosen, options[static_cast<std::size_t>(picked)].id);
    change(std::move(to));
}

}  // namespace huashu::desktop
