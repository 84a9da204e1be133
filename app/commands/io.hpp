// What a command may touch of the world, handed in so that a test can be the world.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "paths/surroundings.hpp"
#include "scoring/diagnostic.hpp"

namespace huashu::app {

/// Exit statuses, fixed: scripts rely on them.
inline constexpr int status_fine = 0;
inline constexpr int status_content = 1;  ///< the content or the input has errors
inline constexpr int status_usage = 2;
inline constexpr int status_system = 3;  ///< disk, display

struct Io {
    std::function<bool(std::string_view)> out;  ///< writes and flushes; false: it could not be written
    std::function<void(std::string_view)> err;
    int input = 0;  ///< file descriptor that replies and data are read from
    bool input_is_terminal = false;
    bool output_is_terminal = false;
    int columns = 80;  ///< of the terminal
    Surroundings surroundings;
};

/// How a command prints its answer (--format).
enum class Format : std::uint8_t { text, json };

/// What options given before the command say.
struct GlobalOptions {
    std::string data;      ///< --data
    std::string language;  ///< --lang
    std::string pack;      ///< --pack
    std::string library;   ///< --library
};

/// What a command returns: its exit status, or why it failed as a whole.
using CommandResult = Result<int>;

/// Writes to standard output. Error (system): the output is full or closed.
[[nodiscard]] Result<void> print(Io& io, std::string_view text);

/// Writes the diagnostics of an error to standard error and gives the exit status of its cause.
[[nodiscard]] int report(Io& io, const Error& error);
/// The same for problems that did not stop the command; says nothing when there are none.
void report(Io& io, const Diagnostics& problems);

/// Problems of rules or scenarios in a command that is not about them: the first few, and how to see all.
void report_briefly(Io& io, const Diagnostics& problems, const std::string& folder);

/// A usage error about the command line.
[[nodiscard]] tl::unexpected<Error> wrong_usage(std::string code, std::string text, std::string remedy = {});

}  // namespace huashu::app
