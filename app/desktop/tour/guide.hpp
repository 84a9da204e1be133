// The way through the program that the tour takes: what is done, and where a picture is taken.
#pragma once

#include <string>

#include "desktop/live/live_backstage.hpp"
#include "desktop/tour/camera.hpp"

namespace huashu::desktop {

class Guide {
public:
    Guide(Shell& shell, Camera& camera, std::string folder)
        : shell_(shell), camera_(camera), folder_(std::move(folder)) {}
    /// Error (system): a picture can't be written.
    [[nodiscard]] Result<void> walk();

private:
    void shoot(const std::string& name);
    /// Chooses the first reply of that quality, or the first that is offered.
    void choose(scenarios::Quality quality);
    void type(std::u32string_view text);
    void focus_editor();
    void play_before();
    void play();
    void look_back();
    void what_if();
    void record();
    void sit();
    [[nodiscard]] bool is_sealed_talk() const;
    void review();
    void look_after();
    void settle();
    void look_around();

    Shell& shell_;
    Camera& camera_;
    std::string folder_;
    std::string scenario_;
    Result<void> result_;
};

}  // namespace huashu::desktop
