// huashu desktop and huashu tour: the window, and pictures of every screen without one.
#pragma once

#include <string>

#include "commands/io.hpp"

namespace huashu::app {

struct DesktopCommandOptions {
    std::string scenario;  ///< to open at once
    bool gallery = false;
    bool measure_start = false;  ///< say how far the start is, and leave
};

struct TourCommandOptions {
    std::string out;
    std::string size = "1280x800";
    std::string theme = "light";
    int text_per_cent = 100;
};

/// True where a window can be asked for.
[[nodiscard]] bool has_display(const Io& io);

[[nodiscard]] CommandResult desktop_command(const DesktopCommandOptions& options, const GlobalOptions& globals, Io& io);
[[nodiscard]] CommandResult tour_command(const TourCommandOptions& options, const GlobalOptions& globals, Io& io);

}  // namespace huashu::app
