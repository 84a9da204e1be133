// The part of the tour that writes rules and publishes.
#pragma once

#include <string>

#include "desktop/editor/author_backstage.hpp"
#include "desktop/tour/camera.hpp"

namespace huashu::desktop {

/// Takes pictures of the rules' desk and of the sheet of publishing. Error (system): a picture can't be written.
[[nodiscard]] Result<void> walk_rules(Shell& shell, Camera& camera, AuthorBackstage& author, const std::string& folder);

}  // namespace huashu::desktop
