#include "desktop/screens/lock_panel.hpp"

#include "desktop/text/utf.hpp"
#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {

std::optional<std::string> lock_panel_ui(Ui& ui, std::string_view id, Box box, bool refused, EditorState& passphrase,
                                         const Speech& speech) {
    const app::Words& words = speech.words;
    const float width = std::min(box.w() - 2 * ui.px(space::wide), ui.wide(460));
    Box column = box.centred(width, ui.wide(260));
    empty_state(ui, column.cut_top(ui.wide(150)), Icon::people, words("desktop.exam.locked_title"),
                words(refused ? "desktop.exam.locked_refused" : "desktop.exam.locked"));
    Box row = column.cut_top(control_height(ui));
    const ButtonSpec look{.look = ButtonLook::primary, .enabled = !passphrase.buffer.empty()};
    const std::string& label = words("desktop.exam.unlock");
    const std::string prefix(id);
    const bool clicked =
        button(ui, prefix + ".unlock", row.cut_right(button_width(ui, label, look)), label, look).clicked;
    row.cut_right(ui.px(space::small));
    const EditorResult typed =
        text_field(ui, prefix + ".passphrase", row, passphrase, Icon::pen, words("desktop.exam.passphrase"));
    if ((!clicked && !typed.submitted) || passphrase.buffer.empty()) return std::nullopt;
    std::string out = to_bytes(passphrase.buffer.text());
    passphrase.buffer.set_text({});
    return out;
}

}  // namespace huashu::desktop
