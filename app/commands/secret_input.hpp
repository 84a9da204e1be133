// Passphrases: read without showing them, and asked for before what is a supervisor's business.
#pragma once

#include <string>

#include "commands/io.hpp"
#include "play/page.hpp"
#include "records/records.hpp"
#include "terminal/line_input.hpp"

namespace huashu::app {

/// A line of the input, which a terminal does not echo. The question goes to a terminal only: a script writes one line
/// for each secret. Error (usage): the input is at its end.
[[nodiscard]] Result<std::string> read_secret(Io& io, LineInput& lines, const std::string& question);

/// Fine when the place has no passphrase, or when the one that is typed is right. Waits out the time after wrong tries.
/// `data_folder`: where the first person's records are.
[[nodiscard]] Result<void> ask_supervisor(Io& io, const Page& page, const std::string& data_folder);

}  // namespace huashu::app
