#include "desktop/platform/input.hpp"

#include <algorithm>

namespace huashu::desktop {
namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

bool edits(const KeyEvent& key) {
    if (key.kind == KeyEvent::Kind::release) return false;
    return key.key <= Key::page_down || key.mods.ctrl;
}

// What a frame has taken so far, as far as it decides whether the next event still belongs to it.
struct Taken {
    std::vector<Key> keys;
    unsigned buttons = 0;
    bool text = false, editing = false;

    bool admits(const InputEvent& event) const {
        if (const auto* key = std::get_if<KeyEvent>(&event)) {
            if (edits(*key) && text) return false;
            return std::find(keys.begin(), keys.end(), key->key) == keys.end();
        }
        if (std::holds_alternative<TextEvent>(event)) return !editing;
        if (const auto* button = std::get_if<MouseButton>(&event)) return ((buttons >> button->button) & 1u) == 0;
        if (std::holds_alternative<MouseMove>(event)) return buttons == 0;  // a click lands where it was made
        return true;
    }
};

}  // namespace

void InputQueue::push(const InputEvent& event) {
    const auto* button = std::get_if<MouseButton>(&event);
    if (button != nullptr && (button->button < 0 || button->button > 2)) return;  // side buttons mean nothing here
    waiting_.push_back(event);
}

void InputQueue::mouse_left() { state_.mouse_inside = false; }

void InputQueue::lost_focus() {
    waiting_.clear();
    std::fill(std::begin(state_.down), std::end(state_.down), false);
    state_.mods = {};
}

FrameInput InputQueue::take() {
    FrameInput frame = state_;
    Taken taken;
    while (!waiting_.empty() && taken.admits(waiting_.front())) {
        const InputEvent event = waiting_.front();
        waiting_.pop_front();
        std::visit(Overloaded{[&](const KeyEvent& key) {
                                  frame.mods = key.mods;
                                  if (key.kind != KeyEvent::Kind::release) frame.keys.push_back(key);
                                  taken.keys.push_back(key.key);
                                  taken.editing = taken.editing || edits(key);
                              },
                              [&](const TextEvent& text) {
                                  frame.text.push_back(text.character);
                                  taken.text = true;
                              },
                              [&](const MouseMove& move) {
                                  frame.mouse_x = move.x;
                                  frame.mouse_y = move.y;
                                  frame.mouse_inside = true;
                              },
                              [&](const MouseButton& button) {
                                  frame.down[button.button] = button.down;
                                  frame.mods = button.mods;
                                  taken.buttons |= 1u << button.button;
                              },
                              [&](const MouseWheel& wheel) {
                                  frame.wheel_x += wheel.x;
                                  frame.wheel_y += wheel.y;
                              }},
                   event);
    }
    state_ = frame;
    state_.keys.clear();
    state_.text.clear();
    state_.wheel_x = state_.wheel_y = 0;
    return frame;
}

}  // namespace huashu::desktop
