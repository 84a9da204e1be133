#include "desktop/platform/input.hpp"

#include <doctest/doctest.h>

using namespace huashu::desktop;
using Kind = KeyEvent::Kind;

TEST_CASE("input: a press and a release in one go are handed out in two frames") {
    InputQueue queue;
    queue.push(MouseButton{0, true, {}});
    queue.push(MouseButton{0, false, {}});
    CHECK(queue.take().down[0]);
    CHECK_FALSE(queue.take().down[0]);
    CHECK(queue.empty());
}

TEST_CASE("input: a click lands where it was made, however fast the mouse goes on") {
    InputQueue queue;
    queue.push(MouseMove{10, 10});
    queue.push(MouseButton{0, true, {}});
    queue.push(MouseMove{200, 200});
    queue.push(MouseButton{0, false, {}});
    const FrameInput press = queue.take();
    CHECK(press.down[0]);
    CHECK(press.mouse_x == 10);
    const FrameInput release = queue.take();
    CHECK_FALSE(release.down[0]);
    CHECK(release.mouse_x == 200);
}

TEST_CASE("input: characters and keys that edit keep their order") {
    InputQueue queue;
    queue.push(TextEvent{U'甲'});
    queue.push(TextEvent{U'乙'});
    queue.push(KeyEvent{Key::backspace, Kind::press, {}});
    queue.push(KeyEvent{Key::backspace, Kind::release, {}});
    queue.push(TextEvent{U'丙'});
    const FrameInput first = queue.take();
    CHECK(first.text == U"甲乙");
    CHECK(first.keys.empty());
    const FrameInput second = queue.take();
    CHECK(second.text.empty());
    REQUIRE(second.keys.size() == 1);
    CHECK(second.keys[0].key == Key::backspace);
    const FrameInput third = queue.take();
    CHECK(third.text == U"丙");
    CHECK(queue.empty());
}

TEST_CASE("input: typing letters does not cost a frame each") {
    InputQueue queue;
    for (const auto& [key, c] : {std::pair{Key::a, U'a'}, std::pair{Key::b, U'b'}}) {
        queue.push(KeyEvent{key, Kind::press, {}});
        queue.push(TextEvent{c});
    }
    CHECK(queue.take().text == U"ab");
}

TEST_CASE("input: what is held stays held, the wheel does not") {
    InputQueue queue;
    queue.push(MouseButton{0, true, {}});
    queue.push(MouseWheel{0, 2});
    CHECK(queue.take().wheel_y == 2);
    const FrameInput next = queue.take();
    CHECK(next.down[0]);
    CHECK(next.wheel_y == 0);
    queue.lost_focus();
    CHECK_FALSE(queue.take().down[0]);
}

TEST_CASE("input: buttons that mean nothing are dropped") {
    InputQueue queue;
    queue.push(MouseButton{7, true, {}});
    queue.push(MouseButton{-1, true, {}});
    CHECK(queue.empty());
}
