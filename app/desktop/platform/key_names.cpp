#include "desktop/platform/key_names.hpp"

#define GLFW_INCLUDE_NONE  // no OpenGL header beside glad's
#include <GLFW/glfw3.h>

namespace huashu::desktop {
namespace {

struct Pair {
    int glfw;
    Key key;
};

constexpr Pair pairs[] = {
    {GLFW_KEY_TAB, Key::tab},         {GLFW_KEY_ENTER, Key::enter},
    {GLFW_KEY_KP_ENTER, Key::enter},  {GLFW_KEY_ESCAPE, Key::escape},
    {GLFW_KEY_SPACE, Key::space},     {GLFW_KEY_BACKSPACE, Key::backspace},
    {GLFW_KEY_DELETE, Key::del},      {GLFW_KEY_INSERT, Key::insert},
    {GLFW_KEY_LEFT, Key::left},       {GLFW_KEY_RIGHT, Key::right},
    {GLFW_KEY_UP, Key::up},           {GLFW_KEY_DOWN, Key::down},
    {GLFW_KEY_HOME, Key::home},       {GLFW_KEY_END, Key::end},
    {GLFW_KEY_PAGE_UP, Key::page_up}, {GLFW_KEY_PAGE_DOWN, Key::page_down},
    {GLFW_KEY_MINUS, Key::minus},     {GLFW_KEY_KP_SUBTRACT, Key::minus},
    {GLFW_KEY_EQUAL, Key::equal},     {GLFW_KEY_KP_ADD, Key::equal},
    {GLFW_KEY_COMMA, Key::comma},     {GLFW_KEY_PERIOD, Key::period},
    {GLFW_KEY_SLASH, Key::slash},
};

Key in_row(int glfw, int first, int last, Key start) {
    if (glfw < first || glfw > last) return Key::none;
    return static_cast<Key>(static_cast<int>(start) + glfw - first);
}

}  // namespace

Key key_of_glfw(int glfw) {
    for (const Pair& pair : pairs)
        if (pair.glfw == glfw) return pair.key;
    for (const Key key :
         {in_row(glfw, GLFW_KEY_0, GLFW_KEY_9, Key::digit0), in_row(glfw, GLFW_KEY_KP_0, GLFW_KEY_KP_9, Key::digit0),
          in_row(glfw, GLFW_KEY_A, GLFW_KEY_Z, Key::a), in_row(glfw, GLFW_KEY_F1, GLFW_KEY_F12, Key::f1)})
        if (key != Key::none) return key;
    return Key::none;
}

Mods mods_of_glfw(int mods) {
    return {(mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_ALT) != 0};
}

}  // namespace huashu::desktop
