#include <string_view>

#include "desktop/print/pdf.hpp"

namespace huashu::desktop {

std::string file_name_of(const std::string& name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) continue;
        out += c == ' ' ? '_' : c;
    }
    while (out.size() > 150 || (!out.empty() && out.back() == '.')) out.pop_back();
    // Not in the middle of a character.
    while (!out.empty() && out.size() >= 148 && (static_cast<unsigned char>(out.back()) & 0x80u) != 0) out.pop_back();
    while (out.starts_with('.')) out.erase(0, 1);
    return out.empty() ? "huashu" : out;
}

}  // namespace huashu::desktop
