// What the reader chose and the program remembers, in settings.json of the user's folder. A broken or missing file
// means the defaults: nobody is kept from working by a preference.
#pragma once

#include <optional>
#include <string>

#include "desktop/theme/theme.hpp"
#include "scoring/diagnostic.hpp"
#include "words/language.hpp"

namespace huashu::desktop {

struct WindowPlace {
    int x = -1, y = -1;  ///< screen coordinates; -1: where the system likes
    int width = 1280, height = 800;
    bool maximised = false;
    bool operator==(const WindowPlace&) const = default;
};

/// Which script content is shown in; `follow`: that of the interface.
enum class ContentScript : std::uint8_t { follow, traditional, simplified };

struct Settings {
    std::optional<app::Language> language;  ///< none: by the locale
    ThemeId theme = ThemeId::light;
    ContentScript content = ContentScript::follow;
    int text_per_cent = 100;  ///< 80..200, in steps of 10
    bool motion = true;
    bool timed = true;   ///< owners lose patience while a reply is long in coming, where a scenario says so
    std::string person;  ///< id of whoever used the program last (records/people.hpp)
    WindowPlace window;
    bool operator==(const Settings&) const = default;
};

inline constexpr int min_text_per_cent = 80, max_text_per_cent = 200, text_step = 10;

/// Values out of range are brought into it; what can't be read keeps its default and is noted in `problems`.
[[nodiscard]] Settings parse_settings(const std::string& file, const std::string& text, Diagnostics& problems);
[[nodiscard]] std::string to_json(const Settings& settings);

/// Error (system): the file is there but can't be read. A missing file is no error.
[[nodiscard]] Result<Settings> load_settings(const std::string& file, Diagnostics& problems);
/// Writes a new file and renames it over the old one. Error (system): it can't be written.
[[nodiscard]] Result<void> save_settings(const std::string& file, const Settings& settings);

}  // namespace huashu::desktop
