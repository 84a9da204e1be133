#include "desktop/portrait/kept_drawing.hpp"

#include <cstring>
#include <unordered_map>
#include <vector>

#include "desktop/ui/imgui_bridge.hpp"

namespace huashu::desktop {
namespace {

struct KeptCorners {
    std::vector<ImDrawVert> corners;
    std::vector<ImDrawIdx> order;  ///< of triangles; counted from the first corner
};

constexpr std::size_t most_kept_drawings = 48;  // while a list of faces is scrolled each place is new

KeptCorners corners_since(const ImDrawList& list, int first_corner, int first_index, unsigned first_number) {
    KeptCorners out;
    out.corners.assign(list.VtxBuffer.begin() + first_corner, list.VtxBuffer.end());
    out.order.assign(list.IdxBuffer.begin() + first_index, list.IdxBuffer.end());
    for (ImDrawIdx& index : out.order) index = static_cast<ImDrawIdx>(index - first_number);
    return out;
}

void put_down(ImDrawList& list, const KeptCorners& kept) {
    const auto corners = static_cast<unsigned>(kept.corners.size());
    list.PrimReserve(static_cast<int>(kept.order.size()), static_cast<int>(corners));
    const unsigned first = list._VtxCurrentIdx;  // after PrimReserve, which may begin to count anew
    std::memcpy(list._VtxWritePtr, kept.corners.data(), corners * sizeof(ImDrawVert));
    for (std::size_t i = 0; i < kept.order.size(); ++i)
        list._IdxWritePtr[i] = static_cast<ImDrawIdx>(first + kept.order[i]);
    list._VtxWritePtr += corners;
    list._IdxWritePtr += kept.order.size();
    list._VtxCurrentIdx += corners;
}

}  // namespace

void draw_kept(const DrawingKey& key, const std::function<void()>& draw) {
    // No state that anything could depend on: with it or without, the same is drawn.
    static thread_local std::unordered_map<std::string, KeptCorners> kept;
    ImDrawList& list = canvas();
    DrawingKey whole = key;
    const ImVec2 white = list._Data->TexUvWhitePixel;  // of another atlas it stands elsewhere
    whole << white.x << white.y << list.Flags;
    const auto found = kept.find(whole.bytes());
    if (found != kept.end()) return put_down(list, found->second);
    const int first_corner = list.VtxBuffer.Size;
    const int first_index = list.IdxBuffer.Size;
    const unsigned first_number = list._VtxCurrentIdx;
    const unsigned counted_from = list._CmdHeader.VtxOffset;
    draw();
    if (counted_from != list._CmdHeader.VtxOffset) return;  // the list was full and counts anew within the drawing
    if (kept.size() >= most_kept_drawings) kept.clear();
    kept.emplace(whole.bytes(), corners_since(list, first_corner, first_index, first_number));
}

}  // namespace huashu::desktop
