// A scored complaint record on the terminal: what each line says, what it is worth, and what would have been right.
#pragma once

#include <string>

#include "play/page.hpp"
#include "scenarios/record_form.hpp"

namespace huashu::app {

[[nodiscard]] std::string record_text(const Page& page, const scenarios::Session& session,
                                      const scenarios::RecordScore& score);

/// The words of one line, without its points: shared with other places that show a record.
[[nodiscard]] std::string record_line_text(const Page& page, const scenarios::RecordLine& line);

}  // namespace huashu::app
