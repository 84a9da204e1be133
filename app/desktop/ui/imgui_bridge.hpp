// The few places where our values become Dear ImGui's. Only files of ui/, portrait/ and shell/ include it.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include "desktop/theme/theme.hpp"
#include "desktop/ui/box.hpp"

namespace huashu::desktop {

inline ImU32 packed(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }
inline ImVec2 top_left(const Box& b) { return {b.x0, b.y0}; }
inline ImVec2 bottom_right(const Box& b) { return {b.x1, b.y1}; }
inline ImRect rect_of(const Box& b) { return {b.x0, b.y0, b.x1, b.y1}; }
inline Box box_of(const ImRect& r) { return {r.Min.x, r.Min.y, r.Max.x, r.Max.y}; }
inline ImDrawList& canvas() { return *ImGui::GetWindowDrawList(); }

}  // namespace huashu::desktop
