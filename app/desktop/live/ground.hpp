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

/// Which content is wanted, as app::content_folders takes it.
struct WantedContent {
    std::string pack, library, data_folder;
};
/// Errors: (usage) an unknown language; (system) no shipped files.
[[nodiscard]] Result<Ground> find_ground(const WantedContent& wanted, const std::string& language);

}  // namespace huashu::desktop
