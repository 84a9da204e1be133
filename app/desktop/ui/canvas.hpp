// Drawing on a surface that is larger than its window: clipping, curves, broken lines, text of any size.
#pragma once

#include <string_view>

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

struct CanvasPoint {
    float x = 0, y = 0;
};

/// While it lives, nothing is drawn outside of the box.
class CanvasClip {
public:
    explicit CanvasClip(const Box& box);
    ~CanvasClip();
    CanvasClip(const CanvasClip&) = delete;
    CanvasClip& operator=(const CanvasClip&) = delete;
};

struct CurveLook {
    Color color;
    float thickness = 1;  ///< pixels
    bool broken = false;  ///< dashes
};

/// A cubic curve, and a head at its end that points along it. Returns its middle.
CanvasPoint curve(const CanvasPoint& from, const CanvasPoint& from_pull, const CanvasPoint& to_pull,
                  const CanvasPoint& to, const CurveLook& look, float head);
void broken_outline(Box box, Color color, float thickness, float dash);
/// One row of text of so many pixels, cut to the width, centred in the height of the box.
void small_text(Ui& ui, Box box, std::string_view text, int em_px, Color color, bool strong = false,
                bool centred = false);

}  // namespace huashu::desktop
