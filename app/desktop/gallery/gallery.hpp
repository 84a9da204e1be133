// For developers: every widget and every screen in every state that matters, one after the other, with samples instead
// of records. The window shows it with a bar to step through (`huashu --gallery`); the tour takes a picture of each;
// tests walk it and look for words that do not fit.
#pragma once

#include <span>
#include <string_view>

#include "desktop/gallery/samples.hpp"
#include "desktop/gallery/widgets_page.hpp"
#include "desktop/shell/shell.hpp"

namespace huashu::desktop {

/// A state of the program by name. `arrange` is called on a shell that has just begun.
struct Specimen {
    std::string_view name;
    void (*arrange)(Shell& shell, SampleBackstage& backstage);
};
[[nodiscard]] std::span<const Specimen> specimens();

class Gallery {
public:
    /// Draws into the shell from now on. Both must outlive the gallery.
    Gallery(Shell& shell, SampleBackstage& backstage, bool with_bar);
    ~Gallery();
    Gallery(const Gallery&) = delete;
    Gallery& operator=(const Gallery&) = delete;

    /// Takes effect at once; out of range counts round.
    void show(int index);
    /// Between two frames: carries out what was clicked on the bar. True: something changed.
    bool settle();
    [[nodiscard]] int index() const { return index_; }

private:
    [[nodiscard]] bool draw(Ui& ui, Box& all);
    void bar(Ui& ui, Box box);

    Shell& shell_;
    SampleBackstage& backstage_;
    WidgetsPage widgets_;
    int index_ = 0, wanted_ = 0;
    bool with_bar_;
};

}  // namespace huashu::desktop
