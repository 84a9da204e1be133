// The desktop application: a window with three screens (home, play, debrief) and settings, and the tour that
// walks all of them without a window and writes a picture of each.
//
// Both run the same screens on the same state; only where the pixels go differs. Folders of content that are left
// empty mean the shipped ones.
//
//     Result<int> status = run_desktop({.data_dir = "data"});
#pragma once

#include <string>

#include "scoring/diagnostic.hpp"

namespace huashu::desktop {

struct DesktopOptions {
    std::string data_dir;        ///< records and settings; empty: the user's own (design §6)
    std::string library;         ///< folder of scenarios; empty: the shipped ones and what was published here
    std::string pack;            ///< id or folder of the rule pack; empty: the one in use (author/pack_in_use.hpp)
    std::string language;        ///< "zh-Hant", "zh-Hans" or "en"; empty: as last chosen, else by the locale
    std::string scenario;        ///< id of a scenario to open at once; empty: the home screen
    bool gallery = false;        ///< show every widget and state instead (for developers)
    bool measure_start = false;  ///< say when the first frame is seen and when a talk can begin, and leave
};

/// Opens the window and returns when it is closed. The value is the exit status, 0.
/// Error (system): no display, no OpenGL 3.3, no font with Han characters, a data folder that can't be written; each
/// with a remedy. Error (content): the words can't be used; or the pack or the library can't, which the window says
/// itself, so that it is returned when the window is closed. Error (usage): unknown scenario or language.
[[nodiscard]] Result<int> run_desktop(const DesktopOptions& options);

struct TourOptions {
    std::string out;            ///< folder for the pictures, made when missing
    int width = 1280;           ///< pixels, 320..7680
    int height = 800;           ///< pixels, 240..4320
    std::string language;       ///< "zh-Hant", "zh-Hans", "en"; empty: zh-Hant
    std::string theme;          ///< "light", "dark", "contrast"; empty: light
    int text_per_cent = 100;    ///< 80..200
    std::string library, pack;  ///< as above
};

/// Plays a shipped scenario through the real screens and writes NN-name.png of each state, in order. Needs no display,
/// reads no records of yours and leaves nothing but the pictures; the same input gives the same pixels on one machine.
/// Errors as above, and (system) a folder that can't be written, (usage) a size or name out of range.
[[nodiscard]] Result<int> run_tour(const TourOptions& options);

}  // namespace huashu::desktop
