// What window and tour both stand on: the folders, the language, the words.
#pragma once

#include <string>

#include "content/content.hpp"
#include "desktop/shell/speaker.hpp"
#include "desktop/state/settings.hpp"
#include "paths/surroundings.hpp"

namespace huashu::desktop {

struct Ground {
    std::string share;
    app::ContentFolders folders;
    app::Language by_locale = app::Language::en;
};

/// Errors: (usage) an unknown language; (system) no shipped files.
[[nodiscard]] Result<Ground> find_ground(const std::string& pack, const std::string& library,
                                         const std::string& language);

}  // namespace huashu::desktop
