// Lines that a person types: one at a time, blank ones too.
#pragma once

#include <optional>
#include <string>

namespace huashu::app {

class LineInput {
public:
    explicit LineInput(int descriptor) : descriptor_(descriptor) {}

    /// The next line without its line break; nothing at the end of the input (Ctrl-D), or when it can't be read.
    [[nodiscard]] std::optional<std::string> next();

private:
    int descriptor_;
    std::string pending_;
};

}  // namespace huashu::app
