#include "desktop/gallery/gallery.hpp"

#include "desktop/ui/widgets.hpp"

namespace huashu::desktop {

Gallery::Gallery(Shell& shell, SampleBackstage& backstage, bool with_bar)
    : shell_(shell), backstage_(backstage), with_bar_(with_bar) {
    shell_.draw_instead = [this](Ui& ui, Box& all) { return draw(ui, all); };
    show(0);
}

Gallery::~Gallery() { shell_.draw_instead = nullptr; }

void Gallery::show(int index) {
    const int count = static_cast<int>(specimens().size());
    index_ = wanted_ = (index % count + count) % count;
    backstage_.begin_anew();
    shell_.begin_anew();
    shell_.start();
    specimens()[static_cast<std::size_t>(index_)].arrange(shell_, backstage_);
}

bool Gallery::settle() {
    if (wanted_ == index_) return false;
    show(wanted_);
    return true;
}

bool Gallery::draw(Ui& ui, Box& all) {
    if (with_bar_) bar(ui, all.cut_bottom(control_height(ui) + ui.px(space::small)));
    if (index_ != 0) return false;  // the first specimen is the page of widgets
    widgets_page_ui(ui, all, widgets_);
    return true;
}

// The bar speaks English only: nobody but a developer sees it.
void Gallery::bar(Ui& ui, Box box) {
    fill(ui, box, ui.theme->text);
    Box inner = box.inset(ui.px(space::small), ui.px(space::tight));
    const float side = inner.h();
    const auto step = [&](std::string_view id, Icon icon, Key key, int by) {
        const Box at = inner.cut_left(side);
        fill(ui, at.inset(2), ui.theme->surface, ui.px(radius_chip));
        if (icon_button(ui, id, at, icon, {}) || ui.take_key(key, {.ctrl = true}, true)) wanted_ = index_ + by;
        inner.cut_left(ui.px(space::tight));
    };
    step("gallery.before", Icon::back, Key::page_up, -1);
    step("gallery.after", Icon::forward, Key::page_down, +1);
    inner.cut_left(ui.px(space::small));
    const std::string name = std::to_string(index_ + 1) + " / " + std::to_string(specimens().size()) + "  " +
                             std::string(specimens()[static_cast<std::size_t>(index_)].name) +
                             "   (Ctrl+PgUp, Ctrl+PgDn)";
    text_in(ui, inner, name, Type::label, ui.theme->ground);
}

}  // namespace huashu::desktop
