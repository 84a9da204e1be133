// Drives the desktop as a person would, without a window and without pixels: clicks widgets by their ids, types,
// presses keys, and reads what stands on the screen. Text is laid out with the real fonts, so that what does not fit
// is found.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "desktop/gallery/samples.hpp"
#include "desktop/shell/shell.hpp"

namespace huashu::desktop {

class Driver {
public:
    explicit Driver(app::Language language = app::Language::zh_hant, int width = 1280, int height = 800,
                    Backstage* other = nullptr)
        : size_{width, height, 1.0f}, speaker_("assets/words", language) {
        Settings settings;
        settings.language = language;
        REQUIRE(speaker_.follow(settings));
        Clipboard clipboard{[this] { return clip; }, [this](const std::string& text) { clip = text; }};
        machine_ = Machine::make(speaker_.face_for(settings), clipboard).value();
        machine_->ui().tags.recording = true;
        shell_ = std::make_unique<Shell>(*machine_, speaker_, other != nullptr ? *other : backstage, settings);
    }

    SampleBackstage backstage;
    std::string clip;
    InputQueue input;

    void start() {
        shell_->start();
        tick(3);
    }
    void wish(const Intent& intent) {
        shell_->wish(intent);
        tick(3);
    }
    void tick(int frames = 1) {
        for (int i = 0; i < frames || !input.empty(); ++i) {
            now_s += 1.0 / 60;
            (void)shell_->frame(size_, input.take(), now_s);
        }
    }
    void resize(int width, int height) {
        size_ = {width, height, size_.screen_scale};
        tick(3);
    }
    double now_s = 1;

    [[nodiscard]] const Tag* find(const std::string& id) const { return machine_->ui().tags.find(id); }
    [[nodiscard]] bool shows(const std::string& id) const { return find(id) != nullptr && find(id)->visible(); }
    [[nodiscard]] std::string text_of(const std::string& id) const { return find(id) != nullptr ? find(id)->text : ""; }
    [[nodiscard]] bool selected(const std::string& id) const { return find(id) != nullptr && find(id)->selected; }
    [[nodiscard]] bool focused(const std::string& id) const { return find(id) != nullptr && find(id)->focused; }
    [[nodiscard]] const State& state() const { return shell_->state(); }
    [[nodiscard]] Ui& ui() { return machine_->ui(); }
    [[nodiscard]] Shell& shell() { return *shell_; }
    [[nodiscard]] Machine& machine() { return *machine_; }

    /// False: it is not there, can't be seen, or does not react.
    bool click(const std::string& id) {
        const Tag* tag = find(id);
        if (tag == nullptr || !tag->visible() || !tag->enabled) return false;
        const Box seen = tag->seen();
        click_at(seen.mid_x(), seen.mid_y());
        return true;
    }
    void click_at(float x, float y) {
        input.push(MouseMove{x, y});
        tick(2);
        input.push(MouseButton{0, true, {}});
        input.push(MouseButton{0, false, {}});
        tick(3);
    }
    void key(Key key, Mods mods = {}) {
        input.push(KeyEvent{key, KeyEvent::Kind::press, mods});
        input.push(KeyEvent{key, KeyEvent::Kind::release, {}});
        tick(3);
    }
    void type(std::u32string_view text) {
        for (const char32_t c : text) input.push(TextEvent{c});
        tick(3);
    }
    template <class T>
    [[nodiscard]] const T* last_effect() const {
        for (auto it = backstage.seen.rbegin(); it != backstage.seen.rend(); ++it)
            if (const T* found = std::get_if<T>(&*it)) return found;
        return nullptr;
    }

private:
    FrameSize size_;
    Speaker speaker_;
    std::unique_ptr<Machine> machine_;
    std::unique_ptr<Shell> shell_;
};

}  // namespace huashu::desktop
