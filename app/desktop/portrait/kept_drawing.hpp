// A drawing of many shapes is reckoned once and then copied for as long as nothing of it changes: a face of forty
// shapes else takes a third of each frame of a conversation, in most of which it looks as before.
//
// What is kept are finished corners at their place on the screen, so a copy is the same to the last bit.
#pragma once

#include <functional>
#include <string>
#include <type_traits>

namespace huashu::desktop {

/// All that a drawing depends on, place and size included.
class DrawingKey {
public:
    template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_pointer_v<T> DrawingKey& operator<<(T value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// Draws on the present window: `draw` is called unless a drawing of that key is kept. It must draw the same whenever
/// the key is the same, and leave clipping and textures alone.
void draw_kept(const DrawingKey& key, const std::function<void()>& draw);

}  // namespace huashu::desktop
