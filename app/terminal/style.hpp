// Colours and weights on a terminal; nothing at all where they are not wanted.
#pragma once

#include <string>
#include <string_view>

namespace huashu::app {

class Style {
public:
    explicit Style(bool in_colour) : in_colour_(in_colour) {}

    [[nodiscard]] std::string bold(std::string_view text) const { return with("1", text); }
    [[nodiscard]] std::string dim(std::string_view text) const { return with("2", text); }
    [[nodiscard]] std::string good(std::string_view text) const { return with("32", text); }
    [[nodiscard]] std::string bad(std::string_view text) const { return with("31", text); }
    [[nodiscard]] std::string warning(std::string_view text) const { return with("33", text); }
    [[nodiscard]] std::string accent(std::string_view text) const { return with("36", text); }

private:
    [[nodiscard]] std::string with(std::string_view code, std::string_view text) const {
        if (!in_colour_ || text.empty()) return std::string(text);
        return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
    }
    bool in_colour_;
};

}  // namespace huashu::app
