// X11 only, and the only file that knows X11: listens to what input methods answer about each key press, by standing
// between GLFW and libX11. The program exports this symbol (app/CMakeLists.txt), so GLFW's call ends here first.
#include "desktop/platform/composing_keys.hpp"

#if defined(__unix__) && !defined(__APPLE__)

#include <X11/Xlib.h>
#include <dlfcn.h>

extern "C" __attribute__((visibility("default"))) Bool XFilterEvent(XEvent* event, Window window) {
    using Filter = Bool (*)(XEvent*, Window);
    static const auto real = reinterpret_cast<Filter>(dlsym(RTLD_NEXT, "XFilterEvent"));
    // Read before the call: libX11 may change the event while it filters.
    const int scancode = event->type == KeyPress ? static_cast<int>(event->xkey.keycode) : 0;
    const Bool taken = real != nullptr ? real(event, window) : False;
    huashu::desktop::composing_keys().filtered(scancode, taken == True);
    return taken;
}

#endif

namespace huashu::desktop {

void watch_input_method() {}

}  // namespace huashu::desktop
