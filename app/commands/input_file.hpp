// A file, or standard input, to be read by descriptor.
#pragma once

#include <string>
#include <utility>

#include "scoring/diagnostic.hpp"

namespace huashu::app {

class InputFile {
public:
    /// "-" is `standard_input`, which stays the caller's. Errors: (content) no such file, a folder; (system)
    /// unreadable.
    [[nodiscard]] static Result<InputFile> open(const std::string& path, int standard_input);

    [[nodiscard]] int descriptor() const { return descriptor_; }
    InputFile(InputFile&& other) noexcept
        : descriptor_(other.descriptor_), is_ours_(std::exchange(other.is_ours_, false)) {}
    InputFile& operator=(InputFile&&) = delete;
    ~InputFile();

private:
    InputFile(int descriptor, bool is_ours) : descriptor_(descriptor), is_ours_(is_ours) {}
    int descriptor_;
    bool is_ours_;
};

}  // namespace huashu::app
