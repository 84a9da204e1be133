// Asks for a complaint record in the terminal, one question a line. An empty first answer skips it: it is never
// required.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "play/page.hpp"
#include "scenarios/record_form.hpp"

namespace huashu::app {

/// Prints a prompt and reads a line; nothing at the end of the input.
using AskLine = std::function<Result<std::optional<std::string>>(const std::string& prompt)>;

/// Nothing: skipped, or the input ended. A promise is written "what / by when".
[[nodiscard]] Result<std::optional<scenarios::RecordForm>> ask_for_record(
    const Page& page, const AskLine& ask, const std::function<Result<void>(std::string_view)>& print);

/// "電工到場 / 下午三點前" as its two halves; a slash may be full width. Without one, all of it is what was promised.
[[nodiscard]] scenarios::RecordedPromise parse_promise(const std::string& line);

}  // namespace huashu::app
