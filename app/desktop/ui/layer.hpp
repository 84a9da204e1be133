#pragma once

#include "desktop/ui/ui.hpp"

namespace huashu::desktop {

/// A layer over all that was drawn before it, as long as the object lives: a menu, a dialog.
class Layer {
public:
    Layer(const char* id, Box box);
    ~Layer();
    Layer(const Layer&) = delete;
    Layer& operator=(const Layer&) = delete;
};

}  // namespace huashu::desktop
