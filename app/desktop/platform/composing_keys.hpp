// Keys that an input method takes for itself must not reach the program: Enter would send a half-composed reply,
// Backspace would delete what was already written.
//
// GLFW 3.3 reports a key press even when XFilterEvent says that the input method has taken it. On X11 the program
// therefore looks at each answer of XFilterEvent as GLFW gets it (xim_filter.cpp) and drops those presses here; a key
// that the input method first takes and then declines comes a second time, unfiltered, and is then delivered.
// This holds for GLFW 3.3, which is linked to libX11; GLFW 3.4 loads libX11 by itself, so that its calls can't be
// watched this way. Elsewhere nothing is watched and every key is delivered.
#pragma once

#include <map>
#include <vector>

namespace huashu::desktop {

struct RawKey {
    int key = 0, scancode = 0, action = 0, mods = 0;
};

class ComposingKeys {
public:
    /// What XFilterEvent answered for a key press, before GLFW reports that press. `scancode` 0: another event.
    void filtered(int scancode, bool taken);
    /// What GLFW reports. Returns the keys to deliver now, in order.
    [[nodiscard]] std::vector<RawKey> reported(const RawKey& key, bool is_release);
    /// Keys that the input method declined since; to be delivered.
    [[nodiscard]] std::vector<RawKey> take_declined();

    /// How many key presses input methods have taken so far.
    [[nodiscard]] unsigned taken() const { return taken_count_; }

private:
    unsigned taken_count_ = 0;
    int scancode_ = 0;
    bool taken_ = false;
    std::map<int, RawKey> held_;
    std::vector<RawKey> declined_;
};

/// The one that xim_filter.cpp and the window share.
[[nodiscard]] ComposingKeys& composing_keys();

/// Makes the linker take xim_filter.cpp along. Does nothing.
void watch_input_method();

}  // namespace huashu::desktop
