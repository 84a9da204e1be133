// The part of the tour that writes a scenario.
#pragma once

#include <string>

#include "desktop/editor/author_backstage.hpp"
#include "desktop/tour/camera.hpp"

namespace huashu::desktop {

/// Takes pictures of the shelf and of each state of the desk. Error (system): a picture can't be written.
[[nodiscard]] Result<void> walk_author(Shell& shell, Camera& camera, AuthorBackstage& author,
                                       const std::string& folder);

}  // namespace huashu::desktop
