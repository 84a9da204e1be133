#include "desktop/shell/overlays.hpp"
#include "desktop/shell/rail.hpp"
#include "desktop/ui/imgui_bridge.hpp"
#include "desktop/ui/widgets.hpp"
#include "desktop/views/problem_words.hpp"

namespace huashu::desktop {
namespace {

constexpr double shown_for_s = 5;

struct Words {
    std::string text, remedy;
};

Words words_of(const Toast& toast, const Speech& speech) {
    const std::string known = speech.words.name("desktop.error.", toast.code);
    if (!toast.code.empty() && known != toast.code) {
        const std::string remedy = speech.words.name("desktop.remedy.", toast.code);
        return {known, remedy == toast.code ? std::string() : remedy};
    }
    if (toast.key.empty())
        return {problem_words(toast.code, toast.text, speech), remedy_words(toast.code, toast.remedy, speech)};
    return {speech.words(toast.key, {{"text", toast.text}}), toast.remedy};
}

const Tone& tone_of(const Theme& t, Toast::Tone tone) {
    return tone == Toast::Tone::good ? t.good : tone == Toast::Tone::bad ? t.bad : t.info;
}

Icon icon_of(Toast::Tone tone) {
    return tone == Toast::Tone::good ? Icon::check : tone == Toast::Tone::bad ? Icon::warning : Icon::info;
}

float toast_height(Ui& ui, const Words& words, float inner) {
    return paragraph_height(ui, inner, words.text, Type::label) +
           paragraph_height(ui, inner, words.remedy, Type::label) + 2 * ui.px(space::medium);
}

struct ToastResult {
    bool closed = false, undone = false;
};

float undo_width(Ui& ui, const Toast& toast, const Speech& speech) {
    return toast.undoes.empty() ? 0 : button_width(ui, speech.words("desktop.toast.undo"), {.look = ButtonLook::quiet});
}

ToastResult toast_ui(Ui& ui, Box box, float inner, const Toast& toast, const Words& words, std::size_t index,
                     const Speech& speech) {
    const Theme& t = *ui.theme;
    const Tone& tone = tone_of(t, toast.tone);
    const std::string id = "toast." + std::to_string(index);
    ImGui::SetNextWindowPos(top_left(box));
    ImGui::SetNextWindowSize({box.w(), box.h()});
    ImGui::Begin(("##" + id).c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    fill(ui, box, tone.soft, ui.px(radius_control));
    outline(ui, box, tone.strong, ui.px(radius_control), std::max(1.0f, ui.scale.screen));
    const float pad = ui.px(space::medium);
    const float sign = ui.wide(20);
    const float row = ui.scale.leading(Type::label);
    draw_icon(ui, icon_of(toast.tone),
              Box{box.x0 + pad, box.y0 + pad + (row - sign) / 2, box.x0 + pad + sign, box.y0 + pad + (row + sign) / 2},
              tone.strong);
    const float x = box.x0 + pad + sign + ui.px(space::small);
    float y = box.y0 + pad;
    y += paragraph(ui, x, y, inner, words.text, Type::label, t.text);
    paragraph(ui, x, y, inner, words.remedy, Type::label, t.text_muted);
    tag(ui, id, box, "toast", words.text);
    const float side = ui.wide(30);
    ToastResult out;
    out.closed =
        icon_button(ui, id + ".close",
                    Box{box.x1 - side - ui.px(4), box.y0 + ui.px(4), box.x1 - ui.px(4), box.y0 + ui.px(4) + side},
                    Icon::cross, {})
            .clicked;
    if (!toast.undoes.empty()) {
        const float width = undo_width(ui, toast, speech);
        const float right = box.x1 - side - 2 * ui.px(4);
        const float half = control_height(ui) / 2;
        out.undone = button(ui, id + ".undo", Box{right - width, box.mid_y() - half, right, box.mid_y() + half},
                            speech.words("desktop.toast.undo"), {.look = ButtonLook::quiet})
                         .clicked;
    }
    ImGui::End();
    return out;
}

}  // namespace

void toasts_ui(Ui& ui, Box all, const State& state, const Speech& speech, ToastTimes& times, Intents& out) {
    const float gap = ui.px(space::medium);
    const float width = std::min(ui.wide(420), all.w() - 2 * gap);
    const float all_inner = width - 2 * ui.px(space::medium) - ui.wide(20) - ui.px(space::small) - ui.wide(30);
    const float left = std::min(all.x0 + rail_width(ui) + gap, all.x1 - gap - width);  // clear of what one clicks next
    float bottom = all.y1 - gap;
    for (std::size_t i = state.toasts.size(); i-- > 0;) {
        const Toast& toast = state.toasts[i];
        const double since = times.try_emplace(toast.number, ui.now_s).first->second;
        const bool stays = toast.tone == Toast::Tone::bad;
        const Words words = words_of(toast, speech);
        const float inner = all_inner - undo_width(ui, toast, speech);
        const float height = toast.undoes.empty()
                                 ? toast_height(ui, words, inner)
                                 : std::max(toast_height(ui, words, inner), control_height(ui) + ui.px(space::small));
        const Box box{left, bottom - height, left + width, bottom};
        bottom -= height + ui.px(space::small);
        const ToastResult r = toast_ui(ui, box, inner, toast, words, i, speech);
        if (r.undone) out.push_back(intent::UndoDrop{});
        if (r.closed || (!stays && ui.now_s - since > shown_for_s)) out.push_back(intent::DismissToast{i});
        if (!stays) ui.wake_at(since + shown_for_s + 0.05);
    }
}

}  // namespace huashu::desktop
