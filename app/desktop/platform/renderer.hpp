// Puts what was drawn on the present OpenGL 3.3 context: ImGui's backend for the shapes, our own texture for the
// characters (one byte a pixel; the backend would make it four).
#pragma once

#include <memory>

#include "desktop/fonts/glyphs.hpp"
#include "desktop/theme/theme.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::desktop {

class Renderer {
public:
    /// A context must be current, with its functions loaded, and stay current for each call. An ImGui context too.
    /// Error (system): the shaders of OpenGL 3.3 can't be made.
    [[nodiscard]] static Result<std::unique_ptr<Renderer>> make(Glyphs& glyphs);

    /// Uploads new characters, clears to `ground` and draws the last frame of ImGui::Render().
    void draw(int width_px, int height_px, Color ground);

    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    ~Renderer();

private:
    explicit Renderer(Glyphs& glyphs) : glyphs_(glyphs) {}
    void make_texture();
    void upload(DirtyRows rows);

    Glyphs& glyphs_;
    unsigned texture_ = 0;
};

}  // namespace huashu::desktop
