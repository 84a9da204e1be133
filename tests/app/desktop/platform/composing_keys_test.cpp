#include "desktop/platform/composing_keys.hpp"

#include <doctest/doctest.h>

using namespace huashu::desktop;

namespace {

constexpr RawKey enter{257, 36, 1, 0};
constexpr RawKey enter_up{257, 36, 0, 0};

}  // namespace

TEST_CASE("composing keys: a press that the input method took is not delivered") {
    ComposingKeys keys;
    keys.filtered(36, true);
    CHECK(keys.reported(enter, false).empty());
    CHECK(keys.take_declined().empty());
}

TEST_CASE("composing keys: one that nobody took is delivered at once, and only once") {
    ComposingKeys keys;
    keys.filtered(36, false);
    CHECK(keys.reported(enter, false).size() == 1);
    CHECK(keys.take_declined().empty());
}

TEST_CASE("composing keys: one that was taken and then declined is delivered, also when it was let go before") {
    for (const bool let_go_before : {false, true}) {
        CAPTURE(let_go_before);
        ComposingKeys keys;
        keys.filtered(36, true);
        CHECK(keys.reported(enter, false).empty());
        if (let_go_before) CHECK(keys.reported(enter_up, true).size() == 1);
        keys.filtered(36, false);  // it comes back, and GLFW keeps it to itself
        const std::vector<RawKey> declined = keys.take_declined();
        REQUIRE(declined.size() == 1);
        CHECK(declined[0].key == enter.key);
        CHECK(keys.take_declined().empty());
    }
}

TEST_CASE("composing keys: a later press of the same key is not mistaken for a declined one") {
    ComposingKeys keys;
    keys.filtered(36, true);
    (void)keys.reported(enter, false);
    keys.filtered(36, false);  // a new press, with the input method off
    CHECK(keys.reported(enter, false).size() == 1);
    CHECK(keys.take_declined().empty());
}

TEST_CASE("composing keys: other events between answer and report do not matter") {
    ComposingKeys keys;
    keys.filtered(36, true);
    CHECK(keys.reported({65, 38, 1, 0}, false).size() == 1);
    keys.filtered(0, false);
    CHECK(keys.reported(enter, false).size() == 1);
}
