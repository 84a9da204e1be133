#include "desktop/platform/renderer.hpp"

#include <glad/gl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "desktop/errors.hpp"

namespace huashu::desktop {

Result<std::unique_ptr<Renderer>> Renderer::make(Glyphs& glyphs) {
    std::unique_ptr<Renderer> made{new Renderer(glyphs)};
    ImGuiIO& io = ImGui::GetIO();
    // The backend uploads the atlas on its first frame, in four bytes a pixel. It gets an atlas of one pixel to play
    // with; the real one is ours. Without that pixel it would draw a font of its own.
    ImFontAtlas* real = io.Fonts;
    ImFontAtlas dummy;
    dummy.TexPixelsRGBA32 = static_cast<unsigned int*>(ImGui::MemAlloc(sizeof(unsigned int)));
    *dummy.TexPixelsRGBA32 = ~0u;
    dummy.TexWidth = dummy.TexHeight = 1;
    io.Fonts = &dummy;
    const bool ready = ImGui_ImplOpenGL3_Init("#version 330") && ImGui_ImplOpenGL3_CreateDeviceObjects();
    if (ready) ImGui_ImplOpenGL3_DestroyFontsTexture();
    io.Fonts = real;
    if (!ready) {
        return system_error("opengl-unusable", "OpenGL 3.3 is there but its shaders can't be compiled.",
                            "Update the graphics driver, or draw without it: "
                            "LIBGL_ALWAYS_SOFTWARE=1 huashu");
    }
    made->make_texture();
    return made;
}

Renderer::~Renderer() {
    if (texture_ != 0) glDeleteTextures(1, &texture_);
    ImGui_ImplOpenGL3_Shutdown();
}

void Renderer::make_texture() {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    const GLint coverage_as_alpha[4] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, coverage_as_alpha);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas.TexWidth, atlas.TexHeight, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    upload(glyphs_.rows_of_imgui());  // the rest when there are characters in it: it is four megabytes
    atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture_)));
}

void Renderer::upload(DirtyRows rows) {
    if (rows.empty()) return;
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    glBindTexture(GL_TEXTURE_2D, texture_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, rows.begin, atlas.TexWidth, rows.end - rows.begin, GL_RED, GL_UNSIGNED_BYTE,
                    atlas.TexPixelsAlpha8 + static_cast<std::ptrdiff_t>(rows.begin) * atlas.TexWidth);
}

void Renderer::draw(int width_px, int height_px, Color ground) {
    upload(glyphs_.take_dirty_rows());
    glViewport(0, 0, width_px, height_px);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(static_cast<float>(ground.r) / 255.0f, static_cast<float>(ground.g) / 255.0f,
                 static_cast<float>(ground.b) / 255.0f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace huashu::desktop
