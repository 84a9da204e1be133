// What the program says about input that it can't take, and how a function says that it failed.
//
// A Diagnostic is data: a stable code, a text, a remedy and a place. Loaders of content collect all
// of them and go on; a function that can only succeed or fail returns a Result. Nothing in the
// libraries throws past its own boundary and nothing prints.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace huashu {

/// Where in a text file something stands. Lines and columns count from 1 (0: unknown); a column is
/// a code point, not a byte, so that an editor that jumps there lands on the right character.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;

    bool operator==(const Place&) const = default;
};

enum class Level { note, warning, error };

struct Diagnostic {
    Level level = Level::error;
    std::string code;    ///< stable, kebab-case: "unknown-key"
    std::string text;    ///< what is wrong and why, one sentence, English
    std::string remedy;  ///< what to do about it; may be empty where the text says it
    Place place;
    std::string excerpt;  ///< the source line and below it a caret; may be empty

    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// True when any of them is an error.
[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// "file:line:col: error: text [code]", then the excerpt and "help: remedy" on lines of their own.
[[nodiscard]] std::string to_text(const Diagnostic& diagnostic);

/// Sorts by file, line, column, code, so that output never depends on the order of a hash map.
void sort_by_place(Diagnostics& diagnostics);

/// Why an operation failed as a whole. `cause` decides the exit status of a command.
struct Error {
    enum class Cause {
        content = 1,  ///< the input has errors
        usage = 2,    ///< the caller asked for something that does not exist
        system = 3,   ///< disk, display, memory
    };
    Cause cause = Cause::content;
    Diagnostics diagnostics;  ///< at least one
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> fail(Error::Cause cause, Diagnostic diagnostic);

/// A value together with everything that was found wrong on the way. The value holds whatever was
/// sound; `problems` says what was left out.
template <class T>
struct Loaded {
    T value;
    Diagnostics problems;

    [[nodiscard]] bool ok() const { return !has_errors(problems); }
};

}  // namespace huashu
