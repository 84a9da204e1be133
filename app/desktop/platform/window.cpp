#include "desktop/platform/window.hpp"

#include <glad/gl.h>
#include <imgui.h>

#include <chrono>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "desktop/errors.hpp"
#include "desktop/platform/composing_keys.hpp"
#include "desktop/platform/key_names.hpp"

namespace huashu::desktop {

// GLFW's callbacks, turned into events of the window's queue.
struct WindowEvents {
    static Window& of(GLFWwindow* handle) { return *static_cast<Window*>(glfwGetWindowUserPointer(handle)); }

    static void push(Window& window, const RawKey& raw) {
        const auto kind = raw.action == GLFW_PRESS    ? KeyEvent::Kind::press
                          : raw.action == GLFW_REPEAT ? KeyEvent::Kind::repeat
                                                      : KeyEvent::Kind::release;
        if (const Key key = key_of_glfw(raw.key); key != Key::none)
            window.input.push(KeyEvent{key, kind, mods_of_glfw(raw.mods)});
        window.dirty_ = true;
    }

    static void key(GLFWwindow* handle, int key, int scancode, int action, int mods) {
        for (const RawKey& raw : composing_keys().reported({key, scancode, action, mods}, action == GLFW_RELEASE))
            push(of(handle), raw);
    }
    static void character(GLFWwindow* handle, unsigned int code) {
        of(handle).input.push(TextEvent{static_cast<char32_t>(code)});
        of(handle).composing_until_s_ = 0;
        of(handle).dirty_ = true;
    }
    static void move(GLFWwindow* handle, double x, double y) {
        int window_width = 1;
        int window_height = 1;
        glfwGetWindowSize(handle, &window_width, &window_height);
        const Window& window = of(handle);
        const auto sx = static_cast<float>(window.width()) / static_cast<float>(std::max(1, window_width));
        const auto sy = static_cast<float>(window.height()) / static_cast<float>(std::max(1, window_height));
        of(handle).input.push(MouseMove{static_cast<float>(x) * sx, static_cast<float>(y) * sy});
        of(handle).dirty_ = true;
    }
    static void button(GLFWwindow* handle, int button, int action, int mods) {
        of(handle).input.push(MouseButton{button, action == GLFW_PRESS, mods_of_glfw(mods)});
        of(handle).dirty_ = true;
    }
    static void wheel(GLFWwindow* handle, double x, double y) {
        of(handle).input.push(MouseWheel{static_cast<float>(x), static_cast<float>(y)});
        of(handle).dirty_ = true;
    }
    static void enter(GLFWwindow* handle, int entered) {
        if (entered == 0) of(handle).input.mouse_left();
        of(handle).dirty_ = true;
    }
    static void focus(GLFWwindow* handle, int focused) {
        if (focused == 0) of(handle).input.lost_focus();
        of(handle).dirty_ = true;
    }
    static void changed(GLFWwindow* handle) { of(handle).dirty_ = true; }
    static void resized(GLFWwindow* handle, int, int) {
        of(handle).remember_place();
        of(handle).dirty_ = true;
    }

    static void install(GLFWwindow* handle) {
        glfwSetKeyCallback(handle, key);
        glfwSetCharCallback(handle, character);
        glfwSetCursorPosCallback(handle, move);
        glfwSetMouseButtonCallback(handle, button);
        glfwSetScrollCallback(handle, wheel);
        glfwSetCursorEnterCallback(handle, enter);
        glfwSetWindowFocusCallback(handle, focus);
        glfwSetWindowRefreshCallback(handle, changed);
        glfwSetFramebufferSizeCallback(handle, resized);
        glfwSetWindowPosCallback(handle, resized);
    }
};

namespace {

tl::unexpected<Error> no_window() {
    const char* why = nullptr;
    const int code = glfwGetError(&why);
    const std::string detail = why != nullptr ? std::string(" (") + why + ")" : std::string();
    if (code == GLFW_VERSION_UNAVAILABLE || code == GLFW_API_UNAVAILABLE || code == GLFW_FORMAT_UNAVAILABLE)
        return system_error("no-opengl-3.3", "This display has no OpenGL 3.3" + detail + ".",
                            "Update the graphics driver, or draw without it: LIBGL_ALWAYS_SOFTWARE=1 huashu");
    return system_error("no-display", "No window can be opened: there is no display" + detail + ".",
                        "Start the program on a desktop, or play in the terminal: huashu play SCENARIO");
}

// Whatever the screen is, at least part of the window must lie on it.
bool on_some_screen(const WindowPlace& place) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
        glfwGetMonitorWorkarea(monitors[i], &x, &y, &width, &height);
        if (place.x >= x - 40 && place.y >= y - 40 && place.x < x + width - 80 && place.y < y + height - 80)
            return true;
    }
    return false;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const WindowPlace& place) {
    watch_input_method();
    glfwInitHint(GLFW_JOYSTICK_HAT_BUTTONS, GLFW_FALSE);
    if (glfwInit() == GLFW_FALSE) return no_window();
    std::unique_ptr<Window> made{new Window};
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_MAXIMIZED, place.maximised ? GLFW_TRUE : GLFW_FALSE);
    // A size that was never chosen is meant for a screen of usual fineness; a remembered one is in this screen's
    // pixels.
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, place.x < 0 ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "huashu");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "huashu");
    made->window_ = glfwCreateWindow(place.width, place.height, "huashu", nullptr, nullptr);
    if (made->window_ == nullptr) return no_window();
    made->place_ = place;
    glfwMakeContextCurrent(made->window_);
    if (gladLoadGL(glfwGetProcAddress) == 0) return no_window();
    glfwSwapInterval(1);
    glfwSetWindowSizeLimits(made->window_, 480, 360, GLFW_DONT_CARE, GLFW_DONT_CARE);
    if (place.x >= 0 && !place.maximised && on_some_screen(place)) glfwSetWindowPos(made->window_, place.x, place.y);
    glfwSetWindowUserPointer(made->window_, made.get());
    WindowEvents::install(made->window_);
    return made;
}

