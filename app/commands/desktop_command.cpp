#include "commands/desktop_command.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "content/content.hpp"
#include "desktop/desktop.hpp"
#include "paths/paths.hpp"

namespace huashu::app {
namespace {

// "1280x800" as two numbers; nothing for any other shape.
std::optional<std::pair<int, int>> parse_size(std::string_view text) {
    std::pair<int, int> size{};
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.first);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.second);
    if (height.ec != std::errc{} || height.ptr != end) return std::nullopt;
    return size;
}

}  // namespace

bool has_display(const Io& io) {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY"})
        if (const auto value = io.surroundings.variable(name); value && !value->empty()) return true;
    return false;
}

CommandResult desktop_command(const DesktopCommandOptions& options, const GlobalOptions& globals, Io& io) {
    const auto data = find_data(globals.data, io.surroundings);
    if (!data) return tl::unexpected(data.error());
    return desktop::run_desktop({.data_dir = *data,
                                 .library = globals.library,
                                 .pack = globals.pack,
                                 .language = globals.language,
                                 .scenario = options.scenario,
                                 .gallery = options.gallery,
                                 .measure_start = options.measure_start});
}

CommandResult tour_command(const TourCommandOptions& options, const GlobalOptions& globals, Io& io) {
    const auto size = parse_size(options.size);
    if (!size)
        return wrong_usage("wrong-size", "'" + options.size + "' is no size",
                           "write it as WIDTHxHEIGHT: --size 1280x800");
    const auto share = find_share(io.surroundings);
    if (!share) return tl::unexpected(share.error());
    const ContentFolders folders = content_folders(*share, globals.pack, globals.library);
    return desktop::run_tour({.out = options.out,
                              .width = size->first,
                              .height = size->second,
                              .language = globals.language,
                              .theme = options.theme,
                              .text_per_cent = options.text_per_cent,
                              .library = folders.library,
                              .pack = folders.pack});
}

}  // namespace huashu::app
