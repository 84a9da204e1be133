#include "desktop/platform/offscreen.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

#include "desktop/errors.hpp"

namespace huashu::desktop {
namespace {

GLADapiproc load_function(const char* name) { return reinterpret_cast<GLADapiproc>(eglGetProcAddress(name)); }

EGLDisplay surfaceless_display() {
    const auto get = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    return get != nullptr ? get(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr) : EGL_NO_DISPLAY;
}

}  // namespace

Result<std::unique_ptr<Offscreen>> Offscreen::make(int width_px, int height_px) {
    std::unique_ptr<Offscreen> made{new Offscreen(width_px, height_px)};
    if (!made->make_context() || !made->make_target()) {
        return system_error("no-offscreen-opengl",
                            "OpenGL 3.3 can't be used without a display here (EGL gave no surfaceless context).",
                            "Install Mesa's EGL: sudo apt install libegl1 libegl-mesa0 libgl1-mesa-dri");
    }
    return made;
}

bool Offscreen::make_context() {
    display_ = surfaceless_display();
    if (display_ == EGL_NO_DISPLAY || eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) return false;
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return false;
    const EGLint wanted[] = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display_, wanted, &config, 1, &count) == EGL_FALSE || count == 0) return false;
    const EGLint version[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, version);
    if (context_ == EGL_NO_CONTEXT) return false;
    return eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_TRUE &&
           gladLoadGL(load_function) != 0;
}

bool Offscreen::make_target() {
    glGenFramebuffers(1, &framebuffer_);
    glGenRenderbuffers(1, &pixels_);
    glBindRenderbuffer(GL_RENDERBUFFER, pixels_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_, height_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, pixels_);
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

Picture Offscreen::read() const {
    Picture picture{width_, height_, {}};
    const std::size_t row = static_cast<std::size_t>(width_) * 3;
    std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(height_));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGB, GL_UNSIGNED_BYTE, upside_down.data());
    picture.rgb.reserve(upside_down.size());
    for (int y = height_ - 1; y >= 0; --y) {
        const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(row) * y;
        picture.rgb.insert(picture.rgb.end(), from, from + static_cast<std::ptrdiff_t>(row));
    }
    return picture;
}

Offscreen::~Offscreen() {
    if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
    if (pixels_ != 0) glDeleteRenderbuffers(1, &pixels_);
    if (display_ == nullptr) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != nullptr) eglDestroyContext(display_, context_);
    eglTerminate(display_);
}

}  // namespace huashu::desktop