Window::~Window() {
    for (void* pointer : pointers_)
        if (pointer != nullptr) glfwDestroyCursor(static_cast<GLFWcursor*>(pointer));
    if (window_ != nullptr) glfwDestroyWindow(window_);
    glfwTerminate();
}

void Window::appear() { glfwShowWindow(window_); }

bool Window::wants_to_close() const { return glfwWindowShouldClose(window_) != 0; }

bool Window::hidden() const {
    return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != 0 || glfwGetWindowAttrib(window_, GLFW_VISIBLE) == 0 ||
           width() == 0 || height() == 0;
}

bool Window::focused() const { return glfwGetWindowAttrib(window_, GLFW_FOCUSED) != 0; }

int Window::width() const {
    int width = 0;
    glfwGetFramebufferSize(window_, &width, nullptr);
    return width;
}

int Window::height() const {
    int height = 0;
    glfwGetFramebufferSize(window_, nullptr, &height);
    return height;
}

float Window::scale() const {
    float x = 1;
    glfwGetWindowContentScale(window_, &x, nullptr);
    return std::clamp(x, 0.5f, 4.0f);
}

void Window::remember_place() {
    if (glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) != 0 || glfwGetWindowAttrib(window_, GLFW_ICONIFIED) != 0) return;
    glfwGetWindowPos(window_, &place_.x, &place_.y);
    glfwGetWindowSize(window_, &place_.width, &place_.height);
}

WindowPlace Window::place() const {
    WindowPlace out = place_;
    out.maximised = glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) != 0;
    return out;
}

Clipboard Window::clipboard() {
    return {[this] {
                const char* text = glfwGetClipboardString(window_);
                return std::string(text != nullptr ? text : "");
            },
            [this](const std::string& text) { glfwSetClipboardString(window_, text.c_str()); }};
}

void Window::set_title(const std::string& title) { glfwSetWindowTitle(window_, title.c_str()); }

void Window::set_pointer(int pointer) {
    if (pointer == pointer_) return;
    pointer_ = pointer;
    const int shape = pointer == ImGuiMouseCursor_Hand        ? GLFW_HAND_CURSOR
                      : pointer == ImGuiMouseCursor_TextInput ? GLFW_IBEAM_CURSOR
                                                              : GLFW_ARROW_CURSOR;
    void*& kept = pointers_[pointer == ImGuiMouseCursor_Hand ? 0 : pointer == ImGuiMouseCursor_TextInput ? 1 : 2];
    if (kept == nullptr) kept = glfwCreateStandardCursor(shape);
    glfwSetCursor(window_, static_cast<GLFWcursor*>(kept));
}

void Window::show() { glfwSwapBuffers(window_); }

bool Window::composing() {
    constexpr double patience_s = 4;  // between two keys of one composition
    if (const unsigned taken = composing_keys().taken(); taken != keys_taken_) {
        keys_taken_ = taken;
        composing_until_s_ = clock_s() + patience_s;
    }
    return clock_s() < composing_until_s_;
}

void Window::finish() { glFinish(); }

bool Window::wait(double at_most_s) {
    if (at_most_s > 0)
        glfwWaitEventsTimeout(at_most_s);
    else
        glfwPollEvents();
    for (const RawKey& key : composing_keys().take_declined()) WindowEvents::push(*this, key);
    return std::exchange(dirty_, false);
}

bool Window::poll() { return wait(0); }

double clock_s() {
    using Clock = std::chrono::steady_clock;
    static const Clock::time_point start = Clock::now();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace huashu::desktop
