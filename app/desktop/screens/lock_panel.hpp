// What stands in the place of a supervisor's page while its passphrase is asked for.
#pragma once

#include <optional>
#include <string>

#include "desktop/ui/editor.hpp"
#include "desktop/views/speech.hpp"

namespace huashu::desktop {

/// The passphrase, when it was entered; the field is empty then. `id` begins the widgets' ids: "supervise".
[[nodiscard]] std::optional<std::string> lock_panel_ui(Ui& ui, std::string_view id, Box box, bool refused,
                                                       EditorState& passphrase, const Speech& speech);

}  // namespace huashu::desktop
